using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

/// <summary>What holds of any plan within the limits of its lines, at their edges too.</summary>
public sealed class CostPlanPropertyTests
{
    [Property(Arbitrary = [typeof(Plans)], MaxTest = 200)]
    public void Totals_AddUpInEveryYearInDollarsAndInThousands(Lines lines)
    {
        var cost = Plan(lines);

        for (var year = 0; year < 5; year++)
        {
            var amounts = cost.Lines.Select(line => line.Amounts[year].Dollars).ToList();
            Assert.All(amounts, dollars => Assert.Equal(0, dollars % 1000));
            Assert.Equal(amounts.Sum(), cost.Total(year).Dollars);
            Assert.Equal(cost.Total(year), cost.Pay(year) + cost.NonPay(year));
        }
    }

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 200)]
    public void FteShares_AddUpToTheFteOfTheRequest(Lines lines)
    {
        var cost = Plan(lines);

        for (var year = 0; year < 5; year++)
        {
            var shares = cost.FteByLine(year);
            Assert.Equal(lines.Positions.Length, shares.Count);
            Assert.Equal(cost.Fte(year), shares.Values.Sum());
        }

        Assert.Equal(cost.Positions, cost.Fte(1));
    }

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 200)]
    public void FteShare_IsWithinOneOfItsExactPart(Lines lines)
    {
        var cost = Plan(lines);
        var exact = lines.Positions.Select(line => line.Count * line.FirstYearPercent / 100m);
        var shares = cost.FteByLine(0);

        Assert.All(
            cost.Lines.Where(line => line.IsPay).Zip(exact),
            pair => Assert.True(Math.Abs(shares[pair.First.Id] - pair.Second) < 1)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void FullestPlan_OfLargestLines_HasATotal(int sign)
    {
        const int UnitCost = 999_999_999;
        var positions = Enumerable.Repeat(
            new PositionLineInput("A", sign * PositionLine.MaximumCount, PositionLine.MaximumCost, 100),
            ResourceRequest.MaximumLines
        );
        var items = Enumerable.Repeat(
            new NonPersonnelLineInput("B", ObjectClass.Assets, sign * UnitCost, 1000, false),
            ResourceRequest.MaximumLines
        );
        var request = new RequestBuilder().WithoutFigures().Costing(positions, [.. items]).Build();
        foreach (var line in request.NonPersonnelLines)
        {
            var largest = new Money(sign * CostPlan.MaximumLineDollars);
            Assert.True(
                request
                    .Override(line.Id, 2030, largest, "reason", 5, request.LineVersion(line.Id), TestClock.StartUtc)
                    .IsDone
            );
        }

        var cost = request.Cost(5);

        Assert.Equal(sign * 60L * (99_989_990_000 + 999_999_999_000), cost.Request.Dollars);
        Assert.Equal(sign * 60L * (99_989_990_000 + CostPlan.MaximumLineDollars), cost.Total(1).Dollars);
        Assert.Equal(sign * 60 * PositionLine.MaximumCount, cost.Fte(0));
        Assert.NotEmpty(cost.Headline);
    }

    private static CostPlan Plan(Lines lines) =>
        new RequestBuilder().WithoutFigures().Costing(lines.Positions, lines.Items).Build().Cost(5);

    public sealed record Lines(PositionLineInput[] Positions, NonPersonnelLineInput[] Items);

    private static class Plans
    {
        public static Arbitrary<Lines> Any()
        {
            var sign = Gen.Elements(1, -1);
            var position =
                from count in Edges(1, PositionLine.MaximumCount)
                from cost in Edges(0, (int)PositionLine.MaximumCost)
                from percent in Edges(1, 100)
                from way in sign
                select new PositionLineInput("Agent", way * count, cost, percent);
            var item =
                from cost in Edges(1, 1_000_000)
                from quantity in Edges(1, NonPersonnelLine.MaximumQuantity)
                from way in sign
                from recurs in Gen.Elements(true, false)
                select new NonPersonnelLineInput("Item", ObjectClass.Assets, way * cost, quantity, recurs);
            return (
                from positions in position.ArrayOf().Where(lines => lines.Length <= ResourceRequest.MaximumLines)
                from items in item.ArrayOf().Where(lines => lines.Length <= ResourceRequest.MaximumLines)
                select new Lines(positions, items)
            ).ToArbitrary();
        }

        private static Gen<int> Edges(int least, int most) =>
            Gen.OneOf(
                Gen.Elements(least, most),
                Gen.Choose(least, Math.Min(most, least + 20)),
                Gen.Choose(least, most)
            );
    }
}
