namespace ScrBudget.Documents;

/// <summary>Text that a spreadsheet would run as a formula.</summary>
public static class FormulaText
{
    private const string Starts = "=+-@\t\r";

    /// <summary>With an apostrophe before it where it begins like a formula; every other text as it is.</summary>
    public static string Harmless(string text) =>
        text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
