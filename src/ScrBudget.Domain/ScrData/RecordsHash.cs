using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScrBudget.Domain.ScrData;

/// <summary>SHA-256 over the records of a snapshot, by file and row, every stored value but the key.</summary>
public sealed class RecordsHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder text = new();

    /// <param name="record">The next one, in the order of the files and their rows.</param>
    public void Add(ScrRecord record)
    {
        text.Clear();
        Append(record.ExtractNumber);
        Append(record.Row);
        Append(record.ScrNumber);
        Append(record.CaseNumber);
        Append((int)record.Type);
        Append(record.CategoryCode);
        Append(record.Subcategory);
        Append(record.ApprovedOn.DayNumber);
        Append(record.FiscalYear);
        Append((int)record.TcoInvolvement);
        Append(record.HasAssociation);
        Append(record.CrossesBorders);
        Append(record.Office);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        foreach (var chunk in text.GetChunks())
        {
            hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(chunk.Span, bytes)));
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Over the records added so far, lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();

    // Length before content: nothing can move from one field into the next.
    private void Append(string value) => text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value};");

    private void Append(int value) => text.Append(CultureInfo.InvariantCulture, $"{value};");

    private void Append(bool? value) =>
        text.Append(
            value switch
            {
                true => "yes;",
                false => "no;",
                null => "?;",
            }
        );
}
