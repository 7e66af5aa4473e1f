using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.ScrData.Exploring;

/// <summary>Views and their source rows as files: the same address as the page, another ending.</summary>
internal static class ExploringEndpoints
{
    public static void MapExploring(this WebApplication app)
    {
        Map(ScrDataPaths.StatisticsCsv, SheetFormat.Csv);
        Map(ScrDataPaths.StatisticsWorkbook, SheetFormat.Excel);
        MapRecords(ScrDataPaths.RecordsCsv, SheetFormat.Csv);
        MapRecords(ScrDataPaths.RecordsWorkbook, SheetFormat.Excel);

        void Map(string path, SheetFormat format) =>
            app.MapGet(
                    path,
                    ([AsParameters] ViewAddress address, HttpContext http, ExportStatistic export) =>
                        SendAsync(
                            address,
                            format,
                            http,
                            (choice, by) => export.ExecuteAsync(choice, by, http.RequestAborted)
                        )
                )
                .RequireAuthorization(nameof(Permission.ReadScrStatistics));

        void MapRecords(string path, SheetFormat format) =>
            app.MapGet(
                    path,
                    ([AsParameters] ViewAddress address, HttpContext http, ExportRecords export) =>
                        SendAsync(
                            address,
                            format,
                            http,
                            (choice, by) => export.ExecuteAsync(choice, format, by, http.RequestAborted)
                        )
                )
                .RequireAuthorization(nameof(Permission.ReadScrRecords));
    }

    private static async Task<IResult> SendAsync(
        ViewAddress address,
        SheetFormat format,
        HttpContext http,
        Func<ViewChoice, Person, Task<Outcome<ExportedSheet>>> export
    )
    {
        var choice = address.Read();
        var exported = choice.IsDone ? await export(choice.Value, http.User.AsPerson()) : choice.Refusal;
        if (exported.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                "snapshot-not-found" or "edition-not-found" or "no-published-snapshot" => Results.NotFound(),
                _ => SheetDownload.Refused(refusal),
            };
        }

        return await SheetDownload.SendAsync(exported.Value, format, http);
    }
}
