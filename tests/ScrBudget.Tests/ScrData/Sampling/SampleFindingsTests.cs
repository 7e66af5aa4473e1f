using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.Tests.Audit;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>What a sample's cases come to, and that its trail holds.</summary>
public sealed class SampleFindingsTests
{
    private static readonly string[] Categories = [.. ScrCategories.Initial().Select(category => category.Code)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IncompleteSample_IsNotProjected()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(3));
        await system.FinishAsync(1, 1, TestAnswer.No, TestAnswer.Yes);

        var projected = (await system.SampleAsync(1)).Findings.Project(Confidence.Standard, ProjectionMethod.Normal);

        Assert.Equal("1 of 3 cases adjudicated: not projected yet.", projected.Refusal?.Message);
    }

    [Fact]
    public async Task Tables_CountTheScrsThatFail_AndTheSampleIsProjected()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(4));
        await system.FinishAsync(1, 1, TestAnswer.No, TestAnswer.Yes);
        await system.FinishAsync(1, 2, TestAnswer.Yes, TestAnswer.No);
        await system.FinishAsync(1, 3, TestAnswer.No, TestAnswer.No);
        await system.FinishAsync(1, 4, TestAnswer.Yes, TestAnswer.Yes);

        var reading = await system.SampleAsync(1);
        var findings = reading.Findings;
        var byCategory = findings.ByCategory(Categories);
        var failing = reading.Cases.Take(3).SelectMany(one => one.Scrs).ToList();

        Assert.Equal((4, 3, 0), (findings.AdjudicatedCases, findings.NotTcoCases, findings.MixedCases));
        Assert.Equal(reading.Cases[0].Scrs.Count, byCategory.Sum(row => row.NoAssociationOnly));
        Assert.Equal(reading.Cases[1].Scrs.Count, byCategory.Sum(row => row.NoBorderCrossingOnly));
        Assert.Equal(reading.Cases[2].Scrs.Count, byCategory.Sum(row => row.Both));
        Assert.Equal(failing.Count, byCategory.Sum(row => row.Total));
        Assert.Equal(
            failing.Select(scr => scr.CategoryCode).ToHashSet(),
            byCategory.Select(row => row.CategoryCode).ToHashSet()
        );
        Assert.Equal(
            failing.Count(scr => scr.Type != ScrType.InitialInvestigation),
            Enumerable.Range(2017, 6).Sum(year => findings.InaccurateIn(new FiscalYear(year)))
        );
        Assert.Equal(failing.Count, findings.InaccurateInitials + failing.Count(scr => scr.IsResult));
        Assert.Equal(3_762, findings.Project(Confidence.Standard, ProjectionMethod.Wilson).Value.Point);
    }

    [Fact]
    public async Task CaseWithOneScrThatFails_CountsAsNotAboutATco_AndIsToldApart()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(20));
        var several = (await system.SampleAsync(1)).Cases.First(one => one.Scrs.Count > 1);
        await system.TestAsync(several, TestAnswer.Yes, TestAnswer.Yes);
        var tested = await system.CaseAsync(1, several.Order);

        var adjudicated = tested.Adjudicate(
            [
                .. tested.Scrs.Select(
                    (scr, i) => new AdjudicatedScr(scr.ScrNumber, i == 0 ? ScrFinding.Both : ScrFinding.Tco)
                ),
            ],
            "The first names one person at home.",
            tested.Version,
            People.Auditor,
            TestClock.StartUtc
        );

        Assert.True(adjudicated.IsDone);
        Assert.True(tested.IsNotTco);
        Assert.True(tested.IsMixed);
    }

    [Fact]
    public async Task StratifiedSample_IsProjectedByItsStrata()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(16) with { IsStratified = true });
        foreach (var one in (await system.SampleAsync(1)).Cases)
        {
            await system.FinishAsync(1, one.Order, one.Order % 2 == 0 ? TestAnswer.No : TestAnswer.Yes, TestAnswer.Yes);
        }

        var reading = await system.SampleAsync(1);
        var projection = reading.Findings.Project(Confidence.Standard, ProjectionMethod.Normal).Value;
        var refused = reading.Findings.Project(Confidence.Standard, ProjectionMethod.Exact);

        Assert.True(projection.IsStratified);
        Assert.Equal(
            Math.Round(
                reading.Sample.Strata.Sum(stratum =>
                    (double)stratum.Population
                    * reading.Cases.Count(one => one.CategoryCode == stratum.CategoryCode && one.IsNotTco)
                    / stratum.Sample
                ),
                MidpointRounding.AwayFromZero
            ),
            projection.Point
        );
        Assert.Equal("method-not-for-strata", refused.Refusal?.Code);
    }

    [Fact]
    public async Task EveryStoredValueOfASample_IsComparedWithItsLastEntry()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(1));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.Yes);
        await system.RespondAsync(await system.CaseAsync(1), agrees: true, "Right.");
        await system.AdjudicateAsync(await system.CaseAsync(1), reasons: "As the tests say.");
        var filled = await system.FileAsync();
        await using var model = system.CreateContext();
        var columns = StoredColumns
            .Of<AuditSample>(model.Model)
            .Concat(StoredColumns.Of<SampledCase>(model.Model))
            .ToList();
        Assert.True(columns.Count > 30, $"{columns.Count} columns");

        var unseen = new List<string>();
        foreach (var column in columns)
        {
            await using var tampered = await TestSystem.FromFileAsync(filled);
            Assert.NotEqual(0, await tampered.ExecuteSqlAsync(column.ChangeSql));
            if (!await HasChangedAsync(tampered))
            {
                unseen.Add(column.ToString());
            }
        }

        Assert.Empty(unseen);
        Assert.False(await HasChangedAsync(system));
    }

    [Fact]
    public async Task Verification_ReadsSamplesAndTheirCases()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.FinishAsync(1, 1, TestAnswer.Yes, TestAnswer.Yes);
        var verify = system.Get<Application.Audit.VerifyEvidence>();
        Assert.Empty((await verify.ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);

        await system.ExecuteSqlAsync("UPDATE SampledScrs SET Finding = 'Both' WHERE CaseOrder = 1");
        await system.ExecuteSqlAsync("UPDATE AuditSamples SET Seed = 'another'");

        var problems = (await verify.ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;
        Assert.Equal(["sample 1", "sample 1 case 1"], problems.Select(problem => problem.Subject));
        Assert.StartsWith("Adjudicated result: not what", problems[1].Problem, StringComparison.Ordinal);
    }

    private static async Task<bool> HasChangedAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        IAudited[] subjects =
        [
            await context.AuditSamples.SingleAsync(Cancellation),
            await context.SampledCases.SingleAsync(Cancellation),
        ];
        foreach (var subject in subjects)
        {
            var last = await context
                .AuditEntries.Where(entry => entry.Subject == subject.AuditSubject)
                .OrderBy(entry => entry.Sequence)
                .LastOrDefaultAsync(Cancellation);
            if (last is null || subject.State().PartsOtherThan(last.State).Any())
            {
                return true;
            }
        }

        return false;
    }
}
