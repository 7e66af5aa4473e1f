namespace ScrBudget.Web.Components;

/// <summary>What an input inside a <see cref="FormField"/> has to carry, so that label, hint and error belong to it.</summary>
/// <param name="Id">The input's id; its label points there.</param>
/// <param name="DescribedBy">Ids of hint and error, for <c>aria-describedby</c>; null without either.</param>
public sealed record FieldState(string Id, string? DescribedBy, bool IsInvalid, bool IsRequired)
{
    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid => IsInvalid ? "true" : null;

    /// <summary>For <c>aria-required</c>.</summary>
    public string? Required => IsRequired ? "true" : null;

    /// <summary>The USWDS class with its error variant: <c>usa-input</c>, <c>usa-select</c> or <c>usa-textarea</c>.</summary>
    public string Class(string baseClass) => IsInvalid ? $"{baseClass} usa-input--error" : baseClass;
}
