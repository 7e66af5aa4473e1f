using ScrBudget.Documents;
using ScrBudget.Documents.Pdf;
using ScrBudget.Documents.Word;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>A document to download.</summary>
public sealed record PrintedFile(string FileName, string MediaType, byte[] Content);

/// <summary>
/// Prints a request: a draft as it stands now, a submitted one as it was handed in. Printing reads and never writes.
/// </summary>
public sealed class PrintRequest(ReadRequest reading)
{
    public async Task<Outcome<PrintedFile>> QuadChartAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var document = await DocumentAsync(number, by, cancellation);
        return document.IsDone
            ? new PrintedFile($"{number} quad chart.pdf", "application/pdf", QuadChartPdf.Print(document.Value))
            : document.Refusal;
    }

    /// <summary>The same with what the person has typed and not yet left: the page that the editor shows in small.</summary>
    public async Task<Outcome<PrintedFile>> PreviewAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await reading.WhileTypingAsync(number, by, cancellation);
        return read.IsDone
            ? new PrintedFile($"{number} preview.pdf", "application/pdf", QuadChartPdf.Print(Printable(read.Value)))
            : read.Refusal;
    }

    public async Task<Outcome<PrintedFile>> ExhibitAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var document = await DocumentAsync(number, by, cancellation);
        return document.IsDone
            ? new PrintedFile(
                $"{number} exhibit.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                WordExhibit.Print(document.Value)
            )
            : document.Refusal;
    }

    /// <summary>The model that a request prints from.</summary>
    public async Task<Outcome<RequestDocument>> DocumentAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var read = await reading.ExecuteAsync(number, by, cancellation);
        return read.IsDone ? Printable(read.Value) : read.Refusal;
    }

    /// <summary>Frozen where it was submitted, with the status of today; else as it stands.</summary>
    public static RequestDocument Printable(RequestReading reading) =>
        reading.Request.Status.IsHandedIn() && reading.Request.Submissions is [.., var last]
            ? FrozenDocument.Read(last.Document) with
            {
                Status = reading.Request.Status.Title(),
            }
            : reading.Composed.Document;
}
