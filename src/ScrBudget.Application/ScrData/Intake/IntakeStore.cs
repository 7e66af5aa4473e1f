using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ScrBudget.Application.Storage;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>
/// The folder of uploads that are not settled yet: one folder for each, with the files as received under names of our own
/// and a manifest. Case numbers stand in them: on Unix their owner alone can read them.
/// </summary>
public sealed class IntakeStore(Func<string> folder)
{
    /// <summary>Bytes that the files of one upload have together, at most.</summary>
    public const long MaximumBytes = 200L << 20;

    private const int IdBytes = 8;
    private const string Manifest = "manifest.json";
    private const int BufferSize = 1 << 16;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>In the product's data folder.</summary>
    public IntakeStore()
        : this(() => Path.Combine(DataFolder.Path, "intake")) { }

    /// <summary>16 lower-case hexadecimal digits: nothing else is ever made part of a path.</summary>
    public static bool IsId(string? id) => id?.Length == IdBytes * 2 && id.All(char.IsAsciiHexDigitLower);

    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>Null where there is none of this id, or its manifest was never finished.</summary>
    public async Task<PendingImport?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!IsId(id) || !File.Exists(ManifestOf(id)))
        {
            return null;
        }

        await using var stream = File.OpenRead(ManifestOf(id));
        try
        {
            return await JsonSerializer.DeserializeAsync<PendingImport>(stream, Json, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All, newest first; what an interrupted upload left behind a day ago is cleared away.</summary>
    public async Task<IReadOnlyList<PendingImport>> ListAsync(DateTime now, CancellationToken cancellation)
    {
        var all = new List<PendingImport>();
        foreach (var path in Directory.EnumerateDirectories(DataFolder.Make(folder())))
        {
            if (await FindAsync(Path.GetFileName(path), cancellation) is { } pending)
            {
                all.Add(pending);
            }
            else if (now - Directory.GetLastWriteTimeUtc(path) > TimeSpan.FromDays(1))
            {
                Delete(Path.GetFileName(path));
            }
        }

        return [.. all.OrderByDescending(pending => pending.At)];
    }

    /// <summary>Writes the manifest anew.</summary>
    internal Task SaveAsync(PendingImport pending, CancellationToken cancellation) =>
        WriteAsync(ManifestOf(pending.Id), pending, cancellation);

    /// <summary>The quality statements that were saved for a candidate; null where none were.</summary>
    internal async Task<QualityStatements?> FindQualityAsync(int snapshotNumber, CancellationToken cancellation)
    {
        if (!File.Exists(QualityOf(snapshotNumber)))
        {
            return null;
        }

        await using var stream = File.OpenRead(QualityOf(snapshotNumber));
        return await JsonSerializer.DeserializeAsync<QualityStatements>(stream, Json, cancellation);
    }

    internal Task SaveQualityAsync(int snapshotNumber, QualityStatements statements, CancellationToken cancellation)
    {
        DataFolder.Make(folder());
        return WriteAsync(QualityOf(snapshotNumber), statements, cancellation);
    }

    /// <summary>The statements of a candidate that is read again go on with the new one.</summary>
    internal void MoveQuality(int from, int to)
    {
        if (File.Exists(QualityOf(from)))
        {
            File.Move(QualityOf(from), QualityOf(to), overwrite: true);
        }
    }

    /// <summary>Deletes the statements of all but these candidates.</summary>
    internal void KeepQuality(IEnumerable<int> candidates)
    {
        var kept = candidates.Select(QualityOf).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(DataFolder.Make(folder()), "quality-*.json"))
        {
            if (!kept.Contains(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Keeps one file as it comes.</summary>
    /// <param name="allowed">Bytes that it may have.</param>
    /// <param name="received">Told the bytes so far.</param>
    internal async Task<Outcome<PendingFile>> ReceiveAsync(
        string id,
        int number,
        ExtractToImport extract,
        long allowed,
        Action<long> received,
        CancellationToken cancellation
    )
    {
        DataFolder.Make(folder());
        DataFolder.Make(FolderOf(id));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var stream = Create(FileOf(id, number), FileMode.CreateNew);
        var buffer = new byte[BufferSize];
        var total = 0L;
        int read;
        while ((read = await extract.Content.ReadAsync(buffer, cancellation)) > 0)
        {
            total += read;
            if (total > allowed)
            {
                return IntakeRefusals.TooLarge;
            }

            hash.AppendData(buffer, 0, read);
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellation);
            received(total);
        }

        return new PendingFile(number, extract.FileName, total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The bytes as received.</summary>
    internal Stream Open(string id, int number) =>
        new FileStream(FileOf(id, number), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);

    internal void Delete(string id)
    {
        if (IsId(id) && Directory.Exists(FolderOf(id)))
        {
            Directory.Delete(FolderOf(id), recursive: true);
        }
    }

    private static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = BufferSize,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whole or not at all: what stood there stays until the new one is written.</summary>
    private static async Task WriteAsync<T>(string path, T content, CancellationToken cancellation)
    {
        var made = path + ".new";
        await using (var stream = Create(made, FileMode.Create))
        {
            await JsonSerializer.SerializeAsync(stream, content, Json, cancellation);
        }

        File.Move(made, path, overwrite: true);
    }

    private string QualityOf(int snapshotNumber) =>
        Path.Combine(folder(), string.Create(CultureInfo.InvariantCulture, $"quality-{snapshotNumber}.json"));

    private string FolderOf(string id) =>
        IsId(id) ? Path.Combine(folder(), id) : throw new ArgumentException("Not the id of an upload.", nameof(id));

    private string ManifestOf(string id) => Path.Combine(FolderOf(id), Manifest);

    private string FileOf(string id, int number) =>
        Path.Combine(FolderOf(id), string.Create(CultureInfo.InvariantCulture, $"{number}.extract"));
}
