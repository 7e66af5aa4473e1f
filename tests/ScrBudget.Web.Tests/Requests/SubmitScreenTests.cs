using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>Who hands a request in, and what: the one that was on the screen.</summary>
public sealed class SubmitScreenTests : RequestScreenTest
{
    [Fact]
    public void SubmitPage_IsForThoseWhoMaySubmit() =>
        Assert.Equal(
            nameof(Permission.SubmitRequests),
            Assert
                .Single(
                    typeof(SubmitPage)
                        .GetCustomAttributes(typeof(AuthorizeAttribute), inherit: true)
                        .Cast<AuthorizeAttribute>(),
                    attribute => attribute.Policy is not null
                )
                .Policy
        );

    [Fact]
    public async Task ApproverWhoIsNoAuthor_SubmitsFromTheRequestsPage()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Approver);
        var request = Render<RequestPage>(p => p.Add(page => page.Number, number));
        var submit = request.WaitForElement($"a[href='/requests/{number}/submit']");
        Assert.Equal("Submit…", submit.TextContent);
        Assert.Empty(request.FindAll($"a[href^='/requests/{number}/edit']"));

        var page = Render<SubmitPage>(p => p.Add(screen => screen.Number, number));
        await page.WaitForElement(".sb-content .usa-button").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                $"/requests/{number}?submitted=true",
                Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(RequestStatus.Submitted, (await System.ReadAsync(number)).Request.Status);
    }

    [Fact]
    public async Task Author_IsNotOfferedToSubmit()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Colleague);

        var request = Render<RequestPage>(p => p.Add(page => page.Number, number));

        request.WaitForElement($"a[href='/requests/{number}/edit/description']");
        Assert.Empty(request.FindAll($"a[href='/requests/{number}/submit']"));
    }

    [Fact]
    public async Task WhatAColleagueChangedMeanwhile_IsNotSubmittedUnseen_ButShown()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Approver);
        var page = Render<SubmitPage>(p => p.Add(screen => screen.Number, number));
        page.WaitForElement(".sb-content .usa-button");
        await System.ReviseAsync(number, SectionKind.Description, "Changed after the look.", People.Colleague);

        await page.Find(".sb-content .usa-button").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains(
                "was changed by colleague meanwhile",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Changed after the look.", page.Find(".sb-quad").TextContent, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Draft, (await System.ReadAsync(number)).Request.Status);

        await page.Find(".sb-content .usa-button").ClickAsync(new());

        Assert.Equal(RequestStatus.Submitted, (await System.ReadAsync(number)).Request.Status);
    }

    [Fact]
    public async Task TextThatAColleagueHoldsOpen_IsWarnedOf_WithoutShowingIt()
    {
        var number = await System.CreateCompleteDraftAsync();
        await TypeAsync(number, "Half a sentence of mine", People.Colleague);
        Be(People.Approver);

        var page = Render<SubmitPage>(p => p.Add(screen => screen.Number, number));

        page.WaitForAssertion(() =>
            Assert.Contains(
                "colleague has text in Impact that is not in the request.",
                page.Find(".sb-content").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("Half a sentence", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextThatNeverMadeItIn_IsShownToItsOwnerAlone_AndDiscardedOnlyWhenConfirmed()
    {
        var number = await System.CreateCompleteDraftAsync();
        await TypeAsync(number, "Typed and left behind", People.Colleague);
        Assert.True(
            (
                await System
                    .Get<SubmitRequest>()
                    .ExecuteAsync(number, People.Approver, Xunit.TestContext.Current.CancellationToken)
            ).IsDone
        );
        Be(People.Colleague);

        var page = Render<RequestPage>(p => p.Add(screen => screen.Number, number));

        Assert.Equal("Typed and left behind", page.WaitForElement("#left-out-Impact").TextContent);
        page.FindAll("button")
            .Single(button => button.TextContent.StartsWith("Discard…", StringComparison.Ordinal))
            .Click();
        Assert.Single((await System.ReadAsync(number, People.Colleague)).WorkingCopies);
        page.WaitForElement("#confirm-discard .usa-button--secondary").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#left-out-Impact")));
        Assert.Empty((await System.ReadAsync(number, People.Colleague)).WorkingCopies);
    }

    [Fact]
    public async Task SubmittedWhileSomebodyTypes_LeavesTheTypingOnTheScreen()
    {
        var number = await System.CreateCompleteDraftAsync();
        Be(People.AuthorAndApprover);
        var editor = Render<EditRequest>(p => p.Add(page => page.Number, number).Add(page => page.Section, "impact"));
        editor.WaitForElement("#impact");
        Assert.True(
            (
                await System
                    .Get<SubmitRequest>()
                    .ExecuteAsync(number, People.Approver, Xunit.TestContext.Current.CancellationToken)
            ).IsDone
        );

        await editor.Find("#impact").ChangeAsync(new() { Value = "Typed too late" });

        editor.WaitForAssertion(() =>
            Assert.Contains(
                "Submitted by ProgramOfficeApprover-VAP",
                editor.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("Typed too late", editor.Find("#impact").GetAttribute("value"));
        Assert.Equal(
            "Not saved: The request is submitted; only a draft or a returned request can be changed.",
            editor.Find("#save-status").TextContent
        );
    }

    private async Task TypeAsync(string number, string text, Person by)
    {
        var version = (await System.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;
        var saved = await System
            .Get<SaveWorkingCopy>()
            .ExecuteAsync(new SectionInput(number, SectionKind.Impact, text, version), by);
        Assert.Null(saved.Refusal);
    }
}
