using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>The order of requests: who changes it, what it becomes, and what the trail says of it.</summary>
public sealed class RankingTests
{
    private const string A = "FY2029-CCU-001";
    private const string B = "FY2029-VAP-001";
    private const string C = "FY2029-VAP-002";
    private const string D = "FY2029-VAP-003";

    private static readonly string[] All = [D, B, A, C];

    private static DateTime At => TestClock.StartUtc;

    [Fact]
    public void Shown_BeforeAnyIsRanked_IsByNumber() => Assert.Equal([A, B, C, D], Overall().Shown(All));

    [Theory]
    [InlineData(D, 1, new[] { D, A, B, C })]
    [InlineData(A, 4, new[] { B, C, D, A })]
    [InlineData(A, 2, new[] { B, A, C, D })]
    [InlineData(C, 2, new[] { A, C, B, D })]
    public void MoveTo_PutsItThere_AndTheOthersCloseUp(string number, int position, string[] expected)
    {
        var ranking = Overall();

        var moved = ranking.MoveTo(number, position, All, Guid.Empty, People.Compiler, At);

        Assert.True(moved.IsDone);
        Assert.Equal(expected, ranking.Shown(All));
        var change = Assert.Single(ranking.Audit.Pending);
        Assert.Equal($"Ranked {number} at {position}", change.Action);
        Assert.Equal($"{A}, {B}, {C}, {D}", change.Before);
        Assert.Equal(string.Join(", ", expected), change.After);
        Assert.Equal((People.Compiler.Name, At), (ranking.ChangedBy, ranking.ChangedAt));
    }

    [Fact]
    public void MoveTo_WhereItStands_WritesNothing()
    {
        var ranking = Overall();

        Assert.True(ranking.MoveTo(B, 2, All, Guid.Empty, People.Compiler, At).IsDone);

        Assert.Empty(ranking.Audit.Pending);
        Assert.Empty(ranking.Numbers);
    }

    [Theory]
    [InlineData(0, "Rank 0: give a whole number from 1 to 4.")]
    [InlineData(5, "Rank 5: give a whole number from 1 to 4.")]
    public void MoveTo_BeyondTheList_IsRefusedAndNamesThePlaces(int position, string message)
    {
        var moved = Overall().MoveTo(B, position, All, Guid.Empty, People.Compiler, At);

        Assert.Equal(("rank-out-of-range", "rank"), (moved.Refusal?.Code, moved.Refusal?.Field));
        Assert.Equal(message, moved.Refusal?.Message);
    }

    [Fact]
    public void WithdrawnRequest_LeavesWhatIsShown_AndKeepsItsPlaceInTheRecord()
    {
        var ranking = Overall();
        Order(ranking, All, D, C, B, A);

        string[] standing = [A, B, D];
        Assert.Equal([D, B, A], ranking.Shown(standing));
        Assert.True(ranking.MoveTo(A, 1, standing, Guid.Empty, People.Compiler, At).IsDone);

        Assert.Equal([A, D, B], ranking.Shown(standing));
        Assert.Equal([A, C, D, B], ranking.Numbers);
        // Restored, it is where it was: second.
        Assert.Equal([A, C, D, B], ranking.Shown(All));
        Assert.Equal(
            "request-not-ranked",
            ranking.MoveTo(C, 1, standing, Guid.Empty, People.Compiler, At).Refusal?.Code
        );
    }

    [Fact]
    public void SetOrder_OfSome_LetsTheOthersFollowInTheOrderThatTheyHad()
    {
        var ranking = Overall();
        Order(ranking, All, D, C, B, A);

        Order(ranking, All, A, C);

        Assert.Equal([A, C, D, B], ranking.Shown(All));
    }

    [Fact]
    public void SetOrder_WithARequestThatWasWithdrawnMeanwhile_PassesItOver()
    {
        var ranking = Overall();
        Order(ranking, All, D, C, B, A);

        Assert.True(ranking.SetOrder([A, C, B, D], [A, B, D], Guid.Empty, People.Compiler, At).IsDone);
        Assert.Equal([A, C, B, D], ranking.Numbers);

        // Nor does one stand in the way that was never ranked before it was withdrawn.
        var fresh = Overall();
        Assert.True(fresh.SetOrder([D, C, B, A], [A, B, D], Guid.Empty, People.Compiler, At).IsDone);
        Assert.Equal([D, B, A], fresh.Numbers);
    }

    [Fact]
    public void SetOrder_WithARequestTwiceOrUnknown_IsRefusedAndNamesIt()
    {
        var ranking = Overall();

        var twice = ranking.SetOrder([A, B, A], All, Guid.Empty, People.Compiler, At).Refusal;
        var unknown = ranking.SetOrder(["FY2030-VAP-001"], All, Guid.Empty, People.Compiler, At).Refusal;

        Assert.Equal("request-ranked-twice", twice?.Code);
        Assert.StartsWith(A, twice?.Message, StringComparison.Ordinal);
        Assert.Equal("request-not-ranked", unknown?.Code);
        Assert.StartsWith("FY2030-VAP-001", unknown?.Message, StringComparison.Ordinal);
        Assert.Empty(ranking.Audit.Pending);
    }

