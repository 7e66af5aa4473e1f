using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Storage;

namespace ScrBudget.Data.Tests;

/// <summary>A process that prepares a database, loads the demo, and is killed before a given database command.</summary>
internal static class DyingProcess
{
    public const string Command = "load-demo-and-die";

    /// <summary>What the shell reports for SIGKILL.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Starts the process and waits for its end.</summary>
    /// <param name="beforeCommand">Counts from 1.</param>
    /// <returns><see cref="Killed"/>, or 0 when it had done everything before.</returns>
    public static async Task<int> StartAsync(string setting, int beforeCommand, CancellationToken cancellation)
    {
        var program = typeof(DyingProcess).Assembly.Location;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, Command, setting, $"{beforeCommand}"])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode is 0 or Killed
            ? process.ExitCode
            : throw new InvalidOperationException($"The child ended with {process.ExitCode}: {errors}");
    }

    internal static async Task RunAsync(string setting, int beforeCommand)
    {
        using var subscription = DiagnosticListener.AllListeners.Subscribe(new CommandCounter(beforeCommand));
        await new LoadDemo(DatabaseChoice.Parse(setting).Value).ExecuteAsync(withSite: true);
    }

    /// <summary>Hears of every command that EF is about to execute, whichever context it belongs to.</summary>
    private sealed class CommandCounter(int last)
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>
    {
        private int commands;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Interlocked.Increment(ref commands) == last)
            {
                // Nothing is cleaned up, as when the machine's power fails.
                Process.GetCurrentProcess().Kill();
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
