using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Documents.Csv;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>Drawing from the stored snapshot: what a third person would draw, kept with all that made it.</summary>
public sealed class DrawSampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_OfThePublishedPopulation_Has258CasesThatAThirdPersonDraws()
    {
        await using var system = await TestSystem.CreateAsync();
        await using var context = system.CreateContext();
        var population = await context
            .ScrRecords.Select(record => record.CaseNumber)
            .Distinct()
            .ToListAsync(Cancellation);
        var byHand = population
            .OrderBy(
                number =>
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"seed of the test|{number}"))),
                StringComparer.Ordinal
            )
            .Take(258);

        var reading = await system.SampleAsync(await system.DrawAsync());

        Assert.Equal((5_016, 258, 258), (reading.Sample.Population, reading.Sample.ComputedSize, reading.Sample.Size));
        Assert.Equal(byHand, reading.Cases.Select(one => one.CaseNumber));
        Assert.Equal(Enumerable.Range(1, 258), reading.Cases.Select(one => one.Order));
        Assert.Equal(258, reading.Sample.Strata.Sum(stratum => stratum.Sample));
        Assert.Equal(5_016, reading.Sample.Strata.Sum(stratum => stratum.Population));
    }

    [Fact]
    public async Task Sample_OfSomeYears_HasTheirCasesAndScrsOnly()
    {
        await using var system = await TestSystem.CreateAsync();
        var years = Samples.Input.Population with { FirstYear = new FiscalYear(2020), LastYear = new FiscalYear(2021) };

        var reading = await system.SampleAsync(await system.DrawAsync(Samples.Input with { Population = years }));

        await using var context = system.CreateContext();
        var records = context.ScrRecords.Where(record => record.FiscalYear == 2020 || record.FiscalYear == 2021);
        Assert.Equal(
            await records.Select(record => record.CaseNumber).Distinct().CountAsync(Cancellation),
            reading.Sample.Population
        );
        var planned = await system.Get<PlanSample>().ExecuteAsync(years, People.Auditor, Cancellation);
        Assert.Equal((reading.Sample.Population, reading.Sample.Size), (planned.Value.Population, planned.Value.Cases));
        foreach (var one in reading.Cases.Take(20))
        {
            var expected = await records
                .Where(record => record.CaseNumber == one.CaseNumber)
                .OrderBy(record => record.ApprovedOn)
                .ThenBy(record => record.ScrNumber)
                .Select(record => record.ScrNumber)
                .ToListAsync(Cancellation);
            Assert.Equal(expected, one.Scrs.Select(scr => scr.ScrNumber));
        }
    }

    [Fact]
    public async Task StratifiedSample_PutsEachCaseIntoTheCategoryOfItsEarliestScr()
    {
        await using var system = await TestSystem.CreateAsync();

        var reading = await system.SampleAsync(await system.DrawAsync(Samples.Input with { IsStratified = true }));

        Assert.Equal(258, reading.Cases.Count);
        Assert.All(reading.Cases, one => Assert.Equal(one.Scrs[0].CategoryCode, one.CategoryCode));
        Assert.Equal(
            reading.Sample.Strata.Select(stratum => (stratum.CategoryCode, stratum.Sample)),
            reading.Cases.GroupBy(one => one.CategoryCode).Select(group => (group.Key, group.Count()))
        );
        Assert.All(
            reading.Sample.Strata,
            stratum =>
                // Within a case of its exact share, but for the two that the smallest get.
                Assert.InRange(stratum.Sample - (258d * stratum.Population / 5_016), -2, 2)
        );
    }

    [Fact]
    public async Task TwoSamples_GetTheirOwnNumbers_AlsoDrawnAtOnce()
    {
        await using var system = await TestSystem.CreateAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => system.DrawAsync(Samples.Small(4))));

        Assert.Equal([1, 2, 3], numbers.Order());
    }

    [Fact]
    public async Task ChosenSize_NeedsAReason_AndKeepsTheComputedOne()
    {
        await using var system = await TestSystem.CreateAsync();

        var without = await system
            .Get<DrawSample>()
            .ExecuteAsync(Samples.Input with { ChosenSize = 40 }, People.Auditor, Cancellation);
        var sample = (await system.SampleAsync(await system.DrawAsync(Samples.Small(40)))).Sample;

        Assert.Equal("size-reason-missing", without.Refusal?.Code);
        Assert.Equal((40, 258), (sample.Size, sample.ComputedSize));
        Assert.Equal("A trial of the form.", sample.SizeReason);
    }

    [Theory]
    [InlineData("", "seed", null, "name-missing")]
    [InlineData("purpose", " ", null, "seed-missing")]
    [InlineData("purpose", "12345678901234567890123456789012345678901", null, "seed-too-long")]
    [InlineData("purpose", "seed", 5_017, "size-out-of-range")]
    [InlineData("purpose", "seed", 0, "size-out-of-range")]
    public async Task Plan_ThatCannotBeDrawn_IsRefusedAndNothingIsStored(
        string name,
        string seed,
        int? size,
        string code
    )
    {
        await using var system = await TestSystem.CreateAsync();
        var input = Samples.Input with { Name = name, Seed = seed, ChosenSize = size, SizeReason = "because" };

        var drawn = await system.Get<DrawSample>().ExecuteAsync(input, People.Auditor, Cancellation);

        Assert.Equal(code, drawn.Refusal?.Code);
        await using var context = system.CreateContext();
        Assert.Equal(0, await context.AuditSamples.CountAsync(Cancellation));
    }

    [Fact]
    public async Task StratifiedSample_TooSmallForItsStrata_IsRefused()
    {
        await using var system = await TestSystem.CreateAsync();

        var drawn = await system
            .Get<DrawSample>()
            .ExecuteAsync(Samples.Small(9) with { IsStratified = true }, People.Auditor, Cancellation);

        Assert.Equal("sample-too-small-for-strata", drawn.Refusal?.Code);
    }

    [Fact]
    public async Task Snapshot_ThatIsWithdrawn_IsNotDrawnFrom()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.ExecuteSqlAsync("UPDATE Snapshots SET Status = 'Withdrawn'");

        var drawn = await system.Get<DrawSample>().ExecuteAsync(Samples.Input, People.Auditor, Cancellation);

        Assert.Equal("snapshot-not-published", drawn.Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task DrawingAndReading_AreForThoseWhoMay(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        var person = People.Holding(role);

        var drawn = await system.Get<DrawSample>().ExecuteAsync(Samples.Small(2), person, Cancellation);
        var planned = await system.Get<PlanSample>().ExecuteAsync(Samples.Input.Population, person, Cancellation);
        var listed = await system.Get<ReadSamples>().ListAsync(null, person, Cancellation);
        var read = await system.Get<ReadSamples>().ByNumberAsync(1, person, Cancellation);

        var mayDraw = role is Role.Auditor or Role.PerformanceAnalyst;
        var mayRead = mayDraw || role is Role.ScrDataSteward;
        Assert.Equal(mayDraw ? null : "not-allowed", drawn.Refusal?.Code);
        Assert.Equal(mayDraw ? null : "not-allowed", planned.Refusal?.Code);
        Assert.Equal(mayRead ? null : "not-allowed", listed.Refusal?.Code);
        Assert.Equal(
            mayDraw ? null
                : mayRead ? "sample-not-found"
                : "not-allowed",
            read.Refusal?.Code
        );
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task List_IsNewestFirst_FoundByItsPurpose_WithItsProgress()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2) with { Name = "First trial" });
        await system.DrawAsync(Samples.Small(2) with { Name = "Second" });
        await system.FinishAsync(1, 2, TestAnswer.Yes, TestAnswer.Yes);

        var all = await system.Get<ReadSamples>().ListAsync(null, People.Steward, Cancellation);
        var found = await system.Get<ReadSamples>().ListAsync("FIRST", People.Steward, Cancellation);

        Assert.Equal([2, 1], all.Value.Select(line => line.Sample.Number));
        Assert.Equal(("First trial", 1), (found.Value.Single().Sample.Name, found.Value.Single().Adjudicated));
    }

    [Fact]
    public async Task DrawnList_CarriesSeedAndMethodAndEveryKey()
    {
        await using var system = await TestSystem.CreateAsync();
        var reading = await system.SampleAsync(await system.DrawAsync(Samples.Small(3) with { Seed = "a, \"b\"" }));

        using var csv = new MemoryStream();
        await DataSheetCsv.WriteAsync(DrawnList.Of(reading), csv, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(csv.ToArray()).TrimStart('\uFEFF').Split('\n');

        Assert.StartsWith("Sample 1: Validation", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.TrimEnd('\r') == "\"Seed: a, \"\"b\"\"\"");
        Assert.Contains(lines, line => line.Contains(SampleDraw.SimpleMethod[..40], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("SYNTHETIC", StringComparison.Ordinal));
        Assert.All(
            reading.Cases,
            one =>
                Assert.Contains(
                    lines,
                    line =>
                        line.StartsWith($"{one.Order},{one.CaseNumber},", StringComparison.Ordinal)
                        && line.Contains(SampleDraw.Key("a, \"b\"", one.CaseNumber), StringComparison.Ordinal)
                )
        );
    }
}
