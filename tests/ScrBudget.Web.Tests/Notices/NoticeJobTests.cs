using Microsoft.Extensions.Logging.Abstractions;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;
using ScrBudget.Web.Notices;

namespace ScrBudget.Web.Tests.Notices;

public sealed class NoticeJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_SendsWhatIsDueAtItsStart_AndThenEveryMinute()
    {
        await using var catcher = await MailCatcher.StartAsync();
        await using var system = await TestSystem.CreateAsync(catcher.Settings);
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await system.NotifyAsync(NoticeKind.RequestReturned, People.Colleague, "FY2029-VAP-001");
        using var job = new NoticeJob(
            system.Get<SendReminders>(),
            system.Get<SendDigests>(),
            system.Get<SendMail>(),
            system.Clock,
            NullLogger<NoticeJob>.Instance
        );

        await job.StartAsync(Cancellation);
        var first = await catcher.NextAsync(Cancellation);
        await system.NotifyAsync(NoticeKind.RequestReturned, People.Colleague, "FY2029-VAP-002");
        system.Clock.Advance(NoticeJob.Interval);
        var second = await catcher.NextAsync(Cancellation);
        await job.StopAsync(Cancellation);

        Assert.Equal(
            ["ScrBudget: FY2029-VAP-001 was returned", "ScrBudget: FY2029-VAP-002 was returned"],
            [first.Subject, second.Subject]
        );
    }

    [Fact]
    public async Task Job_WhoseRunFails_GoesOnWithTheNext()
    {
        await using var catcher = await MailCatcher.StartAsync();
        await using var system = await TestSystem.CreateAsync(catcher.Settings);
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await system.NotifyAsync(NoticeKind.RequestReturned, People.Colleague);
        var transport = new FailingOnceTransport(system.Get<IMailTransport>());
        var mails = new SendMail(
            system.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Data.ScrBudgetContext>>(),
            transport,
            catcher.Settings,
            system.Clock
        );
        using var job = new NoticeJob(
            system.Get<SendReminders>(),
            system.Get<SendDigests>(),
            mails,
            system.Clock,
            NullLogger<NoticeJob>.Instance
        );

        await job.StartAsync(Cancellation);
        await transport.Failed.WaitAsync(Cancellation);
        system.Clock.Advance(Mail.Lease);
        var message = await catcher.NextAsync(Cancellation);
        await job.StopAsync(Cancellation);

        Assert.Equal("ScrBudget: FY2029-VAP-001 was returned", message.Subject);
    }

    /// <summary>The first time it fails as nothing should, beside what a transport may throw.</summary>
    private sealed class FailingOnceTransport(IMailTransport inner) : IMailTransport
    {
        private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Failed => failed.Task;

        public Task SendAsync(Mail mail)
        {
            if (failed.TrySetResult())
            {
                throw new InvalidOperationException("a mistake");
            }

            return inner.SendAsync(mail);
        }
    }
}
