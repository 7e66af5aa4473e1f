using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class CostPlanTests
{
    private static DateTime At => TestClock.StartUtc;

    [Fact]
    public void Amount_IsRoundedOnceToWholeThousandsHalvesUp()
    {
        // 3 × 33,333 × ½ = 49,999.50 in the first year, 99,999 after.
        var cost = Plan(new PositionLineInput("Analyst", 3, 33_333));

        Assert.Equal(
            [50_000L, 100_000, 100_000, 100_000, 100_000],
            cost.Lines[0].Amounts.Select(amount => amount.Dollars)
        );
    }

    [Fact]
    public void Total_IsTheSumOfRoundedLines_AndNotTheRoundedSum()
    {
        // Each line is 1,500 dollars in the first year: 2 + 2 thousand, though the sum is 3 thousand.
        var cost = Plan(new PositionLineInput("A", 1, 3_000), new PositionLineInput("B", 1, 3_000));

        Assert.Equal(4_000, cost.Request.Dollars);
    }

    [Theory]
    [InlineData(8, 3, 13)]
    [InlineData(58, 115)]
    [InlineData(41, 81)]
    [InlineData(3, 5)]
    [InlineData(1, 1)]
    public void Fte_OfNewPositions_IsHalfOfTheTotalRoundedHalfUp(int fte, params int[] counts)
    {
        var cost = Plan([.. counts.Select(count => new PositionLineInput("Agent", count, 200_000))]);

        Assert.Equal(fte, cost.Fte(0));
        Assert.Equal(counts.Sum(), cost.Fte(1));
        Assert.Equal(counts.Sum(), cost.Positions);
    }

    [Fact]
    public void FteByLine_SharesTheTotalByLargestRemainder()
    {
        // 3.3, 3.3 and 1.4 FTE: the total, 8, gives the eighth to the line with the largest remainder.
        var cost = Plan(
            new PositionLineInput("A", 33, 1, 10),
            new PositionLineInput("B", 33, 1, 10),
            new PositionLineInput("C", 14, 1, 10)
        );

        Assert.Equal([3, 3, 2], cost.Lines.Select(line => cost.FteByLine(0)[line.Id]));
        Assert.Equal([33, 33, 14], cost.Lines.Select(line => cost.FteByLine(1)[line.Id]));
    }

    [Fact]
    public void FteByLine_OfEqualRemainders_GoesToTheLineEnteredFirst()
    {
        var cost = Plan(new PositionLineInput("A", 3, 1), new PositionLineInput("B", 13, 1));

        Assert.Equal([2, 6], cost.Lines.Select(line => cost.FteByLine(0)[line.Id]));
    }

    [Fact]
    public void Positions_AnnualiseInTheSecondYearAndStayThere()
    {
        var line = Plan(new PositionLineInput("Agent", 10, 200_000)).Lines[0];

        Assert.Equal([1_000_000L, 2_000_000, 2_000_000, 2_000_000, 2_000_000], line.Amounts.Select(a => a.Dollars));
        Assert.Equal(1_000_000, line.Annualization(1).Dollars);
        Assert.Equal(0, line.Annualization(2).Dollars);
    }

    [Fact]
    public void FirstYearPercent_ThatIsStated_CountsInsteadOfHalf()
    {
        var cost = Plan(new PositionLineInput("Agent", 4, 100_000, FirstYearPercent: 75));

        Assert.Equal(300_000, cost.Request.Dollars);
        Assert.Equal(3, cost.Fte(0));
    }

    [Fact]
    public void NonRecurringLine_DropsOutAfterTheBudgetYear_AsANegativeAnnualization()
    {
        var cost = Plan(
            [],
            new NonPersonnelLineInput("Equipment", ObjectClass.Assets, 75_000, 9, IsRecurring: false),
            new NonPersonnelLineInput("Services", ObjectClass.ContractsAndSupplies, 640_000, 1, IsRecurring: true)
        );

        Assert.Equal([675_000L, 0, 0, 0, 0], cost.Lines[0].Amounts.Select(amount => amount.Dollars));
        Assert.Equal("(675)", cost.Lines[0].Annualization(1).ToThousands());
        Assert.Equal([640_000L, 640_000, 640_000, 640_000, 640_000], cost.Lines[1].Amounts.Select(a => a.Dollars));
        Assert.Equal([1_315_000L, 640_000, 640_000, 640_000, 640_000], Totals(cost));
    }

    [Fact]
    public void Years_AreTheBudgetYearAndFourMore() =>
        Assert.Equal(
            ["FY 2029", "FY 2030", "FY 2031", "FY 2032", "FY 2033"],
            Plan(new PositionLineInput("Agent", 1, 1)).Years.Select(year => year.ToString())
        );

    [Fact]
    public void Override_StandsInsteadOfTheComputedAmount_AndKeepsItsReason()
    {
        var request = Request(new PositionLineInput("Agent", 10, 200_000));
        var line = request.PositionLines[0].Id;

        Assert.True(
            request
                .Override(line, 2030, new Money(1_750_499), " phased hiring\n", 5, request.LineVersion(line), At)
                .IsDone
        );

        Assert.Equal([1_000_000L, 1_750_000, 2_000_000, 2_000_000, 2_000_000], Totals(request.Cost(5)));
        Assert.Equal("phased hiring", Assert.Single(request.CostOverrides).Reason);
        var change = request.Audit.Pending[^1];
        Assert.Equal(
            ("Agent: computed $2,000,000", "Agent: $1,750,000 instead of computed $2,000,000", "phased hiring"),
            (change.Before, change.After, change.Why)
        );
    }

    [Fact]
    public void Override_TakenBack_GivesTheComputedAmountAgain()
    {
        var request = Request(new PositionLineInput("Agent", 10, 200_000));
        var line = request.PositionLines[0].Id;
        _ = request.Override(line, 2029, Money.Zero, "late start", 5, request.LineVersion(line), At);

        Assert.True(request.Override(line, 2029, null, "", 5, request.LineVersion(line), At).IsDone);

        Assert.Empty(request.CostOverrides);
        Assert.Equal(1_000_000, request.Cost(5).Request.Dollars);
        Assert.Equal("Agent: $0 (late start)", request.Audit.Pending[^1].Before);
        Assert.Equal("Agent: computed $1,000,000", request.Audit.Pending[^1].After);
    }

    [Theory]
    [InlineData(2028, "reason", "field-invalid")]
    [InlineData(2034, "reason", "field-invalid")]
    [InlineData(2029, " ", "reason-missing")]
    [InlineData(2029, null, "text-too-long")]
    public void Override_WithoutYearOrReason_IsRefusedAndChangesNothing(int year, string? reason, string code)
    {
        var request = Request(new PositionLineInput("Agent", 10, 200_000));
        var noted = request.Audit.Pending.Count;

        var refused = request.Override(
            request.PositionLines[0].Id,
            year,
            new Money(1_000),
            reason ?? new string('x', CostOverride.ReasonLength + 1),
            5,
            request.LineVersion(request.PositionLines[0].Id),
            At
        );

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Empty(request.CostOverrides);
        Assert.Equal(noted, request.Audit.Pending.Count);
    }

    [Theory]
    [InlineData(Money.MaximumDollars)]
    [InlineData(-Money.MaximumDollars)]
    [InlineData(CostPlan.MaximumLineDollars + 1)]
    public void Override_BeyondWhatALineHolds_IsRefused(long dollars)
    {
        var request = Request(new PositionLineInput("Agent", 10, 200_000));

        var refused = request.Override(
            request.PositionLines[0].Id,
            2029,
            new Money(dollars),
            "reason",
            5,
            request.LineVersion(request.PositionLines[0].Id),
            At
        );

        Assert.Equal("field-invalid", refused.Refusal?.Code);
    }

    [Fact]
    public void Decreases_ComeToLess_AndPrintInParentheses()
    {
        var cost = Plan(
            [new PositionLineInput("Agent", -3, 200_000)],
            new NonPersonnelLineInput("Lease", ObjectClass.ContractsAndSupplies, -100_000, 2, IsRecurring: true)
        );

        Assert.Equal(-500_000, cost.Request.Dollars);
        Assert.Equal(-300_000, cost.Pay(0).Dollars);
        Assert.Equal(-200_000, cost.NonPay(0).Dollars);
        Assert.Equal("($0.5 million) · (3) positions · (2) FTE", cost.Headline);
    }

    [Theory]
    [InlineData(1, "$0.1 million · 1 position · 1 FTE")]
    [InlineData(-1, "($0.1 million) · (1) position · (1) FTE")]
    [InlineData(2500, "$250.0 million · 2,500 positions · 1,250 FTE")]
    public void Headline_CountsInWords(int count, string headline) =>
        Assert.Equal(headline, Plan(new PositionLineInput("Agent", count, 200_000)).Headline);

    [Fact]
    public void RemovedLine_CostsNothing_AndComesBackWithAllItHeld()
    {
        var request = Request(
            new PositionLineInput("Agent", 10, 200_000),
            new PositionLineInput("Analyst", 2, 100_000)
        );
        var line = request.PositionLines[0].Id;

        Assert.True(request.SetRemoved(line, isRemoved: true, request.LineVersion(line), At).IsDone);
        Assert.Equal(100_000, request.Cost(5).Request.Dollars);
        Assert.Equal(2, request.Cost(5).Positions);
        Assert.Equal(1, request.Cost(5).Fte(0));

        Assert.True(request.SetRemoved(line, isRemoved: false, request.LineVersion(line), At).IsDone);
        Assert.Equal(1_100_000, request.Cost(5).Request.Dollars);
    }

    private static CostPlan Plan(params PositionLineInput[] lines) => Request(lines).Cost(5);

    private static CostPlan Plan(PositionLineInput[] lines, params NonPersonnelLineInput[] items) =>
        new RequestBuilder().WithoutFigures().Costing(lines, items).Build().Cost(5);

    private static ResourceRequest Request(params PositionLineInput[] lines) =>
        new RequestBuilder().WithoutFigures().Costing(lines).Build();

    private static IEnumerable<long> Totals(CostPlan cost) =>
        Enumerable.Range(0, cost.Years.Count).Select(year => cost.Total(year).Dollars);
}
