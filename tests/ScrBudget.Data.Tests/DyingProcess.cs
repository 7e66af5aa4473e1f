using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ScrBudget.Application.Demo;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Storage;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests;

/// <summary>What a process is doing when it is killed.</summary>
internal enum DyingTask
{
    /// <summary>Prepares the database and loads the demo; dies before the given database command.</summary>
    LoadDemo,

    /// <summary>Imports an extract; dies when the given number of rows is read.</summary>
    ReadExtract,

    /// <summary>The same; dies before the given database command (bulk loading is none).</summary>
    ImportExtract,

    /// <summary>Publishes snapshot 2; dies before the given database command.</summary>
    Publish,
}

/// <summary>A process that is killed in the middle of its work.</summary>
internal static class DyingProcess
{
    public const string Command = "work-and-die";

    /// <summary>Records of the extract that it imports: three batches of loading.</summary>
    public const int Records = 60_000;

    /// <summary>What the shell reports for SIGKILL.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Starts the process and waits for its end.</summary>
    /// <param name="moment">A database command, counted from 1, or a row.</param>
    /// <returns><see cref="Killed"/>, or 0 when it had done everything before.</returns>
    public static async Task<int> StartAsync(DyingTask task, string setting, int moment, CancellationToken cancellation)
    {
        var program = typeof(DyingProcess).Assembly.Location;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, Command, $"{task}", setting, $"{moment}"])
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

    internal static async Task RunAsync(DyingTask task, string setting, int moment)
    {
        using var subscription =
            task == DyingTask.ReadExtract
                ? null
                : DiagnosticListener.AllListeners.Subscribe(new CommandCounter(moment));
        var database = DatabaseChoice.Parse(setting).Value;
        await using var system = TestSystem.Over(database);
        switch (task)
        {
            case DyingTask.LoadDemo:
                await new LoadDemo(database).ExecuteAsync(withSite: true);
                break;
            case DyingTask.Publish:
                await system
                    .Get<PublishSnapshot>()
                    .ExecuteAsync(
                        new PublishSnapshotInput(2, SyntheticExtract.Quality),
                        Person.SystemOperator,
                        default
                    );
                break;
            default:
                await ImportAsync(system, task == DyingTask.ReadExtract ? new KillingProgress(moment) : null);
                break;
        }
    }

    /// <summary>Imports the extract as snapshot 2, a candidate.</summary>
    internal static Task<Outcome<ImportResult>> ImportAsync(TestSystem system, IProgress<int>? progress = null) =>
        system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new ExtractToImport(SyntheticExtract.Create(Records, 2), "second.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    Progress: progress
                ),
                Person.SystemOperator,
                default
            );

    // Nothing is cleaned up, as when the machine's power fails.
    private static void Die() => Process.GetCurrentProcess().Kill();

    private sealed class KillingProgress(int rows) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= rows)
            {
                Die();
            }
        }
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
                Die();
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
