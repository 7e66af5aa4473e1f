using FsCheck.Xunit;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>Whatever is moved, withdrawn and restored: every request has one rank, and none falls out of the record.</summary>
public sealed class RankingPropertyTests
{
    private static readonly string[] Numbers = [.. Enumerable.Range(1, 8).Select(n => $"FY2029-VAP-{n:D3}")];

    /// <param name="steps">Who stands (a bit each), which request, to which place.</param>
    [Property(MaxTest = 500)]
    public void AnySequenceOfMoves_IsAPermutation((byte Standing, byte Number, sbyte Position)[] steps)
    {
        var ranking = new Ranking(2029, null);
        foreach (var (mask, choice, position) in steps)
        {
            string[] standing = [.. Numbers.Where((_, index) => (mask & (1 << index)) != 0)];
            var number = Numbers[choice % Numbers.Length];
            var (before, kept) = (ranking.Shown(standing), ranking.Numbers);
            var noted = ranking.Audit.Pending.Count;

            // Half of the choices order all at once.
            var isMove = choice < 128;
            var place = position % 10;
            var outcome = isMove
                ? ranking.MoveTo(number, place, standing, Guid.Empty, People.Compiler, TestClock.StartUtc)
                : ranking.SetOrder(
                    [.. Numbers.Where((_, index) => index % 3 == choice % 3).Reverse()],
                    standing,
                    Guid.Empty,
                    People.Compiler,
                    TestClock.StartUtc
                );

            var shown = ranking.Shown(standing);
            Assert.Equal(standing.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
            Assert.Equal(ranking.Numbers.Count, ranking.Numbers.Distinct(StringComparer.Ordinal).Count());
            Assert.Subset(ranking.Numbers.ToHashSet(StringComparer.Ordinal), kept.ToHashSet(StringComparer.Ordinal));
            // What does not stand keeps its very place.
            Assert.All(
                kept.Index().Where(at => !standing.Contains(at.Item)),
                at => Assert.Equal(at.Item, ranking.Numbers[at.Index])
            );
            Assert.Equal(shown.SequenceEqual(before) ? noted : noted + 1, ranking.Audit.Pending.Count);
            if (!outcome.IsDone)
            {
                Assert.Equal(before, shown);
            }
            else if (isMove)
            {
                Assert.Equal(number, shown[place - 1]);
                Assert.Equal(before.Where(other => other != number), shown.Where(other => other != number));
            }
        }
    }

    [Property(MaxTest = 300)]
    public void RunningTotals_AddUp(int[] thousands, uint target)
    {
        Money[] amounts = [.. thousands.Select(amount => new Money(amount * 1000L))];
        var limit = new Money(target);

        var totals = RunningTotal.Of(amounts, limit);

        Assert.Equal(amounts.Length, totals.Count);
        var sum = 0L;
        foreach (var (index, total) in totals.Index())
        {
            sum += amounts[index].Dollars;
            Assert.Equal(sum, total.Total.Dollars);
            Assert.Equal(sum > target, total.IsPast);
        }

        var passing = totals.Index().Where(at => at.Item.Passes).Select(at => at.Index).ToList();
        var past = totals.Index().Where(at => at.Item.IsPast).Select(at => at.Index).ToList();
        Assert.Equal(past.Take(1), passing);
    }
}
