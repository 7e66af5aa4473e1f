using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Where the focus went last, of those that a component moved itself.</summary>
internal static class Focus
{
    private const string Moved = "Blazor._internal.domWrapper.focus";

    public static void AssertLastOn(BunitJSInterop browser, IElement element) =>
        LastMove(browser).Arguments[0].ShouldBeElementReferenceTo(element);

    /// <summary>On the announcement with these words; by its reference, which bUnit loses in markup that is rendered again.</summary>
    public static void AssertLastOnAnnouncement(
        BunitJSInterop browser,
        IRenderedComponent<IComponent> page,
        string words
    )
    {
        var told = page.FindComponents<Announcement>()
            .Single(one => one.Instance.Words?.Contains(words, StringComparison.Ordinal) == true);
        Assert.Equal(told.Instance.Region.Id, Assert.IsType<ElementReference>(LastMove(browser).Arguments[0]).Id);
    }

    /// <summary>By <c>scrbudget.js</c>.</summary>
    public static string? LastId(BunitJSInterop browser) =>
        browser.Invocations.LastOrDefault(call => call.Identifier == "scrBudget.focusById").Arguments?[0] as string;

    public static int Count(BunitJSInterop browser) => browser.Invocations.Count(call => call.Identifier == Moved);

    private static JSRuntimeInvocation LastMove(BunitJSInterop browser) =>
        browser.Invocations.Last(call => call.Identifier == Moved);
}
