using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Web.Tests.Server;

/// <summary>Every address of the server that is neither a page nor a file of the site, with its guard, by name.</summary>
public sealed class EndpointPoliciesTests
{
    private const string Anonymous = "anybody";

    /// <summary>No guard of its own: the fallback asks for somebody who is signed in.</summary>
    private const string Fallback = "signed in";

    private static readonly Dictionary<string, string> InProduction = new(StringComparer.Ordinal)
    {
        ["GET /requests/{number}/quad-chart.pdf"] = nameof(Permission.ReadRequests),
        ["GET /requests/{number}/exhibit.docx"] = nameof(Permission.ReadRequests),
        ["GET /cycles/{year:int}/guidance/{number:int}/file"] = nameof(Permission.ReadCycles),
        ["GET /scr-data/samples/{number:int}/drawn-cases.csv"] = nameof(Permission.ReadScrRecords),
        ["GET /scr-data/snapshots/{number:int}/problems.csv"] = nameof(Permission.ReadScrRecords),
        ["GET /scr-data/snapshots/{number:int}/problems.json"] = nameof(Permission.ReadScrRecords),
        ["GET /scr-data/statistics.csv"] = nameof(Permission.ReadScrStatistics),
        ["GET /scr-data/statistics.xlsx"] = nameof(Permission.ReadScrStatistics),
        ["GET /scr-data/records.csv"] = nameof(Permission.ReadScrRecords),
        ["GET /scr-data/records.xlsx"] = nameof(Permission.ReadScrRecords),
        ["GET /tracking/summary.csv"] = nameof(Permission.ReadTracking),
        ["GET /tracking/summary.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /tracking/years.csv"] = nameof(Permission.ReadTracking),
        ["GET /tracking/years.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /tracking/offices.csv"] = nameof(Permission.ReadTracking),
        ["GET /tracking/offices.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /tracking/categories.csv"] = nameof(Permission.ReadTracking),
        ["GET /tracking/categories.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /tracking/requests.csv"] = nameof(Permission.ReadTracking),
        ["GET /tracking/requests.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /deciding.csv"] = nameof(Permission.ReadTracking),
        ["GET /deciding.xlsx"] = nameof(Permission.ReadTracking),
        ["GET /deciding/stages.csv"] = nameof(Permission.ReadTracking),
        ["GET /deciding/stages.xlsx"] = nameof(Permission.ReadTracking),
        ["POST /sign-out"] = Anonymous,
        ["GET /health"] = Anonymous,
        ["GET /keep-alive"] = Fallback,
        // The framework answers what looks like a file and is none.
        ["GET /{**path:file}"] = Fallback,
        ["HEAD /{**path:file}"] = Fallback,
    };

    [Fact]
    public void Production_HasTheseEndpointsAndNoOthers() =>
        Assert.Equal(Lines(InProduction), EndpointsOf("Production"));

    [Fact]
    public void Development_AddsTheDemoSignInAlone() =>
        Assert.Equal(Lines(InProduction.Append(new("POST /sign-in/demo", Anonymous))), EndpointsOf("Development"));

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, string>> endpoints) =>
        endpoints.Select(endpoint => $"{endpoint.Key}: {endpoint.Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> EndpointsOf(string environment)
    {
        using var database = new TemporarySqliteDatabase();
        using var site = new Site(environment, database.Setting);
        return
        [
            .. site
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(IsOurs)
                .SelectMany(endpoint =>
                    Methods(endpoint).Select(method => $"{method} {Path(endpoint)}: {GuardOf(endpoint)}")
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Not the pages (their table is another), the framework's circuits and scripts, nor files.</summary>
    private static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        && !Path(endpoint).StartsWith("/_", StringComparison.Ordinal);

    private static string Path(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];

    private static string GuardOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Anonymous;
        }

        var policies = endpoint
            .Metadata.OfType<IAuthorizeData>()
            .Select(guard => guard.Policy)
            .OfType<string>()
            .ToList();
        return policies.Count == 0 ? Fallback : string.Join(" and ", policies);
    }

    private sealed class Site(string environment, string database) : WebApplicationFactory<App>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("ScrBudget:Database", database);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
        }
    }
}
