using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review.Deciding;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.Review.Deciding;

/// <summary>Amounts by stage on the screen: entered, imported and removed, each with its errors where they are mended.</summary>
public sealed class StagesScreenTests : RequestScreenTest
{
    private const string Number = "FY2029-VAP-001";

    [Fact]
    public async Task EnteredAmount_StandsInItsColumn_WithWhoAndWhen()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find("#amount-request").Change(Number);
        page.Find("#amount-stage").Change("DHS");
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = "1,850,000" });
        await page.Find("#amount-positions").ChangeAsync(new() { Value = "9" });

        Press(page, "Enter the amount");

        page.WaitForAssertion(() =>
            Assert.Contains($"DHS of {Number}: $1,850,000 entered.", page.Markup, StringComparison.Ordinal)
        );
        var cell = Cell(page, "DHS");
        Assert.StartsWith("1,850", cell, StringComparison.Ordinal);
        Assert.Contains(
            $"$1,850,000, 9 positions, {People.Compiler.Name}, Jan 15, 2027",
            cell,
            StringComparison.Ordinal
        );
        Assert.Equal(string.Empty, page.Find("#amount-dollars").GetAttribute("value"));
    }

    [Fact]
    public async Task AmountWithoutAStage_IsToldAtItsField_AndTheTypingStays()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find("#amount-request").Change(Number);
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = "5" });

        Press(page, "Enter the amount");

        var link = page.WaitForElement(".sb-error-summary a");
        Assert.Equal(
            ("Stage: choose one of the list.", "amount-stage"),
            (link.TextContent, link.GetAttribute("data-focus-target"))
        );
        Assert.Equal("5", page.Find("#amount-dollars").GetAttribute("value"));
    }

    [Fact]
    public async Task Amount_OfARequestThatSomebodyElseChanged_IsEnteredOnceItsRowWasLookedAtAgain()
    {
        var page = await OpenAsync(People.Compiler);
        await EnterElsewhereAsync(1_700_000);
        page.Find("#amount-request").Change(Number);
        page.Find("#amount-stage").Change("DHS");
        await page.Find("#amount-dollars").ChangeAsync(new() { Value = "1,850,000" });

        Press(page, "Enter the amount");

        page.WaitForAssertion(() => Assert.StartsWith("1,700", Cell(page, "DHS"), StringComparison.Ordinal));
        Assert.Contains("meanwhile", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("1,850,000", page.Find("#amount-dollars").GetAttribute("value"));

        Press(page, "Enter the amount");

        page.WaitForAssertion(() => Assert.StartsWith("1,850", Cell(page, "DHS"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removal_OfARequestThatSomebodyElseChanged_IsRefusedFirst()
    {
        var page = await OpenAsync(People.Compiler);
        await EnterElsewhereAsync(1_700_000);
        page.Find("#removal-request").Change(Number);
        page.Find("#removal-stage").Change("OMB");
        page.Find("#removal-on").Change("2027-01-15");
        page.Find("#removal-reason").Change("Funded elsewhere.");

        Press(page, "Record the removal");

        page.WaitForAssertion(() =>
            Assert.Contains("meanwhile", page.Find(".sb-error-summary").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Removed at", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("Funded elsewhere.", page.Find("#removal-reason").GetAttribute("value"));
    }

    [Fact]
    public async Task WhoAndWhen_SaysOfWhichRequestAndStage()
    {
        var page = await OpenAsync(People.Analyst);

        var summaries = page.FindAll("tbody summary").Select(summary => summary.TextContent).ToList();

        Assert.Contains(summaries, words => words.Contains($"OAO, {Number}", StringComparison.Ordinal));
        Assert.Equal(summaries.Count, summaries.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task FileWithABadRow_NamesIt_AndOffersNoImport()
    {
        var page = await OpenAsync(People.Compiler);

        Upload(page, $"Request,Stage,Dollars\n{Number},DHS,1850000\n{Number},OMB,many");

        page.WaitForAssertion(() => Assert.Contains("1 field is wrong", page.Markup, StringComparison.Ordinal));
        var row = page.Find("table:has(caption:contains('What is wrong')) tbody tr");
        Assert.Equal(
            ["3", "Dollars", "many", "Give whole dollars, such as 1,250,000 or (250,000).", "dollars-invalid"],
            row.Children.Select(cell => cell.TextContent.Trim())
        );
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Import the amounts");
    }

    [Fact]
    public async Task File_IsShownFirst_ThenImported()
    {
        var page = await OpenAsync(People.Compiler);
        Upload(page, $"Request,Stage,Dollars\n{Number},DHS,1850000\n{Number},OMB,1800000");
        page.WaitForAssertion(() =>
            Assert.Contains("2 of 2 rows would enter an amount.", page.Markup, StringComparison.Ordinal)
        );
        Assert.Equal(string.Empty, Cell(page, "OMB"));

        Press(page, "Import the amounts");

        page.WaitForAssertion(() => Assert.Contains("2 amounts imported.", page.Markup, StringComparison.Ordinal));
        Assert.StartsWith("1,800", Cell(page, "OMB"), StringComparison.Ordinal);
        Focus.AssertLastOnAnnouncement(JSInterop, page, "2 amounts imported.");
    }

    [Fact]
    public async Task Removal_IsShownBesideTheStatus()
    {
        var page = await OpenAsync(People.Compiler);
        page.Find("#removal-request").Change(Number);
        page.Find("#removal-stage").Change("OMB");
        page.Find("#removal-on").Change("2027-01-15");
        page.Find("#removal-reason").Change("Funded elsewhere.");

        Press(page, "Record the removal");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Removed at OMB, Jan 15, 2027: Funded elsewhere.",
                page.Find("tbody").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task RemovalRecordedByMistake_IsTakenBack()
    {
        var page = await OpenAsync(People.Compiler);
        Assert.Empty(page.FindAll("#back-removal"));
        page.Find("#removal-request").Change(Number);
        page.Find("#removal-stage").Change("OMB");
        page.Find("#removal-on").Change("2027-01-15");
        page.Find("#removal-reason").Change("Funded elsewhere.");
        Press(page, "Record the removal");
        page.WaitForElement("#back-removal");
        Press(page, "Take the removal back");
        Assert.Equal("Removal: choose one of the list.", page.WaitForElement(".sb-error-summary a").TextContent);

        page.Find("#back-removal").Change($"{Number}/1");
        page.Find("#back-reason").Change("Another request was meant.");
        Press(page, "Take the removal back");

        page.WaitForAssertion(() =>
            Assert.Contains(
                $"{Number}: removal at OMB, Jan 15, 2027, taken back.",
                page.Markup,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("Removed at OMB", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#back-removal"));
    }

    [Fact]
    public async Task Analyst_ReadsTheAmounts_AndEntersNone()
    {
        var page = await OpenAsync(People.Analyst);

        Assert.StartsWith("1,200", Cell(page, "OAO"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#amount-request, #amounts-file, #removal-request"));
        Assert.Equal(
            ["/deciding/stages.csv?fy=2029", "/deciding/stages.xlsx?fy=2029"],
            page.FindAll("p a").Select(link => link.GetAttribute("href"))
        );
    }

    private static void Upload(IRenderedComponent<StagesPage> page, string file)
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(file, "amounts.csv"));
        Press(page, "Show what the file would change");
    }

    private static string Cell(IRenderedComponent<StagesPage> page, string stage)
    {
        var column = page.FindAll("table")[0]
            .QuerySelectorAll("thead th")
            .Select(header => header.TextContent.Trim())
            .ToList()
            .FindIndex(header => header.StartsWith(stage, StringComparison.Ordinal));
        var row = page.Find($"tbody tr:has(a[href='/requests/{Number}'])");
        return row.Children[column].TextContent.Trim();
    }

    private static void Press(IRenderedComponent<StagesPage> page, string words) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == words).Click();

    private async Task EnterElsewhereAsync(long dollars)
    {
        var entered = await System
            .Get<EnterStageAmount>()
            .ExecuteAsync(
                new EnterStageAmountInput(Number, "DHS", new Amount(new Money(dollars)), "", null),
                People.Named("second compiler", null, Role.OaoCompiler),
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(entered.Refusal);
    }

    private async Task<IRenderedComponent<StagesPage>> OpenAsync(Person by)
    {
        await System.CreateTransmittedAsync();
        Be(by);
        var page = Render<StagesPage>();
        page.WaitForElement("table");
        return page;
    }
}
