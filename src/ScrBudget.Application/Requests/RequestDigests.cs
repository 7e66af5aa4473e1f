using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Requests;

/// <summary>One recommendation of a request, as lists and rates need it.</summary>
/// <param name="AnsweredAt">UTC, of the first answer; null while it waits for one.</param>
public sealed record RecommendationDigest(
    int Number,
    string CategoryCode,
    string By,
    DateTime At,
    DateTime? AnsweredAt,
    CategoryDecision? Answer,
    RecommendationState State,
    bool IsLate
)
{
    public string Why { get; init; } = string.Empty;

    /// <summary>The last answer attached data, but another figure than was recommended.</summary>
    public bool IsInPart { get; init; }
}

/// <summary>An attached figure, as lists and cross-checks need it.</summary>
/// <param name="Bears">What an analyst found last; null where nobody has.</param>
public sealed record FigureDigest(AttachedStatistic Attached, bool IsCited, bool? Bears)
{
    /// <summary>Where its token stands now: Justification, Impact or both; empty unless it is cited.</summary>
    public IReadOnlyList<SectionKind> Sections { get; init; } = [];

    /// <summary>What it printed at the last submission; null where that did not cite it, or there is none.</summary>
    public QuotedFigure? Quoted { get; init; }
}

/// <summary>
/// All that lists, queues and rates show of a request, derived by the same rules as its own page and kept in memory for as
/// long as the request's version stands.
/// </summary>
/// <param name="PreviousRequest">Amount of the submission before the last one; null where there is none.</param>
/// <param name="Next">Whose turn it is; null where nothing is left to do.</param>
/// <param name="UseWords">The use in words, merged and withdrawn ones included.</param>
public sealed record RequestDigest(
    string Number,
    string Title,
    string OfficeCode,
    string OfficeName,
    int BudgetYear,
    int SubmissionYear,
    bool IsWorkedExample,
    RequestStatus Status,
    Decision? Decision,
    string? MergedInto,
    string? AnalystId,
    string AnalystName,
    Money Request,
    Money? PreviousRequest,
    int Positions,
    int Fte,
    ScrPrompt Prompt,
    ScrUse Use,
    string UseWords,
    DispositionKind? Disposition,
    IReadOnlyList<RecommendationDigest> Recommendations,
    IReadOnlyList<FigureDigest> Figures,
    IReadOnlyList<StageAmount> Amounts,
    IReadOnlyList<DownstreamRemoval> Removals,
    IReadOnlyList<StatusMove> Moves,
    int OpenComments,
    DateTime WaitingSince,
    DateTime ChangedAt,
    NextActor? Next
)
{
    /// <summary>That of the request when it was digested.</summary>
    public Guid Version { get; init; }

    /// <summary>What its submissions asked for, as they were frozen; empty while it was never handed in.</summary>
    public IReadOnlyList<StageEntry> HandedInAmounts { get; init; } = [];

    /// <summary>Amount of the last submission; null while it was never handed in.</summary>
    public Money? HandedIn => HandedInAmounts is [.., var last] ? last.Dollars : null;

    /// <summary>Is it its office's to submit by the due date of the call?</summary>
    public bool IsToSubmit => Status.IsToSubmit(Moves);

    /// <summary>As lists show it: the decision where there is one.</summary>
    public string StatusWords => Status.Title(Decision);

    /// <summary>Recommendations that its office can answer now: while it is a draft, or returned.</summary>
    public int OpenRecommendations =>
        Status.IsEditable()
            ? Recommendations.Count(made => !made.IsLate && made.State == RecommendationState.AwaitingAnswer)
            : 0;

    /// <summary>Does each word of a search stand in the number, the title, the office's name or in another of its texts?</summary>
    public bool Matches(string search, params IEnumerable<string> others)
    {
        string[] texts = [Number, Title, OfficeName, .. others];
        return search
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Invented for trials (<c>data generate</c>).</summary>
    public bool IsSynthetic => SyntheticRequest.Is(Title);

    /// <summary>UTC; null while it was never handed in.</summary>
    public DateTime? SubmittedAt => Moves.FirstOrDefault(move => move.Action == RequestAction.Submit)?.At;

    /// <summary>UTC; null until OAO transmitted it.</summary>
    public DateTime? TransmittedAt => Moves.LastOrDefault(move => move.Action == RequestAction.Transmit)?.At;
}

/// <summary>
/// The requests that a person may see, as <see cref="RequestDigest"/>s. A digest is computed once for each version of a
/// request and its cycle: a page of a thousand requests asks the database for their versions alone.
/// </summary>
public sealed class RequestDigests(IDbContextFactory<ScrBudgetContext> contexts)
{
    private readonly ConcurrentDictionary<string, (Guid Request, Guid Cycle, RequestDigest Digest)> known = new(
        StringComparer.Ordinal
    );

    /// <summary>By budget year, latest first, then by number.</summary>
    /// <param name="budgetYear">Null for all cycles.</param>
    public async Task<IReadOnlyList<RequestDigest>> ReadAsync(
        Person by,
        int? budgetYear = null,
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

        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(cycle => cycle.BudgetYear, cancellation);
        var versions = await context
            .Requests.Where(request =>
                visible.Contains(request.OfficeCode) && (budgetYear == null || request.BudgetYear == budgetYear)
            )
            .OrderByDescending(request => request.BudgetYear)
            .ThenBy(request => request.Number)
            .Select(request => new
            {
                request.Number,
                request.BudgetYear,
                request.Version,
            })
            .ToListAsync(cancellation);
        var stale = versions
            .Where(request =>
                !known.TryGetValue(request.Number, out var kept)
                || kept.Request != request.Version
                || kept.Cycle != cycles[request.BudgetYear].Version
            )
            .Select(request => request.Number)
            .ToList();
        var computed = await ComputeAsync(context, stale, offices, cycles, cancellation);
        return
        [
            .. versions
                .Select(request =>
                    computed.GetValueOrDefault(request.Number)
                    ?? (known.TryGetValue(request.Number, out var kept) ? kept.Digest : null)
                )
                .OfType<RequestDigest>(),
        ];
    }

    private async Task<Dictionary<string, RequestDigest>> ComputeAsync(
        ScrBudgetContext context,
        List<string> numbers,
        Dictionary<string, Office> offices,
        Dictionary<int, BudgetCycle> cycles,
        CancellationToken cancellation
    )
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var requests = await context
            .Requests.AsNoTracking()
            .AsSplitQuery()
            .Where(request => numbers.Contains(request.Number))
            .ToListAsync(cancellation);
        var digests = new Dictionary<string, RequestDigest>(StringComparer.Ordinal);
        foreach (var request in requests)
        {
            var cycle = cycles[request.BudgetYear];
            var digest = Of(request, offices[request.OfficeCode], cycle);
            digests[request.Number] = digest;
            known[request.Number] = (request.Version, cycle.Version, digest);
        }

        return digests;
    }

    private static RequestDigest Of(ResourceRequest request, Office office, BudgetCycle cycle)
    {
        var cost = request.Cost(cycle.YearsCovered);
        var prompt = ScrPrompt.Of(request, office);
        var use = ScrUse.Of(request, prompt);
        var quoted =
            request.Submissions is [.., var last] && request.Figures.Count > 0
                ? QuotedFigure.In(last.Document)
                : new Dictionary<string, QuotedFigure>(StringComparer.Ordinal);
        return new RequestDigest(
            request.Number,
            request.Facts.Title,
            office.Code,
            office.Name,
            request.BudgetYear,
            cycle.SubmissionYear,
            cycle.IsWorkedExample,
            request.Status,
            request.Decision,
            request.MergedInto,
            request.AnalystId,
            request.AnalystName,
            cost.Request,
            request.Submissions is [.., { Dollars: { } before }, _] ? new Money(before) : null,
            cost.Positions,
            cost.Fte(0),
            prompt,
            use,
            use.Words(request),
            request.CurrentDisposition?.Kind,
            [.. request.Recommendations.Select(made => Of(request, made))],
            [
                .. request.Figures.Select(figure => new FigureDigest(
                    figure,
                    request.IsCited(figure.Number),
                    request.FindingOn(figure.Number)?.Bears
                )
                {
                    Sections = [.. ResourceRequest.EvidenceSections.Where(kind => request.Cites(kind, figure.Number))],
                    Quoted = quoted.GetValueOrDefault(figure.Token),
                }),
            ],
            request.Amounts,
            request.Removals,
            request.Moves,
            request.Comments.Count(comment => comment.ResolvedAt is null),
            request.WaitingSince,
            request.ChangedAt,
            NextActor.Of(request, prompt)
        )
        {
            Version = request.Version,
            HandedInAmounts = StageEntry.Of(request.Submissions),
        };
    }

    private static RecommendationDigest Of(ResourceRequest request, Recommendation made)
    {
        var responses = request.Answers.Where(answer => answer.RecommendationNumber == made.Number).ToList();
        return new RecommendationDigest(
            made.Number,
            made.CategoryCode,
            made.By,
            made.At,
            responses.FirstOrDefault()?.At,
            responses.LastOrDefault()?.Decision,
            request.StateOf(made),
            made.IsLate
        )
        {
            Why = made.Why,
            IsInPart =
                responses is [.., { FigureNumber: { } attached }]
                && request.Figures.FirstOrDefault(figure => figure.Number == attached) is { } figure
                && !made.IsMetBy(figure),
        };
    }
}
