using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Application.ScrData.Exploring;

/// <summary>A list that is ready to be written.</summary>
/// <param name="FileName">Without its ending.</param>
public sealed record ExportedSheet(string FileName, DataSheet Sheet);

/// <summary>A view of the explorer as a list for spreadsheets: the numbers of the screen, and no others.</summary>
public sealed class ExportStatistic(ExploreStatistics explore)
{
    public async Task<Outcome<ExportedSheet>> ExecuteAsync(ViewChoice choice, Person by, CancellationToken cancellation)
    {
        var explored = await explore.ExecuteAsync(choice, by, cancellation);
        return explored.IsDone
            ? new ExportedSheet($"scr-statistics-{FileNames.Of(explored.Value.Chosen)}", Sheet(explored.Value))
            : explored.Refusal;
    }

    private static DataSheet Sheet(Exploration explored)
    {
        var ((view, snapshot, edition, catalogue), table) = explored;
        return new DataSheet(
            $"{ViewWording.Heading(view.Count)}: {ViewWording.Title(view, catalogue)}",
            [
                .. snapshot.IsSynthetic ? [StatisticWording.Synthetic] : Array.Empty<string>(),
                ViewWording.HowCounted(view, catalogue),
                .. table.Caveats,
                .. table.HidesNumbers ? [ViewWording.Hidden(table.Whole.SmallNumber)] : Array.Empty<string>(),
                StatisticWording.DoNotAdd,
                StatisticWording.Source(snapshot, edition),
            ],
            [
                new SheetColumn(ViewWording.Heading(view.Rows)),
                .. table.Years.Select(year => Numbers(ViewWording.Heading(year, snapshot))),
                .. table.HasAllYears ? [Numbers(ViewWording.AllYears)] : Array.Empty<SheetColumn>(),
                .. table.HasCases ? [Numbers(ViewWording.DistinctCases)] : Array.Empty<SheetColumn>(),
            ],
            Rows(table).ToAsyncEnumerable()
        );
    }

    private static SheetColumn Numbers(string header) => new(header, SheetColumnKind.WholeNumber);

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(StatisticTable table) =>
        table.Rows.Concat(table.Totals is { } totals ? [totals] : []).Select(Row);

    private static IReadOnlyList<SheetCell> Row(StatisticTableRow row) =>
        [row.Name, .. row.Years.Append(row.AllYears).Append(row.Cases).OfType<ShownNumber>().Select(Cell)];

    private static SheetCell Cell(ShownNumber shown) => shown.Number is { } number ? number : shown.Words;
}
