using System.Globalization;
using System.Text.RegularExpressions;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Requests;

/// <summary>Names a request for good: <c>FY2029-VAP-003</c>. Never reused; three digits at least, 9999 at most.</summary>
public sealed partial record RequestNumber
{
    public const int Length = 20;
    public const int MaximumSequence = 9999;

    private RequestNumber(FiscalYear budgetYear, string officeCode, int sequence) =>
        (BudgetYear, OfficeCode, Sequence) = (budgetYear, officeCode, sequence);

    public FiscalYear BudgetYear { get; }

    public string OfficeCode { get; }

    /// <summary>Counts an office's requests of one budget year, from 1.</summary>
    public int Sequence { get; }

    /// <exception cref="ArgumentException">The office's code or the sequence is out of range.</exception>
    public static RequestNumber Create(FiscalYear budgetYear, string officeCode, int sequence) =>
        TryParse(Format(budgetYear, officeCode, sequence), out var number)
            ? number
            : throw new ArgumentException(
                $"No request number can be made of {budgetYear}, {officeCode}, {sequence}.",
                nameof(officeCode)
            );

    public static bool TryParse(
        string? text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RequestNumber? number
    )
    {
        var match = Form().Match(text?.Trim() ?? string.Empty);
        if (
            match.Success
            && FiscalYear.TryParse(match.Groups["year"].Value, out var year)
            && int.Parse(match.Groups["sequence"].Value, CultureInfo.InvariantCulture) is var sequence and > 0
        )
        {
            number = new RequestNumber(year, match.Groups["office"].Value.ToUpperInvariant(), sequence);
            return true;
        }

        number = null;
        return false;
    }

    /// <summary>The number as it is stored, from whatever a caller sends; empty, which no request has, when it is none.</summary>
    public static string Normalize(string? text) => TryParse(text, out var number) ? number.ToString() : string.Empty;

    public override string ToString() => Format(BudgetYear, OfficeCode, Sequence);

    private static string Format(FiscalYear budgetYear, string officeCode, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"FY{budgetYear.Year}-{officeCode}-{sequence:D3}");

    [GeneratedRegex(
        // Both cases spelled out: ignoring case would let the Kelvin sign pass for a K.
        "^[Ff][Yy](?<year>[0-9]{4})-(?<office>[A-Za-z]{2,8})-(?<sequence>[0-9]{3,4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
