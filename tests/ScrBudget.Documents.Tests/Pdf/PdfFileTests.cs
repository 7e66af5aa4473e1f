using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ScrBudget.Documents.Pdf;

namespace ScrBudget.Documents.Tests.Pdf;

/// <summary>The file itself, beneath what a reader shows.</summary>
public partial class PdfFileTests
{
    [Fact]
    public void Print_TheSameRequestTwice_GivesTheSameBytes() =>
        Assert.Equal(
            QuadChartPdf.Print(SampleDocuments.VictimAssistance),
            QuadChartPdf.Print(SampleDocuments.VictimAssistance)
        );

    [Fact]
    public void Print_InParallel_GivesTheSameBytesAsOneAfterAnother()
    {
        var requests = Enumerable
            .Range(0, 48)
            .Select(i =>
                SampleDocuments.VictimAssistance with
                {
                    Title = $"Request {i}",
                    Description = SampleDocuments.Text(i % 3 == 0 ? "Ελληνικά 防衛省" : "Latin only"),
                }
            )
            .ToArray();
        var expected = requests.Select(QuadChartPdf.Print).ToArray();
        var actual = new byte[requests.Length][];

        Parallel.For(
            0,
            requests.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => actual[i] = QuadChartPdf.Print(requests[i])
        );

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Print_EveryStream_IsDeflatedWithItsChecksum()
    {
        var pdf = QuadChartPdf.Print(SampleDocuments.VictimAssistance);
        var text = Encoding.Latin1.GetString(pdf);

        var streams = DeflatedStream().Matches(text);

        Assert.True(streams.Count > 4);
        Assert.All(
            streams,
            stream =>
            {
                var length = int.Parse(
                    stream.Groups["length"].Value,
                    System.Globalization.CultureInfo.InvariantCulture
                );
                var packed = pdf.AsSpan(stream.Index + stream.Length, length).ToArray();
                using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                inflate.CopyTo(plain);
                Assert.Equal(Adler32(plain.ToArray()), packed[^4..]);
            }
        );
    }

    [Fact]
    public void Print_ADraftOfADate_BearsThatDateAndNoOther()
    {
        var text = Encoding.Latin1.GetString(QuadChartPdf.Print(SampleDocuments.VictimAssistance));

        Assert.Contains("/CreationDate(D:20270115000000", text, StringComparison.Ordinal);
        Assert.Contains("<xmp:ModifyDate>2027-01-15T00:00:00Z</xmp:ModifyDate>", text, StringComparison.Ordinal);
        Assert.All(AnyDate().Matches(text), date => Assert.Equal("20270115000000", date.Groups["date"].Value));
    }

    [GeneratedRegex(
        @"/Length (?<length>\d+)/Filter/FlateDecode[^\n]*>>\s*stream\n",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DeflatedStream();

    [GeneratedRegex(@"\(D:(?<date>\d{14})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyDate();

    private static byte[] Adler32(byte[] data)
    {
        uint a = 1;
        uint b = 0;
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return [(byte)(b >> 8), (byte)b, (byte)(a >> 8), (byte)a];
    }
}
