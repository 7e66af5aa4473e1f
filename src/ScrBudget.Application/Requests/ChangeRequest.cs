using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Review;
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
public sealed class ChangeRequest(
    IDbContextFactory<ScrBudgetContext> contexts,
    ReviewNotices notices,
    TimeProvider time
)
{
    /// <summary>Each failed attempt means that somebody else's save succeeded: as many people as ever work on one request.</summary>
    private const int Attempts = 64;

    /// <param name="permission">What it takes at least; where a move decides, the rule asks for more.</param>
    /// <param name="seen">
    /// The version that was on the screen: what somebody decides is decided on what they saw. Null where the rule guards
    /// smaller parts by themselves.
    /// </param>
    public async Task<Outcome<T>> ExecuteAsync<T>(
        string number,
        Guid? seen,
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
            var taken = await TakeAsync(context, number, seen, by, permission, cancellation);
            if (!taken.IsDone)
            {
                return taken.Refusal;
            }

            var at = time.Now();
            var inHand = new RequestInHand(taken.Value, context, by, at);
            var before = RequestProgress.Of(taken.Value);
            var outcome = await change(inHand);
            if (!outcome.IsDone || !context.ChangeTracker.HasChanges())
            {
                return outcome;
            }

            await notices.AddAsync(inHand, before, cancellation);
            // After the change: it may have loaded a second request.
            var loaded = VersionsIn(context);
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
                if (!await HasMovedOnAsync(loaded, cancellation))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>What a change would lead to, by the same rule; nothing of it is saved.</summary>
    public async Task<Outcome<T>> PreviewAsync<T>(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Task<Outcome<T>>> change,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var taken = await TakeAsync(context, RequestNumber.Normalize(number), null, by, permission, cancellation);
        return taken.IsDone ? await change(new RequestInHand(taken.Value, context, by, time.Now())) : taken.Refusal;
    }

    private static async Task<Outcome<ResourceRequest>> TakeAsync(
        ScrBudgetContext context,
        string number,
        Guid? seen,
        Person by,
        Permission permission,
        CancellationToken cancellation
    )
    {
        var request = await context.Requests.AsSplitQuery().SingleOrDefaultAsync(r => r.Number == number, cancellation);
        if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
        {
            return RequestRefusals.NotFound;
        }

        if (!by.Can(permission, request.OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        return seen is null || seen == request.Version
            ? request
            : await ChangedMeanwhileAsync(context, request, cancellation);
    }

    /// <summary>Who changed the request last, and what they did.</summary>
    internal static async Task<Refusal> ChangedMeanwhileAsync(
        ScrBudgetContext context,
        ResourceRequest request,
        CancellationToken cancellation
    )
    {
        var subject = request.AuditSubject;
        var last = await context
            .AuditEntries.Where(entry => entry.Subject == subject)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.ByName, entry.Action })
            .FirstAsync(cancellation);
        return RequestRefusals.RequestChanged(request.Number, last.ByName, last.Action);
    }

    /// <summary>A merge holds two requests; each may have moved on.</summary>
    private static Dictionary<Guid, Guid> VersionsIn(ScrBudgetContext context) =>
        context
            .ChangeTracker.Entries<ResourceRequest>()
            .ToDictionary(entry => entry.Entity.Id, entry => entry.Property(request => request.Version).OriginalValue);

    private async Task<bool> HasMovedOnAsync(Dictionary<Guid, Guid> loaded, CancellationToken cancellation)
    {
        var ids = loaded.Keys.ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = await context
            .Requests.Where(request => ids.Contains(request.Id))
            .Select(request => new { request.Id, request.Version })
            .ToListAsync(cancellation);
        return now.Exists(request => loaded[request.Id] != request.Version);
    }

    /// <summary>A change whose rule guards smaller parts by themselves, whatever was on the screen.</summary>
    public Task<Outcome<T>> ExecuteAsync<T>(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Task<Outcome<T>>> change,
        CancellationToken cancellation = default
    ) => ExecuteAsync(number, null, by, permission, change, cancellation);

    public Task<Outcome> ExecuteAsync(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Outcome> change,
        CancellationToken cancellation = default
    ) => ExecuteAsync(number, null, by, permission, change, cancellation);

    public Task<Outcome> ExecuteAsync(
        string number,
        Person by,
        Permission permission,
        Func<RequestInHand, Task<Outcome>> change,
        CancellationToken cancellation = default
    ) => ExecuteAsync(number, null, by, permission, change, cancellation);

    public Task<Outcome> ExecuteAsync(
        string number,
        Guid? seen,
        Person by,
        Permission permission,
        Func<RequestInHand, Outcome> change,
        CancellationToken cancellation = default
    ) => ExecuteAsync(number, seen, by, permission, inHand => Task.FromResult(change(inHand)), cancellation);

    public async Task<Outcome> ExecuteAsync(
        string number,
        Guid? seen,
        Person by,
        Permission permission,
        Func<RequestInHand, Task<Outcome>> change,
        CancellationToken cancellation = default
    )
    {
        var outcome = await ExecuteAsync<bool>(
            number,
            seen,
            by,
            permission,
            async inHand => (await change(inHand)).Refusal is { } refusal ? refusal : true,
            cancellation
        );
        return outcome.IsDone ? Outcome.Done : outcome.Refusal;
    }
}
