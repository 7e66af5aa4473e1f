using System.Globalization;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>The amounts by stage as files: the same address as the page, another ending.</summary>
internal static class DecidingEndpoints
{
    public static void MapDeciding(this WebApplication app)
    {
        Map(DecidingPaths.StagesCsv, SheetFormat.Csv);
        Map(DecidingPaths.StagesWorkbook, SheetFormat.Excel);

        void Map(string path, SheetFormat format) =>
            app.MapGet(
                    path,
                    async (int fy, HttpContext http, ReadStageAmounts amounts, TimeProvider time) =>
                    {
                        var reading = await amounts.ExecuteAsync(fy, http.User.AsPerson(), http.RequestAborted);
                        if (reading.Refusal is { } refusal)
                        {
                            return SheetDownload.Refused(refusal);
                        }

                        var name = string.Create(CultureInfo.InvariantCulture, $"amounts-by-stage-FY{fy}");
                        return await SheetDownload.SendAsync(
                            new ExportedSheet(name, StageAmountsSheet.Of(reading.Value, time)),
                            format,
                            http
                        );
                    }
                )
                .RequireAuthorization(nameof(Permission.ReadTracking));
    }
}
