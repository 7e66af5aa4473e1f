using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

/// <summary>A page with one form that only its command saves.</summary>
public sealed class UnsavedGuardTests : ComponentTest
{
    private const string Mark = "[data-unsaved-form]";

    private string Place => Services.GetRequiredService<NavigationManager>().Uri;

    [Fact]
    public void Typing_IsUnsavedFromTheFirstKeystroke_BeforeTheFieldIsLeft()
    {
        var page = RenderForm();
        Assert.Empty(page.FindAll(Mark));

        page.Find("#reason").Input("S");

        Assert.Single(page.FindAll(Mark));
    }

    [Fact]
    public void Leaving_WithTypedText_NamesTheCommandAndStaysWhenAnsweredSo()
    {
        var page = RenderForm();
        Type(page, "Shorten it.");
        var before = Place;

        Leave();

        Assert.Contains(
            "Not saved yet: press Return.",
            page.Find("#confirm-leaving").TextContent,
            StringComparison.Ordinal
        );
        page.Find("#confirm-leaving .usa-button--outline").Click();
        Assert.Equal(before, Place);
        Assert.Equal("Shorten it.", page.Find("#reason").GetAttribute("value"));
    }

    [Fact]
    public async Task Leaving_WhenConfirmed_Leaves()
    {
        var page = RenderForm();
        Type(page, "Shorten it.");
        // Leaving renders nothing that could be waited for.
        var left = new TaskCompletionSource<string>();
        Services.GetRequiredService<NavigationManager>().LocationChanged += (_, to) => left.TrySetResult(to.Location);
        Leave();

        await page.Find("#confirm-leaving .usa-button--secondary").ClickAsync(new());

        Assert.EndsWith(
            "/elsewhere",
            await left.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Leaving_AnUntouchedPage_AsksNothing()
    {
        RenderForm();

        Leave();

        Assert.EndsWith("/elsewhere", Place, StringComparison.Ordinal);
        JSInterop.VerifyNotInvoke("scrBudget.showDialog");
    }

    [Fact]
    public void FormThatWasEmptied_IsNotUnsaved()
    {
        var page = RenderForm();
        Type(page, "Shorten it.");

        Type(page, string.Empty);

        Assert.Empty(page.FindAll(Mark));
    }

    [Fact]
    public void TypingThatWasTakenAwayAgain_IsNotUnsavedOnceTheFieldIsLeft()
    {
        var page = RenderForm();
        page.Find("#reason").Input("S");
        page.Find("#reason").Input(string.Empty);

        page.Find("#reason").FocusOut();

        Assert.Empty(page.FindAll(Mark));
    }

    [Fact]
    public void FormThatWasSent_IsNotUnsaved()
    {
        var page = RenderForm();
        Type(page, "Shorten it.");

        page.Find("#send").Click();

        Assert.Empty(page.FindAll(Mark));
        Leave();
        Assert.EndsWith("/elsewhere", Place, StringComparison.Ordinal);
    }

    [Fact]
    public void FormThatIsGone_IsNotUnsaved()
    {
        var page = RenderForm();
        Type(page, "Shorten it.");

        page.FindComponent<OneForm>().Render(p => p.Add(form => form.IsOpen, false));
        Leave();

        Assert.EndsWith("/elsewhere", Place, StringComparison.Ordinal);
    }

    private IRenderedComponent<UnsavedGuard> RenderForm() => Render<UnsavedGuard>(p => p.AddChildContent<OneForm>());

    private void Leave() => Services.GetRequiredService<NavigationManager>().NavigateTo("elsewhere");

    /// <summary>As a browser tells it: at each keystroke, and when the field is left.</summary>
    private static void Type(IRenderedComponent<UnsavedGuard> page, string text)
    {
        page.Find("#reason").Input(text);
        page.Find("#reason").Change(text);
    }

    private sealed class OneForm : ComponentBase
    {
        private string reason = string.Empty;

        [Parameter]
        public bool IsOpen { get; set; } = true;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (!IsOpen)
            {
                return;
            }

            builder.OpenComponent<FormWatch>(0);
            builder.AddComponentParameter(1, nameof(FormWatch.Command), "Return");
            builder.AddComponentParameter(2, nameof(FormWatch.Holds), reason.Length > 0);
            builder.AddComponentParameter(3, nameof(FormWatch.ChildContent), (RenderFragment)Field);
            builder.CloseComponent();
            builder.OpenElement(4, "button");
            builder.AddAttribute(5, "id", "send");
            builder.AddAttribute(6, "onclick", EventCallback.Factory.Create(this, () => reason = string.Empty));
            builder.CloseElement();
        }

        private void Field(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<TextField>(0);
            builder.AddComponentParameter(1, nameof(TextField.Id), "reason");
            builder.AddComponentParameter(2, nameof(TextField.Label), "Reason");
            builder.AddComponentParameter(3, nameof(TextField.Value), reason);
            builder.AddComponentParameter(
                4,
                nameof(TextField.ValueChanged),
                EventCallback.Factory.Create<string>(this, typed => reason = typed)
            );
            builder.CloseComponent();
        }
    }
}
