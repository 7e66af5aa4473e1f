using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ScrBudget.Web.Tests.Shell;

public sealed class TransportTests
{
    [Theory]
    [InlineData(false, null, CookieSecurePolicy.Always)]
    [InlineData(false, "false", CookieSecurePolicy.Always)]
    [InlineData(false, "true", CookieSecurePolicy.SameAsRequest)]
    [InlineData(true, null, CookieSecurePolicy.SameAsRequest)]
    public void Cookies_GoByHttpsOnly_UnlessItIsDevelopmentOrATrial(
        bool isDevelopment,
        string? plainHttp,
        CookieSecurePolicy policy
    ) => Assert.Equal(policy, Read(isDevelopment, proxies: null, plainHttp).Transport!.Cookies);

    [Fact]
    public void Proxies_AreNoneUnlessNamed_NotEvenTheMachineItself()
    {
        var transport = Read(false, proxies: null, plainHttp: null).Transport!;

        Assert.False(transport.HasProxies);
        Assert.Empty(transport.ForwardedHeaders().KnownProxies);
        Assert.Empty(transport.ForwardedHeaders().KnownIPNetworks);
    }

    [Fact]
    public void Proxies_AreAddressesAndNetworks()
    {
        var headers = Read(false, "10.1.2.3, 10.2.0.0/16 fd00::7", null).Transport!.ForwardedHeaders();

        Assert.Equal(["10.1.2.3", "fd00::7"], headers.KnownProxies.Select(proxy => proxy.ToString()));
        Assert.Equal(["10.2.0.0/16"], headers.KnownIPNetworks.Select(network => network.ToString()));
    }

    [Theory]
    [InlineData("proxy.example", null, "“proxy.example”")]
    [InlineData("10.0.0.0/99", null, "“10.0.0.0/99”")]
    [InlineData(null, "yes", "ScrBudget:PlainHttp")]
    public void SettingThatCannotBeRead_IsNamed(string? proxies, string? plainHttp, string named)
    {
        var (transport, problem) = Read(false, proxies, plainHttp);

        Assert.Null(transport);
        Assert.Contains(named, problem, StringComparison.Ordinal);
    }

    private static (Transport? Transport, string Problem) Read(bool isDevelopment, string? proxies, string? plainHttp)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    [Transport.ProxiesSetting] = proxies,
                    [Transport.PlainHttpSetting] = plainHttp,
                }
            )
            .Build();
        var transport = Transport.Read(settings, isDevelopment, out var problem);
        return (transport, problem);
    }
}
