using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Exploring;

/// <summary>The words of a view: the one place for them, for screen and files.</summary>
public static class ViewWording
{
    public const string NotShown = "not shown";
    public const string NoData = "no data";
    public const string NotRecorded = "not recorded";
    public const string NotCounted = "not counted";
    public const string NoSubcategory = "No subcategory given";
    public const string Total = "Total";
    public const string AllYears = "All years";
    public const string DistinctCases = "Distinct cases";

    /// <summary>Where the numbers by TCO involvement are not shown in full.</summary>
    public const string TcoNotShown =
        "TCO involvement was recorded on some of the reports; how many would show a small number.";

    /// <summary>Why some numbers are hidden.</summary>
    public static string Hidden(int smallNumber) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Numbers below {smallNumber} print as fewer than {smallNumber}; a number from which one of them would follow prints as {NotShown}."
        );

    public static string Heading(CountUnit count) => count == CountUnit.Scrs ? "SCRs (reports)" : "Distinct cases";

    public static string Heading(RowsBy rows) =>
        rows switch
        {
            RowsBy.Category => "Category",
            RowsBy.Subcategory => "Subcategory",
            RowsBy.Type => "SCR type",
            RowsBy.Tco => "TCO involvement",
            _ => throw new ArgumentOutOfRangeException(nameof(rows), rows, null),
        };

    /// <summary>A TCO involvement as a row, or as a filter.</summary>
    public static string Heading(TcoFilter tco) =>
        tco switch
        {
            TcoFilter.All => "All",
            TcoFilter.Yes => "Yes",
            TcoFilter.No => "No",
            TcoFilter.NotRecorded => "Not recorded",
            _ => throw new ArgumentOutOfRangeException(nameof(tco), tco, null),
        };

    /// <summary>Of what: the category in full and its subcategory, or <em>all categories</em>.</summary>
    public static string Subject(StatisticQuery query, CategoryCatalogue catalogue) =>
        catalogue.TryFind(query.CategoryCode, out var category)
            ? StatisticWording.Subject(category.Name, query.Subcategory)
            : "all categories";

    /// <summary><c>Disruptions marked TCO involvement: yes, Cyber-Enabled Crime, FY 2018–2022</c>.</summary>
    public static string Title(StatisticView view, CategoryCatalogue catalogue) =>
        $"{StatisticWording.Heading(view.Query)}, {Subject(view.Query, catalogue)}, {StatisticWording.Years(view.Query.FirstYear, view.Query.LastYear)}";

    /// <summary>A year over its numbers: <c>FY 2026 through Oct 31, 2025, incomplete</c>.</summary>
    public static string Heading(FiscalYear year, Snapshot snapshot) =>
        snapshot.Covers(year) && !snapshot.IsComplete(year)
            ? $"{year} through {StatisticWording.Date(snapshot.AsOf)}, incomplete"
            : year.ToString();

    /// <summary>How the view is counted, in one sentence.</summary>
    public static string HowCounted(StatisticView view, CategoryCatalogue catalogue)
    {
        var query = view.Query;
        var reports =
            $"{StatisticWording.Phrase(query.Measure)}{StatisticWording.Phrase(query.Tco)}, {SubjectInSentence(query, catalogue)}, whose approval date lies in the fiscal year";
        var by = view.Rows switch
        {
            RowsBy.Category => "the category on the report",
            RowsBy.Subcategory => "the subcategory on the report",
            RowsBy.Type => "the type of the report",
            _ => "what the report counts as in TCO involvement",
        };
        return view.Count == CountUnit.Scrs
            ? $"Counted are {reports}, each once, by {by}; a case with several such reports is counted with each of them, and under {DistinctCases} once for all years together."
            : $"Counted are the distinct cases that have {reports}, by {by}; a case with such reports in several years or rows is counted once in each, and once in their total, so that the numbers do not add up.";
    }

    private static string SubjectInSentence(StatisticQuery query, CategoryCatalogue catalogue) =>
        query.CategoryCode is null ? "of all categories" : $"of the category {Subject(query, catalogue)}";
}
