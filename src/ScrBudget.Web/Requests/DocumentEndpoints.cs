using Microsoft.Net.Http.Headers;
using ScrBudget.Application.Requests;
using ScrBudget.Documents.Word;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

/// <summary>Downloads: endpoints with a policy, refused by the use case where the office is another's.</summary>
internal static class DocumentEndpoints
{
    public static string QuadChart(string number) => $"/requests/{number}/quad-chart.pdf";

    /// <summary>To be looked at in a tab of its own, not kept as a file.</summary>
    public static string QuadChartInline(string number) => $"{QuadChart(number)}?inline=true";

    public static string Exhibit(string number) => $"/requests/{number}/exhibit.docx";

    public static void MapDocuments(this WebApplication app)
    {
        var documents = app.MapGroup("/requests/{number}").RequireAuthorization(nameof(Permission.ReadRequests));
        documents.MapGet(
            "/quad-chart.pdf",
            (string number, bool? inline, HttpContext http, PrintRequest print) =>
                SendAsync(
                    inline == true
                        ? print.PreviewAsync(number, http.User.AsPerson(), http.RequestAborted)
                        : print.QuadChartAsync(number, http.User.AsPerson(), http.RequestAborted),
                    http,
                    inline ?? false
                )
        );
        documents.MapGet(
            "/exhibit.docx",
            (string number, HttpContext http, PrintRequest print) =>
                SendAsync(print.ExhibitAsync(number, http.User.AsPerson(), http.RequestAborted), http)
        );
    }

    private static async Task<IResult> SendAsync(
        Task<Outcome<PrintedFile>> printing,
        HttpContext http,
        bool inline = false
    )
    {
        try
        {
            var printed = await printing;
            if (printed.Refusal is { } refusal)
            {
                return refusal == RequestRefusals.NotFound ? Results.NotFound() : Results.Forbid();
            }

            // A draft changes from one minute to the next: no copy of it may be shown instead.
            http.Response.Headers.CacheControl = "no-store";
            if (inline)
            {
                var disposition = new ContentDispositionHeaderValue("inline");
                disposition.SetHttpFileName(printed.Value.FileName);
                http.Response.Headers.ContentDisposition = disposition.ToString();
                return Results.File(printed.Value.Content, printed.Value.MediaType);
            }

            return Results.File(printed.Value.Content, printed.Value.MediaType, printed.Value.FileName);
        }
        catch (TemplateException problem)
        {
            return Results.Problem(problem.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
