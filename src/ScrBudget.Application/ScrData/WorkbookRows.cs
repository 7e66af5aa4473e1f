using System.Globalization;
using System.Text;
using ExcelDataReader;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The rows of one sheet of a workbook, read with ExcelDataReader; a formula counts as the value it last had.</summary>
internal sealed class WorkbookRows : ExtractRows
{
    /// <summary>Of a sheet, by the file format.</summary>
    public const int MaximumRows = 1_048_576;

    /// <summary>Of a sheet, by the file format.</summary>
    public const int MaximumColumns = 16_384;

    /// <summary>Blank ones included: 47 columns in as many rows as a sheet has.</summary>
    public const long MaximumCells = 50_000_000;

    private readonly IExcelDataReader reader;
    private string?[] texts = [];
    private int number;
    private long cells;

    // ExcelDataReader asks for Windows-1252 whenever it is set up, and .NET only has it when told.
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookRows(IExcelDataReader reader) => this.reader = reader;

    public override string Format => "XLSX";

    public override string SheetName => reader.Name;

    public override bool HasSerialDates => true;

    public override int Number => number;

    public override int FieldCount => texts.Length;

    public override bool IsBlank => Array.TrueForAll(texts, string.IsNullOrWhiteSpace);

    public override (int First, int Last) Lines => (number, number);

    public override string Beginning =>
        ExtractProblem.Shorten(string.Join(", ", texts.Where(text => !string.IsNullOrEmpty(text)).Take(10)));

    public override ReadOnlySpan<char> this[int field] => texts[field];

    public static Outcome<ExtractRows> Open(Stream stream, ExtractChoices choices)
    {
        if (WorkbookGuard.Check(stream) is { } refusal)
        {
            return refusal;
        }

        return Guarded<Outcome<ExtractRows>>(
            () =>
            {
                var opened = Create(stream);
                try
                {
                    return Choose(opened, choices.SheetName);
                }
                catch
                {
                    opened.Dispose();
                    throw;
                }
            },
            problem => problem
        );
    }

    /// <summary>The names of all sheets, in their order.</summary>
    public static Outcome<IReadOnlyList<string>> SheetNames(Stream stream) =>
        Guarded<Outcome<IReadOnlyList<string>>>(
            () =>
            {
                using var opened = Create(stream);
                return Names(opened);
            },
            problem => problem
        );

    public override bool MoveNext() => Guarded(Read, Stop);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }

    private static IExcelDataReader Create(Stream stream)
    {
        stream.Position = 0;
        return ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    private static Outcome<ExtractRows> Choose(IExcelDataReader opened, string? name)
    {
        var found = false;
        do
        {
            found = name is null
                ? string.Equals(opened.VisibleState, "visible", StringComparison.OrdinalIgnoreCase)
                : string.Equals(opened.Name, name, StringComparison.OrdinalIgnoreCase);
        } while (!found && opened.NextResult());

        if (!found)
        {
            opened.Reset();
            if (name is not null)
            {
                var names = Names(opened);
                opened.Dispose();
                return ExtractRefusals.SheetNotFound(name, [.. names.Value]);
            }
        }

        return new WorkbookRows(opened);
    }

    private static Outcome<IReadOnlyList<string>> Names(IExcelDataReader opened)
    {
        var names = new List<string>();
        do
        {
            names.Add(opened.Name);
        } while (opened.NextResult());

        return names;
    }

    private bool Read()
    {
        if (reader.FieldCount > MaximumColumns)
        {
            return Stop(ExtractRefusals.SheetTooLarge(MaximumRows, MaximumColumns));
        }

        if (!reader.Read())
        {
            return false;
        }

        number++;
        cells += reader.FieldCount;
        if (number > MaximumRows || cells > MaximumCells)
        {
            return Stop(ExtractRefusals.SheetTooLarge(MaximumRows, MaximumColumns));
        }

        if (texts.Length != reader.FieldCount)
        {
            texts = new string?[reader.FieldCount];
        }

        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text(i);
        }

        return true;
    }

    private bool Stop(Refusal refusal)
    {
        Refusal = refusal;
        return false;
    }

    private string? Text(int field) =>
        reader.GetValue(field) switch
        {
            null => null,
            string text => text,
            double value => value.ToString(CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            { } other => other.ToString(),
        };

    /// <summary>
    /// Damaged and hostile files make the library, and the ZIP and XML readers beneath it, throw exceptions of many kinds, by
    /// no list that it states; each means that the file cannot be read. The stream is a file that was received, and read.
    /// </summary>
    private static T Guarded<T>(Func<T> read, Func<Refusal, T> refuse)
    {
        try
        {
            return read();
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return refuse(ExtractRefusals.Encrypted);
        }
        catch (ExcelDataReader.Exceptions.HeaderException)
        {
            return refuse(ExtractRefusals.NotAWorkbook);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return refuse(ExtractRefusals.DamagedWorkbook);
        }
    }
}
