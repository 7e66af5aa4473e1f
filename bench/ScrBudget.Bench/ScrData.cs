using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Bench;

/// <summary>Synthetic extracts, and the databases that they are imported into.</summary>
internal static class ScrData
{
    public const int DemoRecords = SyntheticExtract.PublishedScrs;

    public const int LargeRecords = 1_000_000;

    /// <summary>Writes the extract to a file, so that its bytes are not in the memory that is measured.</summary>
    public static async Task<string> WriteExtractAsync(TemporaryFolder folder, int records)
    {
        var path = folder.File(SyntheticExtract.FileName(records, SyntheticExtract.DemoSeed));
        await using var writer = new StreamWriter(path);
        SyntheticExtract.Write(writer, records, SyntheticExtract.DemoSeed);
        return path;
    }

    /// <summary>Imports and publishes the extract, with every check that the product has.</summary>
    /// <exception cref="InvalidOperationException">It was refused, or left rows out.</exception>
    public static async Task ImportAsync(Database database, string path, int records, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var imported = await database
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(file, Path.GetFileName(path))],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                Person.SystemOperator,
                cancellation
            );
        if (imported.Value.Records != records)
        {
            throw new InvalidOperationException($"{imported.Value.Records} records of {records} were imported.");
        }
    }

    /// <summary>A PostgreSQL server for this measurement, or why there is none.</summary>
    public static async Task<(PostgreSqlServer? Server, string Problem)> StartPostgreSqlAsync(
        CancellationToken cancellation
    )
    {
        try
        {
            return (await PostgreSqlServer.StartAsync(cancellation), string.Empty);
        }
        catch (InvalidOperationException problem)
        {
            return (null, problem.Message);
        }
    }
}
