using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

/// <summary>The clock stands at 14:00 on January 15, 2027; digests are written at 7:00.</summary>
public sealed class SendDigestsTests : IAsyncLifetime
{
    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        system = await TestSystem.CreateAsync(MailCatcher.SettingsFor(1));
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Digest_ComesNextMorningOnce_ListsWhatIsUnread_TheMostUrgentFirst()
    {
        await system.NotifyAsync(NoticeKind.Transmitted, People.Colleague, "FY2029-VAP-001");
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague, "FY2029-VAP-002");
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague, "FY2029-VAP-003");
        await ReadAsync("FY2029-VAP-003");
        Assert.Equal(0, await DigestAsync());

        MoveTo("2027-01-16T07:00");
        Assert.Equal(1, await DigestAsync());
        Assert.Equal(0, await DigestAsync());

        var mail = Assert.Single(await MailsAsync());
        Assert.Equal("ScrBudget: 2 unread notices", mail.Subject);
        Assert.StartsWith(
            """
            2 unread notices since the last daily mail:

            - FY2029-VAP-002: new comment
              https://scrbudget.example/requests/FY2029-VAP-002
            - FY2029-VAP-001 was transmitted
              https://scrbudget.example/requests/FY2029-VAP-001

            """.ReplaceLineEndings("\n"),
            mail.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Digest_HoldsWhatCameUntilTheMorning_AndTheRestTheNextDay()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague, "FY2029-VAP-001");
        MoveTo("2027-01-16T08:30");
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague, "FY2029-VAP-002");

        Assert.Equal(1, await DigestAsync());
        MoveTo("2027-01-17T06:59");
        Assert.Equal(0, await DigestAsync());
        MoveTo("2027-01-17T07:00");
        Assert.Equal(1, await DigestAsync());

        var bodies = (await MailsAsync()).OrderBy(mail => mail.CreatedAt).Select(mail => mail.Body).ToList();
        Assert.Contains("FY2029-VAP-001", bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("FY2029-VAP-002", bodies[0], StringComparison.Ordinal);
        Assert.Contains("FY2029-VAP-002", bodies[1], StringComparison.Ordinal);
        Assert.DoesNotContain("FY2029-VAP-001", bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_OfJobsAtOnce_IsWrittenByOne()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague);
        MoveTo("2027-01-16T07:00");

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(DigestAsync, Cancellation)));

        Assert.Equal(1, written.Sum());
        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task Digest_ForAnAccountWithoutAnAddressSince_IsNotWritten()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague);
        await system.ExecuteSqlAsync("UPDATE AspNetUsers SET Email = NULL");
        MoveTo("2027-01-16T07:00");

        Assert.Equal(0, await DigestAsync());

        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Digest_ThatIsNotWantedAnyMore_IsNotWritten()
    {
        await system.NotifyAsync(NoticeKind.CommentMade, People.Colleague);
        var saved = await system
            .Get<SaveNoticeSettings>()
            .ExecuteAsync(
                new Dictionary<NoticeGroup, MailChoice> { [NoticeGroup.Discussion] = MailChoice.None },
                People.Colleague,
                Cancellation
            );
        Assert.True(saved.IsDone);
        MoveTo("2027-01-16T07:00");

        Assert.Equal(0, await DigestAsync());
    }

    private async Task ReadAsync(string number)
    {
        await using var context = system.CreateContext();
        var id = await context
            .Notices.Where(n => n.RequestNumber == number)
            .Select(n => n.Id)
            .SingleAsync(Cancellation);
        await system.Get<MarkNoticesRead>().OneAsync(id, People.Colleague, Cancellation);
    }

    private void MoveTo(string time) =>
        system.Clock.SetUtcNow(
            DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );

    private Task<int> DigestAsync() => system.Get<SendDigests>().ExecuteAsync(Cancellation);

    private async Task<List<Mail>> MailsAsync()
    {
        await using var context = system.CreateContext();
        return await context.Mails.ToListAsync(Cancellation);
    }
}
