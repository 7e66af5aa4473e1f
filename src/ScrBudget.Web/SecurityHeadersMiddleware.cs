using System.Net.Mime;

namespace ScrBudget.Web;

/// <summary>
/// Headers that keep a page from running or loading anything that is not ours. Styles and scripts stand in files: no
/// page has an inline one.
/// </summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    /// <summary>For pages. USWDS draws its icons from data URIs; the quad chart's preview is a frame of our own.</summary>
    public const string PagePolicy =
        "default-src 'self'; img-src 'self' data:; frame-src 'self'; frame-ancestors 'self'; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'";

    /// <summary>For PDF files: a browser's viewer styles itself and embeds the file, which the pages' policy would stop.</summary>
    public const string PdfPolicy = "frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                Describe(((HttpContext)state).Response);
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }

    private static void Describe(HttpResponse response)
    {
        var isPdf =
            response.ContentType?.StartsWith(MediaTypeNames.Application.Pdf, StringComparison.OrdinalIgnoreCase)
            ?? false;
        var headers = response.Headers;
        headers.ContentSecurityPolicy = isPdf ? PdfPolicy : PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
