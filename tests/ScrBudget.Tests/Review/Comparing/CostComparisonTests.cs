using ScrBudget.Application.Requests;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>Two cost plans: each cell as printed with its exact change, and what became of each line.</summary>
public sealed class CostComparisonTests
{
    private static readonly CostTables Before = DocumentBuilder.Cost();

    [Fact]
    public void Cells_ShowBothAsPrintedAndTheExactChange()
    {
        var after = DocumentBuilder.Cost(
            "18",
            fte: ("9", "18"),
            pay: ("1,800", "3,600"),
            nonPay: ("(640)", "–"),
            total: ("1,160", "3,600")
        );

        var compared = CostComparison.Of(Before, after);

        Assert.Equal(["Positions", "FTE", "Pay", "Non-pay", "Total"], compared.Rows.Select(row => row.Label));
        Assert.Equal(
            [
                new ComparedAmount("16", "18", 2),
                new ComparedAmount("8", "9", 1),
                new ComparedAmount("1,600", "1,800", 200_000),
                new ComparedAmount("1,400", "(640)", -2_040_000),
                new ComparedAmount("3,000", "1,160", -1_840_000),
            ],
            compared.Rows.Select(row => row.Cells[0])
        );
        Assert.Equal(new ComparedAmount("–", "–", 0), compared.Rows[3].Cells[4]);
        Assert.Equal((-1_840_000, 2, 1), (compared.Dollars.Dollars, compared.Positions, compared.Fte));
    }

    [Fact]
    public void SamePlan_HasNothingChanged()
    {
        var compared = CostComparison.Of(Before, DocumentBuilder.Cost());

        Assert.False(compared.IsChanged);
        Assert.Empty(compared.Lines);
    }

    [Fact]
    public void ChangeInALaterYearAlone_IsAChangeOfCostAndNotOfTheRequest()
    {
        var compared = CostComparison.Of(Before, DocumentBuilder.Cost(total: ("3,000", "3,300")));

        Assert.True(compared.IsChanged);
        Assert.Equal(Money.Zero, compared.Dollars);
    }

    [Fact]
    public void LastYearsPlan_StandsYearBesideYearInTheirOrder()
    {
        var lastYear = Before with
        {
            Years = ["FY 2028", "FY 2029", "FY 2030", "FY 2031"],
            Summary = [.. Before.Summary.Select(row => row with { Cells = [.. row.Cells.Take(4)] })],
        };

        var compared = CostComparison.Of(lastYear, Before);

        Assert.Equal(new ComparedYear("FY 2028", "FY 2029"), compared.Years[0]);
        Assert.Equal(new ComparedYear(null, "FY 2033"), compared.Years[4]);
        Assert.Equal(new ComparedAmount(null, "3,200", 3_200_000), compared.Rows[4].Cells[4]);
    }

    [Fact]
    public void Lines_SayWhatBecameOfThem()
    {
        var after = Before with
        {
            Personnel = [DocumentBuilder.Specialists("18", "9", "1,800")],
            NonPersonnel = [DocumentBuilder.Item("Mobile teams", "250")],
        };

        var lines = CostComparison.Of(Before, after).Lines;

        Assert.Equal(
            [
                (Change.Changed, "Victim Assistance Specialist", new ComparedAmount("1,600", "1,800", 200_000)),
                (Change.Added, "Mobile teams", new ComparedAmount(null, "250", 250_000)),
                (Change.Removed, "Forensic interview rooms", new ComparedAmount("1,400", null, -1_400_000)),
            ],
            lines.Select(line => (line.Change, line.Name, line.Request))
        );
        Assert.Equal([new ComparedFact("Positions", "16", "18"), new ComparedFact("FTE", "8", "9")], lines[0].Facts);
    }

    [Fact]
    public void OfTwoLinesOfOneName_TheOneThatStayedIsNotTakenForTheOther()
    {
        var before = Before with
        {
            Personnel = [DocumentBuilder.Specialists("5", "3", "500"), DocumentBuilder.Specialists("3", "2", "300")],
        };
        var after = Before with { Personnel = [DocumentBuilder.Specialists("3", "2", "300")] };

        var line = Assert.Single(CostComparison.Of(before, after).Lines);

        Assert.Equal((Change.Removed, "500"), (line.Change, line.Request.Before));
    }

    [Fact]
    public void TotalRows_AreNoLines()
    {
        var total = DocumentBuilder.Specialists("16", "8", "1,600") with { Type = "Total personnel", IsTotal = true };
        var before = Before with { Personnel = [.. Before.Personnel, total] };
        var after = Before with { Personnel = [.. Before.Personnel, total with { Request = "1,601" }] };

        Assert.Empty(CostComparison.Of(before, after).Lines);
    }

    [Fact]
    public void ReasonOfAnOverride_IsCompared()
    {
        var after = Before with { Overrides = ["Rooms, FY 2029: $1,300,000 entered instead of the computed amount."] };

        var compared = CostComparison.Of(Before, after);

        Assert.Equal(after.Overrides, compared.Overrides.Added);
        Assert.True(compared.IsChanged);
    }

    [Theory]
    [InlineData("1,560", 1560)]
    [InlineData("(640)", -640)]
    [InlineData("(1,400)", -1400)]
    [InlineData("–", 0)]
    [InlineData("0", 0)]
    [InlineData("999,999,999", 999_999_999)]
    public void PrintedNumber_IsReadBack(string printed, long expected) =>
        Assert.Equal(new ComparedAmount("–", printed, expected), ComparedAmount.Of("–", printed, isMoney: false));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("$5")]
    [InlineData("fewer than 5")]
    public void WhatIsNoPrintedNumber_HasNoChange(string printed) =>
        Assert.Null(ComparedAmount.Of("5", printed, isMoney: true).Change);

    [Theory]
    [InlineData(1_560_000)]
    [InlineData(-640_000)]
    [InlineData(0)]
    [InlineData(999_999_999_000)]
    public void WhatAPlanPrints_IsReadBackToTheDollar(long dollars) =>
        Assert.Equal(dollars, ComparedAmount.Of("–", new Money(dollars).ToThousands(), isMoney: true).Change);

    [Fact]
    public async Task EveryCellOfARealPlan_IsANumber()
    {
        await using var system = await TestSystem.CreateAsync();
        var document = (await system.ReadAsync(await system.CreateCompleteDraftAsync())).Composed.Document;

        var compared = CostComparison.Of(DocumentBuilder.Cost(), document.Cost);

        Assert.Equal(5, compared.Rows.Count);
        Assert.All(compared.Rows.SelectMany(row => row.Cells), cell => Assert.NotNull(cell.Change));
    }
}
