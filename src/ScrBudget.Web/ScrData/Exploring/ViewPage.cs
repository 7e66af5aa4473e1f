using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.ScrData.Exploring;

/// <summary>A page whose address holds a view.</summary>
public abstract class ViewPage : ComponentBase
{
    [SupplyParameterFromQuery]
    private string? Category { get; set; }

    [SupplyParameterFromQuery]
    private string? Subcategory { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Measure { get; set; }

    [SupplyParameterFromQuery]
    private string? Tco { get; set; }

    [SupplyParameterFromQuery]
    private string? Count { get; set; }

    [SupplyParameterFromQuery]
    private string? Rows { get; set; }

    [SupplyParameterFromQuery]
    private string? Snapshot { get; set; }

    [SupplyParameterFromQuery]
    private string? Edition { get; set; }

    /// <summary>As it stands in the address.</summary>
    protected ViewAddress Asked => new(Category, Subcategory, From, To, Measure, Tco, Count, Rows, Snapshot, Edition);
}
