using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

public sealed class NotifierTests : IAsyncLifetime
{
    private const string Number = "FY2029-VAP-001";

    private static readonly Person Other = People.AuthorOf(People.OtherOffice);

    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Nobody listens there: nothing is sent in these tests.
    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync(MailCatcher.SettingsFor(1));

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Notify_ByRoleAndOffice_ReachesThoseAloneAndNeverWhoActs()
    {
        await system.AddAccountAsync(People.AuthorAndApprover);
        await system.AddAccountAsync(People.Colleague);
        await system.AddAccountAsync(Other);
        await system.AddAccountAsync(People.Analyst);

        await NotifyAsync(
            NoticeKind.AwaitingApproval,
            People.AuthorAndApprover,
            Recipients.Offices(People.Office).And(Recipients.Accounts(People.Colleague.Id))
        );

        var notice = Assert.Single(await NoticesAsync());
        Assert.Equal(
            (People.Colleague.Id, NoticeKind.AwaitingApproval, Number, TestClock.StartUtc, null),
            (notice.AccountId, notice.Kind, notice.RequestNumber, notice.At, notice.ReadAt)
        );
    }

    [Fact]
    public async Task Notify_ByRole_LeavesClosedAccountsOut()
    {
        await system.AddAccountAsync(People.Analyst);
        await system.AddAccountAsync(People.Named("gone", null, Role.BudgetAnalyst), isClosed: true);

        await NotifyAsync(NoticeKind.RequestSubmitted, Other, Recipients.Holding(Role.BudgetAnalyst));

        Assert.Equal([People.Analyst.Id], (await NoticesAsync()).Select(notice => notice.AccountId));
    }

    [Fact]
    public async Task Notify_MailsAtOnceWhatWaits_AndKeepsTheRestForTheDigest()
    {
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        var to = Recipients.Accounts(People.Colleague.Id);

        await NotifyAsync(NoticeKind.RequestReturned, People.Analyst, to);
        await NotifyAsync(NoticeKind.CommentMade, People.Analyst, to);

        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(
            ("colleague@agency.example", $"ScrBudget: {Number} was returned", MailStatus.Waiting),
            (mail.Recipient, mail.Subject, mail.Status)
        );
        Assert.Contains($"\nhttps://scrbudget.example/requests/{Number}\n", mail.Body, StringComparison.Ordinal);
        Assert.Equal(
            [(NoticeKind.CommentMade, true), (NoticeKind.RequestReturned, false)],
            (await NoticesAsync())
                .Select(notice => (notice.Kind, notice.IsForDigest))
                .OrderBy(one => one.IsForDigest ? 0 : 1)
        );
    }

    [Theory]
    [InlineData(MailChoice.AtOnce, 1, false)]
    [InlineData(MailChoice.DailyDigest, 0, true)]
    [InlineData(MailChoice.None, 0, false)]
    public async Task Notify_FollowsWhatThePersonChose(MailChoice choice, int mails, bool isForDigest)
    {
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await using (var context = system.CreateContext())
        {
            context.Add(new NoticeSetting(People.Colleague.Id, NoticeGroup.YourTurn, choice));
            await context.SaveChangesAsync(Cancellation);
        }

        await NotifyAsync(NoticeKind.RequestReturned, People.Analyst, Recipients.Accounts(People.Colleague.Id));

        Assert.Equal(mails, (await MailsAsync()).Count);
        Assert.Equal(isForDigest, Assert.Single(await NoticesAsync()).IsForDigest);
    }

    [Fact]
    public async Task Notify_WithoutAnAddress_LeavesTheNoticeInTheProductOnly()
    {
        await system.AddAccountAsync(People.Colleague);
        var to = Recipients.Accounts(People.Colleague.Id);

        await NotifyAsync(NoticeKind.RequestReturned, People.Analyst, to);
        await NotifyAsync(NoticeKind.CommentMade, People.Analyst, to);

        Assert.Empty(await MailsAsync());
        Assert.All(await NoticesAsync(), notice => Assert.False(notice.IsForDigest));
    }

    [Fact]
    public async Task Notify_WhileMailIsOff_WritesNoMailThatWouldFloodLater()
    {
        await using var without = await TestSystem.CreateAsync();
        await without.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await using var context = without.CreateContext();
        await without
            .Get<Notifier>()
            .NotifyAsync(
                context,
                NoticeKind.RequestReturned,
                new NoticeParameters { Number = Number },
                Recipients.Accounts(People.Colleague.Id),
                TestClock.StartUtc,
                Cancellation
            );
        await context.SaveChangesAsync(Cancellation);

        Assert.Single(await context.Notices.ToListAsync(Cancellation));
        Assert.Empty(await context.Mails.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task RolledBackChange_LeavesNeitherNoticeNorMail()
    {
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await using (var context = system.CreateContext())
        {
            await AddAsync(
                context,
                NoticeKind.RequestReturned,
                People.Analyst,
                Recipients.Accounts(People.Colleague.Id)
            );
            Assert.Equal(2, context.ChangeTracker.Entries().Count());
            // What the use case changes beside it is refused by the database: nobody has this account.
            context.Add(new NoticeSetting("nobody-has-this-key", NoticeGroup.Outcome, MailChoice.None));

            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancellation));
        }

        Assert.Empty(await NoticesAsync());
        Assert.Empty(await MailsAsync());
    }

    private Task AddAsync(Data.ScrBudgetContext context, NoticeKind kind, Person by, Recipients to) =>
        system
            .Get<Notifier>()
            .NotifyAsync(
                context,
                kind,
                new NoticeParameters { Number = Number, By = by },
                to,
                TestClock.StartUtc,
                Cancellation
            );

    private async Task NotifyAsync(NoticeKind kind, Person by, Recipients to)
    {
        await using var context = system.CreateContext();
        await AddAsync(context, kind, by, to);
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<List<Notice>> NoticesAsync()
    {
        await using var context = system.CreateContext();
        return await context.Notices.ToListAsync(Cancellation);
    }

    private async Task<List<Mail>> MailsAsync()
    {
        await using var context = system.CreateContext();
        return await context.Mails.ToListAsync(Cancellation);
    }
}
