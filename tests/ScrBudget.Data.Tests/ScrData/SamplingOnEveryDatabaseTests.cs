using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Application.Storage;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>A sample is the same on a real SQLite file and a real PostgreSQL, and its work and trail are kept on both.</summary>
public sealed class SamplingOnEveryDatabaseTests(SharedPostgreSql postgres) : IDisposable
{
    private readonly TemporarySqliteDatabase sqlite = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => sqlite.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sample_IsDrawnWorkedOnAndVerified_TheSameOnSqliteAndPostgreSql(bool isStratified)
    {
        var onSqlite = await WorkAsync(DatabaseChoice.Parse(sqlite.Setting).Value, isStratified);
        var onPostgres = await WorkAsync(await postgres.NewDatabaseAsync(), isStratified);

        Assert.Equal(onSqlite, onPostgres);
        Assert.Equal(258 + 2, onSqlite.Count);
        Assert.Contains("1 of 258 cases adjudicated: not projected yet.", onSqlite);
    }

    private static async Task<List<string>> WorkAsync(DatabaseChoice database, bool isStratified)
    {
        await using var services = new ServiceCollection().AddScrBudget(database).BuildServiceProvider();
        await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(Cancellation);
        var imported = await services
            .GetRequiredService<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(SyntheticExtract.Create(8_275, 1), "extract.csv")],
                    SyntheticExtract.AsOf,
                    IsSynthetic: true,
                    SyntheticExtract.Quality
                ),
                Person.SystemOperator,
                Cancellation
            );
        Assert.True(imported.IsDone, imported.Refusal?.Message);
        var number = (
            await services
                .GetRequiredService<DrawSample>()
                .ExecuteAsync(
                    new DrawSampleInput(
                        "The same everywhere",
                        new PlanSampleInput(1, new FiscalYear(2017), new FiscalYear(2022), 0.9m, 0.05m),
                        ChosenSize: null,
                        SizeReason: null,
                        "any seed",
                        isStratified
                    ),
                    Person.SystemOperator,
                    Cancellation
                )
        ).Value;
        await FinishAsync(services, number);

        var reading = (
            await services.GetRequiredService<ReadSamples>().ByNumberAsync(number, Person.SystemOperator, Cancellation)
        ).Value;
        var verified = await services
            .GetRequiredService<VerifyEvidence>()
            .ExecuteAsync(Person.SystemOperator, Cancellation);
        return
        [
            .. reading.Cases.Select(one =>
                $"{one.Order} {one.CaseNumber} {one.CategoryCode} {one.Status} {string.Join(' ', one.Scrs.Select(scr => $"{scr.ScrNumber} {scr.Finding}"))}"
            ),
            reading.Findings.Project(Confidence.Standard, ProjectionMethod.Normal).Refusal!.Message,
            $"{verified.Value.Problems.Count} problems",
        ];
    }

    /// <summary>Tests and adjudicates the first case.</summary>
    private static async Task FinishAsync(ServiceProvider services, int number)
    {
        var read = services.GetRequiredService<ReadSamples>();
        var one = (await read.CaseAsync(number, 1, Person.SystemOperator, Cancellation)).Value.Case;
        var tested = await services
            .GetRequiredService<TestSampledCase>()
            .ExecuteAsync(
                new TestSampledCaseInput(
                    new SampledCaseInput(number, 1, one.Version),
                    [
                        .. one.Scrs.Select(scr => new ScrTests(
                            scr.ScrNumber,
                            TestAnswer.No,
                            TestAnswer.CannotTell,
                            "note"
                        )),
                    ]
                ),
                Person.SystemOperator,
                Cancellation
            );
        Assert.True(tested.IsDone, tested.Refusal?.Message);
        one = (await read.CaseAsync(number, 1, Person.SystemOperator, Cancellation)).Value.Case;
        var adjudicated = await services
            .GetRequiredService<AdjudicateSampledCase>()
            .ExecuteAsync(
                new AdjudicateSampledCaseInput(
                    new SampledCaseInput(number, 1, one.Version),
                    [.. one.Scrs.Select(scr => new AdjudicatedScr(scr.ScrNumber, ScrFinding.NoAssociation))],
                    "No response."
                ),
                Person.SystemOperator,
                Cancellation
            );
        Assert.True(adjudicated.IsDone, adjudicated.Refusal?.Message);
    }
}
