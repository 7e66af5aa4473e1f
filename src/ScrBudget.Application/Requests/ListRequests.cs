using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <param name="Search">Words of number, title or office; empty for all.</param>
/// <param name="BudgetYear">Null for all cycles.</param>
/// <param name="Status">Null for all.</param>
public sealed record ListRequestsInput(string Search = "", int? BudgetYear = null, RequestStatus? Status = null);

/// <summary>One request in a list.</summary>
/// <param name="Answered">Categories answered, of <paramref name="Answerable"/> that are.</param>
public sealed record RequestLine(
    string Number,
    string Title,
    string OfficeCode,
    string OfficeName,
    int BudgetYear,
    RequestStatus Status,
    bool IsWorkedExample,
    Money Request,
    int Positions,
    int Fte,
    int Answered,
    int Answerable,
    DateTime ChangedAt
);

/// <summary>The requests that a person may see: the own office's, or all.</summary>
public sealed class ListRequests(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<IReadOnlyList<RequestLine>> ExecuteAsync(
        ListRequestsInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var offices = await context.Offices.AsNoTracking().ToDictionaryAsync(office => office.Code, cancellation);
        var visible = offices.Keys.Where(code => by.Can(Permission.ReadRequests, code)).ToList();
        if (visible.Count == 0)
        {
            return [];
        }

        var requests = context.Requests.AsNoTracking().AsSplitQuery().Where(r => visible.Contains(r.OfficeCode));
        if (input.BudgetYear is { } year)
        {
            requests = requests.Where(r => r.BudgetYear == year);
        }

        if (input.Status is { } status)
        {
            requests = requests.Where(r => r.Status == status);
        }

        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(cycle => cycle.BudgetYear, cancellation);
        var found = await requests.OrderByDescending(r => r.BudgetYear).ThenBy(r => r.Number).ToListAsync(cancellation);
        return
        [
            .. found
                .Select(request =>
                {
                    var office = offices[request.OfficeCode];
                    var cycle = cycles[request.BudgetYear];
                    var cost = request.Cost(cycle.YearsCovered);
                    var prompt = ScrPrompt.Of(request, office);
                    return new RequestLine(
                        request.Number,
                        request.Facts.Title,
                        office.Code,
                        office.Name,
                        request.BudgetYear,
                        request.Status,
                        cycle.IsWorkedExample,
                        cost.Request,
                        cost.Positions,
                        cost.Fte(0),
                        prompt.Answered,
                        prompt.Answerable,
                        request.ChangedAt
                    );
                })
                .Where(line => Matches(line, input.Search)),
        ];
    }

    private static bool Matches(RequestLine line, string search) =>
        search
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                line.Number.Contains(word, StringComparison.OrdinalIgnoreCase)
                || line.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
                || line.OfficeName.Contains(word, StringComparison.OrdinalIgnoreCase)
            );
}
