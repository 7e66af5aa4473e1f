namespace ScrBudget.Domain.Notices;

/// <summary>
/// One thing that one person should know, worded when it happened and kept: a notice is read, never deleted, so that one
/// can say later who was told what and when.
/// </summary>
public sealed class Notice
{
    public const int SubjectLength = 200;
    public const int TextLength = 600;
    public const int AddressLength = 300;

    private Notice() { }

    /// <param name="accountId">The recipient.</param>
    /// <param name="isForDigest">The recipient wants it in the next daily mail.</param>
    /// <param name="at">UTC.</param>
    /// <exception cref="ArgumentException">The address leads out of the site, or a kind's parameter is missing.</exception>
    public Notice(string accountId, NoticeKind kind, NoticeParameters what, bool isForDigest, DateTime at)
    {
        var words = NoticeWording.Of(kind, what);
        if (!words.Address.StartsWith('/') || words.Address.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("The address of a notice starts at the site's root.", nameof(what));
        }

        Id = Guid.NewGuid();
        AccountId = accountId;
        Kind = kind;
        Subject = words.Subject;
        Text = words.Text;
        Address = words.Address;
        RequestNumber = what.Number;
        IsForDigest = isForDigest;
        At = at;
    }

    public Guid Id { get; private set; }

    /// <summary>The recipient's account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    public NoticeKind Kind { get; private set; }

    public string Subject { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    /// <summary>Where the reader goes on, from the site's root.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The request that it is about; null when it is about a data call.</summary>
    public string? RequestNumber { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>UTC; null while unread.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Waits for the next daily mail; what was read before that is left out of it.</summary>
    public bool IsForDigest { get; private set; }

    /// <summary>The first reading counts.</summary>
    public void Read(DateTime at)
    {
        ReadAt ??= at;
        IsForDigest = false;
    }

    /// <summary>It stands in a daily mail now, or its reader does not want that any more.</summary>
    public void LeaveDigest() => IsForDigest = false;
}
