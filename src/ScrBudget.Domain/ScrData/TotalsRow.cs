namespace ScrBudget.Domain.ScrData;

/// <summary>A row of totals beneath the records: no record, and left out with a warning.</summary>
public static class TotalsRow
{
    private static readonly string[] Names =
    [
        "Total",
        "Totals",
        "Grand total",
        "Subtotal",
        "Sub-total",
        "Overall total",
        "Count",
        "Record count",
        "Records",
        "Sum",
    ];

    /// <summary>Does the text name a total, whatever follows: <c>Total: 400</c>?</summary>
    public static bool IsNamed(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var name in Names)
        {
            if (
                text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]))
            )
            {
                return true;
            }
        }

        return false;
    }

    public static ExtractProblem Problem(int row, string value) =>
        new(
            row,
            ExtractColumn.ScrNumber.Name(),
            ProblemCodes.TotalsRow,
            ExtractProblem.Shorten(value),
            "This is a row of totals, not a record: left out. Compare it with the control totals, or export without it.",
            ProblemSeverity.Warning
        );
}
