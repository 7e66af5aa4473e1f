using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Notices;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.Application.Storage;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.TestSupport;

/// <summary>
/// The use cases over a SQLite file of their own: migrated, with the reference data, the synthetic snapshot 1 and the open
/// FY 2029 call. The file is made once per test process and copied for each system.
/// </summary>
public sealed class TestSystem : IAsyncDisposable
{
    /// <summary>The call that is open on <see cref="TestClock.StartsAt"/>.</summary>
    public const int OpenYear = 2029;

    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly TemporaryFolder? folder;
    private readonly ServiceProvider services;

    private TestSystem(DatabaseChoice database, TemporaryFolder? folder, MailSettings? mail = null)
    {
        this.folder = folder;
        Database = database;
        services = Services(database, Clock, Uploads, mail ?? MailSettings.Off);
    }

    public DatabaseChoice Database { get; }

    public TestClock Clock { get; } = new();

    /// <summary>Where uploads are kept.</summary>
    public TemporaryFolder Uploads { get; } = new();

    /// <summary>With the synthetic snapshot and the open call in it.</summary>
    /// <param name="mail">Where mail goes; off unless given.</param>
    public static async Task<TestSystem> CreateAsync(MailSettings? mail = null) =>
        await FromFileAsync(await Template.Value, mail);

    /// <summary>A copy of a database file, for tests that share what they begin with.</summary>
    public static async Task<TestSystem> FromFileAsync(byte[] file, MailSettings? mail = null)
    {
        var own = new TemporaryFolder();
        var path = own.File("scrbudget.db");
        await File.WriteAllBytesAsync(path, file);
        return new TestSystem(DatabaseChoice.Parse($"sqlite:{path}").Value, own, mail);
    }

    /// <summary>An empty file, not yet prepared.</summary>
    public static TestSystem Empty()
    {
        var own = new TemporaryFolder();
        return new TestSystem(DatabaseChoice.Parse($"sqlite:{own.File("scrbudget.db")}").Value, own);
    }

    /// <summary>Any database, which the caller removes: a PostgreSQL one, or a second system on the same file.</summary>
    public static TestSystem Over(DatabaseChoice database, MailSettings? mail = null) =>
        new(database, folder: null, mail);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ScrBudgetContext CreateContext() => Get<IDbContextFactory<ScrBudgetContext>>().CreateDbContext();

    /// <summary>Changes rows behind the product's back.</summary>
    public async Task<int> ExecuteSqlAsync(string sql)
    {
        await using var context = CreateContext();
        return await context.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Opens a call; the one of FY 2029 is open in <see cref="CreateAsync"/> already.</summary>
    public async Task OpenCycleAsync(int budgetYear)
    {
        await using var context = CreateContext();
        context.Add(
            new BudgetCycle(
                new FiscalYear(budgetYear),
                new FiscalYear(budgetYear - 2),
                new DateOnly(2026, 10, 1),
                new DateOnly(2027, 2, 26),
                Marking.Budget
            )
        );
        await context.SaveAsync(People.Holding(Domain.Identity.Role.OaoCompiler), TestClock.StartUtc);
    }

    /// <summary>The database file as it is now; the system goes on working.</summary>
    public async Task<byte[]> FileAsync()
    {
        await ExecuteSqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await using var file = new FileStream(Database.Target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (Database.Kind == DatabaseKind.Sqlite)
        {
            // Connections are pooled by file: those of this one would keep it open.
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Database.Target }.ConnectionString
            );
            SqliteConnection.ClearPool(connection);
        }

        folder?.Dispose();
        Uploads.Dispose();
    }

    private static ServiceProvider Services(
        DatabaseChoice database,
        TestClock clock,
        TemporaryFolder uploads,
        MailSettings mail
    ) =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(mail)
            .AddSingleton(new IntakeStore(() => uploads.File("intake")))
            .AddScrBudget(database)
            .BuildServiceProvider();

    private static async Task<byte[]> MakeTemplateAsync()
    {
        await using var system = Empty();
        await system.Get<PrepareDatabase>().ExecuteAsync();
        await using var extract = SyntheticExtract.Create(SyntheticExtract.PublishedScrs, SyntheticExtract.DemoSeed);
        var imported = await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, "synthetic.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                People.Steward,
                CancellationToken.None
            );
        _ = imported.Value;
        await system.OpenCycleAsync(OpenYear);
        return await system.FileAsync();
    }
}
