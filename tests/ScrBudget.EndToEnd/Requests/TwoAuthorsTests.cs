using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Two people of one office in one request at once.</summary>
public sealed class TwoAuthorsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Password = "two people in one text";
    private const string Colleague = "Colleague of the Cyber Crimes Unit";
    private const string Mine = "Mine: analysts first.";
    private const string Theirs = "Theirs: licenses first.";

    private Editor Editor => new(Page);

    [Theory]
    [InlineData("Keep your text", Mine)]
    [InlineData("Keep the saved text", Theirs)]
    [InlineData("Keep the merged text", $"{Mine} {Theirs}")]
    public async Task SameSection_ShowsBothTexts_AndTheChoiceIsWhatStands(string choice, string expected)
    {
        var number = await CollideAsync(choice);

        await Assertions.Expect(Page.Locator("#conflict-mine")).ToHaveTextAsync(Mine);
        await Assertions.Expect(Page.Locator("#conflict-theirs")).ToHaveTextAsync(Theirs);
        await Assertions
            .Expect(Editor.Heading($"Impact was changed by {Colleague} meanwhile. Compare both and decide."))
            .ToBeVisibleAsync();
        await AssertAccessibleAsync(Page);
        await AssertKeptByAReloadAsync();
        await Page.Locator("#conflict-merged").FillAsync($"{Mine} {Theirs}");
        await Editor.Button(choice).ClickAsync();

        await Assertions.Expect(Page.Locator("#impact")).ToHaveValueAsync(expected);
        await Assertions.Expect(Editor.SaveStatus).ToHaveTextAsync(Editor.AllSaved);
        await OpenAsync($"/requests/{number}/edit/impact");
        await Assertions.Expect(Page.Locator("#impact")).ToHaveValueAsync(expected);
        var reading = await Drafts.ReadAsync(Fixture.Services, number);
        Assert.Equal(expected, reading.Request.Section(SectionKind.Impact).Text);
    }

    [Fact]
    public async Task DifferentSections_DoNotCollide()
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, "Two sections");
        var colleague = await OpenBothAsync(number, "impact", "justification");
        var other = new Editor(colleague);

        await Editor.TextArea.PressSequentiallyAsync(Mine);
        await other.TextArea.PressSequentiallyAsync(Theirs);
        await Editor.TextArea.BlurAsync();
        await other.TextArea.BlurAsync();
        await Drafts.UntilAsync(
            Fixture.Services,
            number,
            request =>
                request.Section(SectionKind.Impact).Text == Mine
                && request.Section(SectionKind.Justification).Text == Theirs
        );
        await Editor.GoToAsync("Justification");

        await Assertions.Expect(Editor.TextArea).ToHaveValueAsync(Theirs);
        await Assertions.Expect(Page.Locator(".sb-conflict")).ToHaveCountAsync(0);
    }

    /// <summary>Both type into Impact, the colleague leaves it first.</summary>
    private async Task<string> CollideAsync(string title)
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, title);
        var colleague = await OpenBothAsync(number, "impact", "impact");
        var other = new Editor(colleague);
        await Editor.TypeAsync(Mine);
        await other.TypeAsync(Theirs);
        await other.GoToAsync("Cost");
        await Drafts.UntilAsync(
            Fixture.Services,
            number,
            request => request.Section(SectionKind.Impact).Text == Theirs
        );
        await Editor.TextArea.BlurAsync();
        return number;
    }

    private async Task AssertKeptByAReloadAsync()
    {
        await Page.ReloadAsync();
        await WaitUntilInteractiveAsync(Page);
        await Assertions.Expect(Page.Locator("#conflict-mine")).ToHaveTextAsync(Mine);
        await Assertions.Expect(Page.Locator("#conflict-theirs")).ToHaveTextAsync(Theirs);
    }

    /// <returns>The colleague's page.</returns>
    private async Task<IPage> OpenBothAsync(string number, string mySection, string theirSection)
    {
        await BeAsync(DemoPeople.CyberCrimes);
        await OpenAsync($"/requests/{number}/edit/{mySection}");
        var colleague = await OpenPageAsAsync(await ColleagueAsync());
        await colleague.GotoAsync($"/requests/{number}/edit/{theirSection}");
        await WaitUntilInteractiveAsync(colleague);
        return colleague;
    }

    /// <summary>A second author of the office, made as an administrator makes one, who signs in with the password.</summary>
    private async Task<IReadOnlyList<Cookie>> ColleagueAsync()
    {
        var created = await Fixture
            .Services.GetRequiredService<CreateAccount>()
            .ExecuteAsync(
                new CreateAccountInput("colleague-ccu", Colleague, "CCU", [Role.ProgramOfficeAuthor], Password),
                DemoPeople.Administrator.AsPerson(),
                TestContext.Current.CancellationToken
            );
        // Made by an earlier test of this class, which is no fault.
        Assert.True(created.IsDone || created.Refusal.Code == "user-name-taken", created.Refusal?.Message);
        using var visitor = new Visitor(Fixture.BaseAddress);
        using var answer = await visitor.SignInAsync("colleague-ccu", Password);
        Assert.True(visitor.IsSignedIn);
        return BrowserFixture.AsCookies(visitor);
    }
}
