using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.Notices;

/// <summary>The outbox on PostgreSQL, where two sites really write at the same time.</summary>
public sealed class OutboxTests(SharedPostgreSql server) : IAsyncLifetime
{
    private const int Mails = 20;

    private MailCatcher catcher = null!;
    private TestSystem one = null!;
    private TestSystem other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        catcher = await MailCatcher.StartAsync();
        var database = await server.NewDatabaseAsync();
        one = TestSystem.Over(database, catcher.Settings);
        other = TestSystem.Over(database, catcher.Settings);
        await one.Get<PrepareDatabase>().ExecuteAsync(Cancellation);
        await one.AddAccountAsync(People.Colleague, "colleague@agency.example");
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await catcher.DisposeAsync();
    }

    [Fact]
    public async Task TwoSendersAtOnce_SendEachMailOnce()
    {
        for (var index = 0; index < Mails; index++)
        {
            await one.NotifyAsync(NoticeKind.RequestReturned, People.Colleague);
        }

        var runs = await Task.WhenAll(
            one.Get<SendMail>().ExecuteAsync(Cancellation),
            other.Get<SendMail>().ExecuteAsync(Cancellation)
        );

        Assert.Equal((Mails, 0), (runs.Sum(run => run.Sent), runs.Sum(run => run.Failed)));
        Assert.Equal(Mails, catcher.Messages.Count);
        Assert.Equal(Mails, catcher.Messages.Select(message => message.MessageId).Distinct().Count());
        await using var context = one.CreateContext();
        Assert.All(
            await context.Mails.ToListAsync(Cancellation),
            mail => Assert.Equal((MailStatus.Sent, 1), (mail.Status, mail.Attempts))
        );
    }

    [Fact]
    public async Task TwoJobsAtOnce_WriteOneDigest()
    {
        await one.NotifyAsync(NoticeKind.CommentMade, People.Colleague);
        foreach (var system in (TestSystem[])[one, other])
        {
            system.Clock.Advance(TimeSpan.FromDays(1));
        }

        var written = await Task.WhenAll(
            one.Get<SendDigests>().ExecuteAsync(Cancellation),
            other.Get<SendDigests>().ExecuteAsync(Cancellation)
        );

        Assert.Equal(1, written.Sum());
        await using var context = one.CreateContext();
        Assert.Equal(1, await context.Mails.CountAsync(Cancellation));
    }
}
