using AngleSharp.Dom;
using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Home;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Home;

/// <summary>What needs a person: counted, in words, each leading to its list.</summary>
public sealed class HomePageTests : RequestScreenTest
{
    [Fact]
    public async Task TrainingThatIsNotRead_IsACard()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);

        var cards = Cards(People.Colleague);

        Assert.Equal(("/training", "Training not yet done"), cards[0]);
    }

    [Fact]
    public void WithoutTraining_ThereIsNoSuchCard() =>
        Assert.DoesNotContain(Cards(People.Colleague), card => card.Title == "Training not yet done");

    [Fact]
    public async Task RecommendationsOnADraft_AreCounted_AndLeadToAsManyRequests()
    {
        var number = await System.CreateDraftAsync();
        await System.RecommendDataAsync(number, new RecommendedData("CYB"));
        await System.CreateDraftAsync();

        var card = Assert.Single(Cards(People.Colleague), card => card.Title == "1 recommendation to answer");

        Assert.EndsWith("?recommendations=open&examples=none", card.Address, StringComparison.Ordinal);
        var listed = await System
            .Get<ListRequests>()
            .ExecuteAsync(
                new ListRequestsInput(IsAsked: true, WithExamples: false),
                People.Colleague,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Equal(number, Assert.Single(listed).Number);
    }

    [Fact]
    public async Task ReturnedWithARecommendation_AreTwoCardsWithAddressesOfTheirOwn()
    {
        var number = await System.CreateInReviewAsync();
        await System.RecommendDataAsync(number, new RecommendedData("CYB"));
        await System.ActAsync(number, RequestAction.Return, People.Analyst);

        var cards = Cards(People.Colleague);

        Assert.Contains(cards, card => card.Title == "1 recommendation to answer");
        Assert.Contains(cards, card => card.Title == "1 returned");
        Assert.Equal(
            2,
            cards
                .Where(card => card.Title is "1 recommendation to answer" or "1 returned")
                .Select(card => card.Address)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
    }

    [Fact]
    public async Task Submitted_NamesThoseThatAreFurtherOn()
    {
        await System.CreateSubmittedAsync();
        await System.CreateTransmittedAsync();
        Be(People.Colleague);

        var page = Render<HomePage>();

        var card = page.FindAll(".usa-card")
            .Single(one => Words(one).StartsWith("1 submitted", StringComparison.Ordinal));
        Assert.Contains("1 more is in review, decided or transmitted.", Words(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkedExamples_AreNoWork()
    {
        await System.CreateDraftAsync();
        await System.CreateSubmittedAsync();
        await System.ExecuteSqlAsync("UPDATE Cycles SET IsWorkedExample = 1");

        var titles = Cards(People.Analyst).Select(card => card.Title).ToList();

        Assert.Contains("0 waiting for you", titles);
        Assert.Contains("0 submitted", titles);
    }

    private static string Words(INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private List<(string Address, string Title)> Cards(Person by)
    {
        Be(by);
        return
        [
            .. Render<HomePage>()
                .FindAll(".usa-card__heading a")
                .Select(link => (link.GetAttribute("href")!, Words(link))),
        ];
    }
}
