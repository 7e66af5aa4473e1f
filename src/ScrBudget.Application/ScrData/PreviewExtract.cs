using System.Diagnostics.CodeAnalysis;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.ScrData;

/// <summary>Shows how a file would be read, so that its steward can confirm or choose otherwise; nothing is stored.</summary>
[SuppressMessage(
    "Performance",
    "CA1822:Mark members as static",
    Justification = "A use case is injected like the others, though this one keeps nothing."
)]
public sealed class PreviewExtract
{
    /// <param name="extract">With the choices made so far.</param>
    public async Task<Outcome<ExtractPreview>> ExecuteAsync(
        ExtractToImport extract,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        var received = await ReceivedFile.ReceiveAsync(extract.Content, ImportScrExtract.MaximumBytes, cancellation);
        if (!received.IsDone)
        {
            return received.Refusal;
        }

        await using var file = received.Value;
        var preview = ExtractPreview.Read(
            file.Content,
            extract.FileName,
            extract.Choices ?? new ExtractChoices(),
            cancellation
        );
        if (!preview.IsDone || preview.Value.SheetName is null)
        {
            return preview;
        }

        var sheets = WorkbookRows.SheetNames(file.Content);
        return sheets.IsDone ? preview.Value with { SheetNames = sheets.Value } : sheets.Refusal;
    }
}
