using System.Globalization;
using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.ScrData.Imports;

/// <summary>Downloads of what an import found wrong: case numbers stand in it.</summary>
internal static class ProblemEndpoints
{
    public static string Csv(int snapshotNumber) => Address(snapshotNumber, "csv");

    public static string Json(int snapshotNumber) => Address(snapshotNumber, "json");

    public static void MapProblems(this WebApplication app)
    {
        var problems = app.MapGroup("/scr-data/snapshots/{number:int}")
            .RequireAuthorization(nameof(Permission.ReadScrRecords));
        problems.MapGet(
            "/problems.csv",
            (int number, HttpContext http, SnapshotQueries snapshots, ExportProblems export) =>
                SendAsync(
                    number,
                    "csv",
                    "text/csv; charset=utf-8",
                    http,
                    snapshots,
                    async output =>
                    {
                        await using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
                        await export.WriteCsvAsync(number, writer, http.User.AsPerson(), http.RequestAborted);
                    }
                )
        );
        problems.MapGet(
            "/problems.json",
            (int number, HttpContext http, SnapshotQueries snapshots, ExportProblems export) =>
                SendAsync(
                    number,
                    "json",
                    "application/json",
                    http,
                    snapshots,
                    output => export.WriteJsonAsync(number, output, http.User.AsPerson(), http.RequestAborted)
                )
        );
    }

    private static async Task<IResult> SendAsync(
        int number,
        string extension,
        string mediaType,
        HttpContext http,
        SnapshotQueries snapshots,
        Func<Stream, Task> write
    )
    {
        var found = await snapshots.ByNumberAsync(number, http.User.AsPerson(), http.RequestAborted);
        if (!found.IsDone)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var kind = found.Value.IsSynthetic ? "synthetic-" : string.Empty;
        var fileName = string.Create(CultureInfo.InvariantCulture, $"{kind}snapshot-{number}-problems.{extension}");
        // A million warnings do not fit the memory of a small server; the file goes when it is sent.
        return Results.File(await TemporaryFile.WrittenAsync(write), mediaType, fileName);
    }

    private static string Address(int snapshotNumber, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"/scr-data/snapshots/{snapshotNumber}/problems.{extension}");
}
