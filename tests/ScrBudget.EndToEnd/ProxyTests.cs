using System.Net;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd;

/// <summary>The site in Production behind a proxy that ends TLS: the requests come by HTTP, from the loopback address.</summary>
public sealed class ProxyTests
{
    private const string Host = "scrbudget.example.gov";

    [Fact]
    public async Task NamedProxy_IsBelieved_CookiesAreSecureAndHstsIsSent()
    {
        using var database = new TemporarySqliteDatabase();
        await using var site = Start(database, "127.0.0.1");

        using var answer = await GetAsync(site, "/first-start", forwardedProto: "https");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith(
            "max-age=",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")),
            StringComparison.Ordinal
        );
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("10.1.2.3", "https")]
    [InlineData("", "https")]
    [InlineData("127.0.0.1", "http")]
    [InlineData("127.0.0.1", null)]
    public async Task HttpFromElsewhere_IsRefusedAndSaysWhatToSet(string proxies, string? forwardedProto)
    {
        using var database = new TemporarySqliteDatabase();
        await using var site = Start(database, proxies);

        using var answer = await GetAsync(site, "/first-start", forwardedProto);
        using var health = await GetAsync(site, "/health", forwardedProto: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("ScrBudget:Proxies", text, StringComparison.Ordinal);
        Assert.Contains("ScrBudget:PlainHttp", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static Site Start(TemporarySqliteDatabase database, string proxies) =>
        Site.Start("Production", database.Setting, ("ScrBudget:PlainHttp", "false"), ("ScrBudget:Proxies", proxies));

    private static async Task<HttpResponseMessage> GetAsync(Site site, string path, string? forwardedProto)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.BaseAddress, path));
        request.Headers.Host = Host;
        if (forwardedProto is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", forwardedProto);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
