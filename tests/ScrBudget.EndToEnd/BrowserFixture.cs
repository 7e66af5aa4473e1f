using System.Collections.Concurrent;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.TestSupport;

[assembly: AssemblyFixture(typeof(ScrBudget.EndToEnd.BrowserFixture))]

namespace ScrBudget.EndToEnd;

/// <summary>The site on a real port, with a database and a data folder of its own, and one browser, for the whole run.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string BrowserVariable = "SCRBUDGET_CHROMIUM";
    private const string DebianBrowser = "/usr/bin/chromium";

    /// <summary>How long anything on a page may take on a busy machine, in milliseconds.</summary>
    public const int Patience = 20_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Cookie>>>> sessions = new();
    private readonly TemporaryFolder data = new();
    private readonly TemporarySqliteDatabase database = new();
    private Site? site;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the site answers, on the loopback address.</summary>
    public Uri BaseAddress => Started(site).BaseAddress;

    /// <summary>The site's services, for a test that prepares or inspects what no screen shows.</summary>
    public IServiceProvider Services => Started(site).Services;

    /// <summary>The browser; each test opens a context of its own in it (<see cref="BrowserTest"/>).</summary>
    public IBrowser Browser => Started(browser);

    public async ValueTask InitializeAsync()
    {
        var program = FindBrowser();
        Environment.SetEnvironmentVariable("SCRBUDGET_DATA", data.FullPath);
        site = Site.Start("Development", database.Setting);
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
                // No sandbox: tests run as root in containers, and open no page but the site's own.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        database.Dispose();
        data.Dispose();
    }

    /// <summary>The cookies of a demo account's session: signed in once, used by every test.</summary>
    public Task<IReadOnlyList<Cookie>> SessionAsync(DemoPerson person) =>
        sessions
            .GetOrAdd(
                person.UserName,
                _ => new Lazy<Task<IReadOnlyList<Cookie>>>(async () =>
                {
                    using var visitor = await Visitor.SignedInAsync(BaseAddress, person);
                    return AsCookies(visitor);
                })
            )
            .Value;

    /// <summary>A visitor's cookies as the browser takes them.</summary>
    internal static IReadOnlyList<Cookie> AsCookies(Visitor visitor) =>
        [
            .. visitor.Cookies.Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
            }),
        ];

    private static string FindBrowser()
    {
        var program = Environment.GetEnvironmentVariable(BrowserVariable) is { Length: > 0 } named
            ? named
            : DebianBrowser;
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException(
                $"There is no browser at {program}, and its tests must not be skipped. Install Debian's package "
                    + $"'chromium' (eng/test.sh does), or set {BrowserVariable} to the path of a Chromium."
            );
    }

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("The fixture has not been started.");
}
