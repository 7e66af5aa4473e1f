using System.Buffers;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// Text that a spreadsheet would take for a formula: it is kept as text, never evaluated, and made harmless where it is
/// exported.
/// </summary>
public static class SpreadsheetText
{
    private const string Starts = "=+-@\t\r";
    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.,");

    /// <summary>Would a spreadsheet evaluate it? A negative number and a lone dash are none.</summary>
    public static bool BeginsFormula(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Starts.Contains(text[0], StringComparison.Ordinal))
        {
            return false;
        }

        return text[0] != '-' || text[1..].ContainsAnyExcept(Number);
    }

    /// <summary>For exporters: with an apostrophe before it, where it would otherwise be a formula.</summary>
    public static string Neutralise(string text) => BeginsFormula(text) ? $"'{text}" : text;
}
