using ScrBudget.Documents;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>A cell of a cost table in both documents.</summary>
/// <param name="Before">As printed; null where the earlier document has no such cell.</param>
/// <param name="After">As printed; null where the later document has none.</param>
/// <param name="Change">After less before, exact, in dollars or a count; a cell that is missing counts as nothing. Null where a cell is no number.</param>
public sealed record ComparedAmount(string? Before, string? After, long? Change)
{
    /// <param name="isMoney">Both are in thousands of dollars.</param>
    public static ComparedAmount Of(string? before, string? after, bool isMoney) =>
        new(before, after, Number(after) - Number(before) is { } change ? change * (isMoney ? 1000 : 1) : null);

    private static long? Number(string? printed) => printed is null ? 0 : PrintedNumber.Parse(printed);
}

/// <summary>One of positions, FTE, pay, non-pay and total.</summary>
/// <param name="IsMoney">Cells are printed in thousands of dollars; false for counts.</param>
/// <param name="Cells">In the order of <see cref="CostComparison.Years"/>.</param>
public sealed record ComparedCostRow(string Label, bool IsMoney, bool IsTotal, IReadOnlyList<ComparedAmount> Cells)
{
    public bool IsChanged => Cells.Any(cell => cell.Before != cell.After);
}

/// <summary>A year of the plan: its label in both documents; null where one covers fewer years.</summary>
public sealed record ComparedYear(string? Before, string? After);

/// <summary>A line of the cost plan that was added, removed or changed.</summary>
/// <param name="Name">The type of position, or the item with its object class.</param>
/// <param name="Request">Its amount in the budget year, in thousands.</param>
/// <param name="Facts">What differs, where it was changed.</param>
public sealed record ComparedCostLine(
    Change Change,
    string Name,
    ComparedAmount Request,
    IReadOnlyList<ComparedFact> Facts
);

/// <summary>The cost plan in two documents, the budget year beside the budget year and the years after in their order.</summary>
/// <param name="Lines">Those that differ: as the later document has them, then those that are gone.</param>
/// <param name="Overrides">Sentences of amounts that were entered instead of computed.</param>
public sealed record CostComparison(
    IReadOnlyList<ComparedYear> Years,
    IReadOnlyList<ComparedCostRow> Rows,
    IReadOnlyList<ComparedCostLine> Lines,
    ComparedSentences Overrides
)
{
    public bool IsChanged => Rows.Any(row => row.IsChanged) || Lines.Count > 0 || Overrides.IsChanged;

    /// <summary>Change of the request, which is the total of the budget year.</summary>
    public Money Dollars => new(InBudgetYear("Total"));

    /// <summary>Change of the positions.</summary>
    public long Positions => InBudgetYear("Positions");

    /// <summary>Change of the full-time equivalents of the budget year.</summary>
    public long Fte => InBudgetYear("FTE");

    public static CostComparison Of(CostTables before, CostTables after)
    {
        var years = Enumerable.Range(0, Math.Max(before.Years.Count, after.Years.Count)).ToList();
        return new CostComparison(
            [.. years.Select(year => new ComparedYear(At(before.Years, year), At(after.Years, year)))],
            [
                .. Pairing
                    .Of(before.Summary, after.Summary, row => row.Label)
                    .Select(row => Row(row.Before, row.After, years)),
            ],
            [.. Personnel(before, after), .. NonPersonnel(before, after)],
            ComparedSentences.Of(before.Overrides, after.Overrides)
        );
    }

    private static ComparedCostRow Row(CostRow? before, CostRow? after, List<int> years)
    {
        var row = (after ?? before)!;
        var isMoney = row.Label is not ("Positions" or "FTE");
        return new ComparedCostRow(
            row.Label,
            isMoney,
            row.IsTotal,
            [.. years.Select(year => ComparedAmount.Of(At(before?.Cells, year), At(after?.Cells, year), isMoney))]
        );
    }

    private static IEnumerable<ComparedCostLine> Personnel(CostTables before, CostTables after) =>
        from line in Pairing.Of(
            [.. before.Personnel.Where(row => !row.IsTotal)],
            [.. after.Personnel.Where(row => !row.IsTotal)],
            row => row.Type
        )
        where line.Before != line.After
        select Line(
            (line.After ?? line.Before)!.Type,
            (line.Before?.Request, line.After?.Request),
            ("Full-year cost", line.Before?.FullYearCost, line.After?.FullYearCost),
            ("First-year cost", line.Before?.FirstYearCost, line.After?.FirstYearCost),
            ("Positions", line.Before?.Number, line.After?.Number),
            ("FTE", line.Before?.Fte, line.After?.Fte),
            ("Annualization of the year after, $000", line.Before?.AnnualizationPlus1, line.After?.AnnualizationPlus1),
            ("Annualization two years after, $000", line.Before?.AnnualizationPlus2, line.After?.AnnualizationPlus2)
        );

    private static IEnumerable<ComparedCostLine> NonPersonnel(CostTables before, CostTables after) =>
        from line in Pairing.Of(
            [.. before.NonPersonnel.Where(row => !row.IsTotal)],
            [.. after.NonPersonnel.Where(row => !row.IsTotal)],
            row => (row.Item, row.ObjectClass),
            row => row.Item
        )
        where line.Before != line.After
        select Line(
            (line.After ?? line.Before)!.Item,
            (line.Before?.Request, line.After?.Request),
            ("Object class", line.Before?.ObjectClass, line.After?.ObjectClass),
            ("Unit cost", line.Before?.UnitCost, line.After?.UnitCost),
            ("Quantity", line.Before?.Quantity, line.After?.Quantity),
            ("Annualization of the year after, $000", line.Before?.AnnualizationPlus1, line.After?.AnnualizationPlus1),
            ("Annualization two years after, $000", line.Before?.AnnualizationPlus2, line.After?.AnnualizationPlus2)
        );

    private static ComparedCostLine Line(
        string name,
        (string? Before, string? After) request,
        params IEnumerable<(string Name, string? Before, string? After)> facts
    )
    {
        var change =
            request.Before is null ? Change.Added
            : request.After is null ? Change.Removed
            : Change.Changed;
        return new ComparedCostLine(
            change,
            name,
            ComparedAmount.Of(request.Before, request.After, isMoney: true),
            change == Change.Changed
                ? ComparedFact.Differing(facts.Select(fact => new ComparedFact(fact.Name, fact.Before!, fact.After!)))
                : []
        );
    }

    private static string? At(IReadOnlyList<string>? cells, int year) =>
        cells is not null && year < cells.Count ? cells[year] : null;

    private long InBudgetYear(string label) =>
        Rows.FirstOrDefault(row => row.Label == label)?.Cells is [var cell, ..] ? cell.Change ?? 0 : 0;
}
