using System.Globalization;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Application.Storage;
using ScrBudget.Documents;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>The amounts by stage as files: the same address as the page, another ending.</summary>
internal static class DecidingEndpoints
{
    public static void MapDeciding(this WebApplication app)
    {
        Map(DecidingPaths.StagesCsv, SendCsv);
        Map(DecidingPaths.StagesWorkbook, SendWorkbookAsync);

        void Map(string path, Func<DataSheet, string, HttpContext, Task<IResult>> send) =>
            app.MapGet(
                    path,
                    async (int fy, HttpContext http, ReadStageAmounts amounts) =>
                    {
                        var reading = await amounts.ExecuteAsync(fy, http.User.AsPerson(), http.RequestAborted);
                        if (reading.Refusal is { } refusal)
                        {
                            return refusal.Code == "not-allowed" ? Results.Forbid() : Results.NotFound();
                        }

                        // Another person who uses this browser may see other requests.
                        http.Response.Headers.CacheControl = "no-store";
                        var name = string.Create(CultureInfo.InvariantCulture, $"amounts-by-stage-FY{fy}");
                        return await send(StageAmountsSheet.Of(reading.Value), name, http);
                    }
                )
                .RequireAuthorization(nameof(Permission.ReadTracking));
    }

    private static Task<IResult> SendCsv(DataSheet sheet, string name, HttpContext http) =>
        Task.FromResult(
            Results.Stream(
                stream => DataSheetCsv.WriteAsync(sheet, stream, http.RequestAborted),
                DataSheetCsv.MediaType,
                $"{name}.csv"
            )
        );

    private static async Task<IResult> SendWorkbookAsync(DataSheet sheet, string name, HttpContext http) =>
        Results.File(
            await TemporaryFile.WrittenAsync(file => DataSheetWorkbook.WriteAsync(sheet, file, http.RequestAborted)),
            DataSheetWorkbook.MediaType,
            $"{name}.xlsx"
        );
}
