using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd;

/// <summary>
/// A test in a browser context of its own: nobody is signed in, nothing is stored. It fails also when the browser's
/// console showed an error that the test did not announce.
/// </summary>
public abstract class BrowserTest(BrowserFixture fixture) : IAsyncLifetime
{
    private const int DeskWidth = 1440;
    private const int PhoneWidth = 320;
    private const int Height = 900;

    /// <summary>The innermost elements for which the page must be scrolled sideways; tables scroll in themselves.</summary>
    private const string TooWide = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) {
            return [];
          }
          const beyond = [...document.querySelectorAll("body *")]
            .filter((element) => element.getBoundingClientRect().right > width && !element.closest(".sb-table-frame *"))
            // What is folded away is laid out only when it is opened.
            .filter((element) => !element.closest("details:not([open]) > :not(summary)"));
          const frames = [...document.querySelectorAll(".sb-table-frame")]
            .filter((frame) => frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX === "visible");
          return [...beyond, ...frames]
            .filter((element) => ![...beyond, ...frames].some((other) => other !== element && element.contains(other)))
            .map((element) => `${element.outerHTML.slice(0, 160)} (to ${Math.round(element.getBoundingClientRect().right)})`);
        }
        """;

    private readonly List<string> consoleErrors = [];
    private readonly List<string> expectedErrors = [];
    private readonly List<IBrowserContext> contexts = [];
    private IPage? page;

    /// <summary>The page that the test was given; paths are relative to the site.</summary>
    protected IPage Page => page ?? throw new InvalidOperationException("The test has not been started.");

    /// <summary>The site and the browser.</summary>
    protected BrowserFixture Fixture => fixture;

    public async ValueTask InitializeAsync()
    {
        page = await OpenPageAsync(await OpenContextAsync(fixture.BaseAddress));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        var errors = UnexpectedConsoleErrors();
        Assert.True(errors.Count == 0, $"The console showed:\n{string.Join('\n', errors)}");
    }

    /// <summary>Gives the test's page the session of a demo account.</summary>
    protected async Task BeAsync(DemoPerson person) =>
        await Page.Context.AddCookiesAsync(await fixture.SessionAsync(person));

    /// <summary>Somebody else, with a browser of their own.</summary>
    protected async Task<IPage> OpenPageAsAsync(IEnumerable<Cookie> session)
    {
        var context = await OpenContextAsync(fixture.BaseAddress);
        await context.AddCookiesAsync(session);
        return await OpenPageAsync(context);
    }

    /// <summary>
    /// Goes on at another site, with a browser of its own in which nobody is signed in: for a test whose work would change
    /// what the others see. Its last page is closed by the test, for a circuit that loses its server says so on the console.
    /// </summary>
    protected async Task MoveToAsync(Uri site)
    {
        await Page.Context.CloseAsync();
        page = await OpenPageAsync(await OpenContextAsync(site));
    }

    /// <summary>A visitor of a site; nobody is signed in.</summary>
    protected async Task<IBrowserContext> OpenContextAsync(Uri site)
    {
        var context = await fixture.Browser.NewContextAsync(new() { BaseURL = site.ToString() });
        contexts.Add(context);
        context.SetDefaultTimeout(BrowserFixture.Patience);
        return context;
    }

    /// <summary>A page of a visitor; its console is watched.</summary>
    protected async Task<IPage> OpenPageAsync(IBrowserContext context)
    {
        var opened = await context.NewPageAsync();
        opened.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Note(message.Text);
            }
        };
        opened.PageError += (_, error) => Note(error);
        return opened;
    }

    /// <summary>Announces an error that the console will show, by a part of its text, such as <c>status of 404</c>.</summary>
    protected void ExpectConsoleError(string part) => expectedErrors.Add(part);

    /// <summary>What the console has shown so far and the test did not announce.</summary>
    protected IReadOnlyList<string> UnexpectedConsoleErrors()
    {
        lock (consoleErrors)
        {
            return
            [
                .. consoleErrors.Where(error =>
                    !expectedErrors.Exists(part => error.Contains(part, StringComparison.Ordinal))
                ),
            ];
        }
    }

    /// <summary>Signs in as one of the demo accounts, by the name that its button has.</summary>
    protected async Task SignInAsync(string demoUserButtonName)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = demoUserButtonName, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(
            address => !new Uri(address).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal),
            // The load itself may be over before anybody waits for it.
            new() { WaitUntil = WaitUntilState.Commit }
        );
    }

    /// <summary>Waits for the mark that only an interactive render has: what is clicked or typed before it is lost.</summary>
    protected static Task WaitUntilInteractiveAsync(IPage page) =>
        page.Locator("#interactive").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Opens an address of the site and waits until its commands work.</summary>
    protected async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await WaitUntilInteractiveAsync(Page);
    }

    /// <summary>Asserts that axe finds nothing on a page as it stands, by WCAG 2.2 AA and its own good practice.</summary>
    protected static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
            }
        );

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(Describe)));
    }

    /// <summary>The same at the width of a desk and of a phone, where nothing may have to be scrolled sideways.</summary>
    protected async Task AssertAccessibleAtBothWidthsAsync()
    {
        foreach (var width in new[] { DeskWidth, PhoneWidth })
        {
            await Page.SetViewportSizeAsync(width, Height);
            await AssertAccessibleAsync(Page);
            var tooWide = await Page.EvaluateAsync<string[]>(TooWide);
            Assert.True(
                tooWide.Length == 0,
                $"At {width} pixels it must be scrolled for:\n{string.Join('\n', tooWide)}"
            );
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}\n  "
        + string.Join("\n  ", violation.Nodes.Select(node => node.Html));

    private void Note(string error)
    {
        lock (consoleErrors)
        {
            consoleErrors.Add(error);
        }
    }
}
