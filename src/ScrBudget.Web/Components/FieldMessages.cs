using System.Linq.Expressions;
using Microsoft.AspNetCore.Components.Forms;

namespace ScrBudget.Web.Components;

/// <summary>Messages about one field: the caller's own, and those of the form around it, followed as they change.</summary>
internal sealed class FieldMessages : IDisposable
{
    private EditContext? editContext;
    private FieldIdentifier field;
    private Func<Task>? changed;

    /// <summary>Follows the form's messages about <paramref name="property"/>; nothing without a form or a property.</summary>
    public void Follow(EditContext? context, Expression<Func<object?>>? property, Func<Task> onChanged)
    {
        changed = onChanged;
        var followed = property is null ? null : context;
        if (property is not null)
        {
            field = FieldIdentifier.Create(property);
        }

        if (ReferenceEquals(followed, editContext))
        {
            return;
        }

        Dispose();
        editContext = followed;
        editContext?.OnValidationStateChanged += OnValidationStateChanged;
    }

    public IReadOnlyList<string> With(string? error)
    {
        IEnumerable<string> own = string.IsNullOrEmpty(error) ? [] : [error];
        return editContext is null ? [.. own] : [.. own.Concat(editContext.GetValidationMessages(field)).Distinct()];
    }

    public void Dispose() => editContext?.OnValidationStateChanged -= OnValidationStateChanged;

    private void OnValidationStateChanged(object? sender, ValidationStateChangedEventArgs e) => _ = changed?.Invoke();
}
