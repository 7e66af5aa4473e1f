using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using MimeKit;
using ScrBudget.Application.Notices;
using SmtpServer;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ScrBudget.TestSupport;

/// <summary>A real SMTP server on a free port of this machine, which keeps what it is sent and refuses when told to.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<MimeMessage> messages = new();
    private readonly Channel<MimeMessage> arrivals = Channel.CreateUnbounded<MimeMessage>();
    private readonly Task running;
    private volatile bool refuses;

    private MailCatcher(TaskCompletionSource<int> port)
    {
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => port.TrySetResult(((IPEndPoint)started.LocalEndPoint).Port);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IEndpointListenerFactory)listeners);
        services.Add((IMessageStore)new Store(this));
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, 0)))
            .Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    /// <summary>Settings that send here.</summary>
    public MailSettings Settings { get; private set; } = MailSettings.Off;

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<MimeMessage> Messages => [.. messages];

    /// <summary>Waits for the next message that nobody has waited for yet.</summary>
    public async Task<MimeMessage> NextAsync(CancellationToken cancellation) =>
        await arrivals.Reader.ReadAsync(cancellation);

    /// <summary>While true, every message is answered with an error.</summary>
    public bool Refuses
    {
        get => refuses;
        set => refuses = value;
    }

    public static async Task<MailCatcher> StartAsync()
    {
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var catcher = new MailCatcher(port);
        catcher.Settings = SettingsFor(await port.Task);
        return catcher;
    }

    /// <summary>Mail is on and goes to this port of this machine, where perhaps nobody listens.</summary>
    public static MailSettings SettingsFor(int port, MailSecurity security = MailSecurity.None) =>
        MailSettings
            .Read(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            ["ScrBudget:Mail:Host"] = "127.0.0.1",
                            ["ScrBudget:Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            ["ScrBudget:Mail:Security"] = security.ToString(),
                            ["ScrBudget:Mail:From"] = "scrbudget@agency.example",
                            ["ScrBudget:Mail:BaseAddress"] = "https://scrbudget.example/",
                        }
                    )
                    .Build()
            )
            .Value;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        foreach (var message in messages)
        {
            message.Dispose();
        }
    }

    private sealed class Store(MailCatcher catcher) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            if (catcher.Refuses)
            {
                return new SmtpResponse(SmtpReplyCode.TransactionFailed, "the catcher refuses");
            }

            using var content = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(content, cancellationToken);
            catcher.messages.Enqueue(message);
            catcher.arrivals.Writer.TryWrite(message);
            return SmtpResponse.Ok;
        }
    }
}
