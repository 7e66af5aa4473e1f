using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>The list of requests, by the filters in its address.</summary>
public sealed class RequestsListTests : RequestScreenTest
{
    [Fact]
    public async Task ToSubmit_ListsWhatAReminderCounts()
    {
        await System.CreateSubmittedAsync();
        var draft = await System.CreateDraftAsync();
        Be(People.AuthorAndApprover);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/requests?fy=2029&status=ToSubmit");

        var page = Render<RequestsPage>();

        page.WaitForElement("table");
        Assert.Equal(draft, Assert.Single(page.FindAll("tbody tr")).QuerySelector("a")!.TextContent);
        Assert.Equal("ToSubmit", page.Find("#status option[selected]").GetAttribute("value"));
    }
}
