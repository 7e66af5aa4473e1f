using System.Net;
using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Tests.Server;

/// <summary>Addresses as people mistype them: every page answers, and says what it could not read.</summary>
public sealed class MistypedAddressTests
{
    private static readonly Type[] Pages =
    [
        .. typeof(App).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()),
    ];

    [Theory]
    [InlineData("abc")]
    [InlineData("99999999999")]
    [InlineData("2147483647")]
    [InlineData("-1")]
    [InlineData("<b>")]
    public async Task EveryPage_WithNonsenseInItsAddress_Answers(string nonsense)
    {
        await using var system = await TestSystem.CreateAsync();
        var request = await system.CreateDraftAsync();
        using var site = new Site(system.Database.Target);
        using var browser = site.CreateClient();
        var asked = 0;
        var failed = new List<string>();
        foreach (var page in Pages)
        {
            var query = QueryOf(page).ToDictionary(name => name, _ => (string?)nonsense, StringComparer.Ordinal);
            foreach (var route in page.GetCustomAttributes<RouteAttribute>())
            {
                var address = QueryHelpers.AddQueryString(Filled(route.Template, request), query);
                using var answer = await browser.GetAsync(
                    new Uri(address, UriKind.Relative),
                    TestContext.Current.CancellationToken
                );
                asked += query.Count;
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    failed.Add($"{address}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(asked > 60, $"Only {asked} parts of addresses were tried.");
        Assert.Empty(failed);
    }

    [Theory]
    [InlineData("/requests?fy=abc")]
    [InlineData("/review?fy=abc")]
    [InlineData("/deciding?fy=abc")]
    [InlineData("/deciding/VAP?fy=abc")]
    [InlineData("/deciding/stages?fy=abc")]
    [InlineData("/tracking?fy=abc")]
    [InlineData("/tracking/cross-checks?fy=abc")]
    [InlineData("/scr-data/measure?snapshot=abc")]
    [InlineData("/scr-data/measure?snapshot=1&edition=abc")]
    [InlineData("/scr-data/validation?snapshot=abc")]
    [InlineData("/scr-data/validation/editions?snapshot=abc")]
    public async Task Page_WithANumberThatIsNone_NamesThePartThatItCouldNotRead(string address)
    {
        var page = await PageAsync(address);

        Assert.Matches("The address says (fy|snapshot|edition)=abc", page);
    }

    [Theory]
    [InlineData("/requests?status=xyz")]
    [InlineData("/requests?status=1")]
    [InlineData("/requests?status=Draft,Submitted")]
    [InlineData("/requests?recommendations=xyz")]
    [InlineData("/requests?examples=xyz")]
    [InlineData("/review?queue=xyz")]
    [InlineData("/tracking/cross-checks?kind=xyz")]
    [InlineData("/tracking/requests?standing=1")]
    [InlineData("/tracking/requests?outcome=xyz")]
    [InlineData("/notices?show=xyz")]
    [InlineData("/notices?kind=xyz")]
    [InlineData("/notices/outbox?status=xyz")]
    [InlineData("/cycles?state=xyz")]
    [InlineData("/cycles/2029/training?done=xyz")]
    [InlineData("/scr-data?measure=xyz")]
    [InlineData("/scr-data/measure?denominator=xyz")]
    [InlineData("/scr-data/snapshots?status=xyz")]
    [InlineData("/scr-data/validation?reason=xyz")]
    [InlineData("/scr-data/validation?year=xyz")]
    [InlineData("/scr-data/validation?state=xyz")]
    public async Task Page_WithAChoiceThatIsNone_NamesThePartThatItCouldNotRead(string address)
    {
        var page = await PageAsync(address);

        Assert.Contains(
            $"The address says {address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]}. Give ",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/requests?status=Draft&recommendations=open&examples=none")]
    [InlineData("/requests?status=ToSubmit")]
    [InlineData("/requests?status=inreview")]
    [InlineData("/requests?status=&recommendations=&examples=")]
    [InlineData("/review?queue=ToTakeUp")]
    [InlineData("/tracking/cross-checks?kind=")]
    [InlineData("/notices?show=unread&kind=")]
    [InlineData("/scr-data/validation?reason=&year=2022&state=")]
    public async Task Page_WithAChoiceThatItKnows_SaysNothingOfItsAddress(string address)
    {
        var page = await PageAsync(address);

        Assert.DoesNotContain("The address says", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(string address)
    {
        await using var system = await TestSystem.CreateAsync();
        using var site = new Site(system.Database.Target);
        using var browser = site.CreateClient();
        return await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>Those that are the pages' own and those of the classes that they are made from.</summary>
    private static IEnumerable<string> QueryOf(Type page)
    {
        for (var type = page; type is not null && type != typeof(ComponentBase); type = type.BaseType)
        {
            var own = type.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            );
            foreach (var property in own)
            {
                if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } fromQuery)
                {
                    yield return fromQuery.Name ?? property.Name;
                }
            }
        }
    }

    private static string Filled(string template, string request) =>
        Regex.Replace(
            template,
            @"\{(?<name>[^}:]+)(?<kind>:[^}]+)?\}",
            part =>
                part.Groups["name"].Value switch
                {
                    "Number" when part.Groups["kind"].Success => "1",
                    "Number" => request,
                    "Year" => $"{TestSystem.OpenYear}",
                    "Office" => People.Office,
                    "Section" => "scr-data",
                    "Order" => "1",
                    _ => "1",
                },
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    /// <summary>The site, at which one person with every role is signed in.</summary>
    private sealed class Site(string file) : WebApplicationFactory<App>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // As on a desk: in production the site answers to its own name over TLS alone.
            builder.UseEnvironment("Development");
            builder.UseSetting("ScrBudget:Database", $"sqlite:{file}");
            builder.UseSetting("Logging:LogLevel:Default", "None");
            builder.ConfigureTestServices(services =>
                services
                    .AddAuthentication(SignedIn.Scheme)
                    .AddScheme<AuthenticationSchemeOptions, SignedIn>(SignedIn.Scheme, null)
            );
        }
    }

    private sealed class SignedIn(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "Test";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var everything = People.Named("everything", People.Office, Enum.GetValues<Role>());
            var identity = new ClaimsIdentity(PersonClaims.Of(everything), Scheme);
            return Task.FromResult(
                AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme))
            );
        }
    }
}
