using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Web.Review;

/// <summary>An office's answer to a recommendation, in words.</summary>
internal static class AnswerWords
{
    public static string Of(Recommendation recommendation, CategoryAnswer response, ResourceRequest request)
    {
        if (response.FigureNumber is { } number)
        {
            var figure = request.Figures.Single(attached => attached.Number == number);
            return recommendation.IsMetBy(figure) ? $"accepted: {figure.Token}" : $"accepted in part: {figure.Token}";
        }

        var coded = response.DeclineReason is { } reason ? $" ({reason.Title().ToLowerInvariant()})" : string.Empty;
        return $"{response.Decision.Title().ToLowerInvariant()}{coded}: {response.Reason}";
    }
}
