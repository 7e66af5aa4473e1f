using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Notices;

/// <summary>Sends by SMTP, a connection for each mail (<see cref="MailSettings"/>).</summary>
public sealed class SmtpTransport(MailSettings settings, TimeProvider time) : IMailTransport
{
    /// <summary>For connecting, signing in and sending together; well within a mail's lease.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public async Task SendAsync(Mail mail)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var client = new SmtpClient();
        try
        {
            using var message = Message(mail);
            await client.ConnectAsync(settings.Host, settings.Port, Options, limit.Token);
            if (settings.User is not null)
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? string.Empty, limit.Token);
            }

            await client.SendAsync(message, limit.Token);
        }
        // Sockets, TLS, the protocol and the server's answers each fail in their own way: here all mean "not accepted".
        catch (Exception problem)
        {
            throw new MailTransportException(
                problem is OperationCanceledException
                    ? $"{settings.Host} did not answer within {Limit.TotalMinutes:0} minutes."
                    : problem.Message,
                problem
            );
        }

        await SayGoodbyeAsync(client, limit.Token);
    }

    private SecureSocketOptions Options =>
        settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    private MimeMessage Message(Mail mail)
    {
        var message = new MimeMessage
        {
            // The same at every attempt, so that a mail system can drop the second of two.
            MessageId = $"{mail.Id:N}@{new Uri(settings.BaseAddress).Host}",
            Date = new DateTimeOffset(mail.CreatedAt, TimeSpan.Zero),
            Subject = mail.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
        };
        message.From.Add(new MailboxAddress("ScrBudget", settings.From));
        message.To.Add(new MailboxAddress(null, mail.Recipient));
        // RFC 3834: no out-of-office answers to a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>The mail is accepted by now: a server that hangs up without a word has it all the same.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken limit)
    {
        try
        {
            await client.DisconnectAsync(quit: true, limit);
        }
        catch (Exception problem)
            when (problem is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
            client.Dispose();
        }
    }
}
