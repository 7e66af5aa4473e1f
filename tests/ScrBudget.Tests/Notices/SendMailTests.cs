using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

/// <summary>Over a real SMTP server.</summary>
public sealed class SendMailTests : IAsyncLifetime
{
    private MailCatcher catcher = null!;
    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        catcher = await MailCatcher.StartAsync();
        system = await TestSystem.CreateAsync(catcher.Settings);
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
    }

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        await catcher.DisposeAsync();
    }

    [Fact]
    public async Task Send_DeliversTheNoticeOnceAndMarksItSent()
    {
        await NotifyAsync();

        var first = await SendAsync();
        var second = await SendAsync();

        Assert.Equal((1, 0), (first.Sent, second.Sent));
        var message = Assert.Single(catcher.Messages);
        Assert.Equal("ScrBudget: FY2029-VAP-001 was returned", message.Subject);
        Assert.Equal(
            ("scrbudget@agency.example", "colleague@agency.example"),
            (message.From.Mailboxes.Single().Address, message.To.Mailboxes.Single().Address)
        );
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(
            """
            BudgetAnalyst-VAP returned FY2029-VAP-001 with reasons. Read them, revise the request and submit it again.

            https://scrbudget.example/requests/FY2029-VAP-001

            --
            All notices: https://scrbudget.example/notices
            Choose what comes by e-mail: https://scrbudget.example/notices/settings
            This message was sent by ScrBudget. Do not answer it.
            """,
            message.TextBody!.ReplaceLineEndings("\n").Trim()
        );
        var mail = await MailAsync();
        Assert.Equal((MailStatus.Sent, TestClock.StartUtc, 1), (mail.Status, mail.SentAt, mail.Attempts));
    }

    [Fact]
    public async Task Send_ThatIsRefused_IsTriedAgainAtItsTimeAndNotBefore()
    {
        await NotifyAsync();
        catcher.Refuses = true;
        Assert.Equal((0, 1), Counted(await SendAsync()));
        var failed = await MailAsync();
        Assert.Equal((MailStatus.Waiting, TestClock.StartUtc.AddMinutes(1)), (failed.Status, failed.NextAttemptAt));
        Assert.Contains("the catcher refuses", failed.LastError, StringComparison.Ordinal);
        catcher.Refuses = false;

        system.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal((0, 0), Counted(await SendAsync()));
        system.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, 0), Counted(await SendAsync()));

        Assert.Single(catcher.Messages);
        var sent = await MailAsync();
        Assert.Equal((MailStatus.Sent, 2, null), (sent.Status, sent.Attempts, sent.LastError));
    }

    [Fact]
    public async Task Send_ThatFailsEightTimes_IsGivenUp_AndAnAdministratorHasItTriedAgain()
    {
        await NotifyAsync();
        catcher.Refuses = true;
        for (var attempt = 1; attempt <= Mail.MaximumAttempts; attempt++)
        {
            Assert.Equal((0, 1), Counted(await SendAsync()));
            system.Clock.Advance(Mail.DelayAfter(attempt));
        }

        Assert.Equal((0, 0), Counted(await SendAsync()));
        var outbox = await system
            .Get<ReadOutbox>()
            .ExecuteAsync(MailStatus.GivenUp, 1, People.Administrator, Cancellation);
        var line = Assert.Single(outbox.Value.Mails);
        Assert.Equal((8, "colleague@agency.example"), (line.Attempts, line.Recipient));
        Assert.Contains("the catcher refuses", line.LastError, StringComparison.Ordinal);
        catcher.Refuses = false;

        Assert.True((await system.Get<RetryMail>().ExecuteAsync(line.Id, People.Administrator, Cancellation)).IsDone);

        Assert.Equal((1, 0), Counted(await SendAsync()));
        Assert.Single(catcher.Messages);
        await using var context = system.CreateContext();
        var entry = await context.AuditEntries.SingleAsync(
            kept => kept.Action == "Had a mail tried again",
            Cancellation
        );
        Assert.Equal(
            ($"account {People.Colleague.Id}", People.Administrator.Name, line.Subject),
            (entry.Subject, entry.ByName, entry.After)
        );
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    [Fact]
    public async Task Send_WhileAnotherSenderHasTheMail_LeavesItAlone()
    {
        await NotifyAsync();
        var transport = new MeanwhileTransport();
        var first = Sender(transport);
        var second = Sender(system.Get<IMailTransport>());
        MailRun? meanwhile = null;
        transport.Meanwhile = async () => meanwhile = await second.ExecuteAsync(Cancellation);

        var run = await first.ExecuteAsync(Cancellation);

        Assert.Equal((1, 0), Counted(run));
        Assert.Equal((0, 0), Counted(meanwhile!));
        Assert.Empty(catcher.Messages);
    }

    [Fact]
    public async Task Send_ByTwoWhoBothSawItDue_IsDoneByTheOneWhoseClaimIsSavedFirst()
    {
        await NotifyAsync();
        await using var one = system.CreateContext();
        await using var other = system.CreateContext();
        var mine = await one.Mails.SingleAsync(Cancellation);
        var theirs = await other.Mails.SingleAsync(Cancellation);
        mine.Claim(TestClock.StartUtc);
        theirs.Claim(TestClock.StartUtc);

        await one.SaveChangesAsync(Cancellation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Send_AfterASenderDied_TakesTheMailWhenItsLeaseIsOver()
    {
        await NotifyAsync();
        await using (var context = system.CreateContext())
        {
            var mail = await context.Mails.SingleAsync(Cancellation);
            Assert.True(mail.Claim(TestClock.StartUtc));
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal((0, 0), Counted(await SendAsync()));
        system.Clock.Advance(Mail.Lease);

        Assert.Equal((1, 0), Counted(await SendAsync()));
    }

    [Fact]
    public async Task Send_WhileTheServerIsAway_StopsAfterThreeAndKeepsTheAttemptsOfTheRest()
    {
        for (var index = 0; index < 5; index++)
        {
            await NotifyAsync();
        }

        // Nobody listens at port 1.
        await using var away = TestSystem.Over(system.Database, MailCatcher.SettingsFor(1));
        Assert.Equal((0, 3), Counted(await away.Get<SendMail>().ExecuteAsync(Cancellation)));

        await using var context = system.CreateContext();
        Assert.Equal(
            [0, 0, 1, 1, 1],
            (await context.Mails.Select(mail => mail.Attempts).ToListAsync(Cancellation)).Order()
        );
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Send_ToAServerWithoutTls_FailsRatherThanGoInTheClear(MailSecurity security)
    {
        await NotifyAsync();
        var settings = MailCatcher.SettingsFor(catcher.Settings.Port, security);
        await using var demanding = TestSystem.Over(system.Database, settings);

        Assert.Equal((0, 1), Counted(await demanding.Get<SendMail>().ExecuteAsync(Cancellation)));

        Assert.Empty(catcher.Messages);
        Assert.NotEmpty((await MailAsync()).LastError!);
    }

    private static (int Sent, int Failed) Counted(MailRun run) => (run.Sent, run.Failed);

    private SendMail Sender(IMailTransport transport) =>
        new(
            system.Get<IDbContextFactory<Data.ScrBudgetContext>>(),
            transport,
            system.Get<MailSettings>(),
            system.Clock
        );

    private Task<MailRun> SendAsync() => system.Get<SendMail>().ExecuteAsync(Cancellation);

    private async Task<Mail> MailAsync()
    {
        await using var context = system.CreateContext();
        return await context.Mails.SingleAsync(Cancellation);
    }

    private async Task NotifyAsync() =>
        await system.NotifyAsync(NoticeKind.RequestReturned, People.Colleague, "FY2029-VAP-001");

    /// <summary>Accepts the mail, and lets something else happen while it does.</summary>
    private sealed class MeanwhileTransport : IMailTransport
    {
        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public Task SendAsync(Mail mail) => Meanwhile();
    }
}
