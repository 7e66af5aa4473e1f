using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>The main job without a mouse: every command is reached by Tab, and the focus is visible and never lost.</summary>
public sealed class KeyboardTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Category = "Transnational Crimes Against Children";

    /// <summary>More elements than any page here has between its beginning and a command.</summary>
    private const int MostTabs = 120;

    private const string Focused = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) {
            return "";
          }
          const named = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
          const style = getComputedStyle(element);
          const seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || element.matches(".usa-radio__input");
          return `${seen ? "" : "(unseen) "}${named.replace(/\s+/g, " ").trim()}`;
        }
        """;

    [Fact]
    public async Task SignInAnswerAndSubmit_ByKeyboardAlone()
    {
        var number = await Drafts.FilledAsync(Fixture.Services, DemoPeople.ChildExploitation, "By keyboard alone");
        await Page.GotoAsync($"/sign-in?ReturnUrl=/requests/{number}/edit/scr-data");
        await PressOnAsync(DemoPeople.ChildExploitation.DisplayName, "Enter");
        await Page.WaitForURLAsync($"**/requests/{number}/edit/scr-data", new() { WaitUntil = WaitUntilState.Commit });
        await WaitUntilInteractiveAsync(Page);

        await PressOnAsync("Submit…", "Enter");
        await PressOnAsync($"Submit {number}", "Enter");
        var summary = Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await PressOnAsync($"{Category}: attach a statistic, decline, or say why it is not applicable.", "Enter");

        var card = new Editor(Page).Card(Category);
        await Assertions.Expect(card).ToContainTextAsync("Unanswered");
        await PressOnAsync("Attach…", "Space");
        await PressOnAsync("What does this figure show about the need or the expected result?", null);
        await Page.Keyboard.TypeAsync("Each is a child to find.");
        await PressOnAsync("Justification", "ArrowDown");
        await PressOnAsync("Attach to Impact", "Enter");
        await Assertions.Expect(card.GetByRole(AriaRole.Heading, new() { Name = Category })).ToBeFocusedAsync();
        await Assertions.Expect(card.GetByText("Attached", new() { Exact = true })).ToBeVisibleAsync();

        await PressOnAsync("Submit…", "Enter", backwards: true);
        await PressOnAsync($"Submit {number}", "Enter");
        await Page.WaitForURLAsync($"**/requests/{number}?*", new() { WaitUntil = WaitUntilState.Commit });

        var request = (await Drafts.ReadAsync(Fixture.Services, number)).Request;
        Assert.Equal(RequestStatus.Submitted, request.Status);
        Assert.Contains("{S1}", request.Section(SectionKind.Impact).Text, StringComparison.Ordinal);
        Assert.Contains("Each is a child to find.", request.Section(SectionKind.Impact).Text, StringComparison.Ordinal);
    }

    /// <summary>Tabs until the element of that name has the focus, which every stop on the way must show; then presses the key.</summary>
    private async Task PressOnAsync(string name, string? key, bool backwards = false)
    {
        var passed = new List<string>();
        // A command that is disabled until the circuit is up, or until an answer is saved, is no stop yet.
        await Page.GetByText(name, new() { Exact = true }).First.WaitForAsync();
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            var focused = await Page.EvaluateAsync<string>(Focused);
            Assert.False(
                focused.StartsWith("(unseen)", StringComparison.Ordinal),
                $"The focus on “{focused}” cannot be seen."
            );
            passed.Add(focused);
            if (focused.StartsWith(name, StringComparison.Ordinal))
            {
                if (key is not null)
                {
                    await Page.Keyboard.PressAsync(key);
                }

                return;
            }
        }

        Assert.Fail($"Tab does not lead to “{name}”. It leads to: {string.Join(" · ", passed)}");
    }
}
