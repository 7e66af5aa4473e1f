using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>A request as a person may see it, with all that is derived from it.</summary>
/// <param name="WorkingCopies">What this person has typed and not yet left, by section.</param>
public sealed record RequestReading(
    ResourceRequest Request,
    RequestSurroundings Around,
    ComposedRequest Composed,
    IReadOnlyDictionary<SectionKind, WorkingCopy> WorkingCopies
);

/// <summary>Reads one request, for those who may see its office's.</summary>
public sealed class ReadRequest(
    IDbContextFactory<ScrBudgetContext> contexts,
    QueryStatistic statistics,
    TimeProvider time
)
{
    public async Task<Outcome<RequestReading>> ExecuteAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var request = await context
            .Requests.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Number == number, cancellation);
        if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
        {
            return RequestRefusals.NotFound;
        }

        var around = await SurroundAsync(context, request, by, cancellation);
        if (!around.IsDone)
        {
            return around.Refusal;
        }

        var copies = await context
            .WorkingCopies.AsNoTracking()
            .Where(copy => copy.RequestId == request.Id && copy.AccountId == by.Id)
            .ToDictionaryAsync(copy => copy.Section, cancellation);
        return new RequestReading(
            request,
            around.Value,
            RequestComposer.Compose(request, around.Value, request.Status),
            copies
        );
    }

    /// <summary>What the request stands among, its figures answered by the snapshots that they cite.</summary>
    internal async Task<Outcome<RequestSurroundings>> SurroundAsync(
        ScrBudgetContext context,
        ResourceRequest request,
        Person by,
        CancellationToken cancellation
    )
    {
        var office = await context.Offices.AsNoTracking().SingleAsync(o => o.Code == request.OfficeCode, cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleAsync(c => c.BudgetYear == request.BudgetYear, cancellation);
        var answers = new Dictionary<int, Statistic>();
        foreach (var snapshot in request.Figures.GroupBy(figure => figure.SnapshotNumber))
        {
            var asked = snapshot.ToList();
            var answered = await statistics.AskAsync(
                [.. asked.Select(figure => figure.Query)],
                snapshot.Key,
                by,
                cancellation
            );
            if (!answered.IsDone)
            {
                return answered.Refusal;
            }

            foreach (var (figure, statistic) in asked.Zip(answered.Value))
            {
                answers[figure.Number] = statistic;
            }
        }

        return new RequestSurroundings(
            office,
            cycle,
            await CategoryCatalogues.LoadAsync(context, cancellation),
            new RequestFigures(answers),
            time.Today()
        );
    }
}
