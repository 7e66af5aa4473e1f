using System.Security.Cryptography;
using ScrBudget.Application.Storage;
using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData;

/// <summary>A file as received: its bytes, which can be read again, and their hash.</summary>
internal sealed class ReceivedFile : IAsyncDisposable
{
    private readonly Stream? owned;

    private ReceivedFile(Stream content, string sha256, Stream? owned) =>
        (Content, Sha256, this.owned) = (content, sha256, owned);

    /// <summary>Can seek.</summary>
    public Stream Content { get; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Keeps an upload, which can be read only once, in a temporary file that goes with it.</summary>
    public static async Task<Outcome<ReceivedFile>> ReceiveAsync(
        Stream stream,
        long maximumBytes,
        CancellationToken cancellation
    )
    {
        var copy = stream.CanSeek ? null : TemporaryFile.Create();
        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            var total = 0L;
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
            {
                total += read;
                if (total > maximumBytes)
                {
                    await DisposeAsync(copy);
                    return new Refusal(
                        "extract-too-large",
                        $"The file has more than {maximumBytes >> 20:N0} MB. Export fewer fiscal years at once."
                    );
                }

                hash.AppendData(buffer, 0, read);
                if (copy is not null)
                {
                    await copy.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }
            }

            return new ReceivedFile(copy ?? stream, Convert.ToHexStringLower(hash.GetHashAndReset()), copy);
        }
        catch
        {
            await DisposeAsync(copy);
            throw;
        }
    }

    public ValueTask DisposeAsync() => DisposeAsync(owned);

    private static ValueTask DisposeAsync(Stream? stream) => stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}
