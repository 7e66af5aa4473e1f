using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>What a change works with: the request as it is now, the open context and the time.</summary>
public sealed record RequestInHand(ResourceRequest Request, ScrBudgetContext Context, Person By, DateTime At);

/// <summary>
/// The way of every write to a request: load, authorise by role and office, let the rule decide (state included), save
/// with its audit entries. A collision on the request itself is tried again on the newer state; a collision within a
/// section is the rule's to refuse.
/// </summary>
public sealed class ChangeRequest(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Each failed attempt means that somebody else's save succeeded: as many people as ever work on one request.</summary>
    private const int Attempts = 64;

    public async Task<Outcome<T>> ExecuteAsync<T>(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Task<Outcome<T>>> change,
        CancellationToken cancellation = default
    )
    {
        number = RequestNumber.Normalize(number);
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var request = await context
                .Requests.AsSplitQuery()
                .SingleOrDefaultAsync(r => r.Number == number, cancellation);
            if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
            {
                return RequestRefusals.NotFound;
            }

            if (!by.Can(permission, request.OfficeCode))
            {
                return RequestRefusals.NotAllowed;
            }

            var at = time.Now();
            var loaded = request.Version;
            var outcome = await change(new RequestInHand(request, context, by, at));
            if (!outcome.IsDone || !context.ChangeTracker.HasChanges())
            {
                return outcome;
            }

            try
            {
                await context.SaveAsync(by, at, cancellation);
                return outcome;
            }
            catch (DbUpdateException failure) when (attempt < Attempts)
            {
                // Another window of the same person saved its working copy meanwhile: look at what it holds now.
                if (failure.Entries is { Count: > 0 } entries && entries.All(entry => entry.Entity is WorkingCopy))
                {
                    continue;
                }

                // The version or the next audit entry was taken by a save in between: decide again on what is there now.
                if (!await HasMovedOnAsync(number, loaded, cancellation))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> HasMovedOnAsync(string number, Guid from, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return !await context.Requests.AnyAsync(r => r.Number == number && r.Version == from, cancellation);
    }

    public async Task<Outcome> ExecuteAsync(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Outcome> change,
        CancellationToken cancellation = default
    )
    {
        var outcome = await ExecuteAsync<bool>(
            number,
            by,
            permission,
            inHand => Task.FromResult<Outcome<bool>>(change(inHand) is { Refusal: { } refusal } ? refusal : true),
            cancellation
        );
        return outcome.IsDone ? Outcome.Done : outcome.Refusal;
    }
}
