using System.Globalization;

namespace ScrBudget.Web.Components;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Label">What stands beneath, as <c>FY 22</c>.</param>
/// <param name="Value">Its height, 0 or more; null leaves a gap, which is never a 0.</param>
public sealed record ChartBar(string Label, decimal? Value)
{
    /// <summary>What is printed instead of the value: <c>fewer than 5</c>, or why there is none.</summary>
    public string? Printed { get; init; }

    /// <summary>A definition changed before this bar: what changed. A line is drawn and the words stand beneath the chart.</summary>
    public string? BreakBefore { get; init; }

    internal string Words => Printed ?? Value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "no data";
}
