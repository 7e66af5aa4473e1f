using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ScrBudget.Web;

/// <summary>
/// How the site is reached: by HTTPS, directly or through the proxies that <c>ScrBudget:Proxies</c> names (addresses or
/// networks, as <c>10.1.2.3, 10.2.0.0/16</c>; none unless set). <c>ScrBudget:PlainHttp</c> allows HTTP, for trials on one
/// machine; Development always does.
/// </summary>
public sealed class Transport
{
    public const string ProxiesSetting = "ScrBudget:Proxies";
    public const string PlainHttpSetting = "ScrBudget:PlainHttp";

    private readonly List<IPAddress> proxies = [];
    private readonly List<System.Net.IPNetwork> networks = [];

    private Transport(bool allowsPlainHttp) => AllowsPlainHttp = allowsPlainHttp;

    public bool AllowsPlainHttp { get; }

    public bool HasProxies => proxies.Count + networks.Count > 0;

    /// <summary>A cookie that is sent by HTTP can be read on the way.</summary>
    public CookieSecurePolicy Cookies => AllowsPlainHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    /// <returns>Null when a setting cannot be read; <paramref name="problem"/> then says which and why.</returns>
    public static Transport? Read(IConfiguration settings, bool isDevelopment, out string problem)
    {
        problem = string.Empty;
        var plain = settings[PlainHttpSetting];
        var allowsPlainHttp = isDevelopment;
        if (!string.IsNullOrWhiteSpace(plain))
        {
            if (!bool.TryParse(plain, out var asked))
            {
                problem = $"{PlainHttpSetting}: give true or false.";
                return null;
            }

            allowsPlainHttp |= asked;
        }

        var transport = new Transport(allowsPlainHttp);
        foreach (
            var named in (settings[ProxiesSetting] ?? string.Empty).Split(
                [',', ' ', ';'],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (IPAddress.TryParse(named, out var proxy))
            {
                transport.proxies.Add(proxy);
            }
            else if (System.Net.IPNetwork.TryParse(named, out var network))
            {
                transport.networks.Add(network);
            }
            else
            {
                problem = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ProxiesSetting}: “{named}” is neither an address nor a network such as 10.2.0.0/16."
                );
                return null;
            }
        }

        return transport;
    }

    /// <summary>Believes what these proxies, and nobody else, say of the visitor's address and of HTTPS.</summary>
    public ForwardedHeadersOptions ForwardedHeaders()
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor
                | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto,
            // As many as there are in a row: each must be one that is named.
            ForwardLimit = null,
        };
        // The framework trusts the loopback addresses unless told otherwise.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        proxies.ForEach(options.KnownProxies.Add);
        networks.ForEach(options.KnownIPNetworks.Add);
        return options;
    }

    /// <summary>
    /// Says what is wrong instead of failing at the first form: its cookie goes by HTTPS only. The health check is asked
    /// on the machine itself.
    /// </summary>
    public Task RefusePlainHttpAsync(HttpContext context, RequestDelegate next)
    {
        if (AllowsPlainHttp || context.Request.IsHttps || context.Request.Path == ShellPaths.Health)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(
            $"This site is reached by HTTPS. Behind a proxy, name it in {ProxiesSetting}; for a trial on one machine, set {PlainHttpSetting} to true.",
            context.RequestAborted
        );
    }
}
