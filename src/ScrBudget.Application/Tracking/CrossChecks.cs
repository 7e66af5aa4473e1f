using System.Globalization;
using System.Text;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>What is looked for over the requests of a cycle.</summary>
public enum CrossCheck
{
    /// <summary>One statistic, quoted with different values or from different snapshots.</summary>
    StatisticQuotedDifferently = 1,

    /// <summary>One result, in Impact of requests of two offices.</summary>
    ResultClaimedTwice = 2,

    /// <summary>Amounts of an office's requests that should be the same and are not.</summary>
    TotalsDiffer = 3,

    /// <summary>Titles that are the same but for capitals, signs and spaces.</summary>
    DuplicateTitle = 4,

    /// <summary>A category that the report names for an office, cited in no request of it.</summary>
    CategoryMissing = 5,
}

/// <summary>One finding of a <see cref="CrossCheck"/>: a reason to look, which blocks nothing.</summary>
/// <param name="Subject">What it is about: a statistic, an office, a title.</param>
/// <param name="Words">What was found, in sentences.</param>
/// <param name="Requests">Numbers of the requests that it is about.</param>
public sealed record CrossFinding(CrossCheck Check, string Subject, string Words, IReadOnlyList<string> Requests);

public static class CrossCheckWords
{
    public static string Title(this CrossCheck check) =>
        check switch
        {
            CrossCheck.StatisticQuotedDifferently => "One statistic quoted with different values or sources",
            CrossCheck.ResultClaimedTwice => "One result claimed by two offices",
            CrossCheck.TotalsDiffer => "Totals that do not add up",
            CrossCheck.DuplicateTitle => "Duplicate titles",
            _ => "A category that matters to an office in no request of it",
        };

    /// <summary>What to do about it.</summary>
    public static string Remedy(this CrossCheck check) =>
        check switch
        {
            CrossCheck.StatisticQuotedDifferently =>
                "Refresh the older figure, or keep it with a reason that the reader can see.",
            CrossCheck.ResultClaimedTwice =>
                "The same reports may support several needs, but one result has one cause: ask the offices which request it belongs to.",
            CrossCheck.TotalsDiffer => "Hand the request in again, or correct the amount of the stage.",
            CrossCheck.DuplicateTitle => "Merge the requests, or give each a title that says what it funds.",
            _ => "Recommend the category to one of the requests, or record why it bears on none of them.",
        };
}

/// <summary>Rules over the requests of one cycle; merged and withdrawn ones are outside all of them.</summary>
public static class CrossChecks
{
    /// <param name="requests">Of one budget year.</param>
    /// <param name="offices">Whose categories are looked for.</param>
    /// <param name="categoryName">Full names by code.</param>
    public static IReadOnlyList<CrossFinding> Of(
        IEnumerable<RequestDigest> requests,
        IReadOnlyCollection<Office> offices,
        Func<string, string> categoryName
    )
    {
        var active = requests
            .Where(request => request.Standing() is not (CountedAs.Merged or CountedAs.Withdrawn))
            .OrderBy(request => request.Number, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. QuotedDifferently(active, categoryName),
            .. ClaimedTwice(active, categoryName),
            .. OfficeTotals.Differing(active),
            .. DuplicateTitles(active),
            .. MissingCategories(active, offices, categoryName),
        ];
    }

    private static IEnumerable<CrossFinding> QuotedDifferently(
        IEnumerable<RequestDigest> active,
        Func<string, string> categoryName
    ) =>
        from statistic in Citations(active).GroupBy(citation => citation.Figure.Attached.Query)
        let sources = statistic.Select(citation => TrackedWording.Source(citation.Figure.Attached)).Distinct().Count()
        let values = statistic.Select(citation => citation.Figure.Quoted).OfType<QuotedFigure>().Distinct().Count()
        where sources > 1 || values > 1
        select new CrossFinding(
            CrossCheck.StatisticQuotedDifferently,
            Named(statistic.Key, categoryName),
            string.Join(
                "; ",
                statistic.Select(citation =>
                    $"{citation.Request.Number} {citation.Figure.Attached.Token} {(citation.Figure.Quoted is { } quoted ? $"quotes {quoted}" : "is not handed in with it yet")} ({TrackedWording.Source(citation.Figure.Attached)})"
                )
            ) + (values > 1 ? "." : "; the values that were handed in are the same."),
            Numbers(statistic.Select(citation => citation.Request))
        );

