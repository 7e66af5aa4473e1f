using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>A column of a file, and what it is taken for until somebody says otherwise.</summary>
/// <param name="Name">As the header has it; empty where it has none.</param>
/// <param name="Samples">Different texts of the column, at most <see cref="ExtractPreview.SampleCount"/>.</param>
/// <param name="Proposed">Null for a column that is not read.</param>
public sealed record PreviewColumn(string Name, IReadOnlyList<string> Samples, ExtractColumn? Proposed);

/// <summary>How a file would be read, for confirmation before it is imported.</summary>
/// <param name="Format"><c>CSV</c> or <c>XLSX</c>.</param>
/// <param name="EncodingName"><c>Windows-1252</c>; null for a workbook.</param>
/// <param name="Delimiter">Null for a workbook.</param>
/// <param name="SheetNames">Of a workbook, all; else empty.</param>
/// <param name="SheetName">The sheet that is read; null for text.</param>
/// <param name="HeaderRow">From 1, as a spreadsheet shows it.</param>
/// <param name="Titles">The lines above the header, without blank ones.</param>
/// <param name="SaysSynthetic">Does one of the titles say SYNTHETIC?</param>
/// <param name="Problem">Why it cannot be imported like this (a column is missing, or there twice); null when it can.</param>
public sealed record ExtractPreview(
    string Format,
    string? EncodingName,
    char? Delimiter,
    IReadOnlyList<string> SheetNames,
    string? SheetName,
    int HeaderRow,
    IReadOnlyList<string> Titles,
    IReadOnlyList<PreviewColumn> Columns,
    bool SaysSynthetic,
    Refusal? Problem
)
{
    /// <summary>Different texts that are shown of a column.</summary>
    public const int SampleCount = 3;

    /// <summary>Rows beneath the header from which they are taken.</summary>
    private const int SampleRows = 50;

    /// <summary><c>CSV, semicolon, UTF-8, header in row 3</c></summary>
    public string Layout => ExtractLayout.Of(Format, EncodingName, Delimiter, SheetName, HeaderRow);

    /// <summary>Required columns that no column of the file is taken for.</summary>
    public IReadOnlyList<ExtractColumn> Missing =>
        [.. ExtractColumns.Required.Where(required => Columns.All(column => column.Proposed != required))];

    /// <param name="stream">Can seek; it stays open.</param>
    internal static Outcome<ExtractPreview> Read(
        Stream stream,
        string fileName,
        ExtractChoices choices,
        CancellationToken cancellation
    )
    {
        var opened = ExtractOpening.Open(stream, fileName, choices, cancellation);
        if (!opened.IsDone)
        {
            return opened.Refusal;
        }

        using var rows = opened.Value;
        var search = HeaderSearch.In(rows, choices);
        var header = search.Header(rows.Refusal);
        if (search.Row == 0 || rows.Refusal is not null)
        {
            return header.Refusal!;
        }

        var samples = Samples(search, rows, cancellation);
        var proposed = ExtractHeader.Match(search.Names, choices.Columns);
        return new ExtractPreview(
            rows.Format,
            rows.EncodingName,
            rows.Delimiter,
            [],
            rows.SheetName,
            search.Row,
            search.Titles,
            [.. search.Names.Select((name, i) => new PreviewColumn(name, [.. samples[i]], proposed[i]))],
            search.SaysSynthetic,
            header.Refusal
        );
    }

    private static List<string>[] Samples(HeaderSearch search, ExtractRows rows, CancellationToken cancellation)
    {
        var samples = search.Names.Select(_ => new List<string>()).ToArray();
        foreach (var passed in search.Passed)
        {
            Take(passed, samples);
        }

        for (var row = 0; row < SampleRows && rows.MoveNext(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var fields = new string[Math.Min(rows.FieldCount, samples.Length)];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = FieldText.Of(rows[i]);
            }

            Take(fields, samples);
        }

        return samples;
    }

    private static void Take(IReadOnlyList<string> fields, List<string>[] samples)
    {
        for (var i = 0; i < Math.Min(fields.Count, samples.Length); i++)
        {
            var text = ExtractProblem.Shorten(fields[i]);
            if (text.Length > 0 && samples[i].Count < SampleCount && !samples[i].Contains(text, StringComparer.Ordinal))
            {
                samples[i].Add(text);
            }
        }
    }
}
