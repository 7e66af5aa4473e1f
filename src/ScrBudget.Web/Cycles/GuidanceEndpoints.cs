using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Cycles;

/// <summary>The file of a version of the guidance as a download.</summary>
internal static class GuidanceEndpoints
{
    public static void MapGuidance(this WebApplication app) =>
        app.MapGet($"{CyclePaths.All}/{{year:int}}/guidance/{{number:int}}/file", SendAsync)
            .RequireAuthorization(nameof(Permission.ReadCycles));

    private static async Task<IResult> SendAsync(int year, int number, HttpContext http, ReadGuidance guidance)
    {
        var file = await guidance.FileAsync(year, number, http.User.AsPerson(), http.RequestAborted);
        return file.Refusal?.Code switch
        {
            // Always as a download: what somebody uploaded is not opened within the site.
            null => Results.File(file.Value.Content, file.Value.MediaType, file.Value.FileName),
            "not-allowed" => Results.Forbid(),
            "guidance-file-not-found" => Results.NotFound(),
            _ => Results.Problem(file.Refusal!.Message, statusCode: StatusCodes.Status500InternalServerError),
        };
    }
}
