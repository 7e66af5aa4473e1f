using System.IO.Compression;
using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>A workbook gives the records that the same rows give as text; one that is none, or too much, is refused.</summary>
public sealed class ExtractWorkbookTests
{
    private static readonly string[] Header =
    [
        "SCR Number",
        "Case Number",
        "SCR Type",
        "Category",
        "Approved Date",
        "TCO Involvement",
        "Office",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWorkbook_GivesTheRecordsAndProblemsOfItsText()
    {
        using var text = new StreamReader(ScrDatabase.Unpacked("extract-fy2023-2025.csv.gz"));
        var lines = (await text.ReadToEndAsync(Cancellation)).Split('\n').Take(400).ToList();
        var csv = ExtractReader.Read(string.Join('\n', lines));
        var rows = lines.Select(line => Fields(line).Select(AsCell).ToList());

        var xlsx = ExtractReader.Read(await Workbooks.OfAsync(rows), "extract.xlsx");

        Assert.Null(xlsx.Refusal);
        Assert.Equal(399, xlsx.Records.Count);
        Assert.Equal(csv.Lines, xlsx.Lines);
        Assert.Equal(csv.Problems, xlsx.Problems);
        Assert.Equal("XLSX, sheet “Data”, header in row 1", xlsx.Layout);
    }

    [Fact]
    public async Task MergedTitlesAboveTheHeader_AreTitles_AndRowsKeepTheirNumbers()
    {
        var workbook = await Workbooks.OfAsync(
            [Header, ["SCR-1", 100_292, "Disruption", "CYB", new DateTime(2022, 3, 1), true, null]],
            titles: ["Significant Case Reports", "Synthetic data, FY 2022"]
        );

        var read = ExtractReader.Read(workbook);

        Assert.Equal("XLSX, sheet “Data”, header in row 3", read.Layout);
        Assert.True(read.SaysSynthetic);
        Assert.Equal((4, "100292"), (read.Record.Row, read.Record.CaseNumber));
        Assert.Equal(new DateOnly(2022, 3, 1), read.Record.ApprovedOn);
        Assert.Equal(TcoInvolvement.Yes, read.Record.RecordedTco);
    }

    [Fact]
    public async Task ASheet_IsChosenByName_AndThePreviewNamesThoseThereAre()
    {
        var workbook = await Workbooks.OfAsync([Header, ["SCR-1", "C-1", "Disruption", "CYB", "2022-03-01", "", ""]]);

        var chosen = ExtractReader.Read(workbook, choices: new ExtractChoices("data"));
        var other = ExtractReader.Read(workbook, choices: new ExtractChoices("Notes"));
        var none = ExtractReader.Read(workbook, choices: new ExtractChoices("Sheet1"));
        var preview = await new PreviewExtract().ExecuteAsync(
            new ExtractToImport(new MemoryStream(workbook), "extract.xlsx"),
            ScrDatabase.Steward,
            Cancellation
        );

        Assert.Single(chosen.Records);
        Assert.Equal("extract-header-not-found", other.Refusal?.Code);
        Assert.Equal("extract-sheet-not-found", none.Refusal?.Code);
        Assert.Equal(["Data", "Notes"], none.Refusal!.Details);
        Assert.Equal(["Data", "Notes"], preview.Value.SheetNames);
        Assert.Equal("Data", preview.Value.SheetName);
        Assert.Null(preview.Value.Problem);
    }

    [Fact]
    public void SharedStrings_SerialDates_AndBlankRowsThatTheFileLeavesOut_AreRead()
    {
        var shared = Workbooks.SharedStrings([.. Header, "SCR-1", "Disruption", "CYB"]);
        var header = string.Concat(Header.Select((_, i) => $"<c t=\"s\"><v>{i}</v></c>"));
        var record =
            "<c t=\"s\"><v>7</v></c><c><v>42</v></c><c t=\"s\"><v>8</v></c><c t=\"s\"><v>9</v></c><c><v>44621</v></c><c t=\"b\"><v>0</v></c>";

        var read = ExtractReader.Read(
            Workbooks.OfXml(
                $"<row r=\"1\">{header}</row><row r=\"2\">{record}</row><row r=\"5\">{record}</row>",
                "",
                shared
            )
        );

        Assert.Null(read.Refusal);
        Assert.Equal([2, 5], read.Records.Select(scr => scr.Row));
        Assert.Equal("SCR-1|42|Disruption|CYB||2022-03-01|No|No|||", read.Lines.First());
        Assert.Equal([3, 4], read.Problems.Select(problem => problem.Row));
    }

    [Theory]
    [InlineData("", "extract.csv", "extract-empty")]
    [InlineData("\uFEFF\n \n", "extract.csv", "extract-empty")]
    [InlineData("plain text", "extract.xlsx", "extract-not-a-workbook")]
    [InlineData("%PDF-1.7 and so on", "extract.csv", "extract-binary")]
    [InlineData("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E and text", "extract.csv", "extract-binary")]
    [InlineData("PK\u0003\u0004 and nothing more", "extract.xlsx", "extract-workbook-damaged")]
    public void WhatIsNoExtract_IsRefused(string text, string fileName, string code) =>
        Assert.Equal(code, ExtractReader.Read(Encoding.UTF8.GetBytes(text), fileName).Refusal?.Code);

    [Theory]
    [InlineData("EncryptedPackage", "extract-workbook-encrypted")]
    [InlineData("Workbook", "extract-workbook-old")]
    public void AProtectedWorkbook_OrOneOfTheOldForm_IsRefused(string stream, string code)
    {
        byte[] bytes =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[70_000],
            .. Encoding.Unicode.GetBytes(stream),
        ];

        Assert.Equal(code, ExtractReader.Read(bytes, "extract.xlsx").Refusal?.Code);
    }

