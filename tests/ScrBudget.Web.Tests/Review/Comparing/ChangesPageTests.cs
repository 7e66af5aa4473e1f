using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review.Comparing;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Review.Comparing;

/// <summary>The page on which two versions of a request are chosen and compared.</summary>
public sealed class ChangesPageTests : RequestScreenTest
{
    [Fact]
    public async Task LastTwoSubmissions_AreShownAndChosenInTheForm()
    {
        var number = await System.CreateResubmittedAsync();

        var page = Open(number, People.Analyst);

        Assert.Contains("+2 positions", page.Find(".sb-changes__summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "2"],
            page.FindAll("select option[selected]").Select(option => option.GetAttribute("value"))
        );
        Assert.Contains("As it stands now", page.Find("#to").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("button.usa-button:not(.usa-button--outline)"));
    }

    [Fact]
    public async Task ChosenVersions_AreCompared()
    {
        var number = await System.CreateResubmittedAsync();

        var page = Open(number, People.Analyst, "?from=2&to=0");

        Assert.Equal("Nothing changed.", page.Find(".sb-changes__summary").TextContent);
        Assert.Equal(
            ["2", "0"],
            page.FindAll("select option[selected]").Select(option => option.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task SingleSubmission_SaysSoAndOffersTheRequestAsItStands()
    {
        var number = await System.CreateSubmittedAsync();

        var page = Open(number, People.Analyst);

        Assert.Contains("One submission so far", page.Find(".sb-empty").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/requests/{number}/changes?from=1&to=0", page.Find(".sb-empty a").GetAttribute("href"));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task DraftThatWasNeverHandedIn_SaysSo()
    {
        var page = Open(await System.CreateDraftAsync(), People.AuthorAndApprover);

        Assert.Contains("Not handed in yet", page.Find(".sb-empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=1&to=7", "has no submission 7")]
    [InlineData("?from=2&to=2", "same version twice")]
    [InlineData("?from=9", "has no submission 9")]
    [InlineData("?from=99999999999", "The address says from=99999999999.")]
    [InlineData("?from=1&to=abc", "The address says to=abc.")]
    public async Task RefusedChoice_IsSaidAboveTheForm(string query, string expected)
    {
        var number = await System.CreateResubmittedAsync();

        var page = Open(number, People.Analyst, query);

        Assert.Contains(expected, page.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("select").Count);
    }

    [Fact]
    public async Task RequestOfAnotherOffice_IsNotShown()
    {
        var number = await System.CreateResubmittedAsync();

        var page = Open(number, People.AuthorOf(People.OtherOffice));

        Assert.Contains("you may not see it", page.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Victim", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastYearsRequestOfTheSameTitle_StandsBesideIt()
    {
        await System.OpenCycleAsync(2028);
        var lastYear = await LastYearsAsync("Victim assistance tools and resources");
        var number = await System.CreateCompleteDraftAsync();

        var page = Open(number, People.Analyst, "?lastYear=");

        Assert.Contains("+$1.6 million", page.Find(".sb-changes__summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(lastYear, page.Find("#last-year option[selected]").GetAttribute("value"));
        Assert.Equal($"{lastYear}, Description", page.Find(".sb-changes__side-name").TextContent);
    }

    [Fact]
    public async Task WithoutTheSameTitle_AChoiceIsOffered()
    {
        await System.OpenCycleAsync(2028);
        var lastYear = await LastYearsAsync("Radios");
        var number = await System.CreateDraftAsync();

        var page = Open(number, People.Analyst, "?lastYear=");

        Assert.Empty(page.FindAll(".sb-changes__summary"));
        Assert.Contains("Choose the request", page.Find(".usa-alert--info").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("#last-year option"), option => option.GetAttribute("value") == lastYear);
    }

    [Fact]
    public async Task NamedRequestOfLastYear_IsCompared()
    {
        await System.OpenCycleAsync(2028);
        var lastYear = await LastYearsAsync("Radios");
        var number = await System.CreateDraftAsync();

        var page = Open(number, People.Analyst, $"?lastYear={lastYear}");

        Assert.Equal("Title changed", page.Find(".sb-changes__summary").TextContent);
    }

    [Fact]
    public async Task WithoutRequestsOfLastYear_ItSaysSo()
    {
        var page = Open(await System.CreateDraftAsync(), People.Analyst, "?lastYear=");

        Assert.Contains("No request of the year before", page.Find(".sb-empty").TextContent, StringComparison.Ordinal);
    }

    private async Task<string> LastYearsAsync(string title) =>
        (
            await System
                .Get<CreateRequest>()
                .ExecuteAsync(
                    new CreateRequestInput(2028, People.Office, new RequestFacts { Title = title }),
                    People.AuthorAndApprover
                )
        ).Value.ToString();

    private IRenderedComponent<ChangesPage> Open(string number, Person by, string query = "")
    {
        Be(by);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/requests/{number}/changes{query}");
        var page = Render<ChangesPage>(p => p.Add(changes => changes.Number, number));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sb-loading")));
        return page;
    }
}
