using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
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
