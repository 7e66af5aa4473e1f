using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>The lists of the desk. Together they hold every request that somebody still has to move on.</summary>
public enum DeskQueue
{
    /// <summary>Where the next step is this person's. Worked examples are nobody's work.</summary>
    Yours = 0,

    /// <summary>Submitted, and nobody has taken them up.</summary>
    ToTakeUp = 1,
    InReview = 2,

    /// <summary>Drafts, returned ones, and those that wait for an office's approval.</summary>
    WithOffices = 3,

    /// <summary>Recommended, or decided and not yet transmitted.</summary>
    WithOao = 4,

    /// <summary>Whose next actor does not exist.</summary>
    Stuck = 5,

    /// <summary>Transmitted, not selected, merged or withdrawn.</summary>
    Done = 6,
}

/// <param name="BudgetYear">Null for all cycles.</param>
/// <param name="OfficeCode">Null for all offices.</param>
/// <param name="Search">Words of number, title, office or analyst.</param>
public sealed record ReadDeskInput(
    DeskQueue Queue = DeskQueue.Yours,
    int? BudgetYear = null,
    string? OfficeCode = null,
    string Search = ""
);

/// <summary>A request on the desk.</summary>
/// <param name="DueOn">When the next step is due; null where nothing is left to do, and for worked examples.</param>
/// <param name="Turn">Whose turn it is and what for, in words.</param>
/// <param name="IsStuck">Nobody who could take the next step has an open account.</param>
public sealed record DeskLine(RequestDigest Request, DateOnly? DueOn, bool IsOverdue, string Turn, bool IsStuck);

/// <param name="Counts">Requests in each queue, whatever queue is shown.</param>
public sealed record Desk(IReadOnlyList<DeskLine> Lines, IReadOnlyDictionary<DeskQueue, int> Counts);

/// <summary>The desk: every request that the person may see, in exactly one of the queues of its state, and in <em>yours</em>.</summary>
public sealed class ReadDesk(IDbContextFactory<ScrBudgetContext> contexts, RequestDigests digests, TimeProvider time)
{
    public async Task<Desk> ExecuteAsync(ReadDeskInput input, Person by, CancellationToken cancellation = default)
    {
        var requests = await digests.ReadAsync(by, input.BudgetYear, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(cycle => cycle.BudgetYear, cancellation);
        var people = await PeopleAsync(context, cancellation);
        var today = time.Today();
        var lines = requests
            .Where(request => input.OfficeCode is null || request.OfficeCode == input.OfficeCode)
            .Where(request => request.Matches(input.Search, request.AnalystName))
            .Select(request => Line(request, cycles[request.BudgetYear], people, today))
            .ToList();
        return new Desk(
            [
                .. lines
                    .Where(line => IsIn(input.Queue, line, by))
                    .OrderBy(line => line.Request.IsWorkedExample)
                    .ThenBy(line => line.DueOn)
                    .ThenBy(line => line.Request.WaitingSince),
            ],
            Enum.GetValues<DeskQueue>()
                .ToDictionary(queue => queue, queue => lines.Count(line => IsIn(queue, line, by)))
        );
    }

    /// <summary>Who may take reviews over: open accounts of budget analysts, by name.</summary>
    public async Task<IReadOnlyList<Person>> AnalystsAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (await PeopleAsync(context, cancellation))
                .Where(person => person.Roles.Contains(Role.BudgetAnalyst))
                .OrderBy(person => person.Name, StringComparer.Ordinal),
        ];
    }

    private static async Task<List<Person>> PeopleAsync(ScrBudgetContext context, CancellationToken cancellation)
    {
        var accounts = await context
            .Users.AsNoTracking()
            .Where(account => account.ClosedAt == null)
            .ToListAsync(cancellation);
        return accounts.ConvertAll(account => account.AsPerson());
    }

    private static DeskLine Line(RequestDigest request, BudgetCycle cycle, List<Person> people, DateOnly today)
    {
        if (request.Next is not { } next)
        {
            return new DeskLine(request, null, IsOverdue: false, "Nothing is left to do", IsStuck: false);
        }

        var does = $"{Who(request, next)} {next.Does}";
        if (cycle.IsWorkedExample)
        {
            return new DeskLine(request, null, IsOverdue: false, does, IsStuck: false);
        }

        var due = cycle.StepDueOn(request.Status, request.Moves);
        return new DeskLine(request, due, today > due, does, !people.Exists(next.Is));
    }

    private static string Who(RequestDigest request, NextActor next) =>
        next.Role switch
        {
            Role.ProgramOfficeAuthor => "The office",
            Role.ProgramOfficeApprover => "The office’s approver",
            Role.BudgetAnalyst => next.AccountId is null ? "A budget analyst" : request.AnalystName,
            _ => "OAO",
        };

    private static bool IsIn(DeskQueue queue, DeskLine line, Person by)
    {
        var (status, next) = (line.Request.Status, line.Request.Next);
        return queue switch
        {
            DeskQueue.Yours => !line.Request.IsWorkedExample && next?.Is(by) == true,
            DeskQueue.ToTakeUp => status == RequestStatus.Submitted,
            DeskQueue.InReview => status == RequestStatus.InReview,
            DeskQueue.WithOffices => status
                is RequestStatus.Draft
                    or RequestStatus.Returned
                    or RequestStatus.AwaitingApproval,
            DeskQueue.WithOao => status is RequestStatus.Recommended or RequestStatus.Decided && next is not null,
            DeskQueue.Stuck => line.IsStuck,
            _ => next is null,
        };
    }
}
