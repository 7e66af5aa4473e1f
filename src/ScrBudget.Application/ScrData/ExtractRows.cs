using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData;

/// <summary>The rows of a file one after the other, as fields of text. What it cannot read ends it with a refusal.</summary>
internal abstract class ExtractRows : IDisposable
{
    /// <summary>Why it ended before the file did; null when it did not.</summary>
    public Refusal? Refusal { get; protected set; }

    /// <summary><c>CSV</c> or <c>XLSX</c>.</summary>
    public abstract string Format { get; }

    /// <summary>Of a text file: <c>UTF-8</c>; else null.</summary>
    public virtual string? EncodingName => null;

    /// <summary>Of a text file; else null.</summary>
    public virtual char? Delimiter => null;

    /// <summary>Of a workbook, the one that is read; else null.</summary>
    public virtual string? SheetName => null;

    /// <summary>May a number be a date?</summary>
    public virtual bool HasSerialDates => false;

    /// <summary>Of the current row, from 1, as a spreadsheet shows it.</summary>
    public abstract int Number { get; }

    public abstract int FieldCount { get; }

    /// <summary>Has no field of the current row any text?</summary>
    public abstract bool IsBlank { get; }

    /// <summary>The lines of the file that the current row runs over.</summary>
    public abstract (int First, int Last) Lines { get; }

    /// <summary>The beginning of the current row, for a message; asked before its fields.</summary>
    public abstract string Beginning { get; }

    public abstract ReadOnlySpan<char> this[int field] { get; }

    public abstract bool MoveNext();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
