using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>Hands one mail to whoever delivers it.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Returns when the mail is accepted. Nothing cancels it from outside, since nobody could tell then whether it went;
    /// it takes less than <see cref="Mail.Lease"/>.
    /// </summary>
    /// <exception cref="MailTransportException">It was not accepted; the message says why.</exception>
    Task SendAsync(Mail mail);
}

/// <summary>A mail that was not accepted, and why, in words for an administrator.</summary>
public sealed class MailTransportException : Exception
{
    public MailTransportException(string message, Exception? inner = null)
        : base(message, inner) { }

    public MailTransportException() { }

    public MailTransportException(string message)
        : base(message) { }
}
