using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>Comments beside the request's parts, by its office, analysts and the compiler.</summary>
public sealed partial class ResourceRequest
{
    private const string Commented = "Commented on ";
    private const string ResolvedComment = "Resolved a comment";
    private const string ReopenedComment = "Reopened a comment";

    private readonly List<ReviewComment> comments = [];

    public IReadOnlyList<ReviewComment> Comments => [.. comments.OrderBy(comment => comment.Number)];

    /// <summary>A comment beside a part of the request, by its office, an analyst or the compiler.</summary>
    /// <param name="place">The part, as in the editor's address.</param>
    public Outcome<ReviewComment> Comment(string place, string text, Person by, DateTime at)
    {
        if (CheckComment(by) is { } refusal)
        {
            return refusal;
        }

        if (!CommentPlaces.Contains(place))
        {
            return RequestRefusals.NotUsable("Place", $"one of {string.Join(", ", CommentPlaces)}.");
        }

        var cleaned = TextCleaning.Paragraphs(text);
        if (cleaned.Length is 0 or > ReviewComment.TextLength)
        {
            return cleaned.Length == 0
                ? RequestRefusals.NotUsable("Comment", "write what you want to say.")
                : RequestRefusals.TooLong("Comment", cleaned.Length, ReviewComment.TextLength);
        }

        var comment = new ReviewComment(comments.Count + 1, place, cleaned, by.Id, by.Name, at);
        comments.Add(comment);
        Note($"{Commented}{place}", at, after: cleaned);
        return comment;
    }

    /// <summary>Resolves a comment, or opens it again; it is kept either way.</summary>
    public Outcome ResolveComment(int number, bool isResolved, Person by, DateTime at)
    {
        if (CheckComment(by) is { } refusal)
        {
            return refusal;
        }

        if (comments.Find(comment => comment.Number == number) is not { } comment)
        {
            return ReviewRefusals.NoSuchComment;
        }

        if (comment.ResolvedAt is not null == isResolved)
        {
            return Outcome.Done;
        }

        if (isResolved)
        {
            comment.Resolve(by.Name, at);
        }
        else
        {
            comment.Reopen();
        }

        Note(isResolved ? ResolvedComment : ReopenedComment, at, after: $"{comment.Place}: {comment.Text}");
        return Outcome.Done;
    }

    /// <summary>
    /// Does what the audit trail calls so write in the request itself? Moving it on and commenting do not: they are open to
    /// an approver who may not hand in own work.
    /// </summary>
    public static bool IsWriting(string auditAction) =>
        !Workflow.IsMove(auditAction)
        && !auditAction.StartsWith(Commented, StringComparison.Ordinal)
        && auditAction is not (ResolvedComment or ReopenedComment);

    /// <summary>Where comments stand: the sections of the editor.</summary>
    public static IReadOnlyList<string> CommentPlaces { get; } =
    ["facts", "description", "justification", "cost", "impact", "if-not-funded", "scr-data"];

    /// <summary>Its office, analysts and the compiler comment.</summary>
    public bool MayComment(Person by) =>
        by.Can(Permission.DraftRequests, OfficeCode)
        || by.Can(Permission.SubmitRequests, OfficeCode)
        || by.Can(Permission.ReviewRequests, OfficeCode)
        || by.Can(Permission.DecideRequests, OfficeCode);

    private Refusal? CheckComment(Person by) => MayComment(by) ? null : RequestRefusals.NotAllowed;
}
