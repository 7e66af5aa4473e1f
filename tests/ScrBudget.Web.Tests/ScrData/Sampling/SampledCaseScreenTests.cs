using Bunit;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.TestSupport;
using ScrBudget.Web.ScrData.Sampling;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.ScrData.Sampling;

/// <summary>The form of a sampled case: who sees which step, and that nothing typed is lost when two people save.</summary>
public sealed class SampledCaseScreenTests : RequestScreenTest
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auditor_TestsAndAdjudicates()
    {
        var screen = await OpenAsync(People.Auditor);
        Assert.Empty(screen.FindAll("#finding-1"));

        await AnswerAsync(screen, association: 0, border: 0);
        await PressAsync(screen, "Save the tests");
        Assert.Contains(
            "The tests are saved.",
            screen.Find("div[role=status]:not(.usa-alert)").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("usa-button", Button(screen, "Adjudicate the case").ClassName?.Trim());
        await PressAsync(screen, "Adjudicate the case");

        Assert.Contains("Adjudicated: about a TCO.", screen.Markup, StringComparison.Ordinal);
        Assert.Equal(SampledCaseStatus.Adjudicated, (await CaseAsync()).Status);
    }

    [Fact]
    public async Task Steward_SeesTheTestsAndResponds()
    {
        await DrawAsync();
        await TestAsync(TestAnswer.No);
        var screen = Render(People.Steward);
        Assert.Empty(screen.FindAll("#association-1"));

        await screen.Find("#agrees-2").ChangeAsync(new() { Value = "disagrees" });
        await PressAsync(screen, "Save the response");
        Assert.Contains(
            "Say what the component disagrees with",
            screen.Find(".sb-error-summary").TextContent,
            StringComparison.Ordinal
        );
        await screen.Find("#response").ChangeAsync(new() { Value = "Three people are named." });
        await PressAsync(screen, "Save the response");

        var one = await CaseAsync();
        Assert.Equal((false, "Three people are named."), (one.Agrees, one.Response));
    }

    [Fact]
    public async Task TestsSavedMeanwhile_AreShown_AndWhatWasTypedStays()
    {
        var screen = await OpenAsync(People.Auditor);
        await AnswerAsync(screen, association: 0, border: 0);
        await screen.Find("#note-1").ChangeAsync(new() { Value = "My own note." });
        await TestAsync(TestAnswer.No);

        await PressAsync(screen, "Save the tests");

        Assert.Contains(
            "Somebody else has saved this case",
            screen.Find(".sb-error-summary").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "somebody else's note",
            screen.Find(".usa-alert--warning .usa-table").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("My own note.", screen.Find("#note-1").GetAttribute("value"));

        await PressAsync(screen, "Save the tests");
        Assert.Equal("My own note.", (await CaseAsync()).Scrs[0].Note);
        Assert.Equal(TestAnswer.Yes, (await CaseAsync()).Scrs[0].Association);
    }

    [Fact]
    public async Task Response_ThatComesWhileTestsAreTyped_DoesNotTakeTheFormAway()
    {
        await DrawAsync();
        await TestAsync(TestAnswer.No);
        var screen = Render(People.Auditor);
        await screen.Find("#note-1").ChangeAsync(new() { Value = "Typed, not saved." });
        await RespondAsync();

        await PressAsync(screen, "Save the tests");
        Assert.Equal("Typed, not saved.", screen.Find("#note-1").GetAttribute("value"));
        await PressAsync(screen, "Save the tests");

        Assert.Contains(
            "The component has responded",
            screen.Find(".sb-error-summary").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Typed, not saved.", screen.Find("#note-1").GetAttribute("value"));
    }

    [Fact]
    public async Task Adjudicating_WithTestsThatAreNotSaved_IsHeldBack()
    {
        await DrawAsync();
        await TestAsync(TestAnswer.Yes);
        var screen = Render(People.Auditor);
        await screen.Find("#note-1").ChangeAsync(new() { Value = "Typed, not saved." });

        await PressAsync(screen, "Adjudicate the case");

        Assert.Contains("save them first", screen.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);
        Assert.False((await CaseAsync()).IsAdjudicated);
    }

    [Fact]
    public async Task SamplePage_SaysThatItIsNotProjectedYet_AndThatTheDataIsSynthetic()
    {
        await DrawAsync();
        Be(People.Steward);

        var screen = Render<SamplePage>(parameters => parameters.Add(page => page.Number, 1));

        screen.WaitForAssertion(() =>
            Assert.Contains("0 of 2 cases adjudicated: not projected yet.", screen.Markup, StringComparison.Ordinal)
        );
        Assert.Contains("SYNTHETIC DATA", screen.Markup, StringComparison.Ordinal);
        Assert.Equal("/scr-data/samples/1/drawn-cases.csv", screen.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task StratifiedSample_OffersTheNormalApproximationOnly_AndSaysWhy()
    {
        await DrawAsync(size: 20, isStratified: true);
        Be(People.Auditor);

        var screen = Render<SamplePage>(parameters => parameters.Add(page => page.Number, 1));

        screen.WaitForElement("#method");
        Assert.Equal(
            ["Normal", "NormalCorrected"],
            screen.FindAll("#method option").Select(option => option.GetAttribute("value"))
        );
        Assert.Contains("not for a sum of strata", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void NewSample_ShowsTheStepsAndASuggestedSeed()
    {
        Be(People.Auditor);
        var screen = Render<NewSample>();

        screen.WaitForAssertion(() => Assert.Contains("258 of 5,016 cases", screen.Markup, StringComparison.Ordinal));
        Assert.Equal(4, screen.FindAll("ol[aria-label='How the size is computed'] li").Count);
        Assert.Matches("^[0-9a-f]{16}$", screen.Find("#seed").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<SampledCasePage>> OpenAsync(Person person)
    {
        await DrawAsync();
        return Render(person);
    }

    private IRenderedComponent<SampledCasePage> Render(Person person)
    {
        Be(person);
        var screen = Render<SampledCasePage>(parameters =>
            parameters.Add(page => page.Number, 1).Add(page => page.Order, 1)
        );
        screen.WaitForElement("h2");
        return screen;
    }

    /// <summary>The same for each SCR: 0 yes, 1 no, 2 cannot tell.</summary>
    private static async Task AnswerAsync(IRenderedComponent<SampledCasePage> screen, int association, int border)
    {
        var scrs = screen.FindAll("section").Count;
        for (var order = 1; order <= scrs; order++)
        {
            await screen.Find(Input($"association-{order}", association)).ChangeAsync(new() { Value = "on" });
            await screen.Find(Input($"border-{order}", border)).ChangeAsync(new() { Value = "on" });
        }
    }

    private static string Input(string group, int choice) => choice == 0 ? $"#{group}" : $"#{group}-{choice + 1}";

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<SampledCasePage> screen, string text) =>
        screen.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static Task PressAsync(IRenderedComponent<SampledCasePage> screen, string text) =>
        Button(screen, text).ClickAsync(new());

    private async Task DrawAsync(int size = 2, bool isStratified = false)
    {
        var drawn = await System
            .Get<DrawSample>()
            .ExecuteAsync(
                new DrawSampleInput(
                    "A trial",
                    new PlanSampleInput(1, new FiscalYear(2017), new FiscalYear(2022), 0.9m, 0.05m),
                    size,
                    "A trial of the form.",
                    "seed",
                    isStratified
                ),
                People.Auditor,
                Cancellation
            );
        Assert.Equal(1, drawn.Value);
    }

    private async Task<SampledCase> CaseAsync() =>
        (await System.Get<ReadSamples>().CaseAsync(1, 1, People.Auditor, Cancellation)).Value.Case;

    /// <summary>Somebody else tests the case.</summary>
    private async Task TestAsync(TestAnswer association)
    {
        var one = await CaseAsync();
        var saved = await System
            .Get<TestSampledCase>()
            .ExecuteAsync(
                new TestSampledCaseInput(
                    new SampledCaseInput(1, 1, one.Version),
                    [
                        .. one.Scrs.Select(scr => new ScrTests(
                            scr.ScrNumber,
                            association,
                            TestAnswer.Yes,
                            "somebody else's note"
                        )),
                    ]
                ),
                People.Holding(Role.PerformanceAnalyst),
                Cancellation
            );
        Assert.True(saved.IsDone);
    }

    private async Task RespondAsync()
    {
        var saved = await System
            .Get<RespondToSampledCase>()
            .ExecuteAsync(
                new RespondToSampledCaseInput(
                    new SampledCaseInput(1, 1, (await CaseAsync()).Version),
                    Agrees: true,
                    null
                ),
                People.Steward,
                Cancellation
            );
        Assert.True(saved.IsDone);
    }
}
