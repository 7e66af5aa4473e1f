using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Review;

/// <summary>
/// A form about a request under review. What is decided is decided on the version shown; when somebody else was quicker, the
/// page shows the request as it now stands and the form keeps what was written, or hands it to the page where the form is gone.
/// </summary>
public abstract class RequestForm : ComponentBase, IDisposable
{
    private bool isGone;

    /// <summary>Told when the request is not as shown any more.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    protected CurrentPerson Current { get; set; } = default!;

    /// <summary>What the page around shows of a form that is gone.</summary>
    [CascadingParameter]
    protected ReviewNews? News { get; set; }

    /// <summary>As it is shown.</summary>
    protected abstract ResourceRequest Request { get; }

    protected string Number => Request.Number;

    protected Guid Seen => Request.Version;

    /// <summary>What was done here, for the form's own <see cref="Announcement"/>.</summary>
    protected string? Told { get; private set; }

    protected Announcement? Announcement { get; set; }

    /// <summary>What was written and chosen so far, to be read again where the form is gone.</summary>
    protected virtual string Written => string.Empty;

    /// <summary>Are its fields shown, as the request stands now?</summary>
    protected virtual bool IsOpen => true;

    void IDisposable.Dispose()
    {
        GC.SuppressFinalize(this);
        isGone = true;
    }

    /// <param name="refusal">Null when it was done.</param>
    /// <param name="done">What was done, as the page says it.</param>
    /// <param name="closes">Does the command go when it is done, so that the focus has to go elsewhere?</param>
    /// <returns>True when it was done.</returns>
    private protected async Task<bool> FinishAsync(
        Refusal? refusal,
        FormProblems problems,
        string done,
        bool closes = false
    )
    {
        Told = null;
        var isDone = problems.Show(refusal);
        if (isDone || refusal?.Code == RequestRefusals.RequestChangedCode)
        {
            var written = Written;
            await ReloadAsync();
            if (isDone)
            {
                await TellAsync(done, closes);
            }
            else if (isGone || !IsOpen)
            {
                problems.Clear();
                await KeepAsync(refusal!, written);
            }
        }

        return isDone;
    }

    /// <summary>Has the page show the request as it now stands, and this form with it.</summary>
    /// <returns>True when the form is still there.</returns>
    private protected async Task<bool> ReloadAsync()
    {
        // While the event that pressed the button is being dispatched nothing is rendered: neither the new request nor that
        // the form is gone would be seen below.
        await Task.Yield();
        await OnChanged.InvokeAsync();
        return !isGone;
    }

    private protected Task KeepAsync(Refusal refusal, string written) =>
        News?.KeepAsync(refusal.Message, written) ?? Task.CompletedTask;

    /// <summary>Words and choices, one a line; empty ones are left out.</summary>
    private protected static string TextOf(params string?[] parts) =>
        string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Of a form with one field, whose id ends with the field's name.</summary>
    /// <param name="otherwise">Where the summary leads when the field is not what is wrong, and may not be shown.</param>
    private protected static FormProblems ProblemsAt(string fieldId, string otherwise) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [fieldId[(fieldId.IndexOf('-', StringComparison.Ordinal) + 1)..]] = fieldId,
            },
            otherwise
        );

    private async Task TellAsync(string done, bool closes)
    {
        if (isGone)
        {
            await (News?.TellAsync(done) ?? Task.CompletedTask);
            return;
        }

        News?.Clear();
        Told = done;
        StateHasChanged();
        if (Announcement is { } announcement && (closes || !IsOpen))
        {
            await announcement.FocusAsync();
        }
    }
}

/// <summary>A form that needs all that a reviewer reads.</summary>
public abstract class ReviewForm : RequestForm
{
    [Parameter, EditorRequired]
    public required ReviewReading Review { get; set; }

    protected override ResourceRequest Request => Review.Reading.Request;
}
