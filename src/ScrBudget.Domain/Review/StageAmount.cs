using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

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

    public Amount Amount => new(Money, Positions, Fte);
}
