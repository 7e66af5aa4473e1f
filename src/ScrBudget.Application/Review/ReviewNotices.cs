using ScrBudget.Application.Notices;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Review;

/// <summary>How far a request had come before a change: what is beyond it afterwards is news.</summary>
internal sealed record RequestProgress(
    int Moves,
    int Recommendations,
    int Answers,
    int Reviews,
    int Comments,
    string? Analyst
)
{
    public static RequestProgress Of(ResourceRequest request) =>
        new(
            request.Moves.Count,
            request.Recommendations.Count,
            request.Answers.Count,
            request.AnswerReviews.Count,
            request.Comments.Count,
            request.AnalystId
        );
}

/// <summary>Tells those whose turn it is, or whose request it is, what a change did; in the change's own transaction.</summary>
public sealed class ReviewNotices(Notifier notifier)
{
    private static readonly Role[] OfficeRoles = [Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover];

    internal async Task AddAsync(RequestInHand inHand, RequestProgress before, CancellationToken cancellation)
    {
        foreach (var (kind, to, address, count) in News(inHand.Request, before))
        {
            await notifier.NotifyAsync(
                inHand.Context,
                kind,
                new NoticeParameters
                {
                    Number = inHand.Request.Number,
                    By = inHand.By,
                    Count = count,
                    Address = address,
                },
                to,
                inHand.At,
                cancellation
            );
        }
    }

    private static IEnumerable<(NoticeKind Kind, Recipients To, string Address, int Count)> News(
        ResourceRequest request,
        RequestProgress before
    )
    {
        var (read, review) = ($"/requests/{request.Number}", $"/review/{request.Number}");
        var office = Recipients.InOffice(request.OfficeCode, OfficeRoles);
        var analyst = request.AnalystId is { } id ? Recipients.Accounts(id) : Recipients.Holding(Role.BudgetAnalyst);
        foreach (var move in request.Moves.Skip(before.Moves))
        {
            switch (move.Action)
            {
                case RequestAction.SendForApproval:
                    yield return (
                        NoticeKind.AwaitingApproval,
                        Recipients.InOffice(request.OfficeCode, Role.ProgramOfficeApprover),
                        read,
                        0
                    );
                    break;
                case RequestAction.Submit:
                    yield return (NoticeKind.RequestSubmitted, analyst, review, 0);
                    break;
                case RequestAction.Return or RequestAction.SendBack:
                    yield return (NoticeKind.RequestReturned, office, read, 0);
                    break;
                case RequestAction.Recommend:
                    yield return (NoticeKind.ReadyToDecide, Recipients.Holding(Role.OaoCompiler), review, 0);
                    break;
                case RequestAction.Decide:
                    yield return (NoticeKind.Decided, office.And(analyst), read, 0);
                    break;
                case RequestAction.Transmit:
                    yield return (NoticeKind.Transmitted, office.And(analyst), read, 0);
                    break;
            }
        }

        var recommended = request.Recommendations.Count - before.Recommendations;
        if (recommended > 0)
        {
            yield return (NoticeKind.ScrDataRecommended, office, $"{read}/edit/scr-data", recommended);
        }

        var answered = request.Answers.Skip(before.Answers).Count(answer => answer.RecommendationNumber is not null);
        if (answered > 0)
        {
            yield return (NoticeKind.RecommendationAnswered, analyst, review, answered);
        }

        var escalated = request.AnswerReviews.Skip(before.Reviews).Count(given => given.Verdict == Verdict.Escalated);
        if (escalated > 0)
        {
            yield return (NoticeKind.RecommendationEscalated, Recipients.Holding(Role.OaoCompiler), review, escalated);
        }

        if (request.Comments.Count > before.Comments)
        {
            yield return (NoticeKind.CommentMade, office.And(analyst), read, 0);
        }

        if (before.Analyst is not null && request.AnalystId is { } now && now != before.Analyst)
        {
            yield return (NoticeKind.Reassigned, Recipients.Accounts(now), review, 0);
        }
    }
}
