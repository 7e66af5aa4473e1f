using System.Globalization;
using System.Text;
using nietras.SeparatedValues;
using ScrBudget.Documents.Csv;

namespace ScrBudget.Documents.Tests.Sheets;

public sealed class DataSheetCsvTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsUtf8WithAMark_TitleAndNotesAboveTheHeader()
    {
        var bytes = await WriteAsync(SampleSheets.Of(["Cyber", 1238, new DateOnly(2022, 3, 1)]));

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "\"Disruptions, FY 2018–2022\"\r\n"
                + "\"SYNTHETIC DATA: invented, \"\"not\"\" results.\"\r\n"
                + "Category,FY 2022,Approved on\r\n"
                + "Cyber,1238,2022-03-01\r\n",
            Encoding.UTF8.GetString(bytes[3..]).ReplaceLineEndings("\r\n")
        );
    }

    [Theory]
    [InlineData("one, two")]
    [InlineData("say \"yes\"")]
    [InlineData("two\nlines")]
    [InlineData("Śledztwo – 調査")]
    [InlineData("")]
    public async Task Text_IsReadBackAsItWas(string text) =>
        Assert.Equal(text, (await ReadBackAsync(SampleSheets.Of([text, 1, default(SheetCell)]))).Single()[0]);

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public async Task TextThatBeginsAFormula_BeginsWithAnApostrophe(string text) =>
        Assert.Equal($"'{text}", (await ReadBackAsync(SampleSheets.Of([text, 1, default(SheetCell)]))).Single()[0]);

    [Fact]
    public async Task NegativeNumber_IsNoText_AndStaysANumber() =>
        Assert.Equal("-3", (await ReadBackAsync(SampleSheets.Of(["x", -3, default(SheetCell)]))).Single()[1]);

    [Fact]
    public async Task EveryRow_IsWritten_HoweverManyAreSentAtOnce() =>
        Assert.Equal(
            Enumerable.Range(1, 1_234).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            (await ReadBackAsync(SampleSheets.Long(1_234))).Select(row => row[1])
        );

    [Fact]
    public async Task Stream_IsNeverWrittenSynchronously_AndStaysOpen()
    {
        await using var stream = new AsyncOnlyStream();

        await DataSheetCsv.WriteAsync(SampleSheets.Long(2_000), stream, Cancellation);

        Assert.True(stream.CanWrite);
        Assert.True(stream.Written > 40_000, $"{stream.Written} bytes");
    }

    private static async Task<byte[]> WriteAsync(DataSheet sheet)
    {
        using var stream = new MemoryStream();
        await DataSheetCsv.WriteAsync(sheet, stream, Cancellation);
        return stream.ToArray();
    }

    /// <summary>The rows beneath the header, read by a library that knows nothing of the writer.</summary>
    private static async Task<List<string[]>> ReadBackAsync(DataSheet sheet)
    {
        using var stream = new MemoryStream(await WriteAsync(sheet));
        using var reader = Sep.New(',')
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .From(stream);
        var rows = new List<string[]>();
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = row[index].ToString();
            }

            rows.Add(cells);
        }

        return rows[sheet.HeaderRows..];
    }
}
