using Bunit;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

public sealed class PlaceTests : ComponentTest
{
    [Fact]
    public void SectionNav_MarksTheCurrentSectionAndSaysEachStateInWords()
    {
        var nav = Render<SectionNav>(p =>
            p.Add(
                n => n.Sections,
                [
                    new SectionLink("Facts", "/r/facts", "complete", StatusKind.Good),
                    new SectionLink("SCR data", "/r/scr", "1 to answer", StatusKind.Gap, IsCurrent: true),
                ]
            )
        );

        var links = nav.FindAll("a");
        Assert.False(links[0].HasAttribute("aria-current"));
        Assert.Equal("page", links[1].GetAttribute("aria-current"));
        Assert.Contains("1 to answer", links[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("Sections", nav.Find("nav").GetAttribute("aria-label"));
    }

    [Fact]
    public void StepList_SaysWhatIsDoneWhatIsNowAndWhatRemains()
    {
        var list = Render<StepList>(p => p.Add(s => s.Steps, ["File", "Columns", "Publish"]).Add(s => s.Current, 1));

        var steps = list.FindAll("li");
        Assert.Contains("completed", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
        Assert.Contains("not completed", steps[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("2", list.Find(".usa-step-indicator__current-step").TextContent);
        Assert.Equal("Columns", list.Find("h2 .usa-step-indicator__heading-text").TextContent);
    }

    [Fact]
    public void Pagination_LinksKeepTheQueryString()
    {
        Services.GetRequiredNavigation().NavigateTo("requests?office=VAP&page=2");

        var pages = Render<Pagination>(p => p.Add(x => x.Page, 2).Add(x => x.PageCount, 3));

        Assert.EndsWith(
            "/requests?office=VAP&page=3",
            pages.Find("[aria-label='Next page']").GetAttribute("href"),
            StringComparison.Ordinal
        );
        var current = Assert.Single(pages.FindAll("[aria-current=page]"));
        Assert.Equal("2", current.TextContent);
    }

    [Fact]
    public void Pagination_OfOnePage_IsNotShown()
    {
        var pages = Render<Pagination>(p => p.Add(x => x.Page, 1).Add(x => x.PageCount, 1));

        Assert.Empty(pages.Markup.Trim());
    }

    [Theory]
    [InlineData(1, "1 2 3 4 5 … 20")]
    [InlineData(4, "1 2 3 4 5 … 20")]
    [InlineData(10, "1 … 9 10 11 … 20")]
    [InlineData(17, "1 … 16 17 18 19 20")]
    [InlineData(20, "1 … 16 17 18 19 20")]
    public void Pagination_OfManyPages_ShowsSevenPlaces(int page, string expected)
    {
        var pages = Render<Pagination>(p => p.Add(x => x.Page, page).Add(x => x.PageCount, 20));

        var places = pages.FindAll("li:not(.usa-pagination__arrow)").Select(item => item.TextContent.Trim());
        Assert.Equal(expected, string.Join(' ', places));
    }

    [Fact]
    public void ScreenTitle_SaysWhatAndWhere()
    {
        var title = Render<ScreenTitle>(p => p.Add(t => t.What, "FY2029-VAP-003").Add(t => t.Where, "Justification"));

        var rendered = title.FindComponent<Microsoft.AspNetCore.Components.Web.PageTitle>();
        var content = Render(rendered.Instance.ChildContent!);
        Assert.Equal("FY2029-VAP-003 · Justification · ScrBudget", content.Markup);
    }
}
