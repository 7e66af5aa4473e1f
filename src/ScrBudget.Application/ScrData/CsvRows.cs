using System.Buffers;
using System.Text;
using nietras.SeparatedValues;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The rows of a text file, read with Sep: any of four delimiters, quotation marks around fields.</summary>
internal sealed class CsvRows : ExtractRows
{
    private readonly TextForm form;
    private readonly StreamReader text;
    private readonly SepReader csv;
    private readonly SearchValues<char> blank;
    private bool isDisposed;

    private CsvRows(TextForm form, StreamReader text, SepReader csv, char delimiter)
    {
        this.form = form;
        this.text = text;
        this.csv = csv;
        Delimiter = delimiter;
        blank = SearchValues.Create([' ', '\t', '"', '\r', '\n', '\u00A0', delimiter]);
    }

    public override string Format => "CSV";

    public override string EncodingName => form.Name;

    public override char? Delimiter { get; }

    public override int Number => csv.Current.RowIndex + 1;

    public override int FieldCount => csv.Current.ColCount;

    public override bool IsBlank => !csv.Current.Span.ContainsAnyExcept(blank);

    public override (int First, int Last) Lines => (csv.Current.LineNumberFrom, csv.Current.LineNumberToExcl - 1);

    public override string Beginning =>
        csv.Current.Span[..Math.Min(csv.Current.Span.Length, ExtractProblem.ValueLength)].ToString();

    public override ReadOnlySpan<char> this[int field] => csv.Current[field].Span;

    public static Outcome<ExtractRows> Open(Stream stream, ExtractChoices choices, CancellationToken cancellation)
    {
        if (TextForm.Of(stream, cancellation) is not { } form)
        {
            return ExtractRefusals.Binary;
        }

        StreamReader? opened = null;
        try
        {
            var delimiter = Delimiters.Find(form, stream, choices);
            opened = form.Open(stream);
            return new CsvRows(form, opened, Delimiters.Read(delimiter).From(opened), delimiter);
        }
        catch (DecoderFallbackException)
        {
            opened?.Dispose();
            return ExtractRefusals.DamagedText(form.Name);
        }
    }

    public override bool MoveNext()
    {
        try
        {
            if (!csv.MoveNext())
            {
                return false;
            }
        }
        catch (DecoderFallbackException)
        {
            Refusal = ExtractRefusals.DamagedText(form.Name);
            return false;
        }
        catch (NotSupportedException)
        {
            // Sep's limit of 16 MB for one row: only a quotation mark that is never closed makes one.
            Refusal = ExtractRefusals.OpenQuote(Number + 1);
            return false;
        }

        if (csv.Current.Span.Count('"') % 2 == 0)
        {
            return true;
        }

        Refusal = ExtractRefusals.OpenQuote(Number);
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || isDisposed)
        {
            return;
        }

        isDisposed = true;
        csv.Dispose();
        text.Dispose();
    }
}
