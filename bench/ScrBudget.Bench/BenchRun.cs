using System.Diagnostics;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>One run of this program: what was asked for, and the published site that several benchmarks share.</summary>
internal sealed class BenchRun(BenchOptions options) : IDisposable
{
    private TemporaryFolder? publishedSite;

    public BenchOptions Options { get; } = options;

    /// <summary>The folder of the site as <c>dotnet publish</c> makes it; made when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">It cannot be published; the message holds what the SDK said.</exception>
    public async Task<string> PublishedSiteAsync(CancellationToken cancellation)
    {
        if (publishedSite is null)
        {
            publishedSite = new TemporaryFolder();
            await PublishAsync(publishedSite.FullPath, cancellation);
        }

        return publishedSite.FullPath;
    }

    public void Dispose() => publishedSite?.Dispose();

    private static async Task PublishAsync(string folder, CancellationToken cancellation)
    {
        // No build server may stay behind: it would run beside what is measured.
        string[] arguments =
        [
            "publish",
            Path.Combine(RepositoryFiles.Root, "src", "ScrBudget.Web"),
            "--configuration",
            "Release",
            "--output",
            folder,
            "--verbosity",
            "quiet",
            "-nodeReuse:false",
            "-p:UseSharedCompilation=false",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancellation);
        await publish.WaitForExitAsync(cancellation);
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"The site cannot be published:\n{said}");
        }
    }
}
