using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.EndToEnd.Requests;

namespace ScrBudget.EndToEnd.ScrData;

/// <summary>An audit sample from its drawing to its projection, by the people who do it, accessible at each step.</summary>
public sealed class SamplingJourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private Editor Editor => new(Page);

    [Fact]
    public async Task Sample_IsDrawnTestedAnsweredAdjudicatedAndProjected()
    {
        var purpose = $"Journey {Guid.NewGuid():N}";
        await BeAsync(DemoPeople.Auditor);
        await DrawAsync(purpose);
        await AssertAccessibleAtBothWidthsAsync();
        var sample = new Uri(Page.Url).AbsolutePath;

        await OpenAsync($"{sample}/cases/1");
        await AssertAccessibleAtBothWidthsAsync();
        await TestAsync("No");
        await AssertAccessibleAtBothWidthsAsync();
        await OpenAsync($"{sample}/cases/2");
        await TestAsync("Yes");
        await Editor.Button("Adjudicate the case").ClickAsync();
        await Assertions.Expect(Page.GetByText("Adjudicated: about a TCO.")).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();

        await BeAsync(DemoPeople.Steward);
        await OpenAsync($"{sample}/cases/1");
        await Page.GetByText("Agrees", new() { Exact = true }).ClickAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await Editor.Button("Save the response").ClickAsync();
        await Assertions.Expect(Page.GetByText("The response is saved.")).ToBeVisibleAsync();

        await BeAsync(DemoPeople.Auditor);
        await OpenAsync($"{sample}/cases/1");
        await Editor.Button("Adjudicate the case").ClickAsync();
        await Assertions.Expect(Page.GetByText("Adjudicated: not about a TCO.")).ToBeVisibleAsync();

        await OpenAsync(sample);
        await Assertions.Expect(Page.GetByText("2 of 2 cases adjudicated")).ToBeVisibleAsync();
        await Assertions
            .Expect(
                Page.GetByText(
                    new Regex("^[0-9,]+ of [0-9,]+ cases, from ", RegexOptions.None, TimeSpan.FromSeconds(1))
                )
            )
            .ToContainTextAsync("without finite-population correction, z = 1.645");
        await AssertAccessibleAtBothWidthsAsync();
        await Page.GetByLabel("Method").SelectOptionAsync("Exact");
        await Editor.Button("Project").ClickAsync();
        await Assertions
            .Expect(
                Page.GetByText(
                    new Regex("^[0-9,]+ of [0-9,]+ cases, from ", RegexOptions.None, TimeSpan.FromSeconds(1))
                )
            )
            .ToContainTextAsync("Clopper–Pearson");

        await OpenAsync("/scr-data/samples");
        await Assertions.Expect(Page.GetByRole(AriaRole.Rowheader, new() { Name = purpose })).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
    }

    [Fact]
    public async Task DrawnList_IsDownloadedWithSeedAndMethod()
    {
        var drawn = await Fixture
            .Services.GetRequiredService<DrawSample>()
            .ExecuteAsync(
                new DrawSampleInput(
                    "Download",
                    new PlanSampleInput(1, new(2017), new(2022), 0.9m, 0.05m),
                    3,
                    "A few.",
                    "seed of the download",
                    IsStratified: false
                ),
                DemoPeople.Auditor.AsPerson(),
                TestContext.Current.CancellationToken
            );
        await BeAsync(DemoPeople.Steward);
        await OpenAsync($"/scr-data/samples/{drawn.Value}");

        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.GetByRole(AriaRole.Link, new() { Name = "Download the drawn cases (CSV)" }).ClickAsync()
        );

        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Seed: seed of the download", text, StringComparison.Ordinal);
        Assert.Contains("SHA-256 of seed|case number", text, StringComparison.Ordinal);
        Assert.Equal($"sample-{drawn.Value}-drawn-cases.csv", download.SuggestedFilename);
    }

    private async Task DrawAsync(string purpose)
    {
        await OpenAsync("/scr-data/samples/new");
        await Editor.Button("Draw the sample").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Editor.FillAsync("What the sample is for (required)", purpose);
        await Editor.FillAsync("Draw another number of cases", "2");
        await Assertions.Expect(Page.GetByLabel("Why another number")).ToBeVisibleAsync();
        await Editor.FillAsync("Why another number", "A trial of the way.");
        await AssertAccessibleAtBothWidthsAsync();
        await Editor.Button("Draw the sample").ClickAsync();
        await Page.WaitForURLAsync(address => int.TryParse(new Uri(address).Segments[^1], out _));
        await Assertions.Expect(Page.GetByText("0 of 2 cases adjudicated: not projected yet.")).ToBeVisibleAsync();
    }

    /// <summary>The same answer to every test of the case, then save.</summary>
    private async Task TestAsync(string answer)
    {
        var choices = Page.GetByText(answer, new() { Exact = true });
        for (var i = 0; i < await choices.CountAsync(); i++)
        {
            await choices.Nth(i).ClickAsync();
        }

        await Editor.Button("Save the tests").ClickAsync();
        await Assertions.Expect(Page.GetByText("The tests are saved.")).ToBeVisibleAsync();
    }
}