    [Fact]
    public void AZipThatIsNoWorkbook_IsRefused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("../../readme.txt");
        }

        Assert.Equal("extract-not-a-workbook", ExtractReader.Read(stream.ToArray()).Refusal?.Code);
    }

    [Fact]
    public void ADocumentTypeWithEntities_IsRefused()
    {
        var bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";

        var read = ExtractReader.Read(Workbooks.OfXml(Workbooks.Row(1, Header) + Workbooks.Row(2, "&b;", "&c;"), bomb));

        Assert.Equal("extract-workbook-damaged", read.Refusal?.Code);
    }

    [Theory]
    [InlineData("<row r=\"2147483647\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row><row r=\"1048576\"><c><v>1</v></c></row>")]
    public void ARowOrColumnBeyondWhatASheetHas_IsRefused(string row)
    {
        var read = ExtractReader.Read(Workbooks.OfXml(Workbooks.Row(1, Header) + row));

        Assert.Contains(read.Refusal?.Code, (string[])["extract-sheet-too-large", "extract-workbook-damaged"]);
        Assert.Empty(read.Records);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(401)]
    public void AWorkbookThatInflatesPastALimit_IsRefusedBeforeItIsRead(int megabytes)
    {
        var bomb = Bomb(megabytes);

        Assert.True(bomb.Length < 4 << 20);
        Assert.Equal("extract-workbook-inflates", ExtractReader.Read(bomb).Refusal?.Code);
    }

    [Fact]
    public void AWorkbookThatLiesAboutHowMuchItInflates_IsReadNoFurtherThanItSays()
    {
        var bomb = Bomb(megabytes: 401);
        var size = BitConverter.GetBytes(401 << 20);
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(1_000).CopyTo(bomb, at);
        }

        Assert.Equal("extract-workbook-damaged", ExtractReader.Read(bomb).Refusal?.Code);
    }

    /// <summary>A workbook whose shared strings are blanks without end.</summary>
    private static byte[] Bomb(int megabytes)
    {
        var stream = new MemoryStream();
        using (var plain = new ZipArchive(new MemoryStream(Workbooks.OfXml(Workbooks.Row(1, Header)))))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in plain.Entries)
            {
                using var from = part.Open();
                using var to = zip.CreateEntry(part.FullName).Open();
                from.CopyTo(to);
            }

            using var strings = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                strings.Write(blanks);
            }
        }

        return stream.ToArray();
    }

    private static List<string> Fields(string line)
    {
        var parts = line.TrimEnd('\r').Split('"');
        return parts.Length == 1
            ? [.. parts[0].Split(',')]
            : [.. parts[0].TrimEnd(',').Split(','), parts[1], .. parts[2].TrimStart(',').Split(',')];
    }

    private static object? AsCell(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var date) ? date
        : text.Length == 0 ? null
        : text;
}
