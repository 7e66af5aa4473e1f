using System.Globalization;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Review.Deciding;

/// <summary>Ranks and amounts by stage as files: the same addresses as the pages, other endings.</summary>
internal static class DecidingEndpoints
{
    public static void MapDeciding(this WebApplication app)
    {
        MapStages(DecidingPaths.StagesCsv, SheetFormat.Csv);
        MapStages(DecidingPaths.StagesWorkbook, SheetFormat.Excel);
        MapRanks(DecidingPaths.RanksCsv, SheetFormat.Csv);
        MapRanks(DecidingPaths.RanksWorkbook, SheetFormat.Excel);

        void MapRanks(string path, SheetFormat format) =>
            app.MapGet(
                    path,
                    async (int fy, string? office, HttpContext http, ReadRanking ranks) =>
                    {
                        var reading = await ranks.ExecuteAsync(fy, office, http.User.AsPerson(), http.RequestAborted);
                        if (reading.Refusal is { } refusal)
                        {
                            return SheetDownload.Refused(refusal);
                        }

                        var whose = reading.Value.Office?.Code ?? "all-offices";
                        var name = string.Create(CultureInfo.InvariantCulture, $"ranks-{whose}-FY{fy}");
                        return await SheetDownload.SendAsync(
                            new ExportedSheet(name, RankingSheet.Of(reading.Value)),
                            format,
                            http
                        );
                    }
                )
                .RequireAuthorization(nameof(Permission.ReadTracking));

        void MapStages(string path, SheetFormat format) =>
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
