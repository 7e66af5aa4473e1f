using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Cycles;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Cycles;

/// <summary>Guidance and training on their pages, and in the editor where they matter.</summary>
public sealed class GuidanceScreenTests : RequestScreenTest
{
    private static readonly Person Compiler = People.Holding(Role.OaoCompiler);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guidance_IsIssuedWithItsFile_AndWarnsWhileItDoesNotRequireScrData()
    {
        Be(Compiler);
        var page = Render<GuidancePage>(p => p.Add(one => one.Year, TestSystem.OpenYear));
        page.WaitForElement("#title");
        Assert.Contains("No guidance", page.Markup, StringComparison.Ordinal);
        await Button(page, "Issue the guidance").ClickAsync(new());
        Assert.Contains("Give the day", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);

        await page.Find("#title").ChangeAsync(new() { Value = "Guidance of 2029" });
        await page.Find("#issuer").ChangeAsync(new() { Value = "Office of Budget" });
        await page.Find("#effective-on").ChangeAsync(new() { Value = "2026-10-01" });
        await page.Find("#text").ChangeAsync(new() { Value = "- **Required** where applicable" });
        Assert.Contains("OIG-23-59", page.Find(".usa-alert--warning").TextContent, StringComparison.Ordinal);
        await page.Find("#requires-scr-data").ChangeAsync(new() { Value = true });
        Assert.Empty(page.FindAll(".usa-alert--warning"));
        page.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromBinary([.. "%PDF-1.7"u8], "guidance.pdf"));
        await Button(page, "Issue the guidance").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Version 1 is issued.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Required", page.Find(".sb-card li strong").TextContent);
        Assert.Equal("/cycles/2029/guidance/1/file", page.Find(".sb-card a[download]").GetAttribute("href"));
        Assert.Empty(page.Find("#title").GetAttribute("value")!);
        Focus.AssertLastOnAnnouncement(JSInterop, page, "Version 1 is issued.");
    }

    [Fact]
    public async Task Guidance_ForReaders_ShowsEveryVersion_AndWhichIsInForce()
    {
        await System.IssueGuidanceAsync("First");
        await System.IssueGuidanceAsync("Second", requiresScrData: false);
        await System.IssueGuidanceAsync("Third", new DateOnly(2027, 2, 1));
        Be(People.Approver);

        var page = Render<GuidancePage>(p => p.Add(one => one.Year, TestSystem.OpenYear));

        page.WaitForElement(".sb-card");
        Assert.Equal(
            ["Effective from Feb 1, 2027", "In force", "Superseded"],
            page.FindAll(".usa-tag").Select(tag => tag.TextContent)
        );
        Assert.Contains("does not say where SCR data is required", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#title"));
    }

    [Fact]
    public async Task Editor_ShowsGuidanceAndPolicyWhereTheyMatter()
    {
        await System.IssueGuidanceAsync("Guidance of 2029");
        Assert.Null(
            await System.ReviseCycleAsync(settings =>
                settings with
                {
                    ScrPolicy = "Use SCR data.",
                    Estimates = new TextEstimates(null, 900, null),
                }
            )
        );
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);

        foreach (var (section, policy) in new[] { ("justification", 0), ("scr-data", 1), ("submit", 0) })
        {
            var editor = Open(number, section);
            editor.WaitForAssertion(() =>
                Assert.Contains(
                    "Guidance: Guidance of 2029",
                    editor.Find(".sb-editor__work .sb-details summary").TextContent,
                    StringComparison.Ordinal
                )
            );
            Assert.Equal(
                policy,
                editor.FindAll(".sb-editor__work p strong").Count(text => text.TextContent == "Use SCR data.")
            );
        }

        var description = Open(number, "description");
        description.WaitForElement("#description");
        Assert.DoesNotContain("Guidance: ", description.Markup, StringComparison.Ordinal);
        var justification = Open(number, "justification");
        Assert.Contains(
            "About 900 characters fit",
            justification.WaitForElement("#justification-hint").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Editor_OffersModularCosts_AndLeavesOutFactsThatAreNotAskedFor()
    {
        Assert.Null(
            await System.ReviseCycleAsync(settings =>
                settings with
                {
                    ModularCosts = [new ModularCost("Agent", 250_000)],
                    FieldsAsked = ["Authority"],
                }
            )
        );
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);

        var cost = Open(number, "cost");
        Assert.Equal("Agent", cost.WaitForElement("#modular-costs option").GetAttribute("value"));
        await cost.Find("#position-type").ChangeAsync(new() { Value = "agent" });
        Assert.Equal("250,000", cost.Find("#position-cost").GetAttribute("value"));

        var facts = Open(number, "facts");
        facts.WaitForElement("#authority");
        Assert.Empty(facts.FindAll("#offsets"));
        Assert.Empty(facts.FindAll("#target-date"));
    }

    [Fact]
    public async Task Training_IsWritten_AndShowsWhoHasReadIt()
    {
        Be(Compiler);
        var page = Render<TrainingPage>(p => p.Add(one => one.Year, TestSystem.OpenYear));
        page.WaitForElement("#authors-title");
        await Button(page, "Save the training of authors and approvers").ClickAsync(new());
        Assert.Contains("Give the title.", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);

        await page.Find("#authors-title").ChangeAsync(new() { Value = "SCR data" });
        await page.Find("#authors-text").ChangeAsync(new() { Value = "Read this." });
        await Button(page, "Save the training of authors and approvers").ClickAsync(new());

        Assert.Contains("The training of authors and approvers is saved.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("0 of 0 people have acknowledged it.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nobody", page.Find(".sb-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_RevisedByAColleague_IsNotReplaced_AfterTheOtherFormReadAnew()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Be(Compiler);
        var page = Render<TrainingPage>(p => p.Add(one => one.Year, TestSystem.OpenYear));
        await page.WaitForElement("#authors-text").ChangeAsync(new() { Value = "Mine." });
        await ReviseTrainingAsync("Theirs.");
        await page.Find("#analysts-title").ChangeAsync(new() { Value = "For analysts" });
        await page.Find("#analysts-text").ChangeAsync(new() { Value = "Judge this." });
        await Button(page, "Save the training of budget analysts").ClickAsync(new());

        await Button(page, "Save the training of authors and approvers").ClickAsync(new());

        Assert.Contains("Theirs.", page.Find(".sb-conflict__text").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", page.Find("#authors-text").GetAttribute("value"));
        Assert.Equal("Theirs.", await AuthorsTextAsync());

        // Seen by now: the next save replaces it.
        await Button(page, "Save the training of authors and approvers").ClickAsync(new());
        Assert.Empty(page.FindAll(".sb-conflict__text"));
        Assert.Equal("Mine.", await AuthorsTextAsync());
    }

    [Fact]
    public async Task Training_ThatNobodyTypedIn_ShowsWhatAColleagueSaved_OnceThePageReadsAnew()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Be(Compiler);
        var page = Render<TrainingPage>(p => p.Add(one => one.Year, TestSystem.OpenYear));
        page.WaitForElement("#authors-text");
        await ReviseTrainingAsync("Theirs.");

        await Button(page, "Save the training of budget analysts").ClickAsync(new());

        Assert.Equal("Theirs.", page.Find("#authors-text").GetAttribute("value"));
    }

    [Fact]
    public async Task OwnTraining_IsReadAndAcknowledged()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Assert.Null(await System.ReviseCycleAsync(settings => settings with { AuthorTrainingRequired = true }));
        Be(People.Approver);
        var page = Render<OwnTrainingPage>();

        var button = page.WaitForElement(".sb-card button");
        Assert.Contains("Required before you submit a request.", page.Markup, StringComparison.Ordinal);
        await button.ClickAsync(new());

        Assert.Contains("Read and acknowledged Jan 15, 2027", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 of 1 acknowledged", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sb-card button"));
        Focus.AssertLastOnAnnouncement(JSInterop, page, "Acknowledged: ");
    }

    [Fact]
    public async Task SubmitStep_LeadsToTheTrainingThatIsMissing()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Assert.Null(await System.ReviseCycleAsync(settings => settings with { AuthorTrainingRequired = true }));
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Approver);

        var page = Render<SubmitPage>(p => p.Add(one => one.Number, number));

        Assert.Equal("/training", page.WaitForElement("#gaps a").GetAttribute("href"));
    }

    [Fact]
    public void OwnTraining_WhereNothingConcernsTheRoles_SaysSo()
    {
        Be(People.Steward);

        Assert.Contains("No training", Render<OwnTrainingPage>().Markup, StringComparison.Ordinal);
    }

    private async Task ReviseTrainingAsync(string text)
    {
        var training = await AuthorsTrainingAsync();
        var saved = await System
            .Get<SaveTraining>()
            .ExecuteAsync(
                new SaveTrainingInput(
                    TestSystem.OpenYear,
                    TrainingAudience.Authors,
                    new TrainingText(training.Title, text, training.Link),
                    training.Version
                ),
                People.Named("second compiler", null, Role.OaoCompiler),
                Cancellation
            );
        Assert.Null(saved.Refusal);
    }

    private async Task<string> AuthorsTextAsync() => (await AuthorsTrainingAsync()).Text;

    private async Task<Training> AuthorsTrainingAsync() =>
        (await System.Get<ReadTraining>().ByYearAsync(TestSystem.OpenYear, Compiler, Cancellation)).Value.Of(
            TrainingAudience.Authors
        )!;

    private IRenderedComponent<EditRequest> Open(string number, string section) =>
        Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, section));

    private static IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
