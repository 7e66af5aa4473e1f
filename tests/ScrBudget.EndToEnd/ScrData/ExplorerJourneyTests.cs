using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.ScrData;

/// <summary>From a question to its statistic, its files and the rows behind it; and who is refused on the way.</summary>
public sealed class ExplorerJourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Title = "Disruptions, Cyber-Enabled Crime, FY 2019–2022";

    private static readonly string[] RecordAddresses =
    [
        "/scr-data/records",
        "/scr-data/records.csv",
        "/scr-data/records.xlsx",
    ];

    [Fact]
    public async Task Statistic_IsChosenLinkedDownloadedAndTracedToItsRows()
    {
        await BeAsync(Holding("performance"));
        await OpenAsync("/scr-data?snapshot=1");
        await ChooseAsync();
        await AssertAccessibleAtBothWidthsAsync();

        var numbers = await NumbersAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Link to this view" }).ClickAsync();
        await Page.WaitForURLAsync("**/scr-data?*snapshot=1&edition=0", new() { WaitUntil = WaitUntilState.Commit });
        await WaitUntilInteractiveAsync(Page);
        Assert.Equal(numbers, await NumbersAsync());

        var csv = await File.ReadAllTextAsync(
            await DownloadAsync("Download as CSV"),
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith($"\"SCRs (reports): {Title}\"", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC DATA", csv, StringComparison.Ordinal);
        Assert.Contains(
            $"Cyber-Enabled Crime,{string.Join(',', numbers.Select(Plain))}",
            csv,
            StringComparison.Ordinal
        );
        Assert.Equal(numbers.Select(Plain), LastRow(await DownloadAsync("Download as Excel workbook")));

        await Page.GetByRole(AriaRole.Link, new() { Name = $"Show the {numbers[^2]} source rows" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Source rows" })).ToBeVisibleAsync();
        await WaitUntilInteractiveAsync(Page);
        await Assertions
            .Expect(Page.GetByText($"{numbers[^2]} source rows", new() { Exact = false }).First)
            .ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
        var rows = await File.ReadAllLinesAsync(
            await DownloadAsync("Download as CSV"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            int.Parse(Plain(numbers[^2]), System.Globalization.CultureInfo.InvariantCulture),
            rows.Count(row => row.StartsWith("SCR-", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task AddressThatMeansNothing_TakesTheFocusToWhatIsWrong()
    {
        await BeAsync(Holding("analyst"));

        await OpenAsync("/scr-data?from=soon");

        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("performance", "/scr-data?rows=Tco&count=Cases&from=2015")]
    [InlineData("analyst", "/scr-data?from=1998&to=1999")]
    [InlineData("author-vap", "/scr-data?category=NS&rows=Subcategory")]
    [InlineData("auditor", "/scr-data/records?measure=Approved&page=3")]
    [InlineData("auditor", "/scr-data/records?tco=Yes")]
    public async Task View_IsAccessible(string userName, string path)
    {
        await BeAsync(Holding(userName));

        await OpenAsync(path);

        await AssertAccessibleAtBothWidthsAsync();
    }

    [Theory]
    [InlineData("analyst")]
    [InlineData("author-vap")]
    [InlineData("administrator")]
    public async Task RecordsAndTheirFiles_AreRefusedAtTheAddress(string userName)
    {
        using var visitor = await Visitor.SignedInAsync(Fixture.BaseAddress, Holding(userName));

        foreach (var path in RecordAddresses)
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/access-denied", answer.Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task FileOfAViewThatMeansNothing_IsRefusedInWords_AndOneThatIsNotThereNotFound()
    {
        using var visitor = await Visitor.SignedInAsync(Fixture.BaseAddress, Holding("auditor"));

        using var unreadable = await visitor.GetAsync("/scr-data/statistics.csv?from=soon");
        using var missing = await visitor.GetAsync("/scr-data/records.xlsx?snapshot=99");

        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Contains(
            "Give a fiscal year such as 2022.",
            await unreadable.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static DemoPerson Holding(string userName) => DemoPeople.All.Single(person => person.UserName == userName);

    private async Task ChooseAsync()
    {
        await Page.GetByLabel("Category", new() { Exact = true }).SelectOptionAsync("CYB");
        await Page.GetByLabel("First fiscal year").SelectOptionAsync("2019");
        await Page.GetByLabel("What is counted").SelectOptionAsync("Disruptions");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeVisibleAsync();
        await WaitUntilInteractiveAsync(Page);
        Assert.Contains("category=CYB", Page.Url, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> NumbersAsync() => await Page.Locator("tbody td").AllInnerTextsAsync();

    private async Task<string> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync()
        );
        return await download.PathAsync();
    }

    private static IEnumerable<string> LastRow(string workbook)
    {
        using var content = File.OpenRead(workbook);
        using var file = SpreadsheetDocument.Open(content, isEditable: false);
        return
        [
            .. file.WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Last()
                .Elements<Cell>()
                .Skip(1)
                .Select(cell => cell.InnerText),
        ];
    }

    /// <summary>As files have numbers: without separators.</summary>
    private static string Plain(string number) => number.Replace(",", string.Empty, StringComparison.Ordinal);
}
