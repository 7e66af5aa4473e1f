using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.ScrData;
using ScrBudget.Web.ScrData.Exploring;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.ScrData.Exploring;

/// <summary>The explorer and its source rows, over the synthetic snapshot.</summary>
public sealed class ExplorerScreenTests : RequestScreenTest
{
    [Fact]
    public void Explorer_ShowsChartTableAndHowItIsCounted_MarkedSynthetic()
    {
        var screen = Open<ScrDataPage>("/scr-data?category=CYB&measure=Initial&rows=Type", People.Analyst);

        Assert.Equal(
            "Initial investigations, Cyber-Enabled Crime, FY 2018–2022",
            screen.Find("h2:not(.usa-alert__heading)").TextContent
        );
        Assert.Contains("SYNTHETIC", screen.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, screen.FindAll(".sb-chart__bar").Count);
        Assert.Equal(
            ["SCR type", "FY 2018", "FY 2019", "FY 2020", "FY 2021", "FY 2022", "All years", "Distinct cases"],
            screen.FindAll("thead th").Select(Text)
        );
        Assert.Contains(
            "Counted are approved initial investigation reports, of the category Cyber-Enabled Crime",
            screen.Markup,
            StringComparison.Ordinal
        );
        Assert.Contains("TCO involvement was not recorded", screen.Markup, StringComparison.Ordinal);
        Assert.Contains(
            "Source: extract of Oct 31, 2022, snapshot 1 (synthetic).",
            screen.Markup,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("%", Text(screen.Find("table")), StringComparison.Ordinal);
    }

    [Fact]
    public void Form_HoldsWhatIsShown_AndTheLinkSaysEverything()
    {
        var screen = Open<ScrDataPage>("/scr-data?category=cyber-enabled%20crime&from=2019", People.Analyst);

        Assert.Equal(["CYB", "2019", "2022"], new[] { "category", "from", "to" }.Select(id => Chosen(screen, id)));
        Assert.Equal("", Chosen(screen, "snapshot"));
        Assert.Equal(
            "/scr-data?category=CYB&from=2019&to=2022&measure=Results&tco=All&count=Scrs&rows=Category&snapshot=1&edition=0",
            Link(screen, "Link to this view")
        );
        Assert.StartsWith(
            "/scr-data/statistics.csv?category=CYB",
            Link(screen, "Download as CSV"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "/scr-data/statistics.xlsx?category=CYB",
            Link(screen, "Download as Excel workbook"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/scr-data?from=soon", "from", "Give a fiscal year such as 2022.")]
    [InlineData("/scr-data?category=Nothing", "category", "is not a category. Nearest:")]
    [InlineData("/scr-data?rows=Subcategory", "category", "Choose a category")]
    [InlineData("/scr-data?from=2022&to=2018", "to", "lies before the first")]
    [InlineData("/scr-data?snapshot=99", "snapshot", "There is no snapshot 99.")]
    [InlineData("/scr-data?snapshot=1&edition=4", "edition", "has no edition 4")]
    public void AddressThatMeansNothing_IsSaidAtItsField_AndTheFormStays(string address, string field, string message)
    {
        var screen = Open<ScrDataPage>(address, People.Analyst);

        var problem = screen.Find(".sb-error-summary a");
        Assert.Contains(message, problem.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"#{field}", problem.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("true", screen.Find($"#{field}").GetAttribute("aria-invalid"));
        Assert.Empty(screen.FindAll("table"));
    }

    [Fact]
    public async Task AnotherCategory_OffersItsOwnSubcategories()
    {
        var screen = Open<ScrDataPage>("/scr-data", People.Analyst);
        Assert.Equal(["Choose a category first"], screen.FindAll("#subcategory option").Select(Text));

        await screen.Find("#category").ChangeAsync(new() { Value = "CYB" });

        Assert.Contains("Network intrusion", screen.FindAll("#subcategory option").Select(Text));
    }

    [Fact]
    public void YearsWithoutData_SayWhichThereAre()
    {
        var screen = Open<ScrDataPage>("/scr-data?from=1998&to=1999", People.Analyst);

        Assert.Contains("No data for these years", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("FY 2017–2022", screen.Find(".sb-empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("table"));
    }

    [Theory]
    [InlineData(Role.PerformanceAnalyst, true)]
    [InlineData(Role.ScrDataSteward, true)]
    [InlineData(Role.BudgetAnalyst, false)]
    [InlineData(Role.ProgramOfficeAuthor, false)]
    public void LinkToTheSourceRows_IsForThoseWhoMayReadThem(Role role, bool isOffered)
    {
        var screen = Open<ScrDataPage>("/scr-data?category=CYB", People.Holding(role));

        Assert.Equal(isOffered, screen.FindAll("a[href^='/scr-data/records']").Count == 1);
    }

    [Fact]
    public async Task Author_IsLedToTheOwnDrafts_AnAnalystIsNot()
    {
        var number = await System.CreateCompleteDraftAsync();

        var author = Open<ScrDataPage>("/scr-data", People.Colleague);

        author.WaitForElement($"a[href='/requests/{number}/edit/scr-data']");
    }

    [Fact]
    public async Task Analyst_HasNothingToAttachTo()
    {
        await System.CreateCompleteDraftAsync();

        var analyst = Open<ScrDataPage>("/scr-data", People.Analyst);

        Assert.DoesNotContain("Attach to a request", analyst.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void SourceRows_ArePaged_AndKeepTheView()
    {
        var screen = Open<SourceRowsPage>(
            "/scr-data/records?category=CYB&from=2017&measure=Approved&page=2",
            People.Auditor
        );

        Assert.Equal(50, screen.FindAll("tbody tr").Count);
        Assert.Matches(
            @"^[0-9,]+ source rows; 51 to 100 are shown$",
            screen.FindAll("p").Select(Text).Single(text => text.Contains("source rows;"))
        );
        Assert.Equal("page", screen.Find(".usa-pagination .usa-current").GetAttribute("aria-current"));
        Assert.Contains(
            "category=CYB",
            screen.Find("a[aria-label='Next page']").GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "/scr-data?category=CYB&from=2017&to=2022&measure=Approved&tco=All&count=Scrs&rows=Category&snapshot=1&edition=0",
            Link(screen, "Back to the statistic")
        );
        Assert.Contains("SYNTHETIC", screen.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SourceRows_AreRefusedToThoseWhoMayNotReadThem_EvenPastThePolicy()
    {
        var screen = Open<SourceRowsPage>("/scr-data/records", People.Analyst);

        Assert.Contains("may not read SCR records", screen.Find(".usa-alert").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("table"));
    }

    [Fact]
    public void NoSourceRows_SayWhatToDo()
    {
        var screen = Open<SourceRowsPage>("/scr-data/records?tco=Yes", People.Auditor);

        Assert.Contains("No source rows", screen.Find(".sb-empty").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<T> Open<T>(string address, Person by)
        where T : IComponent
    {
        Be(by);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var screen = Render<T>();
        screen.WaitForElement(".sb-filters, .usa-alert");
        return screen;
    }

    private static string? Chosen(IRenderedComponent<ScrDataPage> screen, string id) =>
        screen.Find($"#{id} option[selected]").GetAttribute("value");

    private static string? Link<T>(IRenderedComponent<T> screen, string text)
        where T : IComponent => screen.FindAll("a").Single(link => Text(link) == text).GetAttribute("href");

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
