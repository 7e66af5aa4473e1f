using System.Globalization;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web;

/// <summary>
/// A number that stands in the address of a page. Pages take it as text: where the framework is to parse it, a mistyped one
/// ends in an error page.
/// </summary>
/// <param name="Value">Null where none is given, or none that can be read.</param>
/// <param name="Problem">Which part of the address cannot be read, and what to give; null where there is nothing to say.</param>
internal sealed record AddressNumber(int? Value, Refusal? Problem)
{
    /// <summary>Far behind the end of any list, and rows before it can still be counted.</summary>
    public const int LastPage = 1_000_000;

    /// <summary>A budget year.</summary>
    public static AddressNumber Year(string? text, string field = "fy") =>
        Read(
            text,
            field,
            "a fiscal year such as 2029",
            given => FiscalYear.TryParse(given, out var year) ? year.Year : null
        );

    /// <summary>A number that counts from 1, as of a snapshot.</summary>
    public static AddressNumber Number(string? text, string field) => Read(text, field, "a number from 1", Counted);

    /// <summary>The same, where 0 stands for none of them.</summary>
    public static AddressNumber NumberOrNone(string? text, string field) =>
        Read(text, field, "a number from 0", given => given == "0" ? 0 : Counted(given));

    /// <summary>The page of a list, up to <see cref="LastPage"/>; the first where none can be read.</summary>
    public static int Page(string? text) => Math.Min(Counted((text ?? string.Empty).Trim()) ?? 1, LastPage);

    /// <summary>What is said of a part of the address that cannot be read.</summary>
    public static Refusal Unreadable(string field, string given, string what) =>
        new("address-unreadable", $"The address says {field}={ExtractProblem.Shorten(given)}. Give {what}.")
        {
            Field = field,
        };

    private static AddressNumber Read(string? text, string field, string what, Func<string, int?> parse)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new AddressNumber(null, null);
        }

        var given = text.Trim();
        return parse(given) is { } number
            ? new AddressNumber(number, null)
            : new AddressNumber(null, Unreadable(field, given, what));
    }

    private static int? Counted(string given) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