    [Fact]
    public void ChangeOfAnotherVersion_IsRefusedAndNamesWhoChangedIt()
    {
        var ranking = Overall();
        Order(ranking, All, D);

        var moved = ranking.MoveTo(A, 1, All, Guid.NewGuid(), People.Compiler, At);

        Assert.Equal(RankingRefusals.ChangedCode, moved.Refusal?.Code);
        Assert.StartsWith(
            $"{People.Compiler.Name} changed the order meanwhile.",
            moved.Refusal?.Message,
            StringComparison.Ordinal
        );
        Assert.Equal([D, A, B, C], ranking.Shown(All));
    }

    [Fact]
    public void Target_IsSetAndTakenAway_EachWithItsEntry()
    {
        var ranking = Overall();

        Assert.True(ranking.SetTarget(new Money(12_000_000), Guid.Empty, People.Compiler, At).IsDone);
        Assert.True(ranking.SetTarget(new Money(12_000_000), Guid.Empty, People.Compiler, At).IsDone);
        Assert.Equal(12_000_000, ranking.TargetDollars);
        Assert.True(ranking.SetTarget(null, Guid.Empty, People.Compiler, At).IsDone);

        Assert.Null(ranking.Target);
        Assert.Equal(
            [(null, "$12,000,000"), ("$12,000,000", null)],
            ranking.Audit.Pending.Select(change => (change.Before, change.After))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Target_OfNothing_IsRefused(long dollars) =>
        Assert.Equal("target", Overall().SetTarget(new Money(dollars), Guid.Empty, People.Compiler, At).Refusal?.Field);

    [Fact]
    public void Ranking_IsTheApproversInTheOfficeAndTheCompilersOverAll()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal(role == Role.OaoCompiler, Ranking.MayChange(People.Holding(role), null));
            Assert.Equal(role == Role.ProgramOfficeApprover, Ranking.MayChange(People.Holding(role), "VAP"));
            Assert.False(Ranking.MayChange(People.Holding(role, People.OtherOffice), "VAP"));
        }

        var office = new Ranking(2029, "VAP");
        Assert.Equal("not-allowed", office.MoveTo(C, 1, [B, C], Guid.Empty, People.Compiler, At).Refusal?.Code);
        Assert.Equal("not-allowed", office.SetTarget(new Money(1), Guid.Empty, People.Approver, At).Refusal?.Code);
        Assert.True(office.MoveTo(C, 1, [B, C], Guid.Empty, People.Approver, At).IsDone);
        Assert.Equal(("ranking FY2029 VAP", "ranking FY2029"), (office.AuditSubject, Overall().AuditSubject));
    }

    [Theory]
    [InlineData(RequestStatus.Draft, null, null, null, 9)]
    [InlineData(RequestStatus.Recommended, null, 7, null, 7)]
    [InlineData(RequestStatus.Decided, Decision.ApprovedInPart, 7, 5, 5)]
    [InlineData(RequestStatus.Transmitted, Decision.NotSelected, 7, 0, 0)]
    // Reopened: neither the decision nor the recommendation stands any more.
    [InlineData(RequestStatus.InReview, null, 7, 5, 9)]
    public void AmountThatCounts_IsTheDecided_ElseTheRecommended_ElseTheRequested(
        RequestStatus status,
        Decision? decision,
        int? analyst,
        int? oao,
        int expected
    ) => Assert.Equal(new Money(expected), RunningTotal.Counted(status, decision, new Money(9), Of(analyst), Of(oao)));

    [Fact]
    public void RunningTotal_SaysWhereTheTargetIsPassed()
    {
        Money[] amounts = [new(3_000_000), new(2_000_000), new(1), new(500_000)];

        var totals = RunningTotal.Of(amounts, new Money(5_000_000));

        Assert.Equal([3_000_000, 5_000_000, 5_000_001, 5_500_001], totals.Select(total => total.Total.Dollars));
        Assert.Equal([false, false, true, true], totals.Select(total => total.IsPast));
        Assert.Equal([false, false, true, false], totals.Select(total => total.Passes));
        Assert.DoesNotContain(RunningTotal.Of(amounts, null), total => total.IsPast || total.Passes);
    }

    private static Money? Of(int? dollars) => dollars is { } given ? new Money(given) : null;

    private static Ranking Overall() => new(2029, null);

    private static void Order(Ranking ranking, string[] standing, params string[] numbers) =>
        Assert.True(ranking.SetOrder(numbers, standing, Guid.Empty, People.Compiler, At).IsDone);
}
