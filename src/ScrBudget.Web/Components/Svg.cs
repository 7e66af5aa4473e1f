using System.Globalization;
using System.Net;

namespace ScrBudget.Web.Components;

/// <summary>SVG elements that Razor cannot write: it takes <c>text</c> for its own directive.</summary>
internal static class Svg
{
    /// <summary>Centred text, whose content is encoded.</summary>
    public static string Text(string cssClass, int x, decimal y, string text) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text class=\"{cssClass}\" x=\"{x}\" y=\"{y:0.#}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(text)}</text>"
        );
}
