using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;
using ScrBudget.Web.Components;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Tests.Review;

/// <summary>What is typed on the review page and not sent is not lost by leaving it without a question.</summary>
public sealed class UnsavedReviewTests : ReviewScreenTest
{
    private const string Mark = "[data-unsaved-form]";

    [Fact]
    public async Task ReasonOfAReturn_IsUnsavedUntilItIsSent()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);

        await TypeAsync(page, "Return-reason", "Shorten the justification.");
        Assert.Single(page.FindAll(Mark));
        await Button(page, "Return to the office").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Mark)));
        Assert.Equal(RequestStatus.Returned, (await RequestAsync(number)).Status);
        Services.GetRequiredService<NavigationManager>().NavigateTo("review");
        JSInterop.VerifyNotInvoke("scrBudget.showDialog");
    }

    [Fact]
    public async Task LeavingThePage_WithAReasonNotSent_Asks()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        await TypeAsync(page, "Return-reason", "Shorten the justification.");
        var navigation = Services.GetRequiredService<NavigationManager>();
        var before = navigation.Uri;

        navigation.NavigateTo("review");

        JSInterop.VerifyInvoke("scrBudget.showDialog", 1);
        Assert.Equal(before, navigation.Uri);
    }

    [Fact]
    public async Task Disposition_ThatWasGiven_IsNotUnsavedAnyMore()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        page.Find("input[type=radio][value=AlreadyUsed]").Change("AlreadyUsed");
        await TypeAsync(page, "disposition-note", "S1 is cited.");
        Assert.Single(page.FindAll(Mark));
        foreach (
            var bears in page.FindAll("button")
                .Where(button => button.TextContent.EndsWith("bears on the request", StringComparison.Ordinal))
                .Select(button => button.TextContent)
                .ToList()
        )
        {
            await Button(page, bears.Trim()).ClickAsync(new());
        }

        await Button(page, "Give the disposition").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Mark)));
        Assert.NotNull((await RequestAsync(number)).CurrentDisposition);
    }

    [Theory]
    [InlineData(RequestStatus.InReview, nameof(People.Analyst))]
    [InlineData(RequestStatus.InReview, nameof(People.Compiler))]
    [InlineData(RequestStatus.Recommended, nameof(People.Compiler))]
    public async Task EveryTextOfThePage_IsGuarded(RequestStatus status, string person)
    {
        var number =
            status == RequestStatus.InReview
                ? await System.CreateInReviewAsync()
                : await System.CreateRecommendedAsync();
        var page = Open(number, person == nameof(People.Analyst) ? People.Analyst : People.Compiler);

        Assert.NotEmpty(page.FindComponents<FormWatch>());
        AssertGuarded<TextField>(page);
        AssertGuarded<TextAreaField>(page);
        AssertGuarded<NumberField>(page);
    }

    private static void AssertGuarded<TField>(IRenderedComponent<ReviewPage> page)
        where TField : FieldBase =>
        Assert.Equal(
            page.FindComponents<TField>().Select(field => field.Instance.Id).Order(StringComparer.Ordinal),
            page.FindComponents<FormWatch>()
                .SelectMany(watch => watch.FindComponents<TField>())
                .Select(field => field.Instance.Id)
                .Order(StringComparer.Ordinal)
        );

    private static async Task TypeAsync(IRenderedComponent<ReviewPage> page, string id, string text)
    {
        await page.Find($"#{id}").InputAsync(new() { Value = text });
        await page.Find($"#{id}").ChangeAsync(new() { Value = text });
    }
}
