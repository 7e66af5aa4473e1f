using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
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
    public async Task Reminders_ComeSevenDaysAndOneDayAheadAndOnceAfterwards_ToTheOfficeThatHasRequestsToSubmit()
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
        var notices = await NoticesAsync(People.AuthorAndApprover);
        Assert.Equal(
            [NoticeKind.DueSoon, NoticeKind.DueSoon, NoticeKind.Overdue],
            notices.OrderBy(notice => notice.At).Select(notice => notice.Kind)
        );
        Assert.All(notices, notice => Assert.Contains("2 requests to submit", notice.Text, StringComparison.Ordinal));
        await using var context = system.CreateContext();
        Assert.Equal(
            3,
            await context.Mails.CountAsync(mail => mail.AccountId == People.AuthorAndApprover.Id, Cancellation)
        );
    }

    [Fact]
    public async Task Reminder_ComesInTheMorning()
    {
        await system.CreateDraftAsync();

        MoveTo("2027-02-19T06:59");
        Assert.Equal(0, await RemindAsync());
        MoveTo("2027-02-19T07:00");
        Assert.Equal(2, await RemindAsync());
    }

    [Fact]
    public async Task Reminder_AfterAPause_ComesLateRatherThanNever()
    {
        await system.CreateDraftAsync();

        MoveTo("2027-02-22T12:00");

        Assert.Equal(2, await RemindAsync());
        Assert.Single(await NoticesAsync(People.AuthorAndApprover));
    }

    [Fact]
    public async Task Office_WhoseRequestsAreHandedIn_IsNotReminded()
    {
        await system.CreateSubmittedAsync();

        MoveTo("2027-02-19T07:00");
        await RemindAsync();

        Assert.Empty(await NoticesAsync(People.AuthorAndApprover));
    }

    [Fact]
    public async Task Office_ThatHasBegunNothing_IsReminded_UnlessItIsNotInvited()
    {
        await system.CreateSubmittedAsync();
        MoveTo("2027-02-19T07:00");
        Assert.Equal(1, await RemindAsync());

        Assert.Null(await system.ReviseCycleAsync(settings => settings with { InvitedOffices = [People.Office] }));
        MoveTo("2027-02-25T07:00");
        Assert.Equal(0, await RemindAsync());

        var reminded = Assert.Single(await NoticesAsync(People.AuthorOf(People.OtherOffice)));
        Assert.StartsWith("Your office has begun no request", reminded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_ThatHasBegunNothing_IsNotAskedToBegin_OnceTheReviewIsDue()
    {
        MoveTo("2027-03-29T07:00");

        Assert.Equal(0, await RemindAsync());
    }

    [Fact]
    public async Task RequestThatAnAnalystReturned_IsNotLate_AndItsOfficeWasOnTime()
    {
        var number = await system.CreateInReviewAsync();
        await system.ActAsync(number, RequestAction.Return, People.Analyst);

        MoveTo("2027-03-01T07:00");
        await RemindAsync();

        Assert.Empty(await NoticesAsync(People.AuthorAndApprover));
        var desk = await system.Get<ReadDesk>().ExecuteAsync(new(DeskQueue.WithOffices), People.Analyst, Cancellation);
        var line = Assert.Single(desk.Lines);
        Assert.Equal((new DateOnly(2027, 3, 28), false), (line.DueOn!.Value, line.IsOverdue));
    }

    [Fact]
    public async Task RequestThatItsOfficeTookBack_IsToSubmitAgain()
    {
        var number = await system.CreateSubmittedAsync();
        await system.ActAsync(number, RequestAction.Recall, People.AuthorAndApprover);

        MoveTo("2027-02-19T07:00");
        await RemindAsync();

        Assert.Single(await NoticesAsync(People.AuthorAndApprover));
    }

    [Fact]
    public async Task Link_LeadsToAsManyAsTheReminderCounts()
    {
        Assert.Null(await system.ReviseCycleAsync(settings => settings with { RequiresOfficeApproval = true }));
        await system.CreateDraftAsync();
        var awaiting = await system.CreateCompleteDraftAsync();
        var sent = await system
            .Get<SendForApproval>()
            .ExecuteAsync(new SubmitRequestInput(awaiting, null), People.AuthorAndApprover, Cancellation);
        Assert.Null(sent.Refusal);
        var sentBack = await system.CreateCompleteDraftAsync();
        sent = await system
            .Get<SendForApproval>()
            .ExecuteAsync(new SubmitRequestInput(sentBack, null), People.AuthorAndApprover, Cancellation);
        Assert.Null(sent.Refusal);
        await system.ActAsync(sentBack, RequestAction.SendBack, People.AuthorAndApprover);

        MoveTo("2027-02-19T07:00");
        await RemindAsync();

        var notice = Assert.Single(await NoticesAsync(People.AuthorAndApprover));
        Assert.Equal("/requests?fy=2029&status=ToSubmit", notice.Address);
        Assert.Contains("3 requests to submit", notice.Text, StringComparison.Ordinal);
        var listed = await system
            .Get<ListRequests>()
            .ExecuteAsync(
                new ListRequestsInput(BudgetYear: 2029, IsToSubmit: true),
                People.AuthorAndApprover,
                Cancellation
            );
        Assert.Equal(
            [RequestStatus.Draft, RequestStatus.AwaitingApproval, RequestStatus.Returned],
            listed.Select(request => request.Status)
        );
    }

    [Fact]
    public async Task AnalystsAndOao_AreRemindedOfTheReview_OnceEach_WithWhatIsInTheirHands()
    {
        var second = People.Named("second-analyst", null, Role.BudgetAnalyst);
        await system.AddAccountAsync(People.Analyst);
        await system.AddAccountAsync(second);
        await system.AddAccountAsync(People.Compiler);
        await system.CreateInReviewAsync();
        await system.CreateSubmittedAsync();
        await system.CreateRecommendedAsync();
        var sent = new List<string>();
        for (var day = new DateOnly(2027, 3, 18); day <= new DateOnly(2027, 4, 2); day = day.AddDays(1))
        {
            MoveTo(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T07:00"));
            await RemindAsync();
            if (await RemindAsync() > 0)
            {
                sent.Add($"twice on {day}");
            }
        }

        Assert.Empty(sent);
        var notices = await NoticesAsync(People.Analyst);
        Assert.Equal(
            [NoticeKind.ReviewDueSoon, NoticeKind.ReviewDueSoon, NoticeKind.ReviewOverdue],
            notices.Select(notice => notice.Kind)
        );
        Assert.Equal(["Mar 21", "Mar 27", "Mar 29"], notices.Select(notice => $"{notice.At:MMM d}"));
        // Its own, and the one that nobody has taken up.
        Assert.Equal(
            "2 requests of the FY 2029 call are with you. Take the next step before that day.",
            notices[0].Text
        );
        Assert.StartsWith("1 request of", (await NoticesAsync(second))[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("1 request of", (await NoticesAsync(People.Compiler))[0].Text, StringComparison.Ordinal);
        var desk = await system.Get<ReadDesk>().ExecuteAsync(new(BudgetYear: 2029), People.Analyst, Cancellation);
        Assert.Equal(2, desk.Lines.Count);
        Assert.All(notices, notice => Assert.Equal("/review?fy=2029", notice.Address));
    }

    private void MoveTo(string time) =>
        system.Clock.SetUtcNow(
            DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );

    private Task<int> RemindAsync() => system.Get<SendReminders>().ExecuteAsync(Cancellation);

    /// <summary>The reminders of one person, as they came.</summary>
    private async Task<List<Notice>> NoticesAsync(Person person)
    {
        await using var context = system.CreateContext();
        return
        [
            .. (await context.Notices.Where(notice => notice.AccountId == person.Id).ToListAsync(Cancellation))
                .Where(notice => notice.Kind.Group() == NoticeGroup.DueDates)
                .OrderBy(notice => notice.At),
        ];
    }
}
