using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Data;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review.Deciding;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Review.Deciding;

/// <summary>Ranks on the screen: moved by keys, by number and by dragging; nothing is lost when somebody else was faster.</summary>
public sealed class RankingScreenTests : RequestScreenTest
{
    private const string First = "FY2029-VAP-001";
    private const string Second = "FY2029-VAP-002";
    private const string Third = "FY2029-VAP-003";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task MoveDown_SavesTheOrder_SaysSo_AndKeepsTheFocusOnTheRow()
    {
        var page = await OpenAsync(People.Compiler);

        page.Find($"#down-{First}").Click();

        page.WaitForAssertion(() => Assert.Equal([Second, First, Third], Order(page)));
        Assert.Equal($"{First} is now rank 2 of 3. Saved.", page.Find("#said").TextContent);
        Assert.Equal("status", page.Find("#said").GetAttribute("role"));
        Assert.Equal($"down-{First}", LastFocus());
        Assert.Equal([Second, First, Third], await SavedOrderAsync());
    }

    [Fact]
    public async Task MoveUpToTheTop_PutsTheFocusOnTheButtonThatStillWorks()
    {
        var page = await OpenAsync(People.Compiler);
        Assert.True(page.Find($"#up-{First}").HasAttribute("disabled"));
        Assert.True(page.Find($"#down-{Third}").HasAttribute("disabled"));

        page.Find($"#up-{Second}").Click();

        page.WaitForAssertion(() => Assert.Equal([Second, First, Third], Order(page)));
        Assert.Equal($"down-{Second}", LastFocus());
    }

    [Fact]
    public async Task TypedRank_MovesTheRequest()
    {
        var page = await OpenAsync(People.Compiler);

        page.Find($"#rank-{Third}").Change("1");

        page.WaitForAssertion(() => Assert.Equal([Third, First, Second], Order(page)));
        Assert.Equal("1", page.Find($"#rank-{Third}").GetAttribute("value"));
        Assert.Equal($"rank-{Third}", LastFocus());
    }

    [Fact]
    public async Task MovesThatOverlap_AreSavedOneAfterTheOther_AndNoneIsTakenForSomebodyElses()
    {
        var contexts = UseGatedContexts();
        var page = await OpenAsync(People.Compiler);
        contexts.Close();

        page.Find($"#down-{First}").Click();
        page.Find($"#rank-{Third}").Change("1");
        contexts.Open();

        page.WaitForAssertion(() => Assert.Equal([Third, Second, First], Order(page)));
        Assert.Empty(page.FindAll(".usa-alert--warning"));
        Assert.Equal([Third, Second, First], await SavedOrderAsync());
    }

    [Fact]
    public async Task MoveOfAnotherRow_KeepsTheMessageOfARankThatIsNone_AtItsField()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find($"#rank-{Second}").Change("9");

        page.Find($"#up-{Third}").Click();

