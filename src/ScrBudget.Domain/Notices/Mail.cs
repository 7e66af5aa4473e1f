namespace ScrBudget.Domain.Notices;

/// <summary>Where a mail stands.</summary>
public enum MailStatus
{
    Waiting = 1,
    Sent = 2,

    /// <summary>Every attempt failed: an administrator can have it tried again.</summary>
    GivenUp = 3,
}

/// <summary>
/// A mail in the outbox, written with the notice in one transaction and sent afterwards. Whoever sends claims it first,
/// guarded by the version: of two senders one gets it. A sender that dies between sending and saving leaves it to be
/// sent once more, under the same message id: no protocol can rule that out.
/// </summary>
public sealed class Mail : IVersioned
{
    public const int AddressLength = 254;
    public const int SubjectLength = 250;
    public const int ErrorLength = 500;
    public const int MaximumAttempts = 8;

    /// <summary>A claimed mail belongs to its sender for so long; a transport takes less.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12);

    private Mail() { }

    /// <param name="recipient">The address, valid (limit <see cref="AddressLength"/>).</param>
    /// <param name="body">Plain text.</param>
    /// <param name="at">UTC; due at once.</param>
    public Mail(string accountId, string recipient, string subject, string body, DateTime at)
    {
        Id = Guid.NewGuid();
        AccountId = accountId;
        Recipient = recipient;
        Subject = subject;
        Body = body;
        CreatedAt = at;
        NextAttemptAt = at;
    }

    /// <summary>Also the message id, at every attempt.</summary>
    public Guid Id { get; private set; }

    public string AccountId { get; private set; } = string.Empty;

    public string Recipient { get; private set; } = string.Empty;

    public string Subject { get; private set; } = string.Empty;

    public string Body { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Attempts begun since it was written, or since an administrator had it tried again.</summary>
    public int Attempts { get; private set; }

    /// <summary>UTC; null once it is sent or given up.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>UTC; null until it is sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the last attempt that failed met; null when none did.</summary>
    public string? LastError { get; private set; }

    public Guid Version { get; private set; }

    public MailStatus Status =>
        SentAt is not null ? MailStatus.Sent
        : NextAttemptAt is null ? MailStatus.GivenUp
        : MailStatus.Waiting;

    /// <summary>How long after that failed attempt the next one comes: 1, 4, 16, 64 … minutes, 12 hours at most.</summary>
    public static TimeSpan DelayAfter(int attempts) =>
        TimeSpan.FromTicks(
            Math.Min(LongestDelay.Ticks, FirstDelay.Ticks * (long)Math.Pow(4, Math.Clamp(attempts - 1, 0, 10)))
        );

    /// <summary>
    /// Takes it for one attempt; saved before anything is sent. False when the last attempt was begun and never ended: it
    /// is given up.
    /// </summary>
    public bool Claim(DateTime at)
    {
        if (Attempts >= MaximumAttempts)
        {
            NextAttemptAt = null;
            LastError ??= "The sender stopped during the last attempt.";
            return false;
        }

        Attempts++;
        NextAttemptAt = at + Lease;
        return true;
    }

    public void Sent(DateTime at)
    {
        SentAt = at;
        NextAttemptAt = null;
        LastError = null;
    }

    public void Failed(string error, DateTime at)
    {
        LastError = error.Length > ErrorLength ? error[..ErrorLength] : error;
        NextAttemptAt = Attempts >= MaximumAttempts ? null : at + DelayAfter(Attempts);
    }

    /// <summary>From the first attempt on again. Refused unless it was given up.</summary>
    public Outcome TryAgain(DateTime at)
    {
        if (Status != MailStatus.GivenUp)
        {
            return new Refusal("mail-not-given-up", "Only a mail that was given up is tried again: this one is not.");
        }

        Attempts = 0;
        NextAttemptAt = at;
        return Outcome.Done;
    }
}
