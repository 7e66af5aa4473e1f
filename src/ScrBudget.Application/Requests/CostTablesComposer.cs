using System.Globalization;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>Words the cost plan as the tables of quad chart and exhibit; computes nothing that the plan does not.</summary>
internal static class CostTablesComposer
{
    public static CostTables Compose(ResourceRequest request, CostPlan cost)
    {
        var years = Enumerable.Range(0, cost.Years.Count).ToList();
        return new CostTables(
            [.. cost.Years.Select(year => year.ToString())],
            [
                new CostRow("Positions", [.. years.Select(_ => Count(cost.Positions))], IsTotal: false),
                new CostRow("FTE", [.. years.Select(year => Count(cost.Fte(year)))], IsTotal: false),
                new CostRow("Pay", [.. years.Select(year => cost.Pay(year).ToThousands())], IsTotal: false),
                new CostRow("Non-pay", [.. years.Select(year => cost.NonPay(year).ToThousands())], IsTotal: false),
                new CostRow("Total", [.. years.Select(year => cost.Total(year).ToThousands())], IsTotal: true),
            ],
            Personnel(request, cost),
            NonPersonnel(request, cost),
            [.. request.CostOverrides.Select(entered => Sentence(cost, entered)).OfType<string>()]
        );
    }

    private static List<PersonnelRow> Personnel(ResourceRequest request, CostPlan cost)
    {
        var lines = request.PositionLines.Where(line => !line.IsRemoved).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var fte = cost.FteByLine(0);
        var total = cost.TotalPay;
        var rows = lines.ConvertAll(line =>
        {
            var amounts = Amounts(cost, line.Id);
            return new PersonnelRow(
                line.Type,
                new Money(line.FullYearCost).ToString(),
                CostPlan.FirstYearCost(line).ToString(),
                Count(line.Count),
                Count(fte[line.Id]),
                amounts.Amounts[0].ToThousands(),
                amounts.Annualization(1).ToThousands(),
                amounts.Annualization(2).ToThousands(),
                IsTotal: false
            );
        });
        rows.Add(
            new PersonnelRow(
                total.Label,
                string.Empty,
                string.Empty,
                Count(cost.Positions),
                Count(cost.Fte(0)),
                total.Amounts[0].ToThousands(),
                total.Annualization(1).ToThousands(),
                total.Annualization(2).ToThousands(),
                IsTotal: true
            )
        );
        return rows;
    }

    private static List<NonPersonnelRow> NonPersonnel(ResourceRequest request, CostPlan cost)
    {
        var lines = request.NonPersonnelLines.Where(line => !line.IsRemoved).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var total = cost.TotalNonPay;
        var rows = lines.ConvertAll(line =>
        {
            var amounts = Amounts(cost, line.Id);
            return new NonPersonnelRow(
                line.Item,
                line.ObjectClass.Title(),
                new Money(line.UnitCost).ToString(),
                Count(line.Quantity),
                amounts.Amounts[0].ToThousands(),
                amounts.Annualization(1).ToThousands(),
                amounts.Annualization(2).ToThousands(),
                IsTotal: false
            );
        });
        rows.Add(
            new NonPersonnelRow(
                total.Label,
                string.Empty,
                string.Empty,
                string.Empty,
                total.Amounts[0].ToThousands(),
                total.Annualization(1).ToThousands(),
                total.Annualization(2).ToThousands(),
                IsTotal: true
            )
        );
        return rows;
    }

    private static CostPlanLine Amounts(CostPlan cost, Guid lineId) => cost.Lines.Single(line => line.Id == lineId);

    /// <summary>Null for an amount on a line that is out of the plan.</summary>
    private static string? Sentence(CostPlan cost, CostOverride entered) =>
        cost.Lines.FirstOrDefault(line => line.Id == entered.LineId) is { } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Label}, FY {entered.Year}: {new Money(entered.Dollars)} entered instead of the computed amount. {entered.Reason}"
            )
            : null;

    private static string Count(int number) => CostPlan.Count(number);
}
