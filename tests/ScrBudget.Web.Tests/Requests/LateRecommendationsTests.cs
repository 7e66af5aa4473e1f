using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Recommended after transmission is for the next cycle: there its author and its analyst find it.</summary>
public sealed class LateRecommendationsTests : RequestScreenTest
{
    private const string Heading = "#late-heading";

    [Fact]
    public async Task Author_OfTheNextCycle_SeesThem_WhereTheScrQuestionIsAnswered()
    {
        var earlier = await RecommendLateAsync();
        var number = await CreateAsync(2030, People.AuthorAndApprover);
        Be(People.AuthorAndApprover);

        var editor = Render<ScrDataEditor>(by => by.Add(page => page.Reading, Reading(number)));

        Assert.Equal("Recommended for this cycle", editor.WaitForElement(Heading).TextContent);
        var line = editor.Find("section[aria-labelledby='late-heading'] li");
        Assert.Equal("Transnational Gangs", line.QuerySelector("strong")!.TextContent);
        Assert.Contains("It bears on the need.", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jan 15, 2027", line.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/requests/{earlier}", line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Analyst_OfTheNextCycle_SeesThem_InTheReview()
    {
        await RecommendLateAsync();
        var number = await CreateAsync(2030, People.AuthorAndApprover);
        Be(People.Analyst);

        var review = Render<ReviewPage>(by => by.Add(page => page.Number, number));

        Assert.Equal("Recommended for this cycle", review.WaitForElement(Heading).TextContent);
    }

    [Fact]
    public async Task OtherOffices_AndTheSameCycle_ShowNothingOfIt()
    {
        await RecommendLateAsync();
        var same = await CreateAsync(TestSystem.OpenYear, People.AuthorAndApprover);
        var other = await CreateAsync(2030, People.AuthorOf("CCU"), "CCU");

        Be(People.Analyst);
        foreach (var number in new[] { same, other })
        {
            var shown = Render<LateRecommendations>(by => by.Add(late => late.Reading, Reading(number)));
            Assert.Empty(shown.FindAll(Heading));
        }
    }

    /// <summary>A transmitted request with a recommendation in time and one that came late; returns its number.</summary>
    private async Task<string> RecommendLateAsync()
    {
        await System.OpenCycleAsync(2030);
        var number = await System.CreateTransmittedAsync();
        await System.RecommendDataAsync(number, new RecommendedData("GANG"));
        return number;
    }

    private async Task<string> CreateAsync(int year, Person by, string office = People.Office)
    {
        var created = await System
            .Get<CreateRequest>()
            .ExecuteAsync(new CreateRequestInput(year, office, new RequestFacts { Title = "Of the next cycle" }), by);
        return created.Value.ToString();
    }

    private RequestReading Reading(string number) => System.ReadAsync(number, People.Analyst).GetAwaiter().GetResult();
}
