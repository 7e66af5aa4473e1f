using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ScrBudget.Web.Tests.Shell;

/// <summary>The middleware on a server of its own: no database is needed to test headers.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private readonly WebApplication app = CreateApp();

    public async ValueTask InitializeAsync() => await app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/page")]
    [InlineData("/missing")]
    public async Task Response_ForbidsInlineScriptAndStyle(string path)
    {
        var policy = await PolicyOfAsync(path);

        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page")]
    [InlineData("/quad-chart.pdf")]
    public async Task Response_MayBeFramedByThisSiteAlone(string path)
    {
        Assert.Contains("frame-ancestors 'self'", await PolicyOfAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_IsNotKeptFromTheBrowsersViewer()
    {
        Assert.DoesNotContain("object-src", await PolicyOfAsync("/quad-chart.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_IsNotSniffedAndKeepsItsAddressToItself()
    {
        using var response = await GetAsync("/page");

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains(
            "camera=()",
            Assert.Single(response.Headers.GetValues("Permissions-Policy")),
            StringComparison.Ordinal
        );
    }

    private async Task<string> PolicyOfAsync(string path)
    {
        using var response = await GetAsync(path);
        return Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }

    private Task<HttpResponseMessage> GetAsync(string path) =>
        app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static WebApplication CreateApp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.UseMiddleware<SecurityHeadersMiddleware>();
        server.MapGet("/page", () => Results.Content("<p>page</p>", "text/html"));
        server.MapGet("/quad-chart.pdf", () => Results.Bytes([0x25], "application/pdf"));
        return server;
    }
}
