using System.Globalization;

namespace ScrBudget.Web.Components;

/// <summary>Where the parts of a <see cref="BarChart"/> stand, in units of its view box.</summary>
internal sealed class BarChartLayout(IReadOnlyList<ChartBar> bars, decimal? maximum)
{
    private const int SlotWidth = 56;
    public const int BarWidth = 34;
    private const int PlotTop = 22;
    private const int PlotHeight = 90;

    public static int Baseline => PlotTop + PlotHeight;

    public static int Height => Baseline + 22;

    public int Width => Math.Max(1, bars.Count) * SlotWidth;

    private decimal Top => Math.Max(1, maximum ?? bars.Max(bar => bar.Value) ?? 1);

    public static int Centre(int index) => (index * SlotWidth) + (SlotWidth / 2);

    public static int BarLeft(int index) => Centre(index) - (BarWidth / 2);

    public static int BreakAt(int index) => index * SlotWidth;

    /// <summary>A value above 0 is always seen, were it one unit high.</summary>
    public decimal BarHeight(decimal value) =>
        value <= 0 ? 0 : Math.Max(1, Math.Round(Math.Min(value, Top) / Top * PlotHeight, 1));

    public static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
