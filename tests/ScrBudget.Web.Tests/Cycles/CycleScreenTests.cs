using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Cycles;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Cycles;

/// <summary>The list of data calls, and the settings of one.</summary>
public sealed class CycleScreenTests : RequestScreenTest
{
    private static readonly Person Compiler = People.Holding(Role.OaoCompiler);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void List_ShowsTheCallsWithDatesAndCounts_AndFiltersByState()
    {
        Be(Compiler);
        var page = Render<CyclesPage>();

        var row = page.WaitForElement("tbody tr");
        Assert.Equal("/cycles/2029", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("Feb 26, 2027", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("none in force", row.TextContent, StringComparison.Ordinal);

        Services.GetRequiredService<NavigationManager>().NavigateTo("/cycles?state=NotYetOpen");
        var filtered = Render<CyclesPage>();
        Assert.Contains("No data call is in this state.", filtered.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void List_ForWhoMayOnlyRead_OffersNoSetUpAndLeadsToTheGuidance()
    {
        Be(People.Auditor);
        var page = Render<CyclesPage>();

        Assert.Equal("/cycles/2029/guidance", page.WaitForElement("tbody th a").GetAttribute("href"));
        Assert.Empty(page.FindAll("#budget-year"));
    }

    [Fact]
    public async Task SetUp_AsACopy_OpensTheNewCallsPage()
    {
        Be(Compiler);
        var page = Render<CyclesPage>();
        await page.WaitForElement("#budget-year").ChangeAsync(new() { Value = "nonsense" });
        await Button(page, "Set up the data call").ClickAsync(new());
        Assert.Contains("four digits", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);

        await page.Find("#budget-year").ChangeAsync(new() { Value = "FY 2030" });
        await page.Find("#copy-of").ChangeAsync(new() { Value = "2029" });
        await Button(page, "Set up the data call").ClickAsync(new());

        Assert.EndsWith("/cycles/2030", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2028, 2, 26), (await System.CycleAsync(2030)).DueOn);
    }

    [Fact]
    public async Task Settings_AreSaved()
    {
        var page = Open();
        await page.Find("#review-due-on").ChangeAsync(new() { Value = "2027-04-15" });
        await page.Find("#invited-VAP").ChangeAsync(new() { Value = true });
        await page.Find("#fields-asked").ChangeAsync(new() { Value = false });
        await page.Find("#estimate-impact").ChangeAsync(new() { Value = "1,200" });
        await page.Find("#scr-policy").ChangeAsync(new() { Value = "Use SCR data." });
        await page.Find("#own-submission").ChangeAsync(new() { Value = true });
        await page.Find("#modular-costs").ChangeAsync(new() { Value = "Agent: 250,000" });
        await page.Find("#check-list").ChangeAsync(new() { Value = "Totals agree.\nSCR data is answered." });

        await Button(page, "Save the settings").ClickAsync(new());

        Assert.Contains("The settings are saved.", page.Markup, StringComparison.Ordinal);
        var cycle = await System.CycleAsync(TestSystem.OpenYear);
        Assert.Equal(new DateOnly(2027, 4, 15), cycle.ReviewDueOn);
        Assert.Equal(["VAP"], cycle.InvitedOffices);
        Assert.Equal(AskedFields.All.Skip(1), cycle.FieldsAsked);
        Assert.Equal(1200, cycle.ImpactEstimate);
        Assert.Equal(("Use SCR data.", true), (cycle.ScrPolicy, cycle.BarsOwnSubmission));
        Assert.Equal([new ModularCost("Agent", 250_000)], cycle.ModularCosts);
        Assert.Equal(["Totals agree.", "SCR data is answered."], cycle.CheckList);
    }

    [Theory]
    [InlineData("#due-on", "2026-01-01", "due-on")]
    [InlineData("#opens-on", "soon", "opens-on")]
    [InlineData("#marking", "FOUO", "marking")]
    [InlineData("#modular-costs", "Agent", "modular-costs")]
    [InlineData("#stages", "", "stages")]
    public async Task Setting_ThatCannotBe_IsToldAtItsField_AndStaysTyped(string input, string typed, string field)
    {
        var page = Open();
        await page.Find(input).ChangeAsync(new() { Value = typed });

        await Button(page, "Save the settings").ClickAsync(new());

        Assert.EndsWith($"#{field}", page.Find(".sb-error-summary a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(page.Find($"#{field}-error").TextContent);
        Assert.Equal(typed, page.Find(input).GetAttribute("value"));
        Assert.Equal(new DateOnly(2027, 2, 26), (await System.CycleAsync(TestSystem.OpenYear)).DueOn);
    }

    [Fact]
    public async Task Settings_RevisedMeanwhile_AreShown_AndWhatWasTypedStays()
    {
        var page = Open();
        await page.Find("#scr-policy").ChangeAsync(new() { Value = "Mine." });
        Assert.Null(await System.ReviseCycleAsync(settings => settings with { YearsCovered = 7 }));

        await Button(page, "Save the settings").ClickAsync(new());

        Assert.Contains("Years covered: 7", page.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", page.Find("#scr-policy").GetAttribute("value"));
        Assert.Empty((await System.CycleAsync(TestSystem.OpenYear)).ScrPolicy);

        await Button(page, "Save the settings").ClickAsync(new());
        Assert.Equal("Mine.", (await System.CycleAsync(TestSystem.OpenYear)).ScrPolicy);
    }

    [Fact]
    public void Call_ThatThereIsNot_IsSaid()
    {
        Be(Compiler);

        var page = Render<CyclePage>(p => p.Add(one => one.Year, 2050));

        Assert.Contains("There is no data call for FY 2050.", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<CyclePage> Open()
    {
        Be(Compiler);
        var page = Render<CyclePage>(p => p.Add(one => one.Year, TestSystem.OpenYear));
        page.WaitForElement("#opens-on");
        return page;
    }

    private static IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
