using System.Globalization;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Requests;

/// <summary>How a request answers one SCR category (domain.md section 8).</summary>
public enum CategoryDecision
{
    Unanswered = 0,

    /// <summary>A statistic of the category is cited by a token in Justification or Impact.</summary>
    Attached = 1,

    /// <summary>Applicable, but not used; with a coded and a worded reason.</summary>
    Declined = 2,

    /// <summary>Does not bear on what the request funds; with a reason.</summary>
    NotApplicable = 3,

    /// <summary>The author confirmed that a possible category bears on the request: now it needs an answer.</summary>
    BearsOnIt = 4,

    /// <summary>A possible category waved away; no reason asked.</summary>
    Dismissed = 5,
}

/// <summary>Why a category that bears on the request is not used.</summary>
public enum DeclineReason
{
    DataNotReliableEnough = 1,
    OtherDataStronger = 2,
    Other = 3,
}

public static class EvidenceWords
{
    public static string Title(this CategoryDecision decision) =>
        decision switch
        {
            CategoryDecision.NotApplicable => "Not applicable",
            CategoryDecision.BearsOnIt => "Unanswered",
            _ => decision.ToString(),
        };

    public static string Title(this DeclineReason reason) =>
        reason switch
        {
            DeclineReason.DataNotReliableEnough => "Data not reliable enough",
            DeclineReason.OtherDataStronger => "Other data stronger",
            _ => "Other",
        };
}

/// <summary>A statistic attached to a request: the query, the snapshot and edition that answer it, and its token.</summary>
public sealed class AttachedStatistic
{
    public const int ShowsLength = 500;

    private AttachedStatistic() { }

    internal AttachedStatistic(
        int number,
        StatisticQuery query,
        int snapshotNumber,
        int edition,
        string by,
        DateTime at
    )
    {
        Number = number;
        CategoryCode =
            query.CategoryCode ?? throw new ArgumentException("A citation names its category.", nameof(query));
        Subcategory = query.Subcategory;
        FirstYear = query.FirstYear.Year;
        LastYear = query.LastYear.Year;
        Measure = query.Measure;
        Tco = query.Tco;
        SnapshotNumber = snapshotNumber;
        Edition = edition;
        AttachedBy = by;
        AttachedAt = at;
    }

    /// <summary>1 prints as <c>{S1}</c>. Never reused within the request.</summary>
    public int Number { get; private set; }

    public string CategoryCode { get; private set; } = string.Empty;

    public string? Subcategory { get; private set; }

    public int FirstYear { get; private set; }

    public int LastYear { get; private set; }

    public Measure Measure { get; private set; }

    public TcoFilter Tco { get; private set; }

    /// <summary>The snapshot that is cited.</summary>
    public int SnapshotNumber { get; private set; }

    /// <summary>0 is the snapshot as published; validated editions count from 1.</summary>
    public int Edition { get; private set; }

    public string AttachedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime AttachedAt { get; private set; }

    public StatisticQuery Query =>
        new(CategoryCode, Subcategory, new FiscalYear(FirstYear), new FiscalYear(LastYear), Measure, Tco);

    /// <summary>Without braces, as lists name it: <c>S1</c>.</summary>
    public string Token => string.Create(CultureInfo.InvariantCulture, $"S{Number}");

    /// <summary>The whole citation, as the audit trail names it.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Token}: {StatisticWording.Phrase(Measure)}{StatisticWording.Phrase(Tco)}, {CategoryCode}{(Subcategory is null ? string.Empty : $" ({Subcategory})")}, {StatisticWording.Years(Query.FirstYear, Query.LastYear)}, snapshot {SnapshotNumber}, edition {Edition}"
        );
}

/// <summary>One answer to a category. Answers are added, never overwritten: the last one counts.</summary>
public sealed class CategoryAnswer
{
    public const int ReasonLength = 500;

    /// <summary>How a reason for <em>not applicable</em> begins, so that it speaks of what is funded.</summary>
    public const string NotApplicableOpening = "This request funds";

    private CategoryAnswer() { }

    internal CategoryAnswer(
        int sequence,
        string categoryCode,
        CategoryDecision decision,
        DeclineReason? declineReason,
        string reason,
        int? figureNumber,
        int? recommendationNumber,
        string by,
        DateTime at
    )
    {
        Sequence = sequence;
        CategoryCode = categoryCode;
        Decision = decision;
        DeclineReason = declineReason;
        Reason = reason;
        FigureNumber = figureNumber;
        RecommendationNumber = recommendationNumber;
        By = by;
        At = at;
    }

    /// <summary>The same in the request that took the other in, where it answers no recommendation.</summary>
    internal CategoryAnswer MovedTo(int sequence)
    {
        var moved = (CategoryAnswer)MemberwiseClone();
        (moved.Sequence, moved.RecommendationNumber) = (sequence, null);
        return moved;
    }

    /// <summary>Counts the answers of the request, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>Empty for <em>none applies</em>, the answer of a request for which nothing is suggested.</summary>
    public string CategoryCode { get; private set; } = string.Empty;

    public CategoryDecision Decision { get; private set; }

    /// <summary>Set for <see cref="CategoryDecision.Declined"/> only.</summary>
    public DeclineReason? DeclineReason { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    /// <summary>The statistic that was attached, for <see cref="CategoryDecision.Attached"/>.</summary>
    public int? FigureNumber { get; private set; }

    /// <summary>The analyst's recommendation that it answers; null for an answer that nobody had asked for.</summary>
    public int? RecommendationNumber { get; private set; }

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
