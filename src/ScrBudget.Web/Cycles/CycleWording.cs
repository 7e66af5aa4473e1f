using ScrBudget.Documents;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Web.Cycles;

/// <summary>Words of the screens of data calls.</summary>
internal static class CycleWording
{
    public static string Title(this CycleState state) =>
        state switch
        {
            CycleState.NotYetOpen => "Not open yet",
            CycleState.Open => "Open",
            CycleState.InReview => "Past due, in review",
            CycleState.ReviewOverdue => "Review was due",
            _ => "Worked example",
        };

    /// <summary>A text of guidance or training as it is shown; a token of a request means nothing there.</summary>
    public static FormattedText Formatted(string text) =>
        new([
            .. RequestText
                .Parse(text)
                .Select(line => new TextBlock(
                    line.IsBullet,
                    [.. line.Pieces.Select(piece => new TextRun(piece.Text, piece.Bold, piece.Italic))]
                )),
        ]);
}
