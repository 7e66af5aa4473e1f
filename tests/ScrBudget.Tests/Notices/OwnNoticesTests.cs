using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

/// <summary>What a person sees, marks and chooses; never another's.</summary>
public sealed class OwnNoticesTests : IAsyncLifetime
{
    private static readonly Person Me = People.Colleague;
    private static readonly Person Other = People.AuthorAndApprover;

    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        system = await TestSystem.CreateAsync(MailCatcher.SettingsFor(1));
        await system.AddAccountAsync(Me, "me@agency.example");
        await system.AddAccountAsync(Other);
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task List_ShowsUnreadFirstThenTheNewest_AndCounts()
    {
        foreach (var number in (string[])["FY2029-VAP-001", "FY2029-VAP-002", "FY2029-VAP-003"])
        {
            await system.NotifyAsync(NoticeKind.CommentMade, Me, number);
            system.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await system.NotifyAsync(NoticeKind.CommentMade, Other);
        var newest = (await ReadAsync(new ReadNoticesInput())).Notices[0];
        await system.Get<MarkNoticesRead>().OneAsync(newest.Id, Me, Cancellation);

        var list = await ReadAsync(new ReadNoticesInput());

        Assert.Equal(
            ["FY2029-VAP-002", "FY2029-VAP-001", "FY2029-VAP-003"],
            list.Notices.Select(notice => notice.RequestNumber)
        );
        Assert.Equal((3, 2), (list.Total, list.Unread));
        Assert.Equal(2, await system.Get<ReadNotices>().CountUnreadAsync(Me.Id, Cancellation));
    }

    [Fact]
    public async Task List_IsFilteredByKindAndUnread()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, Me);
        await system.NotifyAsync(NoticeKind.RequestReturned, Me);
        await system.Get<MarkNoticesRead>().AllAsync(Me, Cancellation);
        await system.NotifyAsync(NoticeKind.CommentMade, Me);

