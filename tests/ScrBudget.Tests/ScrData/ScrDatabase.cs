using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>A database file of its own with the categories in it, and the use cases of SCR data over it.</summary>
internal sealed class ScrDatabase : IDbContextFactory<ScrBudgetContext>, IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"scr-{Guid.NewGuid():N}.db");
    private readonly DbContextOptions<ScrBudgetContext> options;

    public ScrDatabase()
    {
        // Pooling would keep the file open after the last context.
        options = new DbContextOptionsBuilder<ScrBudgetContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString)
            .Options;
        using var context = CreateDbContext();
        context.Database.EnsureCreated();
        context.ScrCategories.AddRange(ScrCategories.Initial());
        context.ScrSubcategories.AddRange(ScrCategories.InitialSubcategories());
        context.SaveChanges();
    }

    public static DateOnly AsOf { get; } = new(2022, 10, 31);

    public static Person Steward { get; } = Holding(Role.ScrDataSteward);

    public static Person Analyst { get; } = Holding(Role.BudgetAnalyst);

    public static QualityStatements Quality { get; } =
        new("checked", "case system", "exact", "none known", "none needed");

    public ImportScrExtract Import => new(this, TimeProvider.System);

    public QueryStatistic Statistics => new(this);

    public static Person Holding(Role role) => new(role.ToString(), role.ToString(), "VAP", [role]);

    /// <summary>The supplied clean extract.</summary>
    public static MemoryStream CleanExtract()
    {
        using var packed = new GZipStream(
            typeof(ScrDatabase).Assembly.GetManifestResourceStream("extract-fy2017-2022.csv.gz")!,
            CompressionMode.Decompress
        );
        var plain = new MemoryStream();
        packed.CopyTo(plain);
        plain.Position = 0;
        return plain;
    }

    public static StatisticQuery Ask(
        string? category,
        int first,
        int last,
        Measure measure = Measure.Results,
        TcoFilter tco = TcoFilter.All,
        string? subcategory = null
    ) => new(category, subcategory, new FiscalYear(first), new FiscalYear(last), measure, tco);

    public ScrBudgetContext CreateDbContext() => new(options);

    /// <summary>Imports and publishes.</summary>
    public Task<Outcome<ImportResult>> PublishAsync(Stream content, DateOnly? asOf = null) =>
        Import.ExecuteAsync(
            new ImportScrExtractInput(content, "extract.csv", asOf ?? AsOf, IsSynthetic: true, Quality),
            Steward,
            TestContext.Current.CancellationToken
        );

    public async Task<Statistic> AskAsync(StatisticQuery query) =>
        (await Statistics.AskAsync(query, null, Analyst, TestContext.Current.CancellationToken)).Value;

    public void Dispose()
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
        {
            File.Delete(file);
        }
    }
}
