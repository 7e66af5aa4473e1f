using System.Net.Mime;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.Storage;
using ScrBudget.Documents.Csv;
using ScrBudget.Documents.Excel;
using ScrBudget.Domain;

namespace ScrBudget.Web;

/// <summary>A list as a file to keep.</summary>
internal static class SheetDownload
{
    /// <summary>How addresses and names of files end.</summary>
    public static string Ending(this SheetFormat format) => format == SheetFormat.Csv ? ".csv" : ".xlsx";

    public static async Task<IResult> SendAsync(ExportedSheet exported, SheetFormat format, HttpContext http)
    {
        // It changes with the work, and another person who uses this browser may not read the same.
        http.Response.Headers.CacheControl = "no-store";
        var (name, sheet) = exported;
        return format == SheetFormat.Csv
            ? Results.Stream(
                stream => DataSheetCsv.WriteAsync(sheet, stream, http.RequestAborted),
                DataSheetCsv.MediaType,
                $"{name}{format.Ending()}"
            )
            : Results.File(
                // A workbook is complete only at its end, and may be large.
                await TemporaryFile.WrittenAsync(file =>
                    DataSheetWorkbook.WriteAsync(sheet, file, http.RequestAborted)
                ),
                DataSheetWorkbook.MediaType,
                $"{name}{format.Ending()}"
            );
    }

    /// <summary>Refused for the person, or for what the address asks.</summary>
    public static IResult Refused(Refusal refusal) =>
        refusal.Code == "not-allowed"
            ? Results.Forbid()
            : Results.Text(refusal.Message, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status400BadRequest);
}
