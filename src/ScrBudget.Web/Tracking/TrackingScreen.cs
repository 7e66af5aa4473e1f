using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Tracking;

/// <summary>A page whose address says what is counted or listed.</summary>
public abstract class TrackingScreen : ComponentBase
{
    [SupplyParameterFromQuery]
    private string? Submitted { get; set; }

    [SupplyParameterFromQuery]
    private string? Fy { get; set; }

    [SupplyParameterFromQuery]
    private string? Office { get; set; }

    [SupplyParameterFromQuery]
    private string? Category { get; set; }

    [SupplyParameterFromQuery]
    private string? Standing { get; set; }

    [SupplyParameterFromQuery]
    private string? Value { get; set; }

    [SupplyParameterFromQuery]
    private string? Applicable { get; set; }

    [SupplyParameterFromQuery]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery]
    private string? Recommendation { get; set; }

    [SupplyParameterFromQuery]
    private string? Disposition { get; set; }

    /// <summary>As it stands in the address.</summary>
    protected TrackingAddress Asked =>
        new(Submitted, Fy, Office, Category, Standing, Value, Applicable, Outcome, Recommendation, Disposition);
}
