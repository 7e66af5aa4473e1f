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

/// <summary>An import with its problems, by row.</summary>
internal sealed record Imported(ImportResult Result, IReadOnlyList<ExtractProblem> Problems)
{
    public int SnapshotNumber => Result.SnapshotNumber;

    public int Rows => Result.Rows;

    public int Records => Result.Records;

    public int Cases => Result.Cases;

    public bool IsPublished => Result.IsPublished;

    public IReadOnlyList<ExtractProblem> Errors => Of(ProblemSeverity.Error, Result.Errors);

    public IReadOnlyList<ExtractProblem> Warnings => Of(ProblemSeverity.Warning, Result.Warnings);

    private List<ExtractProblem> Of(ProblemSeverity severity, int counted)
    {
        var found = Problems.Where(problem => problem.Severity == severity).ToList();
        Assert.Equal(counted, found.Count);
        return found;
    }
}

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
    public static MemoryStream CleanExtract() => Unpacked("extract-fy2017-2022.csv.gz");

    /// <summary>A supplied file, as it was supplied.</summary>
    public static Stream Supplied(string name) => typeof(ScrDatabase).Assembly.GetManifestResourceStream(name)!;

    /// <summary>A supplied file that is kept packed.</summary>
    public static MemoryStream Unpacked(string name)
    {
        using var packed = new GZipStream(Supplied(name), CompressionMode.Decompress);
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

    /// <summary>Imports and publishes, and reads what the import found wrong.</summary>
    public async Task<Outcome<Imported>> PublishAsync(Stream content, DateOnly? asOf = null)
    {
        var outcome = await Import.ExecuteAsync(
            new ImportScrExtractInput([new(content, "extract.csv")], asOf ?? AsOf, IsSynthetic: true, Quality),
            Steward,
            TestContext.Current.CancellationToken
        );
        if (!outcome.IsDone)
        {
            return outcome.Refusal;
        }

        var problems = await new ReadProblems(this)
            .AllAsync(outcome.Value.SnapshotNumber, new ProblemFilter(), Steward, TestContext.Current.CancellationToken)
            .ToListAsync();
        return new Imported(outcome.Value, problems);
    }

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
