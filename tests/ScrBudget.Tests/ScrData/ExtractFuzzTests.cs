using System.Text;
using FsCheck;
using FsCheck.Xunit;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Files that were cut or changed on the way end in records or a refusal: no crash, and no end never reached.</summary>
public sealed class ExtractFuzzTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        ExtractReader.Text(("Office", "San “José”"), ("Created Date", "2022-02-01"), ("FY", "2022"))
            + string.Concat(
                Enumerable.Range(2, 20).Select(i => $"SCR-{i},C-{i},Disruption,CYB,3/1/2022,,\"A, B\",,\r\n")
            )
    );

    private static readonly Lazy<byte[]> Xlsx = new(() =>
        Workbooks
            .OfAsync([
                ["SCR Number", "Case Number", "SCR Type", "Category", "Approved Date", "TCO Involvement"],
                .. Enumerable
                    .Range(1, 20)
                    .Select(i => (object?[])[$"SCR-{i}", i, "Disruption", "CYB", new DateTime(2022, 3, 1), "Yes"]),
            ])
            .GetAwaiter()
            .GetResult()
    );

    private static readonly byte[] PlainXlsx = Workbooks.OfXml(
        Workbooks.Row(1, "SCR Number", "Case Number", "SCR Type", "Category", "Approved Date", "TCO Involvement")
            + Workbooks.Row(2, "SCR-1", "C-1", "Disruption", "CYB", "2022-03-01", "Yes")
    );

    [Property(MaxTest = 300)]
    public void AText_CutAnywhere_EndsInRecordsOrARefusal(NonNegativeInt length) => Read(Cut(Csv, length.Get));

    [Property(MaxTest = 300)]
    public void AText_WithBitsFlipped_EndsInRecordsOrARefusal(PositiveInt[] bits) => Read(Flipped(Csv, bits));

    [Property(MaxTest = 300)]
    public void AWorkbook_CutAnywhere_EndsInRecordsOrARefusal(NonNegativeInt length) =>
        Read(Cut(Xlsx.Value, length.Get * 7));

    [Property(MaxTest = 300)]
    public void AWorkbook_WithBitsFlipped_EndsInRecordsOrARefusal(PositiveInt[] bits) =>
        Read(Flipped(Xlsx.Value, bits));

    [Property(MaxTest = 300)]
    public void AWorkbook_WhoseRowsAreAnyText_EndsInRecordsOrARefusal(NonNull<string> xml) =>
        Read(Workbooks.OfXml(Workbooks.Row(1, "SCR Number", "Case Number") + xml.Get));

    [Property(MaxTest = 300)]
    public void AnyBytes_BehindAWorkbooksFirstOnes_EndInARefusal(byte[] bytes)
    {
        var read = Read([.. PlainXlsx.AsSpan(0, 40), .. bytes]);

        Assert.NotNull(read.Refusal);
    }

    [Fact]
    public void WhatIsCutAndFlipped_IsReadWhole_WhenItIsNot()
    {
        Assert.Equal(21, Read(Csv).Records.Count);
        Assert.Equal(20, Read(Xlsx.Value).Records.Count);
        Assert.Single(Read(PlainXlsx).Records);
    }

    private static ReadExtract Read(byte[] bytes)
    {
        using var limit = new CancellationTokenSource(Limit);
        var read = ExtractReader.Read(bytes, "extract", cancellation: limit.Token);
        Assert.True(read.Refusal is not null || read.Records.Count > 0);
        Assert.All(read.Problems, problem => Assert.NotEmpty(problem.Message));
        Assert.Equal(read.Rows, read.Records.Count + Left(read));
        return read;
    }

    /// <summary>Rows that were left out.</summary>
    private static int Left(ReadExtract read) =>
        read
            .Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
            .Select(problem => problem.Row)
            .Distinct()
            .Count();

    private static byte[] Cut(byte[] bytes, int length) => bytes[..(length % bytes.Length)];

    private static byte[] Flipped(byte[] bytes, PositiveInt[] bits)
    {
        var flipped = (byte[])bytes.Clone();
        foreach (var bit in bits)
        {
            // Spread over the whole file: the numbers drawn are small.
            var at = (int)(bit.Get * 2_654_435_761L % (flipped.Length * 8L));
            flipped[at / 8] ^= (byte)(1 << (at % 8));
        }

        return flipped;
    }
}
