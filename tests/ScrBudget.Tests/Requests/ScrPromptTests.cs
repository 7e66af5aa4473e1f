using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class ScrPromptTests
{
    private const string FundsRooms = "This request funds rooms.";

    private static DateTime At => TestClock.StartUtc;

    private static Person Author => RequestBuilder.Author;

    [Theory]
    [InlineData("VAP", "ITTF_ND", "TCAC", "NS")]
    [InlineData("CCU", "CYB")]
    [InlineData("CEIU", "TCAC")]
    public void OfficesOfTheReport_AreSuggestedExactlyTheReportsCategories(string office, params string[] codes)
    {
        var prompt = Prompt(Draft(), office);

        Assert.Equal(codes, prompt.Categories.Select(category => category.CategoryCode));
        Assert.All(prompt.Categories, category => Assert.Equal(CategoryStrength.Suggested, category.Strength));
        Assert.All(prompt.Categories, category => Assert.True(category.NeedsAnswer));
        Assert.Equal((0, codes.Length), (prompt.Answered, prompt.Answerable));
        Assert.False(prompt.NeedsNoneOrOne);
    }

    [Fact]
    public void PossibleCategory_BlocksOnlyOnceTheAuthorSaysThatItBears()
    {
        var request = Draft();
        Assert.False(Category(request, "CCHT", "WS").NeedsAnswer);

        _ = request.Confirm("WS", Author, At);

        var confirmed = Category(request, "CCHT", "WS");
        Assert.Equal((CategoryDecision.Unanswered, true), (confirmed.Decision, confirmed.NeedsAnswer));
        Assert.Equal(
            ["category-unanswered"],
            RequestBuilder.CompletenessOf(request, RequestBuilder.OfficeOf("CCHT")).Gaps.Select(gap => gap.Code)
        );
    }

    [Fact]
    public void PossibleCategory_ThatIsDismissed_NeedsNothing()
    {
        var request = Draft();

        _ = request.Dismiss("WS", Author, At);

        var dismissed = Category(request, "CCHT", "WS");
        Assert.Equal((CategoryDecision.Dismissed, false), (dismissed.Decision, dismissed.NeedsAnswer));
    }

    [Fact]
    public void PossibleCategory_ThatWasConfirmed_CannotBeDismissedWithoutAReason()
    {
        var request = Draft();
        _ = request.Confirm("WS", Author, At);

        Assert.Equal("category-confirmed", request.Dismiss("WS", Author, At).Refusal?.Code);

        var confirmed = Category(request, "CCHT", "WS");
        Assert.Equal((CategoryDecision.Unanswered, true), (confirmed.Decision, confirmed.NeedsAnswer));
    }

    [Fact]
    public void SuggestedCategory_CannotBeDismissedWithoutAReason()
    {
        var request = Draft();

        _ = request.Dismiss("TCAC", Author, At);

        var prompted = Category(request, "VAP", "TCAC");
        Assert.Equal((CategoryDecision.Unanswered, true), (prompted.Decision, prompted.NeedsAnswer));
    }

    [Fact]
    public void CategoryThatTheAuthorBroughtIn_NeedsAnAnswerAgainWhenItsTokenGoes()
    {
        var request = new RequestBuilder().WithFiguresOf("GANG").Build();
        var section = request.Section(SectionKind.Justification);
        Assert.Equal(CategoryDecision.Attached, Category(request, "VAP", "GANG").Decision);

        _ = request.Revise(section.Kind, "Gone.", section.Version, Author, At);

        var prompted = Category(request, "VAP", "GANG");
        Assert.Null(prompted.Strength);
        Assert.Equal("added by the author", prompted.Why);
        Assert.True(prompted.NeedsAnswer);
    }

    [Fact]
    public void Reason_OfADeclinedCategory_HasTheCodeAndTheWords()
    {
        var request = Draft();
        _ = request.Decline("TCAC", DeclineReason.OtherDataStronger, "A survey.", Author, At);
        _ = request.Decline("NS", DeclineReason.DataNotReliableEnough, "Few records.", Author, At);
        _ = request.MarkNotApplicable("ITTF_ND", FundsRooms, Author, At);

        Assert.Equal("Other data stronger: A survey.", Category(request, "VAP", "TCAC").Reason);
        Assert.Equal("Data not reliable enough: Few records.", Category(request, "VAP", "NS").Reason);
        Assert.Equal(FundsRooms, Category(request, "VAP", "ITTF_ND").Reason);
    }

    [Theory]
    [InlineData("SUP")]
    [InlineData("CCHT")]
    public void OfficeWithoutASuggestion_SaysWhatBearsOrThatNoneApplies(string office)
    {
        var request = Draft();
        Assert.True(Prompt(request, office).NeedsNoneOrOne);

        _ = request.MarkNoneApplies(FundsRooms, Author, At);

        var prompt = Prompt(request, office);
        Assert.False(prompt.NeedsNoneOrOne);
        Assert.Equal((true, FundsRooms), (prompt.NoneApplies, prompt.NoneReason));
    }

    [Fact]
    public void NoneApplies_EndsWhenACategoryBearsAfterAll()
    {
        var request = Draft();
        _ = request.MarkNoneApplies(FundsRooms, Author, At);

        _ = request.Confirm("WS", Author, At);

        var prompt = Prompt(request, "SUP");
        Assert.Equal((false, ""), (prompt.NoneApplies, prompt.NoneReason));
        Assert.True(Assert.Single(prompt.Categories).NeedsAnswer);
    }

    [Fact]
    public void NoneApplies_DoesNotAnswerASuggestedCategory()
    {
        var request = Draft();

        _ = request.MarkNoneApplies(FundsRooms, Author, At);

        Assert.Equal(3, Prompt(request, "VAP").Categories.Count(category => category.NeedsAnswer));
        Assert.False(Prompt(request, "VAP").NoneApplies);
    }

    [Fact]
    public void Categories_AreSuggestedFirstThenPossible()
    {
        var office = new Office("TST", "Test")
            .With(CategoryStrength.Possible, "x", "CP")
            .With(CategoryStrength.Suggested, "y", "NS");
        var request = new RequestBuilder().WithFiguresOf("GANG").Build();

        Assert.Equal(
            ["NS", "CP", "GANG"],
            ScrPrompt.Of(request, office).Categories.Select(category => category.CategoryCode)
        );
    }

    private static ResourceRequest Draft() => new RequestBuilder().WithoutFigures().Build();

    private static ScrPrompt Prompt(ResourceRequest request, string office) =>
        ScrPrompt.Of(request, RequestBuilder.OfficeOf(office));

    private static PromptedCategory Category(ResourceRequest request, string office, string code) =>
        Prompt(request, office).Categories.Single(category => category.CategoryCode == code);
}
