using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review.Deciding;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>Which ranking, and the version that the person saw.</summary>
/// <param name="OfficeCode">Null for the ranking over all offices.</param>
/// <param name="BasedOn">Empty where nothing had been ranked yet.</param>
public sealed record RankingInput(int BudgetYear, string? OfficeCode, Guid BasedOn);

/// <param name="Position">The new rank, from 1.</param>
public sealed record RankRequestInput(RankingInput Ranking, string Number, int Position);

/// <summary>Gives one request another rank.</summary>
public sealed class RankRequest(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(RankRequestInput input, Person by, CancellationToken cancellation = default) =>
        new ChangeRanking(contexts, time).ExecuteAsync(
            input.Ranking,
            (ranking, standing, at) =>
                ranking.MoveTo(
                    RequestNumber.Normalize(input.Number),
                    input.Position,
                    standing,
                    input.Ranking.BasedOn,
                    by,
                    at
                ),
            by,
            cancellation
        );
}

/// <param name="Numbers">The most wanted first.</param>
public sealed record OrderRequestsInput(RankingInput Ranking, IReadOnlyList<string> Numbers);

/// <summary>Gives all requests of a ranking an order at once.</summary>
public sealed class OrderRequests(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(OrderRequestsInput input, Person by, CancellationToken cancellation = default) =>
        new ChangeRanking(contexts, time).ExecuteAsync(
            input.Ranking,
            (ranking, standing, at) =>
                ranking.SetOrder(
                    [.. input.Numbers.Select(RequestNumber.Normalize)],
                    standing,
                    input.Ranking.BasedOn,
                    by,
                    at
                ),
            by,
            cancellation
        );
}

/// <param name="Target">Null takes it away.</param>
public sealed record SetTargetInput(int BudgetYear, Guid BasedOn, Money? Target);

/// <summary>Sets what the requests of a budget year may cost together.</summary>
public sealed class SetTarget(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public Task<Outcome> ExecuteAsync(SetTargetInput input, Person by, CancellationToken cancellation = default) =>
        new ChangeRanking(contexts, time).ExecuteAsync(
            new RankingInput(input.BudgetYear, null, input.BasedOn),
            (ranking, _, at) => ranking.SetTarget(input.Target, input.BasedOn, by, at),
            by,
            cancellation
        );
}

/// <summary>The way of every write to a ranking: authorise, load, let the rule decide, save with its audit entry.</summary>
internal sealed class ChangeRanking(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome> ExecuteAsync(
        RankingInput input,
        Func<Ranking, IReadOnlyCollection<string>, DateTime, Outcome> change,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!Ranking.MayChange(by, input.OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context.Cycles.FindAsync([input.BudgetYear], cancellation);
        if (cycle is null)
        {
            return DecidingRefusals.NoCycle(input.BudgetYear);
        }

        var standing = await StandingAsync(context, input, cancellation);
        if (Ranking.Closed(cycle.IsWorkedExample, standing.Values) is { } closed)
        {
            return closed;
        }

        var key = input.OfficeCode ?? string.Empty;
        var ranking = await context.Rankings.FindAsync([input.BudgetYear, key], cancellation);
        if (ranking is null)
        {
            ranking = new Ranking(input.BudgetYear, input.OfficeCode);
            context.Add(ranking);
        }

        var at = time.Now();
        var changed = change(ranking, standing.Keys, at);
        if (!changed.IsDone || ranking.Audit.Pending.Count == 0)
        {
            return changed;
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // The version, the first order or the next audit entry was taken by a save in between.
            var now = await NowAsync(input.BudgetYear, key, cancellation);
            if (now is null || now.Version == input.BasedOn)
            {
                throw;
            }

            return RankingRefusals.Changed(now.ChangedBy);
        }
    }

    private static async Task<Dictionary<string, RequestStatus>> StandingAsync(
        ScrBudgetContext context,
        RankingInput input,
        CancellationToken cancellation
    ) =>
        await context
            .Requests.Where(request =>
                request.BudgetYear == input.BudgetYear
                && (input.OfficeCode == null || request.OfficeCode == input.OfficeCode)
                && request.Status != RequestStatus.Withdrawn
                && request.Status != RequestStatus.Merged
            )
            .Select(request => new { request.Number, request.Status })
            .ToDictionaryAsync(request => request.Number, request => request.Status, cancellation);

    private async Task<Ranking?> NowAsync(int budgetYear, string officeCode, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Rankings.AsNoTracking()
            .SingleOrDefaultAsync(
                ranking => ranking.BudgetYear == budgetYear && ranking.OfficeCode == officeCode,
                cancellation
            );
    }
}
