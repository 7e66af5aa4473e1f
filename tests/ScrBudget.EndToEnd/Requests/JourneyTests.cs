using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>The main job as its author does it: from signing in to the two printed files.</summary>
public sealed partial class JourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Title = "Victim assistance tools and resources, journey";
    private const string Headline = "$3.0 million · 16 positions · 8 FTE";
    private const string Source = "Source: extract of Oct 31, 2026, snapshot 2 (synthetic).";
    private const string DoNotAdd = "do not add";

    private static readonly string[] Categories =
    [
        "Illicit Trade, Travel, and Finance (Non-Drug-Related)",
        "Transnational Crimes Against Children",
        "National Security",
    ];

    private Editor Editor => new(Page);

    [Fact]
    public async Task VictimAssistanceProgram_IsWrittenAnsweredSubmittedAndPrinted()
    {
        await SignInAsync(DemoPeople.VictimAssistance.DisplayName);
        var number = await StartAsync();
        await WriteAsync();
        await PlanCostsAsync();
        var attached = await AttachAllAsync();
        await SubmitAsync(number);

        Assert.Equal(Categories.Length, attached.Count);
        await AssertShownAsync(attached);
        await AssertPrintedAsync(number, "Quad chart (PDF)", ".pdf", attached);
        await AssertPrintedAsync(number, "Exhibit (Word)", ".docx", attached);
    }

    private async Task<string> StartAsync()
    {
        await WaitUntilInteractiveAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "New request" }).First.ClickAsync();
        await Editor.FillAsync("Title (required)", Title);
        await Editor.Button("Start the request").ClickAsync();
        await Page.WaitForURLAsync(NewDraft());
        return NewDraft().Match(Page.Url).Groups["number"].Value;
    }

    private async Task WriteAsync()
    {
        await Editor.TypeAsync(
            "Tools and resources for staff who help victims of trafficking.\n- 13 specialists and 3 interviewers"
        );
        await Editor.GoToAsync("Justification");
        await Editor.TypeAsync("Cases find victims first. The need follows the cases:");
        await Editor.GoToAsync("Impact");
        await Editor.TypeAsync("Every victim is offered a specialist's help within **five days**.");
    }

    private async Task PlanCostsAsync()
    {
        await Editor.GoToAsync("Cost");
        await Editor.AddPositionsAsync("Victim Assistance Specialist", 13, 190_000, 50);
        await Editor.AddPositionsAsync("Forensic Interview Specialist", 3, 200_000, 50);
        await Editor.AddItemAsync("Interpreter services", 640_000, 1, recurs: true);
        await Editor.AddItemAsync("Interview room equipment", 75_000, 9, recurs: false);
        await Editor.AddItemAsync("Training in interviewing", 150_000, 1, recurs: true);
        await Assertions.Expect(Editor.Facts).ToContainTextAsync(Headline);
    }

    /// <returns>The sentence of each category as the prompt showed it before it was attached.</returns>
    private async Task<IReadOnlyList<Shown>> AttachAllAsync()
    {
        await Editor.GoToAsync("SCR data");
        await Assertions.Expect(Page.GetByText("0 of 3 answered", new() { Exact = true })).ToBeVisibleAsync();
        var attached = new List<Shown>();
        foreach (var (category, place) in Categories.Zip(["Justification", "Justification", "Impact"]))
        {
            var card = Editor.Card(category);
            await card.GetByRole(AriaRole.Button, new() { Name = "Attach…" }).ClickAsync();
            await card.GetByLabel("What does this figure show").FillAsync("It shows the need.");
            await card.GetByText(place, new() { Exact = true }).ClickAsync();
            if (category == Categories[2])
            {
                await ChooseAnotherFigureAsync(card);
            }

            attached.Add(await ReadAsync(card));
            await card.GetByRole(AriaRole.Button, new() { Name = $"Attach to {place}" }).ClickAsync();
            await Assertions.Expect(card.GetByText("Attached", new() { Exact = true })).ToBeVisibleAsync();
        }

        await Assertions.Expect(Page.GetByText("3 of 3 answered", new() { Exact = true })).ToBeVisibleAsync();
        return attached;
    }

    private static async Task ChooseAnotherFigureAsync(ILocator card)
    {
        var prints = card.Locator(".sb-prints");
        var before = await prints.InnerTextAsync();
        await card.GetByText("Choose another figure").ClickAsync();
        await card.GetByLabel("From", new() { Exact = true }).SelectOptionAsync("2019");
        await Assertions.Expect(prints).Not.ToHaveTextAsync(before);
        await Assertions.Expect(prints).ToContainTextAsync("FY 2019–2026");
    }

    private static async Task<Shown> ReadAsync(ILocator card)
    {
        var counts = Counts().Match(await card.InnerTextAsync());
        var sentence = Quoted().Match(await card.Locator(".sb-prints").InnerTextAsync());
        Assert.True(counts.Success && sentence.Success, "The card shows no figure.");
        return new Shown(counts.Groups["reports"].Value, counts.Groups["cases"].Value, sentence.Groups["text"].Value);
    }

    private async Task SubmitAsync(string number)
    {
        await Editor.GoToAsync("Submit");
        await Assertions.Expect(Page.GetByText("Nothing is missing.")).ToBeVisibleAsync();
        await Editor.Button($"Submit {number}").ClickAsync();
        await Assertions.Expect(Page.GetByText("Submitted. Texts, costs and figures are frozen")).ToBeVisibleAsync();
        await Assertions.Expect(Editor.Facts).ToContainTextAsync($"{Headline} · Submitted");
    }

    private async Task AssertShownAsync(IReadOnlyList<Shown> attached)
    {
        var page = await Page.Locator("main").InnerTextAsync();
        Assert.All(attached, figure => Assert.Contains(figure.Sentence, page, StringComparison.Ordinal));
        Assert.Contains(Source, page, StringComparison.Ordinal);
    }

    private async Task AssertPrintedAsync(string number, string link, string extension, IReadOnlyList<Shown> attached)
    {
        var file = await DownloadedFile.ByLinkAsync(Page, link);

        Assert.Contains(number, file.Name, StringComparison.Ordinal);
        Assert.EndsWith(extension, file.Name, StringComparison.Ordinal);
        Assert.Contains(number, file.Text, StringComparison.Ordinal);
        Assert.Contains(Title, file.Text, StringComparison.Ordinal);
        Assert.Contains(Headline, file.Text, StringComparison.Ordinal);
        Assert.Contains(Source, file.Text, StringComparison.Ordinal);
        Assert.Contains(DoNotAdd, file.Text, StringComparison.Ordinal);
        Assert.All(
            attached,
            figure =>
            {
                Assert.Contains(figure.Sentence, file.Text, StringComparison.Ordinal);
                Assert.Contains($"{figure.Reports} {figure.Cases}", file.Text, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain("{S", file.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("/requests/(?<number>FY2029-VAP-[0-9]{3})/edit/description$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NewDraft();

    [GeneratedRegex("(?<reports>[0-9,]+) reports, (?<cases>[0-9,]+) cases", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counts();

    [GeneratedRegex("Prints as: “(?<text>[^”]+)”", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    /// <summary>What the prompt showed of a category's figure.</summary>
    private sealed record Shown(string Reports, string Cases, string Sentence);
}
