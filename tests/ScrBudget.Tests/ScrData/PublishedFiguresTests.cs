using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

public sealed class PublishedFiguresTests
{
    private static readonly IReadOnlyList<PublishedFigure> Figures = PublishedFigures.ReadAll();

    [Fact]
    public void Figures_OfTheNotTcoTable_AddUpToTheSample()
    {
        Assert.Equal(253, Sum(PublishedTables.NotTcoByCategory, "total"));
        Assert.Equal(253, Value(PublishedTables.Sample, "sampled_scrs_not_tco", "value"));
        Assert.Equal(52, Sum(PublishedTables.NotTcoByCategory, "no_association_only"));
        Assert.Equal(54, Sum(PublishedTables.NotTcoByCategory, "no_border_crossing_only"));
        Assert.Equal(147, Sum(PublishedTables.NotTcoByCategory, "both"));
        Assert.Equal(
            8,
            Figures.Count(figure => figure.Table == PublishedTables.NotTcoByCategory && figure.Column == "total")
        );
    }

    [Fact]
    public void Figures_OfReportedResults_AddUpToThePublishedTotals()
    {
        Assert.Equal(3_488, Sum(PublishedTables.ReportedVsInaccurate, "reported_disruptions_and_dismantlements"));
        Assert.Equal(123, Sum(PublishedTables.ReportedVsInaccurate, "inaccurately_reported_in_sample"));
        Assert.Equal(123, Value(PublishedTables.Sample, "not_tco_disruptions_dismantlements_reported", "value"));
    }

    [Fact]
    public void Figures_OfTheMeasure_KeepPercentAndCountApart()
    {
        var measure = Figures.Where(figure => figure.Table == PublishedTables.MeasureResults).ToList();

        Assert.Equal(12, measure.Count);
        Assert.All(measure, figure => Assert.Equal(figure.FiscalYear <= 2020 ? "percent" : "count", figure.Unit));
        Assert.Equal(15.1m, Value(PublishedTables.MeasureResults, "2019", "result"));
        Assert.Equal(540m, Value(PublishedTables.MeasureResults, "2022", "target"));
    }

    [Fact]
    public void Figures_CiteTheReport_AndNameACategoryThatExists()
    {
        Assert.Equal(12 + 32 + 12 + 15, Figures.Count);
        Assert.All(Figures, figure => Assert.StartsWith("OIG-23-59", figure.Source, StringComparison.Ordinal));
        Assert.Equal(
            ScrCategories.Initial().Select(category => category.Name),
            Figures
                .Where(figure => figure.Table == PublishedTables.NotTcoByCategory && figure.Column == "total")
                .Select(figure => figure.Row)
        );
        Assert.Equal("ratio", Figures.Single(figure => figure.Row == "confidence_level").Unit);
    }

    [Fact]
    public async Task Figures_AreStoredExactly()
    {
        using var database = new ScrDatabase();
        await using (var context = database.CreateDbContext())
        {
            context.AddRange(Figures);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var fresh = database.CreateDbContext();
        var stored = await fresh.Set<PublishedFigure>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equivalent(Figures, stored);
    }

    private static decimal Sum(string table, string column) =>
        Figures.Where(figure => figure.Table == table && figure.Column == column).Sum(figure => figure.Value);

    private static decimal Value(string table, string row, string column) =>
        Figures.Single(figure => figure.Table == table && figure.Row == row && figure.Column == column).Value;
}
