using ScrBudget.Application.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>The requests of one fiscal year of submission.</summary>
public sealed record YearUse(int Year, UseTally Transmitted, UseTally Interim);

/// <summary>The requests of one office.</summary>
public sealed record OfficeUse(
    string Code,
    string Name,
    UseTally Transmitted,
    UseTally Interim,
    RecommendationTally Recommendations
);

/// <summary>In how many requests one category came to what: transmitted ones, and those on their way apart.</summary>
public sealed record CategoryCount(string Code, string Name, OutcomeTally Transmitted, OutcomeTally Interim);

/// <summary>Requests by what became of one category; <see cref="CategoryOutcome.NotAsked"/> counts nowhere.</summary>
/// <param name="Applicable">Overlaps with the others: used and declined, and pending ones that apply.</param>
public sealed record OutcomeTally(int Applicable, int Used, int Declined, int NotApplicable, int Pending)
{
    /// <summary>All that were asked about the category.</summary>
    public int Asked => Used + Declined + NotApplicable + Pending;

    public Rate UsedOfAsked => new(Used, Asked);

    /// <summary>The report gives no baseline for it.</summary>
    public Rate UsedOfApplicable => new(Used, Applicable);

    public int this[CategoryOutcome outcome] =>
        outcome switch
        {
            CategoryOutcome.Used => Used,
            CategoryOutcome.Declined => Declined,
            CategoryOutcome.NotApplicable => NotApplicable,
            CategoryOutcome.Pending => Pending,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static OutcomeTally Of(IEnumerable<RequestDigest> requests, string categoryCode)
    {
        var counted = requests
            .SelectMany(request => request.Use.Categories.Where(category => category.CategoryCode == categoryCode))
            .ToList();
        return new OutcomeTally(
            counted.Count(category => category.IsApplicable),
            With(CategoryOutcome.Used),
            With(CategoryOutcome.Declined),
            With(CategoryOutcome.NotApplicable),
            With(CategoryOutcome.Pending)
        );

        int With(CategoryOutcome outcome) => counted.Count(category => category.Outcome == outcome);
    }
}

/// <summary>The tables of tracking, each counted from the same requests.</summary>
internal static class TrackingTables
{
    public static IReadOnlyList<YearUse> ByYear(IEnumerable<RequestDigest> requests, string? categoryCode) =>
        [
            .. requests
                .Where(request => request.Standing() is CountedAs.Transmitted or CountedAs.Interim)
                .GroupBy(request => request.SubmissionYear)
                .OrderBy(year => year.Key)
                .Select(year => new YearUse(
                    year.Key,
                    Tally(year, CountedAs.Transmitted, categoryCode),
                    Tally(year, CountedAs.Interim, categoryCode)
                )),
        ];

    public static IReadOnlyList<OfficeUse> ByOffice(
        IEnumerable<RequestDigest> requests,
        string? categoryCode,
        TimeProvider time
    ) =>
        [
            .. requests
                .Where(request => request.IsReviewed())
                .GroupBy(request => (request.OfficeCode, request.OfficeName))
                .OrderBy(office => office.Key.OfficeName, StringComparer.Ordinal)
                .Select(office => new OfficeUse(
                    office.Key.OfficeCode,
                    office.Key.OfficeName,
                    Tally(office, CountedAs.Transmitted, categoryCode),
                    Tally(office, CountedAs.Interim, categoryCode),
                    RecommendationTally.Of(office, categoryCode, time)
                )),
        ];

    /// <summary>Also those that no request has: that is what one looks for.</summary>
    public static IReadOnlyList<CategoryCount> ByCategory(
        IReadOnlyCollection<RequestDigest> requests,
        IEnumerable<ScrCategory> categories
    )
    {
        var transmitted = requests.Where(request => request.Standing() == CountedAs.Transmitted).ToList();
        var interim = requests.Where(request => request.Standing() == CountedAs.Interim).ToList();
        return
        [
            .. categories.Select(category => new CategoryCount(
                category.Code,
                category.Name,
                OutcomeTally.Of(transmitted, category.Code),
                OutcomeTally.Of(interim, category.Code)
            )),
        ];
    }

    public static UseTally Tally(IEnumerable<RequestDigest> requests, CountedAs standing, string? categoryCode) =>
        UseTally.Of(requests.Where(request => request.Standing() == standing), categoryCode);
}
