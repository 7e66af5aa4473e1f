using System.Text;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class CitedFiguresTests
{
    [Fact]
    public async Task TwoFiguresOfOneCategory_AreToldApartInTableAndCaveats()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        // The default years of the FY 2029 call, submitted in FY 2027, are 2018 to 2022.
        await AttachAsync(system, number, new StatisticQuery("TCAC", null, new FiscalYear(2018), new FiscalYear(2022)));
        await AttachAsync(
            system,
            number,
            new StatisticQuery(
                "TCAC",
                null,
                new FiscalYear(2017),
                new FiscalYear(2022),
                Measure.Disruptions,
                TcoFilter.NotRecorded
            )
        );

        var figures = (await system.ReadAsync(number)).Composed.Document.Figures;

        Assert.Equal(
            ["Disruptions and dismantlements", "Disruptions without recorded TCO involvement"],
            figures.Items.Select(figure => figure.Measure)
        );
        Assert.Equal(
            [
                "TCO involvement was not recorded; these are not counts of TCOs.",
                "Transnational Crimes Against Children, Disruptions without recorded TCO involvement, FY 2017–2022: Years selected by the program office.",
                StatisticWording.DoNotAdd,
            ],
            figures.Caveats
        );
    }

    [Fact]
    public async Task FigureThatANewerSnapshotGivesOtherwise_IsAWarning_AndSoIsOneThatWasWithdrawn()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        await AttachAsync(system, number, new StatisticQuery("TCAC", null, new FiscalYear(2018), new FiscalYear(2022)));
        await system.PublishAnotherAsync(seed: 2);

        var moved = Assert.Single(await FigureWarningsAsync(system, number));
        Assert.Equal("figure-moved", moved.Code);
        Assert.Matches(
            @"^S1 cites 1,\d{3} reports in \d+ cases \(snapshot 1\); by now it would be [\d,]+ reports in \d+ cases \(snapshot 2\)\.",
            moved.Message
        );

        await system.WithdrawSnapshotAsync(1);
        var withdrawn = Assert.Single(await FigureWarningsAsync(system, number));
        Assert.Equal("figure-withdrawn", withdrawn.Code);
        Assert.Contains("(snapshot 2)", withdrawn.Message, StringComparison.Ordinal);
        Assert.Contains(
            "(withdrawn as erroneous)",
            (await system.ReadAsync(number)).Composed.Document.Figures.Sources[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FigureThatTheNewerSnapshotGivesAlike_OrDoesNotCover_IsNoWarning()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        await AttachAsync(system, number, new StatisticQuery("TCAC", null, new FiscalYear(2018), new FiscalYear(2022)));
        await system.PublishAnotherAsync(SyntheticExtract.DemoSeed);
        Assert.Empty(await FigureWarningsAsync(system, number));

        await system.PublishAsync(new MemoryStream(Encoding.UTF8.GetBytes(OneRecordOf2022)));
        Assert.Empty(await FigureWarningsAsync(system, number));
    }

    private const string OneRecordOf2022 =
        "SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office\n"
        + "SCR-1,C-1,Disruption,TCAC,,2022-03-01,,,,\n";

    private static async Task<IReadOnlyList<Warning>> FigureWarningsAsync(TestSystem system, string number) =>
        [
            .. (await system.ReadAsync(number)).Composed.Completeness.Warnings.Where(warning =>
                warning.Code.StartsWith("figure-", StringComparison.Ordinal)
            ),
        ];

    private static async Task AttachAsync(TestSystem system, string number, StatisticQuery query)
    {
        var attached = await system
            .Get<AttachStatistic>()
            .ExecuteAsync(
                new AttachStatisticInput(number, query, 1, SectionKind.Justification, string.Empty),
                People.AuthorAndApprover
            );
        Assert.Null(attached.Refusal);
    }
}
