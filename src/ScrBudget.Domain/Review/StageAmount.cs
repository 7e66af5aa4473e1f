using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>What OAO decided on a request.</summary>
public enum Decision
{
    Approved = 1,
    ApprovedInPart = 2,
    NotSelected = 3,
}

/// <summary>Stages whose amounts every request has; later ones are the cycle's.</summary>
public static class Stages
{
    public const int NameLength = 60;
    public const string ProgramOffice = "Program office";
    public const string Analyst = "Analyst";
    public const string Oao = "OAO";

    public static string Title(this Decision decision) =>
        decision switch
        {
            Decision.Approved => "Approved",
            Decision.ApprovedInPart => "Approved in part",
            _ => "Not selected",
        };
}

/// <summary>An amount of the budget year, as asked for or settled on at a stage. The last one of a stage counts.</summary>
/// <param name="Positions">Null where the stage gave none.</param>
/// <param name="Fte">Null where the stage gave none.</param>
public sealed record Amount(Money Dollars, int? Positions = null, int? Fte = null);

/// <summary>An <see cref="Amount"/> with its stage, who entered it and when. Amounts are added, never changed.</summary>
public sealed class StageAmount
{
    private StageAmount() { }

    internal StageAmount(int sequence, string stage, Amount amount, string note, string by, DateTime at)
    {
        Sequence = sequence;
        Stage = stage;
        Dollars = amount.Dollars.Dollars;
        Positions = amount.Positions;
        Fte = amount.Fte;
        Note = note;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public string Stage { get; private set; } = string.Empty;

    /// <summary>Whole dollars of the budget year.</summary>
    public long Dollars { get; private set; }

    public int? Positions { get; private set; }

    public int? Fte { get; private set; }

    /// <summary>May be empty.</summary>
    public string Note { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public Money Money => new(Dollars);
}

/// <summary>A transmitted request that a later stage took out: <em>used as transmitted; removed at (stage, date)</em>.</summary>
public sealed class DownstreamRemoval
{
    private DownstreamRemoval() { }

    internal DownstreamRemoval(int sequence, string stage, DateOnly on, string reason, string by, DateTime at)
    {
        Sequence = sequence;
        Stage = stage;
        On = on;
        Reason = reason;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public string Stage { get; private set; } = string.Empty;

    public DateOnly On { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>As the trail has it: <c>OMB, 2027-02-01</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Stage}, {On:yyyy-MM-dd}");
}
