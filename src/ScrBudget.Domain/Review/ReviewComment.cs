namespace ScrBudget.Domain.Review;

/// <summary>A comment beside a part of the request, by author or analyst. Resolved, it is kept.</summary>
public sealed class ReviewComment
{
    public const int TextLength = 2000;
    public const int PlaceLength = 20;

    private ReviewComment() { }

    internal ReviewComment(int number, string place, string text, string byId, string by, DateTime at)
    {
        Number = number;
        Place = place;
        Text = text;
        ById = byId;
        By = by;
        At = at;
    }

    public int Number { get; private set; }

    /// <summary>The part of the request, as in the editor's address: <c>justification</c>.</summary>
    public string Place { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public string ById { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Null while it is open.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ResolvedAt { get; private set; }

    internal void Resolve(string by, DateTime at) => (ResolvedBy, ResolvedAt) = (by, at);

    internal void Reopen() => (ResolvedBy, ResolvedAt) = (null, null);
}
