using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Components;

/// <summary>
/// A field for text. It keeps what was typed itself and takes the caller's value only when that changes: a render in
/// the middle of typing must not put an older text back.
/// </summary>
public abstract class TextInputBase : FieldBase
{
    private string? givenValue;
    private bool hasUncommittedText;

    [Parameter]
    public string? Value { get; set; }

    /// <summary>For <c>@bind-Value</c>: told when the field is left.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Told at every keystroke.</summary>
    [Parameter]
    public EventCallback<string> OnInput { get; set; }

    /// <summary>Told when the field is left and its text is another than at the last time.</summary>
    [Parameter]
    public EventCallback<string> OnCommit { get; set; }

    /// <summary>
    /// Characters that are allowed, stated in the hint. A longer text is kept and told of, not cut: browsers cut what
    /// is pasted without a word.
    /// </summary>
    [Parameter]
    public int? MaxLength { get; set; }

    /// <summary>
    /// Follows what was typed and what was saved, for a <see cref="SaveStatus"/> of the same tracker; then the status
    /// says <em>Saving…</em> from the keystroke on.
    /// </summary>
    [Parameter]
    public SaveTracker? Saving { get; set; }

    protected string Text { get; private set; } = string.Empty;

    protected string? HintWithLimit =>
        MaxLength is { } limit ? $"{Hint} Up to {limit:N0} characters.".TrimStart() : Hint;

    protected string? ErrorWithLimit =>
        MaxLength is { } limit && Text.Length > limit
            ? $"{Error} {Text.Length - limit:N0} characters too many: shorten the text to {limit:N0}.".TrimStart()
            : Error;

    protected override void OnParametersSet()
    {
        if (!string.Equals(Value, givenValue, StringComparison.Ordinal))
        {
            givenValue = Value;
            Text = Value ?? string.Empty;
            hasUncommittedText = false;
        }
    }

    protected async Task HandleInputAsync(ChangeEventArgs e)
    {
        Text = e.Value as string ?? string.Empty;
        hasUncommittedText = true;
        await OnInput.InvokeAsync(Text);
    }

    protected async Task HandleTrackedInputAsync(TrackedInputEventArgs e)
    {
        Saving?.Typed(e.Sequence);
        await HandleInputAsync(e);
    }

    protected async Task HandleChangeAsync(ChangeEventArgs e)
    {
        Text = e.Value as string ?? string.Empty;
        await CommitAsync();
    }

    /// <summary>Some changes end without a change event (a value set by script, as a statistic inserted at the cursor).</summary>
    protected Task HandleBlurAsync() => hasUncommittedText ? CommitAsync() : Task.CompletedTask;

    private async Task CommitAsync()
    {
        hasUncommittedText = false;
        await ValueChanged.InvokeAsync(Text);
        await OnCommit.InvokeAsync(Text);
    }
}
