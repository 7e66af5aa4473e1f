using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Web.Tests.Shell;

public sealed class HubLimitTests
{
    [Fact]
    public void LargestTextThatAFieldSends_FitsAMessage()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddWebShell(Transport.Read(new ConfigurationBuilder().Build(), isDevelopment: true, out _)!);
        using var provider = services.BuildServiceProvider();
        var hub = typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly.GetType(
            "Microsoft.AspNetCore.Components.Server.ComponentHub",
            throwOnError: true
        )!;
        var options =
            (IOptions<HubOptions>)
                provider.GetRequiredService(
                    typeof(IOptions<>).MakeGenericType(typeof(HubOptions<>).MakeGenericType(hub))
                );

        var largest = Encoding.UTF8.GetByteCount(
            string.Concat(Enumerable.Repeat("\U0001D11E", 2 * RequestSection.TextLength))
        );

        Assert.Equal(160_000, largest);
        Assert.Equal((2 * largest) + (32 * 1024), options.Value.MaximumReceiveMessageSize);
    }
}
