using ScrBudget.Application.Notices;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>One thing that a change to a request did, and whom it concerns; who did it falls out by itself.</summary>
/// <param name="Into">The request that took it in; null unless it was merged.</param>
internal sealed record RequestNews(
    NoticeKind Kind,
    string Number,
    Recipients To,
    string Address,
    int Count = 1,
    string? Into = null
)
{
    /// <param name="target">What it was merged into; null unless the change did that.</param>
    /// <param name="at">UTC, the moment of the change.</param>
    public static IEnumerable<RequestNews> Since(
        RequestProgress before,
        ResourceRequest request,
        ResourceRequest? target,
        DateTime at
    ) =>
        request
            .Moves.Skip(before.Moves)
            .SelectMany(move => OfMove(move, request, target, at))
            .Concat(OfRecommendations(request, before.Recommendations))
            .Concat(OfVerdicts(request, before.Reviews))
            .Concat(OfTheRest(request, before));

    private static IEnumerable<RequestNews> OfMove(
        StatusMove move,
        ResourceRequest request,
        ResourceRequest? target,
        DateTime at
    )
    {
        var (office, analyst) = (Recipients.Offices(request.OfficeCode), Analyst(request));
        switch (move.Action)
        {
            case RequestAction.SendForApproval:
                yield return Read(
                    NoticeKind.AwaitingApproval,
                    request,
                    Recipients.InOffice(request.OfficeCode, Role.ProgramOfficeApprover)
                );
                break;
            case RequestAction.Submit:
                yield return Review(NoticeKind.RequestSubmitted, request, analyst);
                // Not when they are given: nothing can be judged before the request is back.
                if (AnsweredSinceTheLastSubmission(request) is > 0 and var answered)
                {
                    yield return Review(NoticeKind.RecommendationAnswered, request, analyst, answered);
                }

                break;
            case RequestAction.Return or RequestAction.SendBack:
                yield return Read(NoticeKind.RequestReturned, request, office);
                break;
            case RequestAction.Recall:
                yield return Read(NoticeKind.Recalled, request, office.And(analyst));
                break;
            case RequestAction.Recommend:
                yield return Review(NoticeKind.ReadyToDecide, request, Recipients.Holding(Role.OaoCompiler));
                break;
            case RequestAction.Reopen:
                yield return Review(NoticeKind.Reopened, request, analyst);
                yield return Read(NoticeKind.Reopened, request, office);
                break;
            case RequestAction.Decide:
                yield return Read(NoticeKind.Decided, request, office.And(analyst));
                break;
            case RequestAction.Transmit:
                yield return Read(NoticeKind.Transmitted, request, office.And(analyst));
                break;
            case RequestAction.Withdraw:
                yield return Read(NoticeKind.Withdrawn, request, Holders(request, move.From));
                break;
            case RequestAction.Restore:
                yield return Read(NoticeKind.Restored, request, office);
                break;
            case RequestAction.Merge when target is not null:
                yield return Read(
                    NoticeKind.Merged,
                    request,
                    Holders(request, move.From).And(Holders(target, target.Status))
                ) with
                {
                    Into = target.Number,
                };
                var taken = target.Recommendations.Count(made => made.At == at);
                if (taken > 0)
                {
                    yield return Recommended(target, taken);
                }

                break;
        }
    }

    private static IEnumerable<RequestNews> OfRecommendations(ResourceRequest request, int before)
    {
        var made = request.Recommendations.Skip(before).ToLookup(recommendation => recommendation.IsLate);
        if (made[false].Any())
        {
            yield return Recommended(request, made[false].Count());
        }

        if (made[true].Any())
        {
            yield return Read(NoticeKind.LateRecommendation, request, Recipients.Offices(request.OfficeCode));
        }
    }

    private static IEnumerable<RequestNews> OfVerdicts(ResourceRequest request, int before)
    {
        var given = request.AnswerReviews.Skip(before).ToList();
        var escalated = given.Count(review => review.Verdict == Verdict.Escalated);
        if (escalated > 0)
        {
            yield return Review(
                NoticeKind.RecommendationEscalated,
                request,
                Recipients.Holding(Role.OaoCompiler),
                escalated
            );
        }

        var settled = given.Exists(review =>
            request.AnswerReviews.LastOrDefault(earlier =>
                earlier.AnswerSequence == review.AnswerSequence && earlier.Sequence < review.Sequence
            )
                is { Verdict: Verdict.Escalated }
        );
        if (settled)
        {
            yield return Review(NoticeKind.EscalationSettled, request, Analyst(request));
        }
    }

    private static IEnumerable<RequestNews> OfTheRest(ResourceRequest request, RequestProgress before)
    {
        var all = Recipients.Offices(request.OfficeCode).And(Analyst(request));
        if (request.Comments.Count > before.Comments)
        {
            yield return Read(NoticeKind.CommentMade, request, all);
        }

        if (request.Removals.Count != before.Removals)
        {
            yield return Read(NoticeKind.LaterStage, request, all);
        }

        if (request.AnalystId is { } now && now != before.Analyst)
        {
            yield return Review(NoticeKind.Reassigned, request, Recipients.Accounts(now));
        }
    }

    private static int AnsweredSinceTheLastSubmission(ResourceRequest request)
    {
        var since = request.Submissions is [.., var last, _] ? last.At : DateTime.MinValue;
        return request
            .Answers.Where(answer => answer.RecommendationNumber is not null && answer.At > since)
            .DistinctBy(answer => answer.RecommendationNumber)
            .Count();
    }

    private static Recipients Analyst(ResourceRequest request) =>
        request.AnalystId is { } id ? Recipients.Accounts(id) : Recipients.Holding(Role.BudgetAnalyst);

    /// <summary>Its office, and whoever had it in hand in that state.</summary>
    private static Recipients Holders(ResourceRequest request, RequestStatus status)
    {
        var office = Recipients.Offices(request.OfficeCode);
        var reviewed = status.IsHandedIn() || request.AnalystId is not null ? office.And(Analyst(request)) : office;
        return status is RequestStatus.Recommended or RequestStatus.Decided
            ? reviewed.And(Recipients.Holding(Role.OaoCompiler))
            : reviewed;
    }

    private static RequestNews Recommended(ResourceRequest request, int count) =>
        new(
            NoticeKind.ScrDataRecommended,
            request.Number,
            Recipients.Offices(request.OfficeCode),
            $"/requests/{request.Number}/edit/scr-data",
            count
        );

    private static RequestNews Read(NoticeKind kind, ResourceRequest request, Recipients to) =>
        new(kind, request.Number, to, $"/requests/{request.Number}");

    private static RequestNews Review(NoticeKind kind, ResourceRequest request, Recipients to, int count = 1) =>
        new(kind, request.Number, to, $"/review/{request.Number}", count);
}
