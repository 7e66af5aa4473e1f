using System.Net.Mime;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.Storage;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
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
                "not-allowed" => Results.Forbid(),
                "snapshot-not-found" or "edition-not-found" or "no-published-snapshot" => Results.NotFound(),
                _ => Results.Text(
                    refusal.Message,
                    MediaTypeNames.Text.Plain,
                    statusCode: StatusCodes.Status400BadRequest
                ),
            };
        }

        // Another person who uses this browser may not read them.
        http.Response.Headers.CacheControl = "no-store";
        var (name, sheet) = exported.Value;
        return format == SheetFormat.Csv
            ? Results.Stream(
                stream => DataSheetCsv.WriteAsync(sheet, stream, http.RequestAborted),
                DataSheetCsv.MediaType,
                $"{name}.csv"
            )
            : Results.File(
                // A workbook is complete only at its end, and may be large.
                await TemporaryFile.WrittenAsync(file =>
                    DataSheetWorkbook.WriteAsync(sheet, file, http.RequestAborted)
                ),
                DataSheetWorkbook.MediaType,
                $"{name}.xlsx"
            );
    }
}
