using System.Net;
using System.Text.RegularExpressions;
using ScrBudget.Application.Demo;

namespace ScrBudget.EndToEnd;

/// <summary>Somebody who speaks HTTP with the site without its screens: keeps cookies, follows no redirect.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient http;

    public Visitor(Uri site)
    {
        handler.CookieContainer = new CookieContainer();
        http = new HttpClient(handler) { BaseAddress = site };
    }

    /// <summary>What the site has given the visitor to keep.</summary>
    public IEnumerable<Cookie> Cookies => handler.CookieContainer.GetAllCookies();

    /// <summary>Is there a session, whoever's?</summary>
    public bool IsSignedIn => Cookies.Any(cookie => cookie is { Name: "ScrBudget", Value.Length: > 0 });

    /// <summary>Somebody who holds the same cookies.</summary>
    public Visitor Copy()
    {
        var copy = new Visitor(http.BaseAddress!);
        foreach (Cookie cookie in Cookies)
        {
            copy.handler.CookieContainer.Add(cookie);
        }

        return copy;
    }

    public static async Task<Visitor> SignedInAsync(Uri site, DemoPerson person)
    {
        var visitor = new Visitor(site);
        using var answer = await visitor.SignInAsync(person);
        Assert.True(visitor.IsSignedIn, $"{person.UserName} could not sign in: {answer.StatusCode}");
        return visitor;
    }

    /// <summary>By the button of a demo account.</summary>
    public Task<HttpResponseMessage> SignInAsync(DemoPerson person, string? returnUrl = null) =>
        SendFormAsync(
            "/sign-in",
            "/sign-in/demo",
            new() { ["user"] = person.UserName, ["returnUrl"] = returnUrl ?? string.Empty }
        );

    /// <summary>By the form for user name and password.</summary>
    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string? returnUrl = null)
    {
        var page = returnUrl is null ? "/sign-in" : $"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}";
        return SendFormAsync(
            page,
            page,
            new()
            {
                ["_handler"] = "sign-in",
                ["Form.UserName"] = userName,
                ["Form.Password"] = password,
            }
        );
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        http.GetAsync(path, TestContext.Current.CancellationToken);

    public Task<string> ReadAsync(string path) => http.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Fields as they stand, without the token that the site's own forms carry.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page that has a form, and sends the fields with its token.</summary>
    public async Task<HttpResponseMessage> SendFormAsync(string page, string path, Dictionary<string, string> fields)
    {
        var token = Token().Match(await ReadAsync(page));
        Assert.True(token.Success, $"{page} has no form.");
        fields[TokenField] = WebUtility.HtmlDecode(token.Groups["value"].Value);
        return await PostAsync(path, fields);
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
