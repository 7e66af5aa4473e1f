using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Nothing typed is lost, and the status never says more than is true.</summary>
public sealed class SavingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Notes after every keystroke and every change of the status whether it calls saved what is not acknowledged.</summary>
    private const string WatchStatus = """
        () => {
          window.keystrokes = 0;
          window.untruths = [];
          const status = document.getElementById("save-status");
          const look = () => {
            if (status.textContent === "All changes saved" && Number(status.dataset.acknowledged) < window.keystrokes) {
              window.untruths.push(`${window.keystrokes} typed, ${status.dataset.acknowledged} acknowledged`);
            }
          };
          document.addEventListener("input", () => { window.keystrokes += 1; queueMicrotask(look); });
          new MutationObserver(() => queueMicrotask(look))
            .observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    private Editor Editor => new(Page);

    [Fact]
    public async Task LettersTypedFast_AllArrive_AndNoneIsCalledSavedTooEarly()
    {
        var number = await OpenNewAsync("Typed fast", "description");
        var text =
            string.Concat(Enumerable.Range(0, 12).Select(word => $"{(char)('a' + word)}bcdefghi "))[..120].TrimEnd()
            + ".";
        await Page.EvaluateAsync(WatchStatus);

        await Editor.TextArea.PressSequentiallyAsync(text);
        Assert.Equal(text, await Editor.TextArea.InputValueAsync());
        await Assertions.Expect(Editor.SaveStatus).ToHaveTextAsync(Editor.AllSaved);

        Assert.Equal(text.Length, await Page.EvaluateAsync<int>("window.keystrokes"));
        Assert.Empty(await Page.EvaluateAsync<string[]>("window.untruths"));
        await OpenAsync($"/requests/{number}/edit/description");
        await Assertions.Expect(Editor.TextArea).ToHaveValueAsync(text);
        Assert.Equal(text, await Editor.TextArea.InputValueAsync());
    }

    [Fact]
    public async Task APageThatIsLoaded_DoesNotSendWhoTypesAtOnceToItsHeading()
    {
        var number = await OpenNewAsync("Typed at once", "description");
        await Page.AddInitScriptAsync(
            """
            window.headings = [];
            document.addEventListener("focusin", (event) => {
              if (event.target.tagName === "H1") { window.headings.push(event.target.textContent); }
            });
            """
        );

        await OpenAsync($"/requests/{number}/edit/description");
        await Editor.TypeAsync("Begun before the page had settled.");

        Assert.Empty(await Page.EvaluateAsync<string[]>("window.headings"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Requests", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task LeavingASectionInTheMiddleOfTyping_PutsTheTextIntoThatSectionAndNoOther()
    {
        var number = await OpenNewAsync("Left at once", "description");

        await Editor.TextArea.PressSequentiallyAsync("What it is.");
        await Editor.GoToAsync("Justification");
        await Editor.TextArea.PressSequentiallyAsync("Why it is.");
        await Editor.GoToAsync("Impact");
        await Editor.TextArea.PressSequentiallyAsync("What it does.");
        await Editor.GoToAsync("Submit");

        await Drafts.UntilAsync(
            Fixture.Services,
            number,
            request =>
                request.Section(SectionKind.Description).Text == "What it is."
                && request.Section(SectionKind.Justification).Text == "Why it is."
                && request.Section(SectionKind.Impact).Text == "What it does."
        );
        await Editor.Button($"Submit {number}").ClickAsync();
        // Were a text still apart from the request, that would be said first.
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cost has no line.");
    }

    [Fact]
    public async Task ReloadingInTheMiddleOfTyping_PutsWhatTheStatusCalledSavedIntoTheRequest()
    {
        var number = await OpenNewAsync("Reloaded", "impact");
        await Editor.TypeAsync("Help within five days");

        await Page.ReloadAsync();
        await WaitUntilInteractiveAsync(Page);

        await Assertions.Expect(Editor.TextArea).ToHaveValueAsync("Help within five days");
        await UntilImpactIsAsync("Help within five days");
        await Editor.TypeAsync(" of the case");
        await Page.CloseAsync();
        await UntilImpactIsAsync("Help within five days of the case");

        Task UntilImpactIsAsync(string text) =>
            Drafts.UntilAsync(Fixture.Services, number, request => request.Section(SectionKind.Impact).Text == text);
    }

    private async Task<string> OpenNewAsync(string title, string section)
    {
        var number = await Drafts.NewAsync(Fixture.Services, DemoPeople.CyberCrimes, title);
        await BeAsync(DemoPeople.CyberCrimes);
        await OpenAsync($"/requests/{number}/edit/{section}");
        return number;
    }
}
