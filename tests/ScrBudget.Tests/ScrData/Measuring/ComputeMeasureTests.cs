using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Measuring;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Measuring;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Measuring;

/// <summary>The measure of the synthetic snapshot, whose yearly results are the published ones.</summary>
public sealed class ComputeMeasureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AsApproved_HasTheStatisticsCounts_AndByTheImpliedDenominatorThePublishedPercentages()
    {
        await using var system = await TestSystem.CreateAsync();

        var computed = await ComputeAsync(system, Denominator.AsPublished);

        Assert.Equal(
            ["22.9 %", "18.0 %", "15.1 %", "24.8 %", "698", "1,083"],
            computed.Years.Select(year => MeasureWording.Words(year.Value(MeasureWay.AsApproved)))
        );
        Assert.Equal((1, 0), (computed.Snapshot.Number, computed.Edition));
    }

    [Theory]
    [InlineData(Denominator.ApprovedInYear)]
    [InlineData(Denominator.OpenAtYearEnd)]
    public async Task Denominator_IsCountedFromTheRecords(Denominator denominator)
    {
        await using var system = await TestSystem.CreateAsync();
        await using var context = system.CreateContext();
        var cases = context.ScrRecords.AsEnumerable().GroupBy(record => record.CaseNumber).ToList();

        var computed = await ComputeAsync(system, denominator);

        foreach (var year in computed.Years.Where(year => year.Unit == MeasureUnit.Percent))
        {
            var plain =
                denominator == Denominator.ApprovedInYear
                    ? cases.Sum(records =>
                        records.Count(record =>
                            record.Type == ScrType.InitialInvestigation && record.FiscalYear == year.Year.Year
                        )
                    )
                    : cases.Count(records => IsOpen(records, year.Year.LastDay));
            Assert.Equal(plain, year.Base);
        }

        Assert.All(computed.Years.Where(year => year.Unit == MeasureUnit.Count), year => Assert.Null(year.Base));
    }

    [Theory]
    [InlineData(Role.Administrator, "not-allowed")]
    [InlineData(Role.ProgramOfficeAuthor, null)]
    [InlineData(Role.PerformanceAnalyst, null)]
    public async Task Measure_IsForThoseWhoMayReadStatistics(Role role, string? refusal)
    {
        await using var system = await TestSystem.CreateAsync();

        var computed = await system
            .Get<ComputeMeasure>()
            .ExecuteAsync(new ComputeMeasureInput(Denominator.ApprovedInYear), People.Holding(role), Cancellation);

        Assert.Equal(refusal, computed.Refusal?.Code);
    }

    [Fact]
    public async Task SnapshotThatThereIsNot_IsRefusedByName()
    {
        await using var system = await TestSystem.CreateAsync();

        var computed = await system
            .Get<ComputeMeasure>()
            .ExecuteAsync(
                new ComputeMeasureInput(Denominator.ApprovedInYear, new SnapshotChoice(99)),
                People.Holding(Role.PerformanceAnalyst),
                Cancellation
            );

        Assert.Equal("snapshot-not-found", computed.Refusal?.Code);
    }

    private static bool IsOpen(IEnumerable<ScrRecord> records, DateOnly day) =>
        records.Any(record => record.Type == ScrType.InitialInvestigation && record.ApprovedOn <= day)
        && !records.Any(record => record.Type == ScrType.Dismantlement && record.ApprovedOn <= day);

    private static async Task<ComputedMeasure> ComputeAsync(TestSystem system, Denominator denominator) =>
        (
            await system
                .Get<ComputeMeasure>()
                .ExecuteAsync(
                    new ComputeMeasureInput(denominator),
                    People.Holding(Role.PerformanceAnalyst),
                    Cancellation
                )
        ).Value;
}
