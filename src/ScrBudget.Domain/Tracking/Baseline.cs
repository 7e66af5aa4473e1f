using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Domain.Tracking;

/// <summary>
/// What the report found in the resource requests of FY 2017 to 2022, as published. It says in how many SCR data was not
/// used, and nothing of whether it was applicable: for that rate there is no baseline.
/// </summary>
/// <param name="Source">Where both numbers are printed: <c>OIG-23-59 page 7</c>.</param>
public sealed record Baseline(int Requests, int NotUsed, string Source)
{
    public const string NoneForApplicable = "the report gives no baseline";

    private const string RequestsRow = "resource_requests_fy2017_2022";
    private const string NotUsedRow = "resource_requests_without_scr_data";

    public static FiscalYear FirstYear { get; } = new(2017);

    public static FiscalYear LastYear { get; } = new(2022);

    public Rate Used => new(Requests - NotUsed, Requests);

    /// <summary><c>FY 2017–2022, per OIG-23-59 page 7</c>.</summary>
    public string Name => $"{StatisticWording.Years(FirstYear, LastYear)}, per {Source}";

    /// <exception cref="InvalidOperationException">The figures of the report are not among them.</exception>
    public static Baseline From(IEnumerable<PublishedFigure> published)
    {
        var rows = published
            .Where(figure => figure.Table == PublishedTables.Sample && figure.Row is RequestsRow or NotUsedRow)
            .ToDictionary(figure => figure.Row, StringComparer.Ordinal);
        return rows.TryGetValue(RequestsRow, out var requests) && rows.TryGetValue(NotUsedRow, out var notUsed)
            ? new Baseline((int)requests.Value, (int)notUsed.Value, notUsed.Source)
            : throw new InvalidOperationException("The report's figures on resource requests are not loaded.");
    }
}
