using System.Globalization;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Review;

/// <summary>What an analyst recommends: a category, a subcategory of it, or one statistic.</summary>
/// <param name="Statistic">Null where the choice of the figure is the author's.</param>
/// <param name="SnapshotNumber">The snapshot that answers <paramref name="Statistic"/>; 0 without one.</param>
public sealed record RecommendedData(
    string CategoryCode,
    string? Subcategory = null,
    StatisticQuery? Statistic = null,
    int SnapshotNumber = 0,
    int Edition = 0
)
{
    /// <summary>A statistic is of the category and subcategory that are recommended, so that answering one answers both.</summary>
    /// <returns>Null where it is, and where no single statistic is recommended.</returns>
    public Refusal? Problem() =>
        Statistic is null ? null
        : Statistic.CategoryCode != CategoryCode || (Subcategory is not null && Subcategory != Statistic.Subcategory)
            ? new Refusal(
                "recommendation-contradicted",
                $"The statistic is of {Statistic.CategoryCode ?? "every category"}, the recommendation of {CategoryCode}{(Subcategory is null ? string.Empty : $" ({Subcategory})")}. Choose a statistic of the category that is recommended."
            )
        : Statistic.Problem();
}

/// <summary>How a recommendation stands: derived from the answers and from what the analyst found of them.</summary>
public enum RecommendationState
{
    AwaitingAnswer = 1,

    /// <summary>The office answered; an analyst has yet to accept or refuse that.</summary>
    Answered = 2,

    /// <summary>The analyst put the answer before the compiler.</summary>
    Escalated = 3,
    Settled = 4,
}

/// <summary>An analyst's recommendation to use SCR data. Kept as it was made; the answers to it are the request's own.</summary>
public sealed class Recommendation
{
    public const int WhyLength = 500;

    private Recommendation() { }

    internal Recommendation(
        int number,
        RecommendedData data,
        string why,
        bool isLate,
        string byId,
        string by,
        DateTime at
    )
    {
        Number = number;
        CategoryCode = data.CategoryCode;
        Subcategory = data.Statistic?.Subcategory ?? data.Subcategory;
        FirstYear = data.Statistic?.FirstYear.Year;
        LastYear = data.Statistic?.LastYear.Year;
        Measure = data.Statistic?.Measure;
        Tco = data.Statistic?.Tco;
        SnapshotNumber = data.SnapshotNumber;
        Edition = data.Edition;
        Why = why;
        IsLate = isLate;
        ById = byId;
        By = by;
        At = at;
    }

    /// <summary>1 is shown as <c>R1</c>. Never reused within the request.</summary>
    public int Number { get; private set; }

    public string CategoryCode { get; private set; } = string.Empty;

    public string? Subcategory { get; private set; }

    public int? FirstYear { get; private set; }

    public int? LastYear { get; private set; }

    public Measure? Measure { get; private set; }

    public TcoFilter? Tco { get; private set; }

    /// <summary>0 where no single statistic is recommended.</summary>
    public int SnapshotNumber { get; private set; }

    public int Edition { get; private set; }

    public string Why { get; private set; } = string.Empty;

    /// <summary>Made after transmission: for the next cycle, outside this one's use (domain.md section 8).</summary>
    public bool IsLate { get; private set; }

    public string ById { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The request that it was made to, which was merged into this one; null for one of its own.</summary>
    public string? MovedFrom { get; private set; }

    /// <summary>Null where the choice of the figure is the author's.</summary>
    public StatisticQuery? Query =>
        FirstYear is { } first
            ? new StatisticQuery(
                CategoryCode,
                Subcategory,
                new FiscalYear(first),
                new FiscalYear(LastYear!.Value),
                Measure!.Value,
                Tco!.Value
            )
            : null;

    /// <summary>As lists name it: <c>R1</c>.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"R{Number}");

    /// <summary>Is this figure what was recommended, wholly and not in part?</summary>
    public bool IsMetBy(AttachedStatistic figure) =>
        figure.CategoryCode == CategoryCode
        && (Query is { } query ? figure.Query == query : Subcategory is null || figure.Subcategory == Subcategory);

    /// <summary>Is the same category, subcategory and statistic recommended?</summary>
    public bool AsksTheSameAs(Recommendation other) =>
        CategoryCode == other.CategoryCode && Subcategory == other.Subcategory && Query == other.Query;

    /// <summary>The same in the request that took the other in: who made it and when stays.</summary>
    internal Recommendation MovedTo(int number, string from)
    {
        var moved = (Recommendation)MemberwiseClone();
        (moved.Number, moved.MovedFrom) = (number, from);
        return moved;
    }

    /// <summary>What is recommended, as the audit trail names it.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Label}: {CategoryCode}{(Subcategory is null ? string.Empty : $" ({Subcategory})")}{(Query is { } query ? $", {StatisticWording.Phrase(query.Measure)}{StatisticWording.Phrase(query.Tco)}, {StatisticWording.Years(query.FirstYear, query.LastYear)}, snapshot {SnapshotNumber}, edition {Edition}" : string.Empty)}"
        );
}
