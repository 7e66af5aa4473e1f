using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Tests.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>Which amount is which decision, the limits of every amount, and what the trail keeps of them.</summary>
public sealed class DecisionTests
{
    private static readonly string[] Later = ["ICE", "DHS"];

    private static DateTime At => TestClock.StartUtc;

    public static TheoryData<long, int?, int?, string> BeyondTheLimits =>
        new()
        {
            { -1, null, null, "amount" },
            { 1, 100_000, null, "positions" },
            { 1, -100_000, null, "positions" },
            { 1, 99_999, 100_000, "fte" },
            { 1, null, -100_000, "fte" },
        };

    /// <summary>The builder's request asks for $1,600,000.</summary>
    [Theory]
    [InlineData(1_600_001, Decision.Approved)]
    [InlineData(1_600_000, Decision.Approved)]
    [InlineData(1_599_999, Decision.ApprovedInPart)]
    [InlineData(1, Decision.ApprovedInPart)]
    [InlineData(0, Decision.NotSelected)]
    public void Amount_FitsOneDecisionAlone_AndTheOthersAreRefusedAtIt(long dollars, Decision fitting)
    {
        foreach (var decision in Enum.GetValues<Decision>())
        {
            var request = Recommended();

            var refusal = request.Decide(decision, new Amount(new Money(dollars)), "", People.Compiler, At).Refusal;

            Assert.Equal(decision == fitting ? null : ("field-invalid", "amount"), Named(refusal));
            Assert.Equal(decision == fitting ? decision : null, request.Decision);
        }
    }

    [Theory]
    [InlineData(-800, -1_000, Decision.ApprovedInPart)]
    [InlineData(-1_000, -1_000, Decision.Approved)]
    [InlineData(-1_200, -1_000, Decision.Approved)]
    [InlineData(0, 0, Decision.Approved)]
    [InlineData(5, 0, Decision.Approved)]
    public void OfADecrease_TheDeeperOneIsTheLarger_AndNothingAskedForIsApprovedAsNothing(
        long dollars,
        long requested,
        Decision approval
    )
    {
        var (amount, asked) = (new Money(dollars), new Money(requested));

        Assert.Equal(approval, Decisions.Approval(amount, asked));
        Assert.Null(approval.Problem(amount, asked));
        Assert.Null(Decision.NotSelected.Problem(Money.Zero, asked));
        Assert.Null(new Amount(amount).Problem(asked));
    }

    [Fact]
    public void Amount_AgainstTheDirectionOfTheRequest_IsRefused()
    {
        Assert.Equal("amount", new Amount(new Money(1)).Problem(new Money(-1))?.Field);
        Assert.Equal("amount", new Amount(new Money(-1)).Problem(Money.Zero)?.Field);
        Assert.Null(new Amount(Money.Zero).Problem(new Money(-1)));
    }

    [Theory]
    [MemberData(nameof(BeyondTheLimits))]
    public void AmountBeyondTheLimits_IsRefusedAtEveryStageByItsField(
        long dollars,
        int? positions,
        int? fte,
        string field
    )
    {
        var amount = new Amount(new Money(dollars), positions, fte);
        var inReview = InReview();
        var recommended = Recommended();
        var decided = Decided();

        Refusal?[] refusals =
        [
            inReview.Recommend(inReview.PromptOf(), code => code, amount, "", People.Analyst, At).Refusal,
            recommended.Decide(Decision.ApprovedInPart, amount, "", People.Compiler, At).Refusal,
            decided.EnterAmount("DHS", Later, amount, "", People.Compiler, At).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(("field-invalid", field), Named(refusal)));
        Assert.Equal(
            (RequestStatus.InReview, RequestStatus.Recommended, 2),
            (inReview.Status, recommended.Status, decided.Amounts.Count)
        );
    }

    [Theory]
    [InlineData("OAO")]
    [InlineData("OMB")]
    public void StageThatIsNotAmongTheCyclesLaterOnes_IsRefused(string stage) =>
        Assert.Equal(
            ("stage-not-entered", "stage"),
            Named(Decided().EnterAmount(stage, Later, new Amount(new Money(1)), "", People.Compiler, At).Refusal)
        );

    [Fact]
    public void Trail_KeepsPositionsAndFteBesideTheDollars_BeforeAndAfter()
    {
        var request = InReview();
        Done(
            request.Recommend(
                request.PromptOf(),
                code => code,
                new Amount(new Money(1_600_000), 16, 8),
                "",
                People.Analyst,
                At
            )
        );
        Done(request.Decide(Decision.ApprovedInPart, new Amount(new Money(900_000), 1, 1), "", People.Compiler, At));
        Done(request.EnterAmount("DHS", Later, new Amount(new Money(900_000), 9), "", People.Compiler, At));
        Done(request.EnterAmount("DHS", Later, new Amount(new Money(900_000), 9, -1), "", People.Compiler, At));

        Assert.Equal(
            [
                ("Entered an amount", null, "Analyst: $1,600,000, 16 positions, 8 FTE"),
                ("Recommended an amount", "In review", "Recommended ($1,600,000, 16 positions, 8 FTE)"),
                ("Entered an amount", null, "OAO: $900,000, 1 position, 1 FTE"),
                ("Decided", "Recommended", "Decided (Approved in part, $900,000, 1 position, 1 FTE)"),
                ("Entered an amount", null, "DHS: $900,000, 9 positions"),
                ("Entered an amount", "DHS: $900,000, 9 positions", "DHS: $900,000, 9 positions, (1) FTE"),
            ],
            request.Audit.Pending.TakeLast(6).Select(entry => (entry.Action, entry.Before, entry.After))
        );
    }

    private static (string, string?)? Named(Refusal? refusal) => refusal is null ? null : (refusal.Code, refusal.Field);

    private static ResourceRequest Decided()
    {
        var request = Recommended();
        Done(request.Decide(Decision.Approved, new Amount(new Money(1_600_000)), "", People.Compiler, At));
        return request;
    }

    private static ResourceRequest Recommended()
    {
        var request = InReview();
        return request.Do(
            request.Recommend(request.PromptOf(), code => code, RequestReviews.Recommended, "", People.Analyst, At)
        );
    }

    /// <summary>Lacks nothing but the amount.</summary>
    private static ResourceRequest InReview() =>
        new RequestBuilder().Submitted().Build().TakeUp().Bears(1, 2, 3).Disposed();

    private static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);
}
