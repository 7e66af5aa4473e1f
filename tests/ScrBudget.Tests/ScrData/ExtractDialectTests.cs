using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>However a case system writes its text files, the records are the same.</summary>
public sealed class ExtractDialectTests
{
    private static readonly string[][] Rows =
    [
        [
            "SCR No.",
            "ICM Case Number",
            "Report Type",
            "Criminal Category",
            "Sub-Category",
            "Date Approved",
            "TCO?",
            "Office",
        ],
        [
            "SCR-1",
            "C-1",
            "Initial investigation",
            "Illicit Trade, Travel, and Finance (Drug-Related)",
            "Narcotics smuggling",
            "3/1/2022",
            "Y",
            "San José",
        ],
        ["SCR-2", "C-1", "Disruption", "ITTF_D", "", "2022-03-02", "N/A", "“SAC” – Alpha; Beta\t|"],
    ];

    static ExtractDialectTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, bool> Dialects =>
        [
            .. from delimiter in (string[])[",", ";", "\t", "|"]
            from encoding in (string[])
                ["UTF-8", "UTF-8 mark", "UTF-16", "UTF-16 mark", "UTF-16BE", "UTF-16BE mark", "1252"]
            from titles in (bool[])[false, true]
            select (delimiter, encoding, titles),
        ];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void AnyDelimiterEncodingAndTitles_GiveTheSameRecords(string delimiter, string encoding, bool titles)
    {
        var text = string.Join("\r\n", Rows.Select(row => string.Join(delimiter, row.Select(Quoted))));
        var above = titles ? "Significant Case Reports, FY 2022\r\nSYNTHETIC; for trials\r\n\r\n" : "";

        var read = ExtractReader.Read(Bytes(above + text, encoding));

        Assert.Null(read.Refusal);
        Assert.Empty(read.Problems);
        Assert.Equal(
            [
                "SCR-1|C-1|InitialInvestigation|ITTF_D|Narcotics smuggling|2022-03-01|Yes|Yes|||San José",
                "SCR-2|C-1|Disruption|ITTF_D||2022-03-02|NotRecorded|NotRecorded|||“SAC” – Alpha; Beta |",
            ],
            read.Lines
        );
        Assert.Equal(titles ? [5, 6] : [2, 3], read.Records.Select(record => record.Row));
        Assert.Equal(titles, read.SaysSynthetic);
        Assert.EndsWith(titles ? "header in row 4" : "header in row 1", read.Layout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ShowsHowAFileWouldBeRead_AndChoicesChangeIt()
    {
        var text =
            "SYNTHETIC data\n\nNo;Case Number;Type;Category;Approved;TCO;Notes\nSCR-1;C-1;Disruption;CYB;2022-03-01;;x\nSCR-2;C-1;Disruption;CYB;2022-03-02;;x\n";
        var guess = await PreviewAsync(text, null);

        Assert.Equal("CSV, semicolon, UTF-8, header in row 3", guess.Layout);
        Assert.Equal(["SYNTHETIC data"], guess.Titles);
        Assert.True(guess.SaysSynthetic);
        Assert.Equal([ExtractColumn.ScrNumber], guess.Missing);
        Assert.Equal("extract-columns-missing", guess.Problem?.Code);
        Assert.Equal(
            [
                null,
                ExtractColumn.CaseNumber,
                ExtractColumn.ScrType,
                ExtractColumn.Category,
                ExtractColumn.ApprovedDate,
                ExtractColumn.TcoInvolvement,
                null,
            ],
            guess.Columns.Select(column => column.Proposed)
        );
        Assert.Equal(["SCR-1", "SCR-2"], guess.Columns[0].Samples);
        Assert.Equal(["x"], guess.Columns[6].Samples);

        var choices = new ExtractChoices(
            Columns: new Dictionary<ExtractColumn, string>
            {
                [ExtractColumn.ScrNumber] = "no",
                [ExtractColumn.Office] = "Notes",
            }
        );
        var chosen = await PreviewAsync(text, choices);
        Assert.Null(chosen.Problem);
        Assert.Equal(ExtractColumn.ScrNumber, chosen.Columns[0].Proposed);
        var read = ExtractReader.Read(text, choices);
        Assert.Equal(["SCR-1", "SCR-2"], read.Records.Select(record => record.ScrNumber));
        Assert.All(read.Records, record => Assert.Equal("x", record.Office));
    }

    [Fact]
    public async Task Preview_OfAHeaderInAnotherLanguage_ShowsItSoThatItsColumnsCanBeChosen()
    {
        var guess = await PreviewAsync("a,b,c,d,e,f,g\n1,2,3,4,5,6,7\n", null);

        Assert.Equal((1, 7), (guess.HeaderRow, guess.Columns.Count));
        Assert.Equal("extract-header-not-found", guess.Problem?.Code);
    }

    [Fact]
    public async Task Preview_ByOneWhoMayNotImport_IsRefused()
    {
        var outcome = await new PreviewExtract().ExecuteAsync(
            new ExtractToImport(ExtractText.Of(), "extract.csv"),
            ScrDatabase.Holding(Role.Auditor),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("not-allowed", outcome.Refusal?.Code);
    }

    [Fact]
    public void AColumnThatSeveralNamesMean_IsRefusedUntilOneIsChosen()
    {
        var text = ExtractReader.Text(("Field Office", "A"), ("SAC", "B"));
        var choices = new ExtractChoices(
            Columns: new Dictionary<ExtractColumn, string> { [ExtractColumn.Office] = "SAC" }
        );

        Assert.Equal("extract-column-twice", ExtractReader.Read(text).Refusal?.Code);
        Assert.Equal("B", ExtractReader.Read(text, choices).Record.Office);
    }

    [Fact]
    public void OurOwnNameOfAColumn_GoesBeforeTheOtherUsualOnes_WhichAreNamedAsNotRead()
    {
        var read = ExtractReader.Row(("SAC", "A"), ("Office", "B"));

        Assert.Equal("B", read.Record.Office);
        Assert.Equal((ProblemCodes.ColumnNotRead, "SAC"), (read.Problem.Code, read.Problem.Column));
    }

    [Fact]
    public void AChosenColumn_ThatTheFileLacks_IsRefused()
    {
        var choices = new ExtractChoices(
            Columns: new Dictionary<ExtractColumn, string> { [ExtractColumn.Office] = "Place" }
        );

        Assert.Equal("extract-chosen-column-missing", ExtractReader.Read(ExtractReader.Text(), choices).Refusal?.Code);
    }

    [Fact]
    public void AnEmptyChoice_LeavesAnOptionalColumnOut()
    {
        var choices = new ExtractChoices(
            Columns: new Dictionary<ExtractColumn, string> { [ExtractColumn.Office] = "" }
        );

        Assert.Equal("", ExtractReader.Read(ExtractReader.Text(("Office", "A")), choices).Record.Office);
    }

    [Fact]
    public void EveryRequiredColumn_MustBeThere_AndNoOther()
    {
        Assert.Single(ExtractReader.Row().Records);
        Assert.All(
            ExtractColumns.Required,
            column =>
            {
                var read = ExtractReader.Read(
                    ExtractReader.Text().Replace(column.Name(), "Else", StringComparison.Ordinal)
                );
                Assert.Equal("extract-columns-missing", read.Refusal?.Code);
                Assert.Equal([column.Name()], read.Refusal!.Details);
            }
        );
    }

    private static async Task<ExtractPreview> PreviewAsync(string text, ExtractChoices? choices) =>
        (
            await new PreviewExtract().ExecuteAsync(
                new ExtractToImport(ExtractText.File(text), "extract.csv", Choices: choices),
                ScrDatabase.Steward,
                TestContext.Current.CancellationToken
            )
        ).Value;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",;\t|\"") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static byte[] Bytes(string text, string name)
    {
        Encoding encoding = name.Split(' ')[0] switch
        {
            "UTF-8" => new UTF8Encoding(),
            "UTF-16" => new UnicodeEncoding(),
            "UTF-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => Encoding.GetEncoding(1252),
        };
        var mark = name.EndsWith("mark", StringComparison.Ordinal) ? encoding.GetBytes("\uFEFF") : [];
        return [.. mark, .. encoding.GetBytes(text)];
    }
}
