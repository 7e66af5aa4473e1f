using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ScrBudget.EndToEnd;

/// <summary>The site as a process of its own, in Development, which can be killed as a power cut would.</summary>
internal sealed partial class SiteProcess : IDisposable
{
    private readonly Process process;

    private SiteProcess(Process process, Uri address) => (this.process, BaseAddress) = (process, address);

    /// <summary>Where it listens, on the loopback address.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts the program that the tests are built with; returns when it serves.</summary>
    /// <param name="dataFolder">Holds its database and keys, also those of an earlier run.</param>
    /// <param name="address">Where an earlier run listened; null takes a free port.</param>
    public static async Task<SiteProcess> StartAsync(string dataFolder, Uri? address = null)
    {
        var program = typeof(Program).Assembly.Location;
        var command = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "--urls", address?.ToString() ?? "http://127.0.0.1:0" },
            // Its settings and its static files are found from there, as with dotnet run.
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["SCRBUDGET_DATA"] = dataFolder,
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        var started = Process.Start(command)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var written = new List<string>();
        while (await started.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            written.Add(line);
            if (Listening().Match(line) is { Success: true } listening)
            {
                // Read on, so that a full pipe never stops the process.
                _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new SiteProcess(started, new Uri(listening.Groups["address"].Value));
            }
        }

        started.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"The site ended before it served:\n{string.Join('\n', written)}");
    }

    /// <summary>Ends it at once, with no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    [GeneratedRegex("Now listening on: (?<address>http://[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
