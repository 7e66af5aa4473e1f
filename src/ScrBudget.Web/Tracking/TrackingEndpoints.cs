using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.Tracking;
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
                        $"{path}{format.Ending()}",
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

    private static async Task<IResult> SendAsync(
        Outcome<ExportedSheet> exported,
        SheetFormat format,
        HttpContext http
    ) =>
        exported.IsDone
            ? await SheetDownload.SendAsync(exported.Value, format, http)
            : SheetDownload.Refused(exported.Refusal);
}
