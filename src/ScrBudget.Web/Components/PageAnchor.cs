using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Components;

/// <summary>Addresses of places on the page that is shown.</summary>
public static class PageAnchor
{
    /// <summary>The page's own address with <c>#id</c>: with a base address, a bare <c>#id</c> leads to the home page.</summary>
    public static string On(NavigationManager navigation, string id) => $"{new Uri(navigation.Uri).PathAndQuery}#{id}";
}
