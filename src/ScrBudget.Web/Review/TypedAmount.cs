using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Review;

/// <summary>
/// An amount of the budget year while it is typed, for <see cref="AmountFields"/>. What stands there unasked is only a
/// proposal: another one takes its place, but never that of what somebody typed.
/// </summary>
/// <param name="idPrefix">Unique on the page; the inputs are <c>PREFIX-dollars</c>, <c>-positions</c> and <c>-fte</c>.</param>
public sealed class TypedAmount(string idPrefix)
{
    private readonly HashSet<string> typed = new(StringComparer.Ordinal);

    /// <summary>Of the whole form: its command does not run while a number cannot be read.</summary>
    public UnreadableNumbers Unreadable { get; } = new();

    public string DollarsId { get; } = $"{idPrefix}-dollars";

    public string PositionsId { get; } = $"{idPrefix}-positions";

    public string FteId { get; } = $"{idPrefix}-fte";

    public decimal? Dollars { get; private set; }

    public decimal? Positions { get; private set; }

    public decimal? Fte { get; private set; }

    /// <summary>The inputs' ids by the fields that refusals name.</summary>
    public IReadOnlyDictionary<string, string> Ids =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["amount"] = DollarsId,
            ["positions"] = PositionsId,
            ["fte"] = FteId,
        };

    /// <summary>Does it hold more than a proposal?</summary>
    public bool IsTyped => typed.Count > 0 || Unreadable.Problems.Count > 0;

    public void TypeDollars(decimal? dollars) => (Dollars, _) = (dollars, typed.Add(DollarsId));

    public void TypePositions(decimal? positions) => (Positions, _) = (positions, typed.Add(PositionsId));

    public void TypeFte(decimal? fte) => (Fte, _) = (fte, typed.Add(FteId));

    /// <summary>Fills the fields in which nobody has typed.</summary>
    public void Propose(Amount? amount)
    {
        Dollars = IsTypedAt(DollarsId) ? Dollars : amount?.Dollars.Dollars;
        Positions = IsTypedAt(PositionsId) ? Positions : amount?.Positions;
        Fte = IsTypedAt(FteId) ? Fte : amount?.Fte;
    }

    /// <summary>Empties the fields, for the next amount.</summary>
    public void Clear()
    {
        typed.Clear();
        (Dollars, Positions, Fte) = (null, null, null);
    }

    /// <summary>What was typed, once all of it can be read; refused without dollars.</summary>
    public Outcome<Amount> Read() =>
        Dollars is { } dollars
            ? new Amount(new Money((long)dollars), (int?)Positions, (int?)Fte)
            : RequestRefusals.NotUsable("Amount", "give it in whole dollars; nothing is 0.");

    /// <summary>In words: $2,000,000, 10 positions, 5 FTE.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            new[]
            {
                Dollars is { } dollars ? new Money((long)dollars).ToString() : null,
                Positions is { } positions ? $"{NumberText.Format(positions)} positions" : null,
                Fte is { } fte ? $"{NumberText.Format(fte)} FTE" : null,
            }.OfType<string>()
        );

    // What cannot be read was typed too, although no value came of it.
    private bool IsTypedAt(string id) =>
        typed.Contains(id) || Unreadable.Problems.Any(problem => problem.FieldId == id);
}