    private static IEnumerable<CrossFinding> ClaimedTwice(
        IEnumerable<RequestDigest> active,
        Func<string, string> categoryName
    ) =>
        from result in Citations(active)
            .Where(citation => citation.Figure.Sections.Contains(SectionKind.Impact))
            .GroupBy(citation => citation.Figure.Attached.Query)
        let offices = result.Select(citation => citation.Request.OfficeName).Distinct().ToList()
        where offices.Count > 1
        select new CrossFinding(
            CrossCheck.ResultClaimedTwice,
            Named(result.Key, categoryName),
            $"In Impact of requests of {Offices(offices)}, as the effect of each.",
            Numbers(result.Select(citation => citation.Request))
        );

    private static IEnumerable<CrossFinding> DuplicateTitles(IEnumerable<RequestDigest> active) =>
        from title in active.GroupBy(request => Normalized(request.Title), StringComparer.Ordinal)
        where title.Count() > 1
        select new CrossFinding(
            CrossCheck.DuplicateTitle,
            title.First().Title,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The title of {title.Count()} requests, of {Offices(title.Select(request => request.OfficeName).Distinct())}."
            ),
            Numbers(title)
        );

    /// <summary>An office without a request in the cycle is not looked at: it asks for nothing.</summary>
    private static IEnumerable<CrossFinding> MissingCategories(
        IReadOnlyCollection<RequestDigest> active,
        IEnumerable<Office> offices,
        Func<string, string> categoryName
    ) =>
        from office in offices
        let own = active.Where(request => request.OfficeCode == office.Code).ToList()
        where own.Count > 0
        from standing in office.StandingCategories
        where standing.Strength == CategoryStrength.Suggested
        let code = standing.CategoryCode
        where
            !own.Exists(request =>
                request.Cited().Any(figure => figure.Attached.CategoryCode == code && figure.Bears != false)
            )
        select new CrossFinding(
            CrossCheck.CategoryMissing,
            $"{categoryName(code)}, {office.Name}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Cited in none of the office’s {own.Count} {(own.Count == 1 ? "request" : "requests")}: {Answers(own, code)}."
            ),
            Numbers(own)
        );

    private static string Answers(List<RequestDigest> requests, string categoryCode)
    {
        var words = requests
            .SelectMany(request => request.Use.Categories.Where(category => category.CategoryCode == categoryCode))
            .CountBy(category => category.Outcome)
            .OrderBy(outcome => outcome.Key)
            .Select(outcome =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{outcome.Key.Title().ToLowerInvariant()} in {outcome.Value}"
                )
            );
        return string.Join(", ", words);
    }

    private static IEnumerable<(RequestDigest Request, FigureDigest Figure)> Citations(
        IEnumerable<RequestDigest> requests
    ) => requests.SelectMany(request => request.Cited().Select(figure => (request, figure)));

    private static string Named(StatisticQuery query, Func<string, string> categoryName) =>
        $"{StatisticWording.Heading(query)}, {StatisticWording.Subject(categoryName(query.CategoryCode!), query.Subcategory)}, {StatisticWording.Years(query.FirstYear, query.LastYear)}";

    /// <summary>Letters and digits alone, in small letters: what a reader takes for the same title.</summary>
    private static string Normalized(string title)
    {
        var words = new StringBuilder(title.Length);
        foreach (var character in SyntheticRequest.Unmarked(title).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToLowerInvariant(character));
            }
        }

        return words.ToString();
    }

    private static List<string> Numbers(IEnumerable<RequestDigest> requests) =>
        [.. requests.Select(request => request.Number).Distinct()];

    /// <summary>Their names hold commas and "and" themselves.</summary>
    private static string Offices(IEnumerable<string> names) => string.Join("; ", names);
}
