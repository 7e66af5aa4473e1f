using System.Text;
using nietras.SeparatedValues;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Reads a CSV extract row by row through the checks: commas, quotation marks around fields, UTF-8.</summary>
/// <param name="maximumErrors">More than these, and the whole extract is refused.</param>
internal sealed class ExtractFile(
    Stream stream,
    ExtractReading reading,
    int maximumErrors = ExtractReading.MaximumErrors
)
{
    /// <summary>Rows between two reports of progress.</summary>
    private const int ProgressStep = 20_000;

    // The same few names fill these columns: one string each, not one per row.
    private readonly Dictionary<ExtractColumn, StringPool> pools = new()
    {
        [ExtractColumn.ScrType] = new(),
        [ExtractColumn.Category] = new(),
        [ExtractColumn.Subcategory] = new(),
        [ExtractColumn.TcoInvolvement] = new(),
        [ExtractColumn.Association] = new(),
        [ExtractColumn.CrossesBorders] = new(),
        [ExtractColumn.Office] = new(),
    };

    /// <summary>Why the extract as a whole is refused; known when the records have been read, null when it is not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The accepted records, while the file is read. Ends early when the whole is refused.</summary>
    public IEnumerable<ScrRecord> Records(IProgress<int>? progress, CancellationToken cancellation)
    {
        using var text = new StreamReader(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: true,
            leaveOpen: true
        );
        using var csv = Open(text);
        if (csv is null || ReadHeader(csv) is not { } header)
        {
            yield break;
        }

        var fields = new string[ExtractColumns.Count];
        while (MoveNext(csv))
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                ReadRow(csv.Current, header, fields)
                && reading.Read(new ExtractRow(RowNumber(csv), fields)) is { } record
            )
            {
                yield return record;
            }

            if (Refusal is not null || TooManyErrors())
            {
                yield break;
            }

            if (reading.Rows % ProgressStep == 0)
            {
                progress?.Report(reading.Rows);
            }
        }

        if (Refusal is null)
        {
            Refusal = reading.Records == 0 ? NoRecords() : null;
        }
    }

    private SepReader? Open(StreamReader text)
    {
        try
        {
            return Sep.New(',')
                .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
                .From(text);
        }
        catch (DecoderFallbackException)
        {
            Refusal = NotUtf8();
            return null;
        }
    }

    private ExtractHeader? ReadHeader(SepReader csv)
    {
        if (!MoveNext(csv))
        {
            Refusal ??= new Refusal(
                "extract-empty",
                "The file is empty. Export the extract again, with its header row."
            );
            return null;
        }

        var row = csv.Current;
        if (HasOpenQuote(row.Span))
        {
            Refusal = OpenQuote(1);
            return null;
        }

        var names = new string[row.ColCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Clean(row[i].Span, pool: null);
        }

        var parsed = ExtractHeader.Parse(names);
        if (!parsed.IsDone)
        {
            Refusal = parsed.Refusal;
            return null;
        }

        foreach (var problem in parsed.Value.Problems)
        {
            reading.Report(problem);
        }

        return parsed.Value;
    }

    /// <summary>Fills the fields; false when the row is blank or cannot be told apart into fields.</summary>
    private bool ReadRow(SepReader.Row row, ExtractHeader header, string[] fields)
    {
        var number = row.RowIndex + 1;
        if (row.Span.IsWhiteSpace())
        {
            return false;
        }

        if (HasOpenQuote(row.Span))
        {
            Refusal = OpenQuote(number);
            return false;
        }

        if (row.ColCount != header.FieldCount)
        {
            RejectRagged(row, number, header.FieldCount);
            return false;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = Clean(row[header.Positions[i]].Span, pools.GetValueOrDefault((ExtractColumn)i));
        }

        return true;
    }

    private void RejectRagged(SepReader.Row row, int number, int expected)
    {
        var lines = row.LineNumberToExcl - row.LineNumberFrom;
        if (lines > 1)
        {
            reading.Reject(
                number,
                ProblemCodes.BrokenQuote,
                row.Span[..Math.Min(row.Span.Length, ExtractProblem.ValueLength)].ToString(),
                $"A quotation mark runs over the lines {row.LineNumberFrom} to {row.LineNumberToExcl - 1} of the file, which are left out together. Close it or remove it."
            );
        }
        else
        {
            reading.Reject(
                number,
                ProblemCodes.WrongNumberOfFields,
                row.Span[..Math.Min(row.Span.Length, ExtractProblem.ValueLength)].ToString(),
                $"The row has {row.ColCount} fields, the header has {expected}. Put quotation marks around a field that holds a comma."
            );
        }
    }

    private bool MoveNext(SepReader csv)
    {
        try
        {
            return csv.MoveNext();
        }
        catch (DecoderFallbackException)
        {
            Refusal = NotUtf8();
            return false;
        }
        catch (NotSupportedException)
        {
            // Sep's limit of 16 MB for one row: only a quotation mark that is never closed makes one.
            Refusal = OpenQuote(RowNumber(csv) + 1);
            return false;
        }
    }

    private bool TooManyErrors()
    {
        if (reading.Errors <= maximumErrors)
        {
            return false;
        }

        Refusal = new Refusal(
            "extract-too-many-errors",
            $"More than {maximumErrors:N0} errors in {reading.Rows:N0} rows: this does not look like an SCR extract. Nothing was imported."
        )
        {
            Details = FirstErrors(),
        };
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
                Details = FirstErrors(),
            };

    private List<string> FirstErrors() =>
        [.. reading.FirstErrors.Select(problem => $"Row {problem.Row}, {problem.Column}: {problem.Message}")];

    private static Refusal NotUtf8() =>
        new(
            "extract-not-utf-8",
            "The file is not UTF-8 text. Save it as CSV UTF-8 (comma delimited) and import it again."
        );

    private static Refusal OpenQuote(int row) =>
        new(
            "extract-quote-not-closed",
            $"A quotation mark in row {row} is never closed, so the rest of the file cannot be told apart. Close it and import again; nothing was imported."
        );

    private static bool HasOpenQuote(ReadOnlySpan<char> row) => row.Count('"') % 2 != 0;

    private static int RowNumber(SepReader csv) => csv.Current.RowIndex + 1;

    /// <summary>Trimmed, without control characters (PostgreSQL refuses NUL) and lone surrogates.</summary>
    private static string Clean(ReadOnlySpan<char> field, StringPool? pool)
    {
        field = field.Trim();
        foreach (var character in field)
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
            {
                return TextCleaning.Line(field.ToString());
            }
        }

        return pool is null ? field.ToString() : pool.Get(field);
    }
}

/// <summary>Gives the same string for the same characters, up to a number of different ones.</summary>
internal sealed class StringPool
{
    private const int Capacity = 2_000;
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public StringPool() => lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> characters)
    {
        if (lookup.TryGetValue(characters, out var known))
        {
            return known;
        }

        var added = characters.ToString();
        if (strings.Count < Capacity)
        {
            strings.Add(added);
        }

        return added;
    }
}
