using System.Globalization;

namespace ScrBudget.Domain.Requests;

/// <summary>The cost plan of a request: its lines, and amounts entered instead of computed ones.</summary>
public sealed partial class ResourceRequest
{
    /// <summary>Lines of a kind that a plan can hold, removed ones included; a one-page request has a few.</summary>
    public const int MaximumLines = 60;

    private readonly List<PositionLine> positionLines = [];
    private readonly List<NonPersonnelLine> nonPersonnelLines = [];
    private readonly List<CostOverride> costOverrides = [];

    /// <summary>Removed ones included.</summary>
    public IReadOnlyList<PositionLine> PositionLines => [.. positionLines.OrderBy(line => line.Order)];

    /// <summary>Removed ones included.</summary>
    public IReadOnlyList<NonPersonnelLine> NonPersonnelLines => [.. nonPersonnelLines.OrderBy(line => line.Order)];

    /// <summary>In the order of the plan's lines, then by year: databases order keys each in their own way.</summary>
    public IReadOnlyList<CostOverride> CostOverrides =>
        [
            .. costOverrides
                .OrderBy(entered => positionLines.All(line => line.Id != entered.LineId))
                .ThenBy(entered =>
                    positionLines.Find(line => line.Id == entered.LineId)?.Order
                    ?? nonPersonnelLines.Find(line => line.Id == entered.LineId)?.Order
                )
                .ThenBy(entered => entered.Year),
        ];

    /// <summary>Everything that the lines come to, for the budget year and the years after.</summary>
    /// <param name="yearsCovered">From the cycle.</param>
    public CostPlan Cost(int yearsCovered) => new(Year, yearsCovered, PositionLines, NonPersonnelLines, costOverrides);

    /// <returns>The new line's key.</returns>
    public Outcome<Guid> AddPositions(PositionLineInput input, DateTime at)
    {
        var cleaned = input.Checked();
        if ((NotEditable() ?? Full(positionLines.Count) ?? cleaned.Refusal) is { } refusal)
        {
            return refusal;
        }

        var line = new PositionLine(positionLines.Count + 1, cleaned.Value);
        positionLines.Add(line);
        Note("Added a position line", at, after: cleaned.Value.ToString());
        return line.Id;
    }

    /// <returns>The new line's key.</returns>
    public Outcome<Guid> AddNonPersonnel(NonPersonnelLineInput input, DateTime at)
    {
        var cleaned = input.Checked();
        if ((NotEditable() ?? Full(nonPersonnelLines.Count) ?? cleaned.Refusal) is { } refusal)
        {
            return refusal;
        }

        var line = new NonPersonnelLine(nonPersonnelLines.Count + 1, cleaned.Value);
        nonPersonnelLines.Add(line);
        Note("Added a non-personnel line", at, after: cleaned.Value.ToString());
        return line.Id;
    }

    /// <summary>The present token of a line, removed or not; empty when the plan has no such line.</summary>
    public Guid LineVersion(Guid lineId) => Line(lineId)?.Version ?? Guid.Empty;

