using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Components;

/// <summary>
/// A field for text. It keeps what was typed itself and takes the caller's value only when that changes: a render in
/// the middle of typing must not put an older text back.
/// </summary>
public abstract class TextInputBase : FieldBase
{
    /// <summary>
    /// Characters that a field sends to the server: twice what a section can hold, so that a text somewhat too long is kept
    /// and told of. The browser stops what is longer (<c>scrbudget.js</c>): the message would end the circuit.
    /// </summary>
    internal const int LargestInput = 2 * Domain.Requests.RequestSection.TextLength;

    private readonly EchoFilter<string> echoes = new();
    private bool hasUncommittedText;
    private bool hasUntoldText;
    private Task telling = Task.CompletedTask;

    [Parameter]
    public string? Value { get; set; }

    /// <summary>For <c>@bind-Value</c>: told when the field is left.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>
    /// Told at every keystroke; while the answer to one is awaited, the next are gathered and told as one. So a slow
    /// save is never overtaken by an older text.
    /// </summary>
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
        if (echoes.IsNew(Value ?? string.Empty))
        {
            Text = Value ?? string.Empty;
            hasUncommittedText = false;
        }
    }

    /// <summary>
    /// The <c>input</c> or <c>textarea</c>, written by hand for the sake of <c>SetUpdatesAttributeName</c>: it tells
    /// Blazor that an event brings the value with it. Razor says so for <c>@bind</c> alone, which cannot take an event of
    /// our own; without it, the answer to one keystroke is written over the next.
    /// </summary>
    protected RenderFragment InputElement(
        string element,
        FieldState state,
        string cssClass,
        string? describedBy,
        IReadOnlyDictionary<string, object?> attributes
    ) =>
        builder =>
        {
            builder.OpenElement(0, element);
            builder.AddMultipleAttributes(1, InputAttributes);
            builder.AddMultipleAttributes(2, attributes!);
            builder.AddAttribute(3, "id", state.Id);
            builder.AddAttribute(4, "name", Name);
            builder.AddAttribute(5, "class", cssClass);
            builder.AddAttribute(6, "disabled", IsDisabled);
            builder.AddAttribute(7, "aria-describedby", describedBy);
            builder.AddAttribute(8, "aria-invalid", state.Invalid);
            builder.AddAttribute(9, "aria-required", state.Required);
            builder.AddAttribute(10, "data-largest-input", LargestInput);
            builder.AddAttribute(11, "value", Text);
            if (Saving is null)
            {
                builder.AddAttribute(
                    12,
                    "oninput",
                    EventCallback.Factory.Create<ChangeEventArgs>(this, HandleInputAsync)
                );
            }
            else
            {
                builder.AddAttribute(13, "data-autosave-status", Saving.StatusId);
                builder.AddAttribute(
                    14,
                    "ontrackedinput",
                    EventCallback.Factory.Create<TrackedInputEventArgs>(this, HandleTrackedInputAsync)
                );
            }

            builder.SetUpdatesAttributeName("value");
            builder.AddAttribute(
                15,
                "onchange",
                EventCallback.Factory.Create<ChangeEventArgs>(this, HandleChangeAsync)
            );
            builder.SetUpdatesAttributeName("value");
            builder.AddAttribute(16, "onblur", EventCallback.Factory.Create(this, HandleBlurAsync));
            builder.CloseElement();
        };

    private Task HandleInputAsync(ChangeEventArgs e) => TakeInputAsync(e.Value as string ?? string.Empty);

    private Task HandleTrackedInputAsync(TrackedInputEventArgs e)
    {
        Saving?.Typed(e.Sequence);
        return TakeInputAsync(e.Text);
    }

    private async Task HandleChangeAsync(ChangeEventArgs e)
    {
        Text = e.Value as string ?? string.Empty;
        await CommitAsync();
    }

    /// <summary>Some changes end without a change event (a value set by script, as a statistic inserted at the cursor).</summary>
    private Task HandleBlurAsync() => hasUncommittedText ? CommitAsync() : Task.CompletedTask;

    private Task TakeInputAsync(string text)
    {
        Text = text;
        hasUncommittedText = true;
        echoes.Report(text);
        hasUntoldText = true;
        if (telling.IsCompleted)
        {
            telling = TellAsync();
        }

        return telling;
    }

    private async Task TellAsync()
    {
        while (hasUntoldText)
        {
            hasUntoldText = false;
            await OnInput.InvokeAsync(Text);
        }
    }

    private async Task CommitAsync()
    {
        hasUncommittedText = false;
        echoes.Report(Text);
        await telling;
        await ValueChanged.InvokeAsync(Text);
        await OnCommit.InvokeAsync(Text);
    }
}