        Assert.Equal(2, (await ReadAsync(new ReadNoticesInput(Kind: NoticeKind.CommentMade))).Total);
        Assert.Equal(1, (await ReadAsync(new ReadNoticesInput(IsUnreadOnly: true))).Total);
        Assert.Equal(0, (await ReadAsync(new ReadNoticesInput(true, NoticeKind.RequestReturned))).Total);
    }

    [Theory]
    [InlineData(1, 25, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(9, 1, 2)]
    [InlineData(-1, 25, 1)]
    public async Task List_HasPages_AndStaysWithinThem(int asked, int shown, int page)
    {
        await using (var context = system.CreateContext())
        {
            context.AddRange(
                Enumerable
                    .Range(1, 26)
                    .Select(_ => new Notice(
                        Me.Id,
                        NoticeKind.Decided,
                        new NoticeParameters { Number = "FY2029-VAP-001" },
                        false,
                        TestClock.StartUtc
                    ))
            );
            await context.SaveChangesAsync(Cancellation);
        }

        var list = await ReadAsync(new ReadNoticesInput(Page: asked));

        Assert.Equal((shown, 26, page, 2), (list.Notices.Count, list.Total, list.Page, list.PageCount));
    }

    [Fact]
    public async Task MarkRead_OfAnothersNotice_ChangesNothing()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, Other);
        await using var context = system.CreateContext();
        var id = await context.Notices.Select(notice => notice.Id).SingleAsync(Cancellation);

        await system.Get<MarkNoticesRead>().OneAsync(id, Me, Cancellation);
        Assert.Equal(0, await system.Get<MarkNoticesRead>().AllAsync(Me, Cancellation));

        Assert.Equal(1, await system.Get<ReadNotices>().CountUnreadAsync(Other.Id, Cancellation));
    }

    [Fact]
    public async Task Notice_KeepsWhenItWasFirstRead()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, Me);
        var id = (await ReadAsync(new ReadNoticesInput())).Notices[0].Id;
        await system.Get<MarkNoticesRead>().OneAsync(id, Me, Cancellation);
        system.Clock.Advance(TimeSpan.FromHours(1));

        await system.Get<MarkNoticesRead>().OneAsync(id, Me, Cancellation);

        Assert.Equal(TestClock.StartUtc, (await ReadAsync(new ReadNoticesInput())).Notices[0].ReadAt);
    }

    [Fact]
    public async Task Settings_AreTheDefaultsUntilOneChooses_AndThenTheChoice()
    {
        var before = await system.Get<ReadNoticeSettings>().ExecuteAsync(Me, Cancellation);
        Assert.Equal(("me@agency.example", true), (before.Email, before.IsMailOn));
        Assert.Equal(
            [MailChoice.AtOnce, MailChoice.AtOnce, MailChoice.DailyDigest, MailChoice.DailyDigest],
            before.Choices.OrderBy(choice => choice.Key).Select(choice => choice.Value)
        );

        foreach (var choice in (MailChoice[])[MailChoice.DailyDigest, MailChoice.None])
        {
            var saved = await system
                .Get<SaveNoticeSettings>()
                .ExecuteAsync(
                    new Dictionary<NoticeGroup, MailChoice> { [NoticeGroup.YourTurn] = choice },
                    Me,
                    Cancellation
                );
            Assert.True(saved.IsDone);
        }

        var after = await system.Get<ReadNoticeSettings>().ExecuteAsync(Me, Cancellation);
        Assert.Equal(MailChoice.None, after.Choices[NoticeGroup.YourTurn]);
        Assert.Equal(MailChoice.AtOnce, after.Choices[NoticeGroup.DueDates]);
        var others = await system.Get<ReadNoticeSettings>().ExecuteAsync(Other, Cancellation);
        Assert.Equal((null, MailChoice.AtOnce), (others.Email, others.Choices[NoticeGroup.YourTurn]));
    }

    [Fact]
    public async Task Settings_OutsideTheList_AreRefused()
    {
        var saved = await system
            .Get<SaveNoticeSettings>()
            .ExecuteAsync(
                new Dictionary<NoticeGroup, MailChoice> { [NoticeGroup.YourTurn] = (MailChoice)9 },
                Me,
                Cancellation
            );

        Assert.Equal("mail-choice-unknown", saved.Refusal?.Code);
    }

    [Fact]
    public async Task Outbox_IsForAdministratorsOnly()
    {
        await system.NotifyAsync(NoticeKind.RequestReturned, Me);
        var outbox = system.Get<ReadOutbox>();
        var mail = Assert.Single((await outbox.ExecuteAsync(null, 1, People.Administrator, Cancellation)).Value.Mails);

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
        {
            var person = People.Holding(role);
            Assert.Equal("not-allowed", (await outbox.ExecuteAsync(null, 1, person, Cancellation)).Refusal?.Code);
            var retried = await system.Get<RetryMail>().ExecuteAsync(mail.Id, person, Cancellation);
            Assert.Equal("not-allowed", retried.Refusal?.Code);
        }
    }

    [Fact]
    public async Task Outbox_CountsByStatus()
    {
        await system.NotifyAsync(NoticeKind.RequestReturned, Me);
        await system.NotifyAsync(NoticeKind.RequestReturned, Me);
        await system.NotifyAsync(NoticeKind.RequestReturned, Me);
        await using (var context = system.CreateContext())
        {
            var mails = await context.Mails.ToListAsync(Cancellation);
            mails[0].Sent(TestClock.StartUtc);
            while (mails[1].Claim(TestClock.StartUtc))
            {
                mails[1].Failed("refused", TestClock.StartUtc);
            }

            await context.SaveChangesAsync(Cancellation);
        }

        foreach (var status in Enum.GetValues<MailStatus>())
        {
            var read = (
                await system.Get<ReadOutbox>().ExecuteAsync(status, 1, People.Administrator, Cancellation)
            ).Value;
            Assert.Equal(status, Assert.Single(read.Mails).Status);
            Assert.All(read.Counts.Values, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public async Task Retry_OfAMailThatIsNotThere_IsRefused()
    {
        var retried = await system.Get<RetryMail>().ExecuteAsync(Guid.NewGuid(), People.Administrator, Cancellation);

        Assert.Equal("mail-unknown", retried.Refusal?.Code);
    }

    private Task<NoticeList> ReadAsync(ReadNoticesInput input) =>
        system.Get<ReadNotices>().ExecuteAsync(input, Me, Cancellation);
}
