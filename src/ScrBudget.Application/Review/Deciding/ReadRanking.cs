using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>A request at its rank.</summary>
/// <param name="Rank">In the list that is shown, from 1.</param>
/// <param name="OfficeRank">In its own office's, from 1.</param>
/// <param name="Analyst">What was recommended last; null where nothing was.</param>
/// <param name="Oao">What OAO decided; null where the decision is pending.</param>
/// <param name="Counted">The one of these amounts that counts.</param>
public sealed record RankedRequest(
    int Rank,
    int OfficeRank,
    RequestDigest Request,
    Money? Analyst,
    Money? Oao,
    Money Counted,
    RunningTotal Running
);

/// <summary>A ranking as a person may see it.</summary>
/// <param name="Office">Null for the ranking over all offices.</param>
/// <param name="Target">Null where none is set; an office has none.</param>
/// <param name="Version">What a change is based on.</param>
/// <param name="ChangedBy">Empty where nobody has ranked anything.</param>
/// <param name="ChangedAt">UTC.</param>
/// <param name="MayRank">May this person change it now?</param>
/// <param name="MayDecide">May this person act on its requests?</param>
/// <param name="Closed">Why nobody changes it; null while it is open.</param>
public sealed record RankingReading(
    BudgetCycle Cycle,
    Office? Office,
    IReadOnlyList<RankedRequest> Requests,
    Money? Target,
    Guid Version,
    string ChangedBy,
    DateTime ChangedAt,
    bool MayRank,
    bool MayDecide,
    string? Closed
);

/// <summary>The requests of a budget year in their order, with the running total of what they cost.</summary>
public sealed class ReadRanking(IDbContextFactory<ScrBudgetContext> contexts, RequestDigests digests)
{
    /// <param name="officeCode">Null for the order over all offices.</param>
    public async Task<Outcome<RankingReading>> ExecuteAsync(
        int budgetYear,
        string? officeCode,
        Person by,
        CancellationToken cancellation = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(known => known.BudgetYear == budgetYear, cancellation);
        if (cycle is null)
        {
            return DecidingRefusals.NoCycle(budgetYear);
        }

        var offices = await context.Offices.AsNoTracking().ToListAsync(cancellation);
        if (officeCode is null && !offices.TrueForAll(office => by.Can(Permission.ReadTracking, office.Code)))
        {
            return RankingRefusals.AllOfficesOnly;
        }

        var own = offices.Find(office => office.Code == officeCode);
        if (officeCode is not null && (own is null || !by.Can(Permission.ReadTracking, officeCode)))
        {
            return DecidingRefusals.NoOffice;
        }

        var rankings = await context
            .Rankings.AsNoTracking()
            .Where(ranking => ranking.BudgetYear == budgetYear)
            .ToListAsync(cancellation);
        var standing = (await digests.ReadAsync(by, budgetYear, cancellation))
            .Where(request => request.Status is not (RequestStatus.Withdrawn or RequestStatus.Merged))
            .ToList();
        return Of(cycle, own, standing, rankings, by);
    }

    private static RankingReading Of(
        BudgetCycle cycle,
        Office? office,
        List<RequestDigest> standing,
        List<Ranking> rankings,
        Person by
    )
    {
        Ranking RankingOf(string? code) =>
            rankings.Find(ranking => ranking.OfficeCode == (code ?? string.Empty)) ?? new(cycle.BudgetYear, code);

        var ranking = RankingOf(office?.Code);
        var requests = standing
            .Where(request => office is null || request.OfficeCode == office.Code)
            .ToDictionary(request => request.Number, StringComparer.Ordinal);
        var officeRanks = requests
            .Values.GroupBy(request => request.OfficeCode, request => request.Number)
            .SelectMany(group => RankingOf(group.Key).Shown([.. group]).Index())
            .ToDictionary(place => place.Item, place => place.Index + 1, StringComparer.Ordinal);
        var closed = Ranking.Closed(cycle.IsWorkedExample, [.. requests.Values.Select(request => request.Status)]);
        var shown = ranking.Shown(requests.Keys).Select(number => Line(requests[number])).ToList();
        var totals = RunningTotal.Of(shown.Select(line => line.Counted), ranking.Target);
        return new RankingReading(
            cycle,
            office,
            [
                .. shown.Select(
                    (line, index) =>
                        new RankedRequest(
                            index + 1,
                            officeRanks[line.Request.Number],
                            line.Request,
                            line.Analyst,
                            line.Oao,
                            line.Counted,
                            totals[index]
                        )
                ),
            ],
            ranking.Target,
            ranking.Version,
            ranking.ChangedBy,
            ranking.ChangedAt,
            closed is null && Ranking.MayChange(by, office?.Code),
            by.Can(Permission.DecideRequests),
            closed?.Message
        );
    }

    private static (RequestDigest Request, Money? Analyst, Money? Oao, Money Counted) Line(RequestDigest request)
    {
        var analyst = Last(request, Stages.Analyst);
        var oao = request.Decision is null ? null : Last(request, Stages.Oao);
        return (
            request,
            analyst,
            oao,
            RunningTotal.Counted(request.Status, request.Decision, request.Request, analyst, oao)
        );
    }

    private static Money? Last(RequestDigest request, string stage) =>
        request.Amounts.LastOrDefault(amount => amount.Stage == stage)?.Money;
}
