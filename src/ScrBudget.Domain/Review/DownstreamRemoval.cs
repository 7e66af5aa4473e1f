namespace ScrBudget.Domain.Review;

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
