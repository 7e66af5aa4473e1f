using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>What a statistic counts. With a snapshot it is a citation: the same question has the same answer for good.</summary>
/// <param name="CategoryCode">Null for all categories.</param>
/// <param name="Subcategory">Null for the whole category.</param>
/// <param name="FirstYear">First fiscal year counted.</param>
/// <param name="LastYear">Last fiscal year counted, not before <paramref name="FirstYear"/>.</param>
public sealed record StatisticQuery(
    string? CategoryCode,
    string? Subcategory,
    FiscalYear FirstYear,
    FiscalYear LastYear,
    Measure Measure = Measure.Results,
    TcoFilter Tco = TcoFilter.All
)
{
    /// <summary>More years than any statistic here has; guards against a typing error that asks for centuries.</summary>
    public const int MaximumYears = 30;

    public IEnumerable<FiscalYear> Years =>
        Enumerable.Range(FirstYear.Year, LastYear.Year - FirstYear.Year + 1).Select(year => new FiscalYear(year));

    public Refusal? Problem()
    {
        if (LastYear < FirstYear)
        {
            return new Refusal("years-reversed", $"The last year, {LastYear}, lies before the first, {FirstYear}.");
        }

        if (LastYear.Year - FirstYear.Year >= MaximumYears)
        {
            return new Refusal("too-many-years", $"A statistic covers at most {MaximumYears} fiscal years.");
        }

        return Subcategory is not null && CategoryCode is null
            ? new Refusal("subcategory-without-category", "Choose the category that the subcategory belongs to.")
            : null;
    }
}

/// <summary>
/// The default years (domain.md section 5): the five most recent complete fiscal years before the request's submission
/// that the snapshot covers; any other choice prints <em>Years selected by the program office</em>.
/// </summary>
public static class DefaultYears
{
    public const int Count = 5;

    /// <param name="submissionYear">The fiscal year of submission, from the cycle.</param>
    /// <returns>Null when the snapshot covers no complete year before the submission.</returns>
    public static (FiscalYear First, FiscalYear Last)? For(Snapshot snapshot, FiscalYear submissionYear)
    {
        var last = Math.Min(snapshot.LastFiscalYear, submissionYear.Year - 1);
        while (last >= snapshot.FirstFiscalYear && !snapshot.IsComplete(new FiscalYear(last)))
        {
            last--;
        }

        return last < snapshot.FirstFiscalYear
            ? null
            : (new FiscalYear(Math.Max(snapshot.FirstFiscalYear, last - Count + 1)), new FiscalYear(last));
    }
}
