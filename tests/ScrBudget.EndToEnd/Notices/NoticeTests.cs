using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Notices;
using ScrBudget.Data;
using ScrBudget.Domain.Notices;
using ScrBudget.EndToEnd.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Notices;

public sealed class NoticeTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_IsCountedOnEveryPage_LeadsToItsRequest_AndIsReadThere()
    {
        await NotifyAsync(DemoPeople.Auditor, NoticeKind.CommentMade, "FY2022-CCU-001");
        await NotifyAsync(DemoPeople.Auditor, NoticeKind.RequestReturned, "FY2022-CCU-001");
        await BeAsync(DemoPeople.Auditor);
        await OpenAsync("/requests");
        var bell = Page.Locator("header a[href='/notices']");
        await Assertions.Expect(bell).ToHaveTextAsync("Notices (2 unread)");

        await bell.ClickAsync();
        await Assertions.Expect(Page.GetByText("2 notices, 2 unread")).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "FY2022-CCU-001 was returned" }).ClickAsync();

        await Assertions
            .Expect(Page)
            .ToHaveURLAsync(new Uri(Fixture.BaseAddress, "/requests/FY2022-CCU-001").ToString());
        await Assertions.Expect(bell).ToHaveTextAsync("Notices (1 unread)");
    }

    [Fact]
    public async Task MarkRead_ByKeyboard_LeavesTheFocusAtTheCount()
    {
        await NotifyAsync(DemoPeople.Steward, NoticeKind.ReadyToDecide, "FY2022-VAP-001");
        await BeAsync(DemoPeople.Steward);
        await OpenAsync("/notices?show=unread");

        await new Editor(Page).Button("Mark read: FY2022-VAP-001 is ready to decide").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.Locator("main p[role=status]")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("header a[href='/notices']")).ToHaveTextAsync("Notices");
        await AssertAccessibleAtBothWidthsAsync();
    }

    [Fact]
    public async Task Outbox_WithAMailThatWasGivenUp_IsAccessible()
    {
        var mail = new Mail(
            DemoPeople.Analyst.AsPerson().Id,
            "analyst@agency.example",
            "ScrBudget: FY2022-VAP-001 was submitted",
            "Body",
            TestClock.StartUtc
        );
        while (mail.Claim(TestClock.StartUtc))
        {
            mail.Failed("The mail server mail.agency.example did not answer within 2 minutes.", TestClock.StartUtc);
        }

        await using (var context = await ContextAsync())
        {
            context.Add(mail);
            await context.SaveChangesAsync(Cancellation);
        }

        await BeAsync(DemoPeople.Administrator);
        await OpenAsync("/notices/outbox");

        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
    }

    private async Task NotifyAsync(DemoPerson to, NoticeKind kind, string number)
    {
        await using var context = await ContextAsync();
        await Fixture
            .Services.GetRequiredService<Notifier>()
            .NotifyAsync(
                context,
                kind,
                new NoticeParameters { Number = number, By = DemoPeople.Analyst.AsPerson() },
                Recipients.Accounts(to.AsPerson().Id),
                TestClock.StartUtc,
                Cancellation
            );
        await context.SaveChangesAsync(Cancellation);
    }

    private Task<ScrBudgetContext> ContextAsync() =>
        Fixture.Services.GetRequiredService<IDbContextFactory<ScrBudgetContext>>().CreateDbContextAsync(Cancellation);
}
