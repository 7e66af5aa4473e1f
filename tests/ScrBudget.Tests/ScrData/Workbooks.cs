using System.IO.Compression;
using System.Text;
using SpreadCheetah;

namespace ScrBudget.Tests.ScrData;

/// <summary>Workbooks as files: written by a library, or part by part where a library would not write them.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="titles">Lines above the header, each merged over six columns.</param>
    public static async Task<byte[]> OfAsync(
        IEnumerable<IReadOnlyList<object?>> rows,
        string sheet = "Data",
        IReadOnlyList<string>? titles = null
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        var stream = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(stream, null, cancellation))
        {
            await workbook.StartWorksheetAsync(sheet, token: cancellation);
            foreach (var title in titles ?? [])
            {
                await workbook.AddRowAsync([new Cell(title)], cancellation);
            }

            for (var row = 1; row <= (titles?.Count ?? 0); row++)
            {
                workbook.MergeCells($"A{row}:F{row}");
            }

            foreach (var row in rows)
            {
                await workbook.AddRowAsync(row.Select(Cell).ToList(), cancellation);
            }

            await workbook.StartWorksheetAsync("Notes", token: cancellation);
            await workbook.AddRowAsync([new Cell("Nothing here")], cancellation);
            await workbook.FinishAsync(cancellation);
        }

        return stream.ToArray();
    }

    /// <summary>A workbook of one sheet whose rows, and other parts, are given as XML.</summary>
    public static byte[] OfXml(string rows, string before = "", params (string Name, string Content)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
            );
            Add(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Add(
                zip,
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>"""
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
            );
            Add(
                zip,
                "xl/worksheets/sheet1.xml",
                $"""{before}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""
            );
            foreach (var (name, content) in parts)
            {
                Add(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A row of texts, as XML.</summary>
    public static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>Texts that cells refer to by their number.</summary>
    public static (string Name, string Content) SharedStrings(params string[] texts) =>
        (
            "xl/sharedStrings.xml",
            $"""<sst xmlns="{Main}">{string.Concat(texts.Select(text => $"<si><t>{text}</t></si>"))}</sst>"""
        );

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private static Cell Cell(object? value) =>
        value switch
        {
            DateTime date => new Cell(date),
            int number => new Cell(number),
            bool answer => new Cell(answer),
            _ => new Cell((string?)value),
        };
}
