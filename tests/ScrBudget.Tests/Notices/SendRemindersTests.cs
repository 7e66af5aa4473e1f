using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

/// <summary>The call for FY 2029 is due on February 26, 2027.</summary>
public sealed class SendRemindersTests : IAsyncLifetime
{
    private TestSystem system = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        system = await TestSystem.CreateAsync(MailCatcher.SettingsFor(1));
        await system.AddAccountAsync(People.AuthorAndApprover, "author@agency.example");
        await system.AddAccountAsync(People.AuthorOf(People.OtherOffice), "other@agency.example");
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Reminders_ComeSevenDaysAndOneDayAheadAndOnceAfterwards_ToTheOfficeThatHasDrafts()
    {
        await system.CreateDraftAsync();
        await system.CreateDraftAsync();
        var sent = new List<string>();
        for (var day = new DateOnly(2027, 2, 17); day <= new DateOnly(2027, 3, 3); day = day.AddDays(1))
        {
            MoveTo(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T07:00"));
            if (await RemindAsync() + await RemindAsync() > 0)
            {
                sent.Add(day.ToString("MMM d", CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(["Feb 19", "Feb 25", "Feb 27"], sent);
        var notices = await NoticesAsync();
        Assert.All(notices, notice => Assert.Equal(People.AuthorAndApprover.Id, notice.AccountId));
        Assert.Equal(
            [NoticeKind.DueSoon, NoticeKind.DueSoon, NoticeKind.Overdue],
            notices.OrderBy(notice => notice.At).Select(notice => notice.Kind)
        );
        Assert.All(notices, notice => Assert.Contains("2 drafts", notice.Text, StringComparison.Ordinal));
        await using var context = system.CreateContext();
        Assert.Equal(3, await context.Mails.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Reminder_ComesInTheMorning()
    {
        await system.CreateDraftAsync();

        MoveTo("2027-02-19T06:59");
        Assert.Equal(0, await RemindAsync());
        MoveTo("2027-02-19T07:00");
        Assert.Equal(1, await RemindAsync());
    }

    [Fact]
    public async Task Reminder_AfterAPause_ComesLateRatherThanNever()
    {
        await system.CreateDraftAsync();

        MoveTo("2027-02-22T12:00");

        Assert.Equal(1, await RemindAsync());
    }

    [Fact]
    public async Task Office_WhoseRequestsAreHandedIn_IsNotReminded()
    {
        await system.CreateSubmittedAsync();

        MoveTo("2027-02-19T07:00");

        Assert.Equal(0, await RemindAsync());
        Assert.Empty(await NoticesAsync());
    }

    private void MoveTo(string time) =>
        system.Clock.SetUtcNow(
            DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );

    private Task<int> RemindAsync() => system.Get<SendReminders>().ExecuteAsync(Cancellation);

    private async Task<List<Notice>> NoticesAsync()
    {
        await using var context = system.CreateContext();
        return await context.Notices.ToListAsync(Cancellation);
    }
}
