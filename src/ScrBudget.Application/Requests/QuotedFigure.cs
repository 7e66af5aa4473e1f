using System.Text.Json;
using ScrBudget.Documents;

namespace ScrBudget.Application.Requests;

/// <summary>What a statistic printed when its request was handed in.</summary>
/// <param name="Reports">As printed: <c>1,238</c>, or <c>fewer than 5</c>.</param>
/// <param name="Cases">Distinct cases, as printed.</param>
public sealed record QuotedFigure(string Reports, string Cases)
{
    /// <summary><c>1,238 reports in 803 cases</c></summary>
    public override string ToString() => $"{Reports} reports in {Cases} cases";

    /// <summary>The figures of a frozen document, by token; the rest of it is not read.</summary>
    internal static IReadOnlyDictionary<string, QuotedFigure> In(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return
            parsed.RootElement.TryGetProperty(nameof(RequestDocument.Figures), out var figures)
            && figures.TryGetProperty(nameof(CitedFigures.Items), out var items)
            ? items
                .EnumerateArray()
                .ToDictionary(
                    item => Text(item, nameof(CitedFigure.Token)),
                    item => new QuotedFigure(
                        Text(item, nameof(CitedFigure.Reports)),
                        Text(item, nameof(CitedFigure.Cases))
                    ),
                    StringComparer.Ordinal
                )
            : new Dictionary<string, QuotedFigure>(StringComparer.Ordinal);
    }

    private static string Text(JsonElement item, string property) =>
        item.GetProperty(property).GetString() ?? string.Empty;
}
