using ScrBudget.Application.Notices;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review;

/// <summary>How far a request had come before a change: what is beyond it afterwards is news.</summary>
internal sealed record RequestProgress(
    int Moves,
    int Recommendations,
    int Reviews,
    int Comments,
    int Removals,
    string? Analyst
)
{
    public static RequestProgress Of(ResourceRequest request) =>
        new(
            request.Moves.Count,
            request.Recommendations.Count,
            request.AnswerReviews.Count,
            request.Comments.Count,
            request.Removals.Count,
            request.AnalystId
        );
}

/// <summary>Tells those whose turn it is, or whose request it is, what a change did; in the change's own transaction.</summary>
public sealed class ReviewNotices(Notifier notifier)
{
    internal async Task AddAsync(RequestInHand inHand, RequestProgress before, CancellationToken cancellation)
    {
        // What a request was merged into was changed beside it.
        var target = inHand.Context.Requests.Local.FirstOrDefault(other => other.Number == inHand.Request.MergedInto);
        foreach (var news in RequestNews.Since(before, inHand.Request, target, inHand.At))
        {
            await notifier.NotifyAsync(
                inHand.Context,
                news.Kind,
                new NoticeParameters
                {
                    Number = news.Number,
                    Into = news.Into,
                    By = inHand.By,
                    Count = news.Count,
                    Address = news.Address,
                },
                news.To,
                inHand.At,
                cancellation
            );
        }
    }
}