    /// <summary>Refused when somebody changed the line since <paramref name="basedOn"/>.</summary>
    public Outcome RevisePositions(Guid lineId, PositionLineInput input, Guid basedOn, DateTime at)
    {
        var cleaned = input.Checked();
        if ((NotEditable() ?? cleaned.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (positionLines.Find(line => line.Id == lineId) is not { } line)
        {
            return RequestRefusals.NoSuchLine;
        }

        if (line.AsInput() == cleaned.Value)
        {
            return Outcome.Done;
        }

        if (Stale(line, basedOn) is { } stale)
        {
            return stale;
        }

        Note("Revised a position line", at, line.AsInput().ToString(), cleaned.Value.ToString());
        line.Set(cleaned.Value);
        return Outcome.Done;
    }

    /// <summary>Refused when somebody changed the line since <paramref name="basedOn"/>.</summary>
    public Outcome ReviseNonPersonnel(Guid lineId, NonPersonnelLineInput input, Guid basedOn, DateTime at)
    {
        var cleaned = input.Checked();
        if ((NotEditable() ?? cleaned.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (nonPersonnelLines.Find(line => line.Id == lineId) is not { } line)
        {
            return RequestRefusals.NoSuchLine;
        }

        if (line.AsInput() == cleaned.Value)
        {
            return Outcome.Done;
        }

        if (Stale(line, basedOn) is { } stale)
        {
            return stale;
        }

        Note("Revised a non-personnel line", at, line.AsInput().ToString(), cleaned.Value.ToString());
        line.Set(cleaned.Value);
        return Outcome.Done;
    }

    /// <summary>Takes a line out of the plan or puts it back; it keeps what it held.</summary>
    public Outcome SetRemoved(Guid lineId, bool isRemoved, Guid basedOn, DateTime at)
    {
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (Line(lineId) is not { } line)
        {
            return RequestRefusals.NoSuchLine;
        }

        if (line.IsRemoved == isRemoved)
        {
            return Outcome.Done;
        }

        if (Stale(line, basedOn) is { } stale)
        {
            return stale;
        }

        line.IsRemoved = isRemoved;
        Note(
            isRemoved ? "Removed a cost line" : "Put a cost line back",
            at,
            isRemoved ? line.Held : null,
            isRemoved ? null : line.Held
        );
        return Outcome.Done;
    }

    /// <summary>Enters an amount instead of the computed one; null goes back to the computed one.</summary>
    /// <param name="amount">Rounded to whole thousands like a computed one.</param>
    /// <param name="reason">Kept beside the amount and printed in the exhibit.</param>
    /// <param name="basedOn">The line's version that was on the screen.</param>
    public Outcome Override(
        Guid lineId,
        int year,
        Money? amount,
        string reason,
        int yearsCovered,
        Guid basedOn,
        DateTime at
    )
    {
        var cleaned = TextCleaning.Line(reason);
        if (NotEditable() is { } refusal)
        {
            return refusal;
        }

        if (Line(lineId) is not { } line)
        {
            return RequestRefusals.NoSuchLine;
        }

        if (year < BudgetYear || year >= BudgetYear + yearsCovered)
        {
            return RequestRefusals.NotUsable(
                "Year",
                $"the plan covers FY {BudgetYear} to FY {BudgetYear + yearsCovered - 1}."
            );
        }

        if (amount is { } asked && Math.Abs(asked.Dollars) > CostPlan.MaximumLineDollars)
        {
            return RequestRefusals.NotUsable("Amount", $"enter {new Money(CostPlan.MaximumLineDollars)} at most.");
        }

        if (amount is not null && cleaned.Length == 0)
        {
            return RequestRefusals.ReasonMissing;
        }

        if (cleaned.Length > CostOverride.ReasonLength)
        {
            return RequestRefusals.TooLong("Reason", cleaned.Length, CostOverride.ReasonLength);
        }

        var entered = costOverrides.Find(existing => existing.LineId == lineId && existing.Year == year);
        var dollars = amount is { } given ? Money.RoundedToThousands(given.Dollars).Dollars : (long?)null;
        if (entered?.Dollars == dollars && (entered is null || entered.Reason == cleaned))
        {
            return Outcome.Done;
        }

        if (Stale(line, basedOn) is { } stale)
        {
            return stale;
        }

        line.Touch();
        var (label, computed) = Computed(lineId, year);
        if (entered is not null)
        {
            costOverrides.Remove(entered);
        }

        if (dollars is { } whole)
        {
            costOverrides.Add(new CostOverride(lineId, year, whole, cleaned));
        }

        Note(
            string.Create(CultureInfo.InvariantCulture, $"Overrode a cost line in FY {year}"),
            at,
            $"{label}: {(entered is null ? computed : $"{new Money(entered.Dollars)} ({entered.Reason})")}",
            $"{label}: {(dollars is { } now ? $"{new Money(now)} instead of {computed}" : computed)}",
            cleaned
        );
        return Outcome.Done;
    }

    /// <summary>A line and what it comes to without anybody's amounts, for the audit trail.</summary>
    private (string Label, string Computed) Computed(Guid lineId, int year)
    {
        var label =
            positionLines.Find(line => line.Id == lineId)?.Type
            ?? nonPersonnelLines.Find(line => line.Id == lineId)?.Item
            ?? string.Empty;
        var plan = new CostPlan(Year, year - BudgetYear + 1, PositionLines, NonPersonnelLines, []);
        return plan.Lines.FirstOrDefault(line => line.Id == lineId) is { } line
            ? (label, $"computed {line.Amounts[^1]}")
            : (label, "computed: nothing, the line is removed");
    }

    private ICostLine? Line(Guid lineId) =>
        positionLines.Find(line => line.Id == lineId) ?? (ICostLine?)nonPersonnelLines.Find(line => line.Id == lineId);

    private Refusal? Stale(ICostLine line, Guid basedOn)
    {
        if (line.Version == basedOn)
        {
            return null;
        }

        var entered = CostOverrides
            .Where(amount => amount.LineId == line.Id)
            .Select(amount =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $", {new Money(amount.Dollars)} entered for FY {amount.Year} ({amount.Reason})"
                )
            );
        return RequestRefusals.LineChanged(
            $"{line.Held}{string.Concat(entered)}{(line.IsRemoved ? ", removed" : string.Empty)}"
        );
    }

    private static Refusal? Full(int lines) =>
        lines < MaximumLines
            ? null
            : new Refusal(
                "cost-lines-full",
                $"A plan holds at most {MaximumLines} lines of a kind, removed ones included."
            );
}
