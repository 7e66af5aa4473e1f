using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Comparing;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Intake;

/// <summary>Figures that open requests cite, against a candidate.</summary>
public sealed class MovedFiguresTests : IAsyncLifetime
{
    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Compare_WithOtherRecords_NamesEveryCitedFigureThatWouldMove()
    {
        var request = await System.CreateCompleteDraftAsync();
        var candidate = await ImportAsync(
            SyntheticExtract.PublishedScrs,
            SyntheticExtract.DemoSeed + 1,
            isSynthetic: true
        );

        var compared = (await CompareAsync(candidate, People.Steward)).Value;

        Assert.NotEmpty(compared.Moved);
        Assert.All(compared.Moved, figure => Assert.Equal((request, 1), (figure.RequestNumber, figure.CitedSnapshot)));
        Assert.All(compared.Moved, figure => Assert.NotEqual(figure.Before, figure.After));
        Assert.Equal(compared.Moved.Count, compared.Moved.DistinctBy(figure => figure.Token).Count());
        Assert.Contains(compared.Moved, figure => figure.Before.Contains(" reports in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_WithTheSameRecords_MovesNothing()
    {
        await System.CreateCompleteDraftAsync();
        var candidate = await ImportAsync(SyntheticExtract.PublishedScrs, SyntheticExtract.DemoSeed, isSynthetic: true);

        var compared = (await CompareAsync(candidate, People.Steward)).Value;

        Assert.Empty(compared.Moved);
        Assert.Equal((0, 0, 0), (compared.Added.Count, compared.Removed.Count, compared.Changed.Count));
        Assert.All(compared.Years, year => Assert.Equal(year.Before, year.After));
    }

    [Theory]
    [InlineData(Role.BudgetAnalyst)]
    [InlineData(Role.PerformanceAnalyst)]
    [InlineData(Role.Auditor)]
    public async Task Compare_ByOtherRoles_IsRefused(Role role)
    {
        var compared = await CompareAsync(1, People.Holding(role));

        Assert.Equal("not-allowed", compared.Refusal?.Code);
    }

    [Fact]
    public async Task Compare_OfAPublishedSnapshot_IsRefused()
    {
        Assert.Equal("snapshot-not-a-candidate", (await CompareAsync(1, People.Steward)).Refusal?.Code);
    }

    private Task<Domain.Outcome<SnapshotComparison>> CompareAsync(int number, Person by) =>
        System.Get<CompareSnapshots>().ExecuteAsync(number, by, Cancellation);

    private async Task<int> ImportAsync(int scrs, ulong seed, bool isSynthetic)
    {
        await using var extract = SyntheticExtract.Create(scrs, seed);
        var imported = await System
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput([new(extract, "candidate.csv")], SyntheticExtract.AsOf, isSynthetic)
                {
                    Again = true,
                },
                People.Steward,
                Cancellation
            );
        return imported.Value.SnapshotNumber;
    }
}
