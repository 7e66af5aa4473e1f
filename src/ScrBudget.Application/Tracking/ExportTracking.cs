using System.Globalization;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>The tables of tracking, each as a list for spreadsheets.</summary>
public enum TrackingTable
{
    /// <summary>Both rates, recommendations, dispositions, and what is listed apart.</summary>
    Summary,
    Years,
    Offices,
    Categories,
}

/// <summary>A table of tracking as a list for spreadsheets: the numbers of the screen, and no others.</summary>
public sealed class ExportTracking(ReadTracking tracking)
{
    public const string Definition =
        "Used: a statistic of a published snapshot, in an applicable category, is cited by its token in Justification or Impact, and an analyst found that it bears on the request.";

    public async Task<Outcome<ExportedSheet>> ExecuteAsync(
        TrackingTable table,
        ReadTrackingInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await tracking.ExecuteAsync(input, by, cancellation);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var reading = read.Value;
        var (title, columns, rows) = table switch
        {
            TrackingTable.Summary => ("Use of SCR data", SummaryColumns, SummaryRows(reading)),
            TrackingTable.Years => (
                "Use of SCR data by fiscal year of submission",
                UseColumns("Fiscal year"),
                YearRows(reading)
            ),
            TrackingTable.Offices => ("Use of SCR data by office", OfficeColumns, OfficeRows(reading)),
            _ => ("Use of SCR data by category", CategoryColumns, CategoryRows(reading)),
        };
        return new ExportedSheet(
            string.Create(
                CultureInfo.InvariantCulture,
                $"scr-use-{table.ToString().ToLowerInvariant()}-{reading.AsOf:yyyy-MM-dd}"
            ),
            new DataSheet(
                $"{title}: {(table == TrackingTable.Years ? reading.WithoutYear : reading).ScopeWords}",
                [
                    .. reading.Notices,
                    Definition,
                    $"As of {StatisticWording.Date(reading.AsOf)}. Interim values can change until OAO transmits.",
                    $"{reading.Baseline.Name}: {reading.Baseline.Used} used. Used of applicable: {Baseline.NoneForApplicable}.",
                ],
                columns,
                rows.ToAsyncEnumerable()
            )
        );
    }

    private static IReadOnlyList<SheetColumn> SummaryColumns =>
        [new("Group"), new("What is counted"), Number("Number"), Number("Of"), new("Share")];

    private static IEnumerable<IReadOnlyList<SheetCell>> SummaryRows(TrackingReading reading)
    {
        yield return Rate("Rates", "Used of transmitted", reading.Transmitted.UsedOfAll);
        yield return Rate("Rates", "Used of applicable (transmitted)", reading.Transmitted.UsedOfApplicable);
        yield return Rate("Rates", reading.Baseline.Name, reading.Baseline.Used);
        foreach (var (group, tally) in new[] { ("Transmitted", reading.Transmitted), ("Interim", reading.Interim) })
        {
            yield return Row(group, UseValue.Used.Title(), tally.Used);
            yield return Row(group, UseValue.ConsideredNotApplicable.Title(), tally.ConsideredNotApplicable);
            yield return Row(group, UseValue.NotUsed.Title(), tally.NotUsed);
            yield return Row(group, UseValue.Open.Title(), tally.Open);
        }

        foreach (var (standing, count) in reading.Apart)
        {
            yield return Row("Apart from the counts", standing.Title(), count);
        }

        foreach (var (outcome, count) in reading.Recommendations.Counts)
        {
            yield return Row("Recommendations", outcome.Title(), count);
        }

        if (reading.Recommendations.MedianDays is { } days)
        {
            yield return Row("Recommendations", "Median days to the first answer", days);
        }

        foreach (var (kind, count) in reading.Dispositions)
        {
            yield return Row("Dispositions", kind.Title(), count);
        }
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> YearRows(TrackingReading reading) =>
        reading.Years.Select(year =>
            (IReadOnlyList<SheetCell>)
                [FormattableString.Invariant($"FY {year.Year}"), .. Use(year.Transmitted, year.Interim)]
        );

    private static IReadOnlyList<SheetColumn> OfficeColumns =>
        [
            .. UseColumns("Office"),
            Number("Recommendations made"),
            Number("Recommendations answered"),
            Number("Median days to the first answer"),
        ];

    private static IEnumerable<IReadOnlyList<SheetCell>> OfficeRows(TrackingReading reading) =>
        reading.Offices.Select(office =>
            (IReadOnlyList<SheetCell>)
                [
                    office.Name,
                    .. Use(office.Transmitted, office.Interim),
                    office.Recommendations[RecommendationOutcome.Made],
                    office.Recommendations[RecommendationOutcome.Answered],
                    office.Recommendations.MedianDays is { } days ? days : SheetCell.Empty,
                ]
        );

    private static IReadOnlyList<SheetColumn> CategoryColumns =>
        [
            new("Category"),
            Number("Applicable (transmitted)"),
            Number("Used (transmitted)"),
            Number("Declined (transmitted)"),
            Number("Not applicable (transmitted)"),
            Number("Applicable (interim)"),
            Number("Used (interim)"),
            Number("Declined (interim)"),
            Number("Not applicable (interim)"),
            Number("Pending (interim)"),
        ];

    private static IEnumerable<IReadOnlyList<SheetCell>> CategoryRows(TrackingReading reading) =>
        reading.Categories.Select(category =>
        {
            var (transmitted, interim) = (category.Transmitted, category.Interim);
            return (IReadOnlyList<SheetCell>)
                [
                    category.Name,
                    transmitted.Applicable,
                    transmitted.Used,
                    transmitted.Declined,
                    transmitted.NotApplicable,
                    interim.Applicable,
                    interim.Used,
                    interim.Declined,
                    interim.NotApplicable,
                    interim.Pending,
                ];
        });

    private static IReadOnlyList<SheetColumn> UseColumns(string first) =>
        [
            new(first),
            Number("Transmitted"),
            Number("Used"),
            Number("Considered, not applicable"),
            Number("Not used"),
            Number("Open"),
            Number("Applicable"),
            new("Used of transmitted"),
            new("Used of applicable"),
            Number("Interim"),
        ];

    private static IEnumerable<SheetCell> Use(UseTally transmitted, UseTally interim) =>
        [
            transmitted.Total,
            transmitted.Used,
            transmitted.ConsideredNotApplicable,
            transmitted.NotUsed,
            transmitted.Open,
            transmitted.Applicable,
            transmitted.UsedOfAll.ToString(),
            transmitted.UsedOfApplicable.ToString(),
            interim.Total,
        ];

    private static SheetColumn Number(string header) => new(header, SheetColumnKind.WholeNumber);

    private static IReadOnlyList<SheetCell> Row(string group, string what, int count) =>
        [group, what, count, SheetCell.Empty, SheetCell.Empty];

    private static IReadOnlyList<SheetCell> Rate(string group, string what, Rate rate) =>
        [group, what, rate.Part, rate.Whole, rate.Percent];
}
