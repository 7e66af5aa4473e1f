using AngleSharp.Dom;
using Bunit;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>What came back from the review, in the editor: why, what is asked, and an answer to each by itself.</summary>
public sealed class RecommendationScreenTests : RequestScreenTest
{
    [Fact]
    public async Task FigureMeantForTheSecond_IsAnAnswerToTheSecondAlone()
    {
        var number = await TwiceAskedAsync();
        var editor = Open(number, "scr-data");

        Press(editor, "Accept in part: another figure for R2…");
        await PressAsync(editor, "Attach to Justification");

        var request = (await System.ReadAsync(number)).Request;
        Assert.Equal(["R1"], request.OpenRecommendations("CYB").Select(made => made.Label));
        Assert.NotNull(request.ResponseTo(2)?.FigureNumber);
    }

    [Fact]
    public async Task FigureThatAnswersNone_LeavesBothOpen()
    {
        var number = await TwiceAskedAsync();
        var editor = Open(number, "scr-data");

        Press(editor, "Attach a figure that answers none of these…");
        await PressAsync(editor, "Attach to Justification");

        var request = (await System.ReadAsync(number)).Request;
        Assert.Single(request.Figures);
        Assert.Equal(["R1", "R2"], request.OpenRecommendations("CYB").Select(made => made.Label));
    }

    [Fact]
    public async Task NotApplicableForTheSecond_LeavesTheFirstOpen()
    {
        var number = await TwiceAskedAsync();
        var editor = Open(number, "scr-data");

        Press(editor, "R2 is not applicable…");
        await editor
            .Find(".sb-asked .sb-answer input[type=text]")
            .ChangeAsync(new() { Value = "This request funds training alone." });
        await PressAsync(editor, "Mark R2 (Cyber-Enabled Crime) as not applicable");

        var request = (await System.ReadAsync(number)).Request;
        Assert.Equal(["R1"], request.OpenRecommendations("CYB").Select(made => made.Label));
        Assert.Equal(CategoryDecision.NotApplicable, request.ResponseTo(2)!.Decision);
    }

    [Fact]
    public async Task AnswerOfBeforeTheRecommendation_IsShownWithItsReason()
    {
        var number = await System.CreateDraftAsync();
        var declined = await System
            .Get<AnswerCategory>()
            .ExecuteAsync(
                new AnswerCategoryInput(
                    number,
                    "CYB",
                    CategoryDecision.Declined,
                    DeclineReason.OtherDataStronger,
                    "A survey says more."
                ),
                People.AuthorAndApprover,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(declined.Refusal);
        await System.RecommendDataAsync(number, new RecommendedData("CYB"));

        var editor = Open(number, "scr-data");

        var card = Words(editor.Find("section[aria-labelledby=scr-CYB]"));
        Assert.Contains("Answered before: declined", card, StringComparison.Ordinal);
        Assert.Contains("A survey says more.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReturnedRequest_ShowsWhyInEverySection_WithItsCommentsAndWhatIsAsked()
    {
        var number = await System.CreateInReviewAsync();
        await System.RecommendDataAsync(number, new RecommendedData("CYB"));
        var commented = await System
            .Get<CommentOnRequest>()
            .ExecuteAsync(
                new CommentOnRequestInput(number, "impact", "Say how it is measured."),
                People.Analyst,
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(commented.Refusal);
        await System.ActAsync(number, RequestAction.Return, People.Analyst, "Shorten the justification.");

        var editor = Open(number, "impact");

        Assert.Contains("Shorten the justification.", editor.Markup, StringComparison.Ordinal);
        Assert.Contains("1 recommendation of an analyst is open.", editor.Markup, StringComparison.Ordinal);
        Assert.Contains("Say how it is measured.", editor.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Say how it is measured.",
            Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "facts")).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TextThatIsRefused_IsNotSaidToFit_NorToBeEmpty()
    {
        var editor = Open(await System.CreateDraftAsync(), "description");
        Assert.Contains("Everything fits on one page.", editor.Markup, StringComparison.Ordinal);

        await editor.Find("#description").ChangeAsync(new() { Value = new string('x', 27_500) });

        editor.WaitForAssertion(() =>
            Assert.Contains("Descriptionnot saved", Words(editor.Find("nav")), StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("Everything fits on one page.", editor.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Fits the quad chart", editor.Markup, StringComparison.Ordinal);
    }

    private static string Words(INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Button(IRenderedComponent<EditRequest> editor, string words) =>
        editor.FindAll("button").Single(button => Words(button) == words);

    private static void Press(IRenderedComponent<EditRequest> editor, string words) => Button(editor, words).Click();

    private static Task PressAsync(IRenderedComponent<EditRequest> editor, string words) =>
        Button(editor, words).ClickAsync(new());

    /// <summary>Two recommendations of one category, to neither of which the figure that is proposed first is the answer.</summary>
    private async Task<string> TwiceAskedAsync()
    {
        var number = await System.CreateDraftAsync();
        var query = TestSnapshots.Query("CYB");
        await System.RecommendDataAsync(
            number,
            new RecommendedData("CYB", null, query with { FirstYear = query.LastYear }, 1),
            new RecommendedData("CYB", null, query, 1)
        );
        return number;
    }

    private IRenderedComponent<EditRequest> Open(string number, string section)
    {
        Be(People.AuthorAndApprover);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, section));
        editor.WaitForElement(section == "scr-data" ? "section.sb-card" : "h1", TimeSpan.FromSeconds(10));
        return editor;
    }
}
