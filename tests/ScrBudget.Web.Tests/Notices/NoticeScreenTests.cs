using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;
using ScrBudget.Web.Notices;
using ScrBudget.Web.Tests.Components;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Notices;

public sealed class NoticeScreenTests : RequestScreenTest
{
    private static readonly Person Me = People.AuthorAndApprover;

    [Fact]
    public async Task Bell_CountsInWords_AndFollowsWhatIsRead()
    {
        await PrepareAsync();
        await System.NotifyAsync(NoticeKind.RequestReturned, Me);
        await System.NotifyAsync(NoticeKind.CommentMade, Me);
        var bell = Bell();
        var page = Open<NoticesPage>();
        bell.WaitForAssertion(() => Assert.Equal("Notices (2 unread)", bell.Find("a").TextContent));

        await page.FindAll("td button")[0].ClickAsync(new());
        bell.WaitForAssertion(() => Assert.Equal("Notices (1 unread)", bell.Find("a").TextContent));
        await page.Find("p > button").ClickAsync(new());

        bell.WaitForAssertion(() => Assert.Equal("Notices", bell.Find("a").TextContent));
        Assert.Empty(page.FindAll("td button"));
        Assert.Equal("2 notices, 0 unread", page.Find("p[role=status]").TextContent);
    }

    [Fact]
    public async Task Bell_CountsAnewWhenThePageChanges()
    {
        await PrepareAsync();
        var bell = Bell();
        bell.WaitForAssertion(() => Assert.Equal("Notices", bell.Find("a").TextContent));
        await System.NotifyAsync(NoticeKind.RequestReturned, Me);

        Services.GetRequiredNavigation().NavigateTo("requests");

        bell.WaitForAssertion(() => Assert.Equal("Notices (1 unread)", bell.Find("a").TextContent));
    }

    [Fact]
    public async Task Notice_LeadsToItsPlaceAndIsReadByGoingThere()
    {
        await PrepareAsync();
        await System.NotifyAsync(NoticeKind.RequestReturned, Me);
        var page = Open<NoticesPage>();
        var link = page.Find("tbody th a");
        Assert.Equal(
            ("/requests/FY2029-VAP-001", "FY2029-VAP-001 was returned"),
            (link.GetAttribute("href"), link.TextContent)
        );
        Assert.Equal("Unread", page.Find("td .sb-tag").TextContent);

        await link.ClickAsync(new());

        Assert.Equal(0, await UnreadAsync());
    }

    [Theory]
    [InlineData("notices?show=unread", "1 notice shown, 1 unread in all")]
    [InlineData("notices?kind=CommentMade", "2 notices shown, 1 unread in all")]
    public async Task List_IsFilteredByItsAddress(string address, string count)
    {
        await PrepareAsync();
        await System.NotifyAsync(NoticeKind.RequestReturned, Me);
        await System.NotifyAsync(NoticeKind.CommentMade, Me);
        await System.Get<MarkNoticesRead>().AllAsync(Me, Xunit.TestContext.Current.CancellationToken);
        await System.NotifyAsync(NoticeKind.CommentMade, Me);
        Services.GetRequiredNavigation().NavigateTo(address);

        var page = Open<NoticesPage>();

        Assert.Equal(count, page.Find("p[role=status]").TextContent);
    }

    [Fact]
    public async Task List_WithNothingInIt_SaysWhatWillStandThere()
    {
        await PrepareAsync();

        var page = Open<NoticesPage>();

        Assert.Contains("What does shows here", page.Find(".sb-empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href='/notices/outbox']"));
    }

    [Fact]
    public async Task Settings_WithoutAMailServer_SaySo()
    {
        await PrepareAsync();

        var page = Open<NoticeSettingsPage>();

        Assert.Contains("E-mail is off", page.Find(".usa-alert").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_WithoutAnAddress_SayWhomToAsk()
    {
        await PrepareAsync(MailCatcher.SettingsFor(1));

        var page = Open<NoticeSettingsPage>();

        Assert.Contains("Ask an administrator", page.Find(".usa-alert").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatAreSaved_AreShownNextTime()
    {
        await PrepareAsync(MailCatcher.SettingsFor(1), "me@agency.example");
        var page = Open<NoticeSettingsPage>();
        Assert.Contains("me@agency.example", page.Markup, StringComparison.Ordinal);

        await page.Find("input[name=mail-YourTurn][value=None]").ChangeAsync(new() { Value = "None" });
        await page.Find(".sb-content > button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Saved.", page.Markup, StringComparison.Ordinal));
        var again = Open<NoticeSettingsPage>();
        Assert.True(again.Find("input[name=mail-YourTurn][value=None]").HasAttribute("checked"));
        Assert.True(again.Find("input[name=mail-DueDates][value=AtOnce]").HasAttribute("checked"));
    }

    [Fact]
    public async Task Outbox_ShowsWhatFailedAndHasItTriedAgain()
    {
        await PrepareAsync(MailCatcher.SettingsFor(1), by: People.Administrator);
        var mail = new Mail(People.Administrator.Id, "ann@agency.example", "A subject", "Body", TestClock.StartUtc);
        while (mail.Claim(TestClock.StartUtc))
        {
            mail.Failed("The server is away.", TestClock.StartUtc);
        }

        await using (var context = System.CreateContext())
        {
            context.Add(mail);
            await context.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        var page = Open<OutboxPage>();
        Assert.Contains("1 given up · 0 sent · 0 waiting", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The server is away.", page.Find("tbody").TextContent, StringComparison.Ordinal);

        await page.Find("td button").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains("0 given up · 0 sent · 1 waiting", page.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("td button"));
        Focus.AssertLastOnAnnouncement(JSInterop, page, "is tried again within a minute");
    }

    private async Task PrepareAsync(MailSettings? mail = null, string? email = null, Person? by = null)
    {
        Services.AddSingleton(mail ?? MailSettings.Off);
        Services.AddScoped<NoticeBell>();
        await System.AddAccountAsync(by ?? Me, email);
        if (by is null)
        {
            await System.AddAccountAsync(People.Analyst);
        }

        Be(by ?? Me);
    }

    /// <summary>The page when it has read what it shows.</summary>
    private IRenderedComponent<TPage> Open<TPage>()
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var page = Render<TPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sb-loading")));
        return page;
    }

    private IRenderedComponent<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState> Bell() =>
        Render<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>(p =>
            p.AddChildContent<NoticesLink>()
        );

    private Task<int> UnreadAsync() =>
        System.Get<ReadNotices>().CountUnreadAsync(Me.Id, Xunit.TestContext.Current.CancellationToken);
}
