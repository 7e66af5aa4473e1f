using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Cycles;

/// <param name="Content">At most <see cref="GuidanceFile.MaximumBytes"/>.</param>
public sealed record GuidanceUpload(string FileName, byte[] Content)
{
    public const string PdfType = "application/pdf";
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string WordPart = "word/document.xml";

    /// <summary>Told before the file is read, where its size is known.</summary>
    public static Refusal TooLarge { get; } =
        Refused(
            "guidance-file-too-large",
            $"The file is larger than {GuidanceFile.MaximumBytes >> 20} MB: save it smaller, or issue the text alone."
        );

    /// <summary>What is kept about the file, or why it is not taken: the content decides, not the name.</summary>
    public Outcome<GuidanceFileFacts> Checked()
    {
        if (Content.Length > GuidanceFile.MaximumBytes)
        {
            return TooLarge;
        }

        var mediaType =
            Content.AsSpan().StartsWith("%PDF-"u8) ? PdfType
            : IsWord() ? WordType
            : null;
        if (mediaType is null)
        {
            return Refused(
                "guidance-file-unknown",
                "The file is neither a PDF nor a Word document (.docx) without macros: save it as one of these."
            );
        }

        // Browsers give the name alone, but nothing makes them.
        var name = TextCleaning.Line(FileName.Split('/', '\\')[^1]);
        var extension = mediaType == PdfType ? ".pdf" : ".docx";
        if (!name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        {
            return Refused("guidance-file-name", $"“{name}” holds a file that is named {extension}: name it so.");
        }

        return name.Length > Guidance.FileNameLength
            ? Refused(
                "guidance-file-name",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file's name has more than {Guidance.FileNameLength} characters: shorten it."
                )
            )
            : new GuidanceFileFacts(name, mediaType, HashOf(Content), Content.Length);
    }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    internal static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Only the list of parts is read: nothing is unpacked.</summary>
    private bool IsWord()
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(Content, writable: false), ZipArchiveMode.Read);
            return package.GetEntry(WordPart) is not null
                && !package.Entries.Any(entry =>
                    entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                );
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Refusal Refused(string code, string message) => new(code, message) { Field = "file" };
}
