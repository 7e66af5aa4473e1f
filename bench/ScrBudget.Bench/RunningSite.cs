using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ScrBudget.Bench;

/// <summary>The published site as a process of its own, in Production, on a free port and a data folder of its own.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    private RunningSite(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? string.Empty);
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? string.Empty);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Starts the site and waits until it says that it is healthy.</summary>
    /// <exception cref="InvalidOperationException">It ended, or took too long; the message holds its log.</exception>
    public static async Task<RunningSite> StartAsync(
        string publishedFolder,
        string dataFolder,
        CancellationToken cancellation
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(publishedFolder, "ScrBudget.Web.dll")])
        {
            WorkingDirectory = publishedFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ScrBudget__PlainHttp"] = "true";
        start.Environment["SCRBUDGET_DATA"] = dataFolder;
        // Whatever this machine is set to: the site's own default database, in the data folder.
        start.Environment.Remove("ScrBudget__Database");
        var site = new RunningSite(Process.Start(start)!, address);
        try
        {
            await site.WaitUntilHealthyAsync(cancellation);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Of the site's process until now, in bytes.</summary>
    public long PeakBytes()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    /// <summary>Processor time of the site's process until now.</summary>
    public double CpuMilliseconds()
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task WaitUntilHealthyAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var start = Stopwatch.GetTimestamp();
        while (!await IsHealthyAsync(client, cancellation))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > LongestStart)
            {
                throw new InvalidOperationException($"The site did not start:\n{string.Join('\n', log)}");
            }

            await Task.Delay(BetweenTries, cancellation);
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync("/health", cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
