using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Reads an extract row by row through the checks: text with any delimiter, or a sheet of a workbook.</summary>
/// <param name="stream">Can seek; it stays open.</param>
/// <param name="choices">How it is read, where the file leaves it open; null for the usual way.</param>
/// <param name="maximumErrors">More than these, and the whole extract is refused.</param>
public sealed class ExtractFile(
    Stream stream,
    string fileName,
    ExtractReading reading,
    ExtractChoices? choices = null,
    int maximumErrors = ExtractReading.MaximumErrors
)
{
    /// <summary>Rows between two reports of progress.</summary>
    private const int ProgressStep = 20_000;

    // The same few texts fill these columns: one string each, not one per row.
    private readonly StringPool?[] pools =
    [
        .. ExtractColumns.All.Select(column =>
            column is ExtractColumn.ScrNumber or ExtractColumn.CaseNumber ? null : new StringPool()
        ),
    ];

    private readonly BlankRows blanks = new(reading);

    /// <summary>Why the extract as a whole is refused; known when the records have been read, null when it is not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>How it was read: <c>CSV, comma, UTF-8, header in row 3</c>; known with the first record.</summary>
    public string Layout { get; private set; } = string.Empty;

    /// <summary>Does a line above the header say SYNTHETIC? Known with the first record.</summary>
    public bool SaysSynthetic { get; private set; }

    /// <summary>The accepted records, while the file is read. Ends early when the whole is refused.</summary>
    public IEnumerable<ScrRecord> Records(IProgress<int>? progress, CancellationToken cancellation)
    {
        var opened = ExtractOpening.Open(stream, fileName, choices ?? new ExtractChoices(), cancellation);
        if (!opened.IsDone)
        {
            Refusal = opened.Refusal;
            yield break;
        }

        using var rows = opened.Value;
        if (ReadHeader(rows) is not { } header)
        {
            yield break;
        }

        var fields = new string[ExtractColumns.Count];
        while (rows.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadRow(rows, header, fields) is { } row && reading.Read(row) is { } record)
            {
                yield return record;
            }

            if (TooManyErrors())
            {
                yield break;
            }

            if (reading.Rows % ProgressStep == 0)
            {
                progress?.Report(reading.Rows);
            }
        }

        Refusal = rows.Refusal ?? (reading.Records == 0 ? NoRecords() : null);
    }

    private ExtractHeader? ReadHeader(ExtractRows rows)
    {
        var search = HeaderSearch.In(rows, choices ?? new ExtractChoices());
        var parsed = search.Header(rows.Refusal);
        if (!parsed.IsDone)
        {
            Refusal = parsed.Refusal;
            return null;
        }

        SaysSynthetic = search.SaysSynthetic;
        Layout = ExtractLayout.Of(rows, search.Row);
        foreach (var problem in parsed.Value.Problems)
        {
            reading.Report(problem);
        }

        return parsed.Value;
    }

    /// <summary>The row as text by column; null when it is blank, a row of totals, or cannot be told apart into fields.</summary>
    private ExtractRow? ReadRow(ExtractRows rows, ExtractHeader header, string[] fields)
    {
        if (rows.IsBlank)
        {
            blanks.Pass(rows.Number);
            return null;
        }

        blanks.ReportPassed();
        var ragged = rows.FieldCount == header.FieldCount ? null : rows.Beginning;
        if (IsTotals(rows, header) || (ragged is not null && IsRagged(rows, header.FieldCount, ragged)))
        {
            return null;
        }

        var cleaned = 0;
        var indented = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var position = header.Positions[i];
            if (position < 0)
            {
                fields[i] = string.Empty;
                continue;
            }

            var field = rows[position];
            fields[i] = FieldText.Of(field, pools[i], out var isCleaned);
            cleaned |= isCleaned ? 1 << i : 0;
            indented |= field is ['\t' or '\r', ..] ? 1 << i : 0;
        }

        return new ExtractRow(rows.Number, fields)
        {
            HasSerialDates = rows.HasSerialDates,
            CleanedColumns = cleaned,
            IndentedColumns = indented,
        };
    }

    private bool IsTotals(ExtractRows rows, ExtractHeader header)
    {
        var position = header.Positions[(int)ExtractColumn.ScrNumber];
        var named =
            TotalsRow.IsNamed(rows[0].Trim()) ? 0
            : position < rows.FieldCount && TotalsRow.IsNamed(rows[position].Trim()) ? position
            : -1;
        if (named < 0)
        {
            return false;
        }

        var filled = 0;
        for (var i = 0; i < rows.FieldCount; i++)
        {
            filled += rows[i].IsWhiteSpace() ? 0 : 1;
        }

        if (filled > header.FieldCount / 2)
        {
            return false;
        }

        reading.Report(TotalsRow.Problem(rows.Number, FieldText.Of(rows[named])));
        return true;
    }

    /// <summary>Has it fields too few, or text beyond the last column with a name? It is left out.</summary>
    private bool IsRagged(ExtractRows rows, int expected, string beginning)
    {
        var beyond = expected;
        while (beyond < rows.FieldCount && rows[beyond].IsWhiteSpace())
        {
            beyond++;
        }

        if (rows.FieldCount >= expected && beyond == rows.FieldCount)
        {
            return false;
        }

        var lines = rows.Lines;
        if (lines.Last > lines.First)
        {
            reading.Reject(
                rows.Number,
                ProblemCodes.BrokenQuote,
                beginning,
                $"A quotation mark runs over the lines {lines.First} to {lines.Last} of the file, which are left out together. Close it or remove it."
            );
        }
        else
        {
            reading.Reject(
                rows.Number,
                ProblemCodes.WrongNumberOfFields,
                beginning,
                $"The row has {rows.FieldCount} fields, the header has {expected}. Put quotation marks around a field that holds a {Delimiters.Name(rows.Delimiter)}."
            );
        }

        return true;
    }

    private bool TooManyErrors()
    {
        if (reading.Errors <= maximumErrors)
        {
            return false;
        }

        Refusal = ScrDataRefusals.TooManyErrors([reading], maximumErrors);
        return true;
    }

    private Refusal NoRecords() =>
        reading.Rows == 0
            ? new Refusal("extract-without-records", "The file has a header but no records. Export the extract again.")
            : new Refusal(
                "extract-without-records",
                $"None of the {reading.Rows:N0} rows is without an error, so nothing was imported. Correct them and import again."
            )
            {
                Details = [.. reading.FirstErrors.Select(ScrDataRefusals.Place)],
            };
}
