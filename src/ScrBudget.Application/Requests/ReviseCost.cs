using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>Adds a position line (no key; based on nothing) or revises the version of one that was on the screen.</summary>
public sealed class SavePositionLine(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        string number,
        Guid? lineId,
        PositionLineInput input,
        Guid basedOn,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            number,
            by,
            Permission.DraftRequests,
            inHand =>
                lineId is { } id ? inHand.Request.RevisePositions(id, input, basedOn, inHand.At)
                : inHand.Request.AddPositions(input, inHand.At) is { Refusal: { } refusal } ? refusal
                : Outcome.Done,
            cancellation
        );
}

/// <summary>Adds a non-personnel line (no key; based on nothing) or revises the version of one that was on the screen.</summary>
public sealed class SaveNonPersonnelLine(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        string number,
        Guid? lineId,
        NonPersonnelLineInput input,
        Guid basedOn,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            number,
            by,
            Permission.DraftRequests,
            inHand =>
                lineId is { } id ? inHand.Request.ReviseNonPersonnel(id, input, basedOn, inHand.At)
                : inHand.Request.AddNonPersonnel(input, inHand.At) is { Refusal: { } refusal } ? refusal
                : Outcome.Done,
            cancellation
        );
}

/// <summary>Takes a cost line out of the plan, or puts it back with all that it held.</summary>
public sealed class RemoveCostLine(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(
        string number,
        Guid lineId,
        bool isRemoved,
        Guid basedOn,
        Person by,
        CancellationToken cancellation = default
    ) =>
        changes.ExecuteAsync(
            number,
            by,
            Permission.DraftRequests,
            inHand => inHand.Request.SetRemoved(lineId, isRemoved, basedOn, inHand.At),
            cancellation
        );
}

/// <param name="Amount">Null goes back to the computed amount.</param>
/// <param name="BasedOn">The line's version that was on the screen.</param>
public sealed record OverrideAmountInput(
    string Number,
    Guid LineId,
    int Year,
    Money? Amount,
    string Reason,
    Guid BasedOn
);

/// <summary>Enters an amount for one line and year instead of the computed one.</summary>
public sealed class OverrideAmount(ChangeRequest changes)
{
    public Task<Outcome> ExecuteAsync(OverrideAmountInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                var years = await inHand
                    .Context.Cycles.Where(cycle => cycle.BudgetYear == inHand.Request.BudgetYear)
                    .Select(cycle => cycle.YearsCovered)
                    .SingleAsync(cancellation);
                return inHand.Request.Override(
                    input.LineId,
                    input.Year,
                    input.Amount,
                    input.Reason,
                    years,
                    input.BasedOn,
                    inHand.At
                );
            },
            cancellation
        );
}
