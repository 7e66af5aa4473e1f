using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Requests;

/// <summary>One line of the plan with its amounts, in the order of <see cref="CostPlan.Years"/>.</summary>
public sealed record CostPlanLine(Guid Id, string Label, bool IsPay, IReadOnlyList<Money> Amounts)
{
    /// <summary>Change from the budget year to the next, and from that to the one after: negative when a cost drops out.</summary>
    public Money Annualization(int plus) => plus < Amounts.Count ? Amounts[plus] - Amounts[plus - 1] : Money.Zero;
}

/// <summary>
/// What a request costs, derived from its lines for the budget year and the years after (domain.md section 6). A line's
/// amount is rounded once, to whole thousands; every total is a sum of lines, so exhibits add up everywhere.
/// </summary>
public sealed class CostPlan
{
    /// <summary>
    /// The most that a line may come to in a year, in dollars: a trillion, less a thousand. As many such lines as a plan
    /// holds stay below what <see cref="Money"/> holds.
    /// </summary>
    public const long MaximumLineDollars = 999_999_999_000;

    private readonly IReadOnlyList<PositionLine> positions;

    public CostPlan(
        FiscalYear budgetYear,
        int yearsCovered,
        IEnumerable<PositionLine> positionLines,
        IEnumerable<NonPersonnelLine> nonPersonnelLines,
        IReadOnlyCollection<CostOverride> overrides
    )
    {
        Years = [.. Enumerable.Range(0, yearsCovered).Select(budgetYear.Plus)];
        positions = [.. positionLines.Where(line => !line.IsRemoved)];
        var items = nonPersonnelLines.Where(line => !line.IsRemoved).ToList();

        List<Money> Amounts(Guid lineId, Func<int, decimal> computed) =>
            [
                .. Years.Select(
                    (year, index) =>
                        overrides.FirstOrDefault(entered => entered.LineId == lineId && entered.Year == year.Year)
                            is { } entered
                            ? new Money(entered.Dollars)
                            : Money.RoundedToThousands(computed(index))
                ),
            ];

        Lines =
        [
            .. positions.Select(line => new CostPlanLine(
                line.Id,
                line.Type,
                IsPay: true,
                Amounts(line.Id, index => FullYear(line) * (index == 0 ? line.FirstYearPercent / 100m : 1m))
            )),
            .. items.Select(line => new CostPlanLine(
                line.Id,
                line.Item,
                IsPay: false,
                Amounts(line.Id, index => index == 0 || line.IsRecurring ? (decimal)line.UnitCost * line.Quantity : 0m)
            )),
        ];
    }

    public IReadOnlyList<FiscalYear> Years { get; }

    /// <summary>Positions first, then the others, as entered.</summary>
    public IReadOnlyList<CostPlanLine> Lines { get; }

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Modular cost of one position in its first year, in whole dollars, halves up: as the personnel table prints it.</summary>
    public static Money FirstYearCost(PositionLine line) =>
        new((long)Math.Round(line.FullYearCost * line.FirstYearPercent / 100m, 0, MidpointRounding.AwayFromZero));

    /// <summary>All pay as one line: what the personnel table totals.</summary>
    public CostPlanLine TotalPay => Sum("Total personnel", isPay: true);

    /// <summary>Everything else as one line: what the non-personnel table totals.</summary>
    public CostPlanLine TotalNonPay => Sum("Total non-personnel", isPay: false);

    /// <summary>New positions; the same in every year.</summary>
    public int Positions => positions.Sum(line => line.Count);

    /// <summary>What is asked for in the budget year.</summary>
    public Money Request => Total(0);

    public Money Total(int yearIndex) => Sum(Lines, yearIndex);

    public Money Pay(int yearIndex) => Sum(Lines.Where(line => line.IsPay), yearIndex);

    public Money NonPay(int yearIndex) => Sum(Lines.Where(line => !line.IsPay), yearIndex);

    /// <summary>
    /// Full-time equivalents: part of a year for new positions in the budget year, a full one after; rounded once per
    /// request and year, half up, on the total (3 + 13 new positions are 8 FTE, not 9).
    /// </summary>
    public int Fte(int yearIndex) =>
        (int)Math.Round(positions.Sum(line => ExactFte(line, yearIndex)), 0, MidpointRounding.AwayFromZero);

    /// <summary>The rounded total shared among the lines by largest remainder, so that the lines add up to it.</summary>
    public IReadOnlyDictionary<Guid, int> FteByLine(int yearIndex)
    {
        var exact = positions.Select(line => (line.Id, Exact: ExactFte(line, yearIndex))).ToList();
        var shares = exact.ToDictionary(line => line.Id, line => (int)decimal.Floor(line.Exact));
        var missing = Fte(yearIndex) - shares.Values.Sum();
        foreach (var line in exact.OrderByDescending(line => line.Exact - decimal.Floor(line.Exact)).Take(missing))
        {
            shares[line.Id]++;
        }

        return shares;
    }

    /// <summary><c>$3.0 million · 16 positions · 8 FTE</c>.</summary>
    public string Headline =>
        $"{Request.ToMillions()} · {Count(Positions)} {(Math.Abs(Positions) == 1 ? "position" : "positions")} · {Count(Fte(0))} FTE";

    /// <summary>A number of positions or FTE as printed, a decrease in parentheses: <c>1,250</c>, <c>(3)</c>.</summary>
    public static string Count(int number) =>
        number < 0
            ? string.Create(CultureInfo.InvariantCulture, $"({-number:N0})")
            : number.ToString("N0", CultureInfo.InvariantCulture);

    private static decimal FullYear(PositionLine line) => (decimal)line.Count * line.FullYearCost;

    private static decimal ExactFte(PositionLine line, int yearIndex) =>
        yearIndex == 0 ? line.Count * line.FirstYearPercent / 100m : line.Count;

    private CostPlanLine Sum(string label, bool isPay) =>
        new(
            Guid.Empty,
            label,
            isPay,
            [.. Years.Select((_, index) => Sum(Lines.Where(line => line.IsPay == isPay), index))]
        );

    private static Money Sum(IEnumerable<CostPlanLine> lines, int yearIndex) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amounts[yearIndex]);
}
