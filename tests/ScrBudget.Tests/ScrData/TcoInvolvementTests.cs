using System.Globalization;
using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

public sealed class TcoInvolvementTests
{
    [Fact]
    public async Task AFigureLimitedToYes_CountsThoseAndSaysOfHowMany()
    {
        using var database = new ScrDatabase();
        var imported = await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(Extract(("Yes", 9), ("No", 7), (string.Empty, 6)), "extract.csv")],
                new DateOnly(2024, 10, 31),
                IsSynthetic: true,
                ScrDatabase.Quality
            ),
            ScrDatabase.Steward,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(22, imported.Value.Records);

        var query = new StatisticQuery("TCAC", null, new FiscalYear(2024), new FiscalYear(2024), Tco: TcoFilter.Yes);
        var statistic = (
            await database.Statistics.AskAsync(
                query,
                new SnapshotChoice(imported.Value.SnapshotNumber),
                ScrDatabase.Analyst,
                TestContext.Current.CancellationToken
            )
        ).Value;

        Assert.Equal("9", StatisticWording.Reports(statistic));
        Assert.Equal(
            "9 of 22 reports (FY 2024) marked TCO involvement: yes; 7 no; 6 not recorded.",
            StatisticWording.Caveats(statistic)[0]
        );
    }

    [Fact]
    public async Task AnAsOfDateInTheFuture_IsRefused()
    {
        using var database = new ScrDatabase();

        var imported = await database.Import.ExecuteAsync(
            new ImportScrExtractInput(
                [new(Extract(("Yes", 5)), "extract.csv")],
                DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(1),
                IsSynthetic: true
            ),
            ScrDatabase.Steward,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("as-of-in-future", imported.Refusal?.Code);
    }

    /// <summary>Disruptions of FY 2024, each in a case of its own.</summary>
    private static MemoryStream Extract(params (string Tco, int Count)[] parts)
    {
        var text = new StringBuilder(
            "SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office\n"
        );
        var number = 0;
        foreach (var tco in parts.SelectMany(part => Enumerable.Repeat(part.Tco, part.Count)))
        {
            number++;
            text.Append(
                CultureInfo.InvariantCulture,
                $"SCR-{number},C-{number},Disruption,Transnational Crimes Against Children,Online enticement,2024-03-01,{tco},,,SAC Alpha\n"
            );
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
