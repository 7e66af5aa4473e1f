using System.Net.Mime;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.Storage;
using ScrBudget.Application.Tracking;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Tracking;

/// <summary>The tables of tracking and the lists behind their figures as files: the same address, another ending.</summary>
internal static class TrackingEndpoints
{
    public static void MapTracking(this WebApplication app)
    {
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            foreach (var table in Enum.GetValues<TrackingTable>())
            {
                Map(
                    TrackingPaths.Table(table),
                    (address, http) =>
                        ExportAsync(
                            address.ReadCount(),
                            input =>
                                http.RequestServices.GetRequiredService<ExportTracking>()
                                    .ExecuteAsync(table, input, http.User.AsPerson(), http.RequestAborted)
                        )
                );
            }

            Map(
                TrackingPaths.Requests,
                (address, http) =>
                    ExportAsync(
                        address.ReadList(),
                        input =>
                            http.RequestServices.GetRequiredService<ExportTracked>()
                                .ExecuteAsync(input, http.User.AsPerson(), http.RequestAborted)
                    )
            );

            void Map(string path, Func<TrackingAddress, HttpContext, Task<Outcome<ExportedSheet>>> export) =>
                app.MapGet(
                        $"{path}{(format == SheetFormat.Csv ? ".csv" : ".xlsx")}",
                        async ([AsParameters] TrackingAddress address, HttpContext http) =>
                            await SendAsync(await export(address, http), format, http)
                    )
                    .RequireAuthorization(nameof(Permission.ReadTracking));
        }
    }

    private static async Task<Outcome<ExportedSheet>> ExportAsync<T>(
        Outcome<T> input,
        Func<T, Task<Outcome<ExportedSheet>>> export
    ) => input.IsDone ? await export(input.Value) : input.Refusal;

    private static async Task<IResult> SendAsync(Outcome<ExportedSheet> exported, SheetFormat format, HttpContext http)
    {
        if (exported.Refusal is { } refusal)
        {
            return refusal.Code == "not-allowed"
                ? Results.Forbid()
                : Results.Text(refusal.Message, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status400BadRequest);
        }

        // It changes with the work, and another person who uses this browser may see other requests.
        http.Response.Headers.CacheControl = "no-store";
        var (name, sheet) = exported.Value;
        return format == SheetFormat.Csv
            ? Results.Stream(
                stream => DataSheetCsv.WriteAsync(sheet, stream, http.RequestAborted),
                DataSheetCsv.MediaType,
                $"{name}.csv"
            )
            : Results.File(
                // A workbook is complete only at its end.
                await TemporaryFile.WrittenAsync(file =>
                    DataSheetWorkbook.WriteAsync(sheet, file, http.RequestAborted)
                ),
                DataSheetWorkbook.MediaType,
                $"{name}.xlsx"
            );
    }
}
