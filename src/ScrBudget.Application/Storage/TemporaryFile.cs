namespace ScrBudget.Application.Storage;

/// <summary>What is too large for memory, in a file that goes when it is closed.</summary>
public static class TemporaryFile
{
    /// <summary>An empty one, which nobody else can open.</summary>
    public static FileStream Create() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    /// <summary>One that is written and stands at its beginning; when writing fails it is gone.</summary>
    public static async Task<Stream> WrittenAsync(Func<Stream, Task> write)
    {
        var file = Create();
        try
        {
            await write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