        page.WaitForAssertion(() => Assert.Equal([First, Third, Second], Order(page)));
        Assert.Equal(
            $"Rank of {Second}: “9” is no rank. Type a whole number from 1 to 3.",
            page.Find(".sb-error-summary a").TextContent
        );
        var field = page.Find($"#rank-{Second}");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal(
            "Type a whole number from 1 to 3.",
            page.Find($"#{field.GetAttribute("aria-describedby")}").TextContent
        );
    }

    [Fact]
    public async Task WithoutAnyCall_ThePagesSaySo_AndLeadToTheDataCalls()
    {
        await using (var context = System.CreateContext())
        {
            await context.Requests.ExecuteDeleteAsync(Cancellation);
            await context.Cycles.ExecuteDeleteAsync(Cancellation);
        }

        Be(People.Compiler);

        AssertNoCall(Render<DecidingPage>());
        AssertNoCall(Render<OfficeRankPage>(p => p.Add(one => one.Office, "VAP")));
        AssertNoCall(Render<StagesPage>());

        static void AssertNoCall(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page)
        {
            Assert.Equal("/cycles", page.WaitForElement(".sb-empty a").GetAttribute("href"));
            Assert.DoesNotContain("FY 0", page.Markup, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("first")]
    public async Task TypedRankThatIsNone_IsToldAtItsField_AndStandsThere(string text)
    {
        var page = await OpenAsync(People.Compiler);

        page.Find($"#rank-{Second}").Change(text);

        var link = page.WaitForElement(".sb-error-summary a");
        Assert.Equal($"Rank of {Second}: “{text}” is no rank. Type a whole number from 1 to 3.", link.TextContent);
        Assert.Equal($"rank-{Second}", link.GetAttribute("data-focus-target"));
        Assert.Equal("true", page.Find($"#rank-{Second}").GetAttribute("aria-invalid"));
        Assert.Equal(text, page.Find($"#rank-{Second}").GetAttribute("value"));
        Assert.Equal([First, Second, Third], await SavedOrderAsync());
    }

    [Fact]
    public async Task DraggedRequest_TakesTheRankOfTheRowThatItIsDroppedOn()
    {
        var page = await OpenAsync(People.Compiler);

        await Row(page, Third).QuerySelector(".sb-grip")!.DragStartAsync(new());
        await Row(page, First).DropAsync(new());

        page.WaitForAssertion(() => Assert.Equal([Third, First, Second], Order(page)));
        // A drop of something else moves nothing.
        await Row(page, Second).DropAsync(new());
        Assert.Equal([Third, First, Second], await SavedOrderAsync());
    }

    [Fact]
    public async Task SomebodyElseReordered_TheirOrderIsShown_AndMineIsKeptAndCanBeRepeated()
    {
        var page = await OpenAsync(People.Compiler);
        await RankAsync(Third, 1, People.Named("second compiler", null, Role.OaoCompiler));

        page.Find($"#down-{First}").Click();

        var notice = page.WaitForElement(".usa-alert--warning");
        Assert.Contains("second compiler changed the order meanwhile.", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Yours: {First} at rank 2.", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal([Third, First, Second], Order(page));
        Assert.Equal([Second, First, Third], notice.QuerySelectorAll("ol li").Select(item => item.TextContent));

        Press(page, "Save my whole order instead");

        page.WaitForAssertion(() => Assert.Equal([Second, First, Third], Order(page)));
        Assert.Empty(page.FindAll(".usa-alert--warning"));
        Assert.Equal([Second, First, Third], await SavedOrderAsync());
    }

    [Fact]
    public async Task MoveThatMetAnothers_IsRepeatedInTheirOrder()
    {
        var page = await OpenAsync(People.Compiler);
        await RankAsync(Third, 1, People.Named("second compiler", null, Role.OaoCompiler));
        page.Find($"#rank-{Second}").Change("1");
        page.WaitForElement(".usa-alert--warning");

        Press(page, $"Move {Second} to rank 1 in their order");

        page.WaitForAssertion(() => Assert.Equal([Second, Third, First], Order(page)));
    }

    [Fact]
    public async Task Target_IsSaved_AndTheRowThatPassesItIsNamedInWords()
    {
        var page = await OpenAsync(People.Compiler);

        await page.Find("#target").ChangeAsync(new() { Value = "2,000,000" });
        Press(page, "Save the target");

        page.WaitForAssertion(() =>
            Assert.Equal(
                "The target of $2,000,000 is passed at rank 2, by $1,600,000.",
                page.Find(".sb-passed").TextContent.Trim()
            )
        );
        Assert.Contains(
            "Together $3,600,000: $1,600,000 above the target of $2,000,000.",
            page.Markup,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("past the target", Row(page, First).TextContent, StringComparison.Ordinal);
        Assert.Contains("past the target", Row(page, Second).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_TypedOverAnOldOne_ReplacesNoColleaguesTarget_ThoughTheOrderWasReadAnew()
    {
        var page = await OpenAsync(People.Compiler);
        await page.Find("#target").ChangeAsync(new() { Value = "2,000,000" });
        await SetTargetAsync(3_000_000);
        // A move of one's own: it meets the colleague's change, and the page reads anew.
        page.Find($"#down-{First}").Click();
        page.WaitForElement(".usa-alert--warning");
        Assert.Equal("2,000,000", page.Find("#target").GetAttribute("value"));

        Press(page, "Save the target");

        page.WaitForAssertion(() =>
            Assert.Contains("The target that is saved now: $3,000,000.", page.Markup, StringComparison.Ordinal)
        );
        Assert.Equal("2,000,000", page.Find("#target").GetAttribute("value"));

        Press(page, "Save the target");

        page.WaitForAssertion(() => Assert.Contains("The target is saved.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("the target of $2,000,000", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_IsSavedAfterMovesOfOnesOwn_AndAnUntouchedOneShowsAColleagues()
    {
        var page = await OpenAsync(People.Compiler);
        await SetTargetAsync(3_000_000);
        page.Find($"#down-{First}").Click();
        page.WaitForAssertion(() => Assert.Equal("3,000,000", page.Find("#target").GetAttribute("value")));

        await page.Find("#target").ChangeAsync(new() { Value = "2,000,000" });
        page.Find($"#down-{First}").Click();
        page.WaitForAssertion(() => Assert.Equal([Second, First, Third], Order(page)));
        Press(page, "Save the target");

        page.WaitForAssertion(() => Assert.Contains("The target is saved.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ActionOnSeveral_IsPreviewed_ThenDoneForThoseThatItWouldChange()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find($"#choose-{First}").Change(true);
        page.Find($"#choose-{Third}").Change(true);
        page.Find("#action").Change(nameof(BulkAction.Approve));

        Press(page, "Show what would change");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "1 of 2 would change, 1 would be refused. Nothing is changed yet.",
                page.Markup,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(RequestStatus.Recommended, await StatusAsync(First));
        Assert.Contains("the request is draft", page.Markup, StringComparison.Ordinal);

        Press(page, "Approve at the recommended amount (1 request)");

        page.WaitForAssertion(() => Focus.AssertLastOnAnnouncement(JSInterop, page, "1 done, 0 refused."));
        Assert.Equal(
            (RequestStatus.Decided, RequestStatus.Draft),
            (await StatusAsync(First), await StatusAsync(Third))
        );
        Assert.Contains("Approved, $2,000,000", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_IsDropped_WhenTheChoiceChanges()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find($"#choose-{First}").Change(true);
        page.Find("#action").Change(nameof(BulkAction.Approve));
        Press(page, "Show what would change");
        page.WaitForElement("caption:contains('What would change')");

        page.Find($"#choose-{Second}").Change(true);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("caption:contains('What would change')")));
    }

    [Fact]
    public async Task Preview_OfWhatIsNotChosenAnyMore_IsNotShown()
    {
        var contexts = UseGatedContexts();
        var page = await OpenAsync(People.Compiler);
        page.Find($"#choose-{First}").Change(true);
        page.Find($"#choose-{Second}").Change(true);
        page.Find("#action").Change(nameof(BulkAction.Approve));
        contexts.Close();

        var looking = Button(page, "Show what would change").ClickAsync(new());
        page.Find($"#choose-{First}").Change(false);
        contexts.Open();
        await looking;

        Assert.Empty(page.FindAll("caption:contains('What would change')"));

        Press(page, "Show what would change");

        page.WaitForAssertion(() => Assert.Contains("of 1 would change", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingChosen_IsToldInTheSummary()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find("#action").Change(nameof(BulkAction.Approve));

        Press(page, "Show what would change");

        Assert.Equal(
            "Choose at least one request in the list.",
            page.WaitForElement(".sb-error-summary a").TextContent
        );
    }

    [Fact]
    public async Task Auditor_ReadsTheRanks_AndCanMoveNothing()
    {
        var page = await OpenAsync(People.Auditor);

        Assert.Equal([First, Second, Third], Order(page));
        Assert.Empty(page.FindAll("main input[inputmode=numeric], .sb-move, .sb-grip, #target, #action"));
        Assert.Empty(page.FindAll("[data-drop-place]"));
    }

    [Fact]
    public async Task RankingOfDecidedRequests_SaysThatItIsClosed_AndIsStillActedOn()
    {
        _ = await OpenAsync(People.Compiler);
        await System.DecideAsync(First, Decision.Approved);
        await System.ActAsync(Second, RequestAction.Withdraw, People.Compiler);
        await System.ActAsync(Third, RequestAction.Withdraw, People.Compiler);

        var page = Render<DecidingPage>();
        page.WaitForElement("table");

        Assert.StartsWith(
            "Note: Every request of this ranking is decided: its order is closed.",
            page.Find(".usa-alert__text").TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll("main input[inputmode=numeric], .sb-move, .sb-grip, #target"));
        Assert.NotEmpty(page.FindAll($"#action, #choose-{First}"));
    }

    [Fact]
    public async Task Approver_IsLedFromTheOverallOrderToTheOfficesOwn_AndRanksThere()
    {
        var overall = await OpenAsync(People.Approver);
        Assert.Equal("/deciding/VAP?fy=2029", overall.Find(".usa-alert a").GetAttribute("href"));

        var page = Render<OfficeRankPage>(p => p.Add(one => one.Office, "VAP"));
        page.WaitForElement("table");
        page.Find($"#up-{Third}").Click();

        page.WaitForAssertion(() => Assert.Equal([First, Third, Second], Order(page)));
        Assert.Empty(page.FindAll("#target, #action"));
        // The compiler's order is another one.
        Assert.Equal([First, Second, Third], await SavedOrderAsync());
    }

    private static IEnumerable<string> Order<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("tbody tr:not(.sb-passed) > th a").Select(link => link.TextContent).Take(3);

    private static IElement Row(IRenderedComponent<DecidingPage> page, string number) =>
        page.Find($"tr:has(#rank-{number})");

    private static void Press(IRenderedComponent<DecidingPage> page, string words) => Button(page, words).Click();

    private static IElement Button(IRenderedComponent<DecidingPage> page, string words) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == words);

    /// <summary>Before anything is rendered.</summary>
    private GatedContexts UseGatedContexts()
    {
        var contexts = new GatedContexts(System.CreateContext);
        Services.AddSingleton<IDbContextFactory<ScrBudgetContext>>(contexts);
        return contexts;
    }

    private string? LastFocus() =>
        JSInterop.Invocations.Last(call => call.Identifier == "scrBudget.followFocus").Arguments[0] as string;

    private async Task<RequestStatus> StatusAsync(string number) =>
        (await System.ReadAsync(number, People.Compiler)).Request.Status;

    private async Task<IEnumerable<string>> SavedOrderAsync() =>
        (
            await System.Get<ReadRanking>().ExecuteAsync(TestSystem.OpenYear, null, People.Compiler, Cancellation)
        ).Value.Requests.Select(line => line.Request.Number);

    private async Task SetTargetAsync(long dollars)
    {
        var reading = await System
            .Get<ReadRanking>()
            .ExecuteAsync(TestSystem.OpenYear, null, People.Compiler, Cancellation);
        var set = await System
            .Get<SetTarget>()
            .ExecuteAsync(
                new SetTargetInput(TestSystem.OpenYear, reading.Value.Version, new Money(dollars)),
                People.Named("second compiler", null, Role.OaoCompiler),
                Cancellation
            );
        Assert.Null(set.Refusal);
    }

    private async Task RankAsync(string number, int position, Person by)
    {
        var reading = await System
            .Get<ReadRanking>()
            .ExecuteAsync(TestSystem.OpenYear, null, People.Compiler, Cancellation);
        var ranked = await System
            .Get<RankRequest>()
            .ExecuteAsync(
                new(new(TestSystem.OpenYear, null, reading.Value.Version), number, position),
                by,
                Cancellation
            );
        Assert.Null(ranked.Refusal);
    }

    /// <summary>One recommended at $2.0 million, a complete draft of $1.6 million, and a draft that asks for nothing yet.</summary>
    private async Task<IRenderedComponent<DecidingPage>> OpenAsync(Person by)
    {
        await System.CreateRecommendedAsync();
        await System.CreateCompleteDraftAsync();
        await System.CreateDraftAsync();
        Be(by);
        var page = Render<DecidingPage>();
        page.WaitForElement("table, .usa-alert");
        return page;
    }
}
