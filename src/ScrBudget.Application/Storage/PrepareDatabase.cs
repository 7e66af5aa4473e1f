using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Storage;

/// <summary>
/// Makes and migrates the database at start and loads the reference data that are missing. Safe when a process dies in
/// the middle and when two start at once.
/// </summary>
public sealed class PrepareDatabase(IDbContextFactory<ScrBudgetContext> contexts, DatabaseChoice choice)
{
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <returns>A refusal when another version of the product made the database.</returns>
    public async Task<Outcome> ExecuteAsync(CancellationToken cancellation = default)
    {
        if (choice.Kind != DatabaseKind.Sqlite)
        {
            // These two hold their migration lock in the session: it ends with the process.
            return await MigrateAsync(cancellation);
        }

        await using var turn = await TakeTurnAsync(choice.Target + ".migrating", cancellation);
        await DropStaleLockAsync(cancellation);
        var migrated = await MigrateAsync(cancellation);
        if (migrated.IsDone)
        {
            await WriteAheadAsync(cancellation);
        }

        return migrated;
    }

    /// <summary>
    /// EF chooses the write-ahead log only for a file that it makes itself: not for an empty one that was there, nor for
    /// one whose maker died right after.
    /// </summary>
    private async Task WriteAheadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellation);
    }

    private async Task<Outcome> MigrateAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // None of a database that is not there yet, or is empty.
        var applied = await context.Database.CanConnectAsync(cancellation)
            ? await context.Database.GetAppliedMigrationsAsync(cancellation)
            : [];
        if (applied.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            return new Refusal(
                "database-of-another-version",
                $"Another version of ScrBudget made this database (its migration {unknown} is unknown here). Use that version, or another database: for the demo, delete the file {choice.Target} and start again."
            );
        }

        await MigrateAllAsync(cancellation);
        await LoadReferenceDataAsync(context, cancellation);
        return Outcome.Done;
    }

    /// <summary>
    /// PostgreSQL's migration lock ends with each migration: of two programs that start at once, the second may try again
    /// what the first has just done. It then goes on from where the database is.
    /// </summary>
    private async Task MigrateAllAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var pending = await CountPendingAsync(context, cancellation);
            try
            {
                await context.Database.MigrateAsync(cancellation);
                return;
            }
            catch (DbException)
            {
                await using var now = await contexts.CreateDbContextAsync(cancellation);
                if (await CountPendingAsync(now, cancellation) >= pending)
                {
                    throw;
                }
            }
        }
    }

    private static async Task<int> CountPendingAsync(ScrBudgetContext context, CancellationToken cancellation) =>
        await context.Database.CanConnectAsync(cancellation)
            ? (await context.Database.GetPendingMigrationsAsync(cancellation)).Count()
            : context.Database.GetMigrations().Count();

    /// <summary>One process at a time: the operating system ends the turn of a process that dies.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (IsTakenByAnother(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }

    /// <summary>Any other failure, such as a file system that cannot be written, would last for ever.</summary>
    private static bool IsTakenByAnother(IOException failure) =>
        failure.HResult is SharingViolationOnWindows or WouldBlockOnLinux or WouldBlockOnMac;

    /// <summary>
    /// EF keeps SQLite's migration lock in a table, and a process killed inside a migration leaves it there for good.
    /// Whoever has the turn knows that no other migrates: what is left is stale.
    /// </summary>
    private async Task DropStaleLockAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (File.Exists(choice.Target) && new FileInfo(choice.Target).Length > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        }
    }

    private static async Task LoadReferenceDataAsync(ScrBudgetContext context, CancellationToken cancellation)
    {
        if (await context.ScrCategories.AnyAsync(cancellation))
        {
            return;
        }

        context.ScrCategories.AddRange(ScrCategories.Initial());
        context.ScrSubcategories.AddRange(ScrCategories.InitialSubcategories());
        context.Offices.AddRange(OfficeCatalogue.Initial());
        context.PublishedFigures.AddRange(PublishedFigures.ReadAll());
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (IsLoadedByAnother(context))
        {
            // Two first starts at once: the other one was quicker, and its save holds the same data.
        }
    }

    private static bool IsLoadedByAnother(ScrBudgetContext context)
    {
        context.ChangeTracker.Clear();
        return context.ScrCategories.Any();
    }
}
