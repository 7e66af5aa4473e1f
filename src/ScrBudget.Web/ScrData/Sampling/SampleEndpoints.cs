using System.Globalization;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Documents.Csv;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.ScrData.Sampling;

/// <summary>The drawn list as a download.</summary>
internal static class SampleEndpoints
{
    public static void MapSamples(this WebApplication app) =>
        app.MapGet($"{SamplePaths.All}/{{number:int}}/drawn-cases.csv", SendAsync)
            .RequireAuthorization(nameof(Permission.ReadScrRecords));

    private static async Task<IResult> SendAsync(int number, HttpContext http, ReadSamples samples)
    {
        var reading = await samples.ByNumberAsync(number, http.User.AsPerson(), http.RequestAborted);
        if (!reading.IsDone)
        {
            return reading.Refusal.Code == "not-allowed" ? Results.Forbid() : Results.NotFound();
        }

        // The status of the cases changes with the work: no copy of it may be shown instead.
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => DataSheetCsv.WriteAsync(DrawnList.Of(reading.Value), stream, http.RequestAborted),
            DataSheetCsv.MediaType,
            string.Create(CultureInfo.InvariantCulture, $"sample-{number}-drawn-cases.csv")
        );
    }
}
