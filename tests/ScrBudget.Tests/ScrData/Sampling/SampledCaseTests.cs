using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Sampling;

/// <summary>The way of a sampled case: tests, response, adjudicated result, and back.</summary>
public sealed class SampledCaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_GoesFromTestsOverTheResponseToItsResult()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        Assert.Equal(SampledCaseStatus.ToTest, (await system.CaseAsync(1)).Status);

        Assert.True((await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.Yes)).IsDone);
        Assert.Equal(SampledCaseStatus.AwaitingResponse, (await system.CaseAsync(1)).Status);

        Assert.True((await system.RespondAsync(await system.CaseAsync(1), agrees: true)).IsDone);
        Assert.Equal(SampledCaseStatus.ToAdjudicate, (await system.CaseAsync(1)).Status);

        Assert.True((await system.AdjudicateAsync(await system.CaseAsync(1))).IsDone);
        var one = await system.CaseAsync(1);
        Assert.Equal(SampledCaseStatus.Adjudicated, one.Status);
        Assert.True(one.IsNotTco);
        Assert.All(one.Scrs, scr => Assert.Equal(ScrFinding.NoAssociation, scr.Finding));
    }

    [Fact]
    public async Task Case_WhoseTestsHold_NeedsNoResponse()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));

        await system.TestAsync(await system.CaseAsync(1), TestAnswer.Yes, TestAnswer.Yes);
        var tested = await system.CaseAsync(1);
        var adjudicated = await system.AdjudicateAsync(tested);

        Assert.Equal(SampledCaseStatus.ToAdjudicate, tested.Status);
        Assert.True(adjudicated.IsDone);
        Assert.False((await system.CaseAsync(1)).IsNotTco);
    }

    [Fact]
    public async Task Findings_WithoutAResponse_AreAdjudicatedWithReasonsOnly()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.No);

        var without = await system.AdjudicateAsync(await system.CaseAsync(1));
        var with = await system.AdjudicateAsync(await system.CaseAsync(1), reasons: "No response by June 30.");

        Assert.Equal("reasons-missing", without.Refusal?.Code);
        Assert.True(with.IsDone);
    }

    [Fact]
    public async Task Result_OtherThanTheTests_NeedsReasons()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.Yes);
        await system.RespondAsync(await system.CaseAsync(1), agrees: false, "The file names three people.");

        var without = await system.AdjudicateAsync(await system.CaseAsync(1), ScrFinding.Tco);
        var with = await system.AdjudicateAsync(await system.CaseAsync(1), ScrFinding.Tco, "The response is right.");

        Assert.Equal("reasons-missing", without.Refusal?.Code);
        Assert.True(with.IsDone);
        Assert.False((await system.CaseAsync(1)).IsNotTco);
    }

    [Fact]
    public async Task TestThatCannotBeTold_IsSettledByTheResult()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.CannotTell, TestAnswer.Yes);
        await system.RespondAsync(await system.CaseAsync(1), agrees: true);

        var open = await system.AdjudicateAsync(await system.CaseAsync(1));
        var settled = await system.AdjudicateAsync(
            await system.CaseAsync(1),
            ScrFinding.NoAssociation,
            "Nothing in the file shows one."
        );

        Assert.Equal("finding-1-missing", open.Refusal?.Code);
        Assert.True(settled.IsDone);
    }

    [Fact]
    public async Task Steps_OutOfTurn_AreRefused()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        var untested = await system.CaseAsync(1);
        await system.TestAsync(untested, TestAnswer.Yes, border: null);
        var half = await system.CaseAsync(1);

        Assert.Equal("sampled-case-not-tested", (await system.RespondAsync(half, agrees: true)).Refusal?.Code);
        Assert.Equal("sampled-case-not-tested", (await system.AdjudicateAsync(half, ScrFinding.Tco)).Refusal?.Code);
        Assert.Equal("sampled-case-not-adjudicated", (await system.ReopenAsync(half, "why")).Refusal?.Code);

        await system.TestAsync(half, TestAnswer.No, TestAnswer.Yes);
        Assert.Equal(
            "response-missing",
            (await system.RespondAsync(await system.CaseAsync(1), agrees: false)).Refusal?.Code
        );
        Assert.Equal("agrees-missing", (await system.RespondAsync(await system.CaseAsync(1), null)).Refusal?.Code);
        await system.RespondAsync(await system.CaseAsync(1), agrees: true);
        Assert.Equal(
            "sampled-case-responded",
            (await system.TestAsync(await system.CaseAsync(1), TestAnswer.Yes, TestAnswer.Yes)).Refusal?.Code
        );

        await system.AdjudicateAsync(await system.CaseAsync(1));
        var done = await system.CaseAsync(1);
        Assert.Equal(
            "sampled-case-adjudicated",
            (await system.TestAsync(done, TestAnswer.Yes, TestAnswer.Yes)).Refusal?.Code
        );
        Assert.Equal("sampled-case-adjudicated", (await system.RespondAsync(done, agrees: true)).Refusal?.Code);
        Assert.Equal("sampled-case-adjudicated", (await system.AdjudicateAsync(done)).Refusal?.Code);
        Assert.Equal("reopen-reason-missing", (await system.ReopenAsync(done, " ")).Refusal?.Code);
    }

    [Fact]
    public async Task ReopenedCase_KeepsTestsAndResponse()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.Yes);
        await system.RespondAsync(await system.CaseAsync(1), agrees: true, "Right.");
        await system.AdjudicateAsync(await system.CaseAsync(1));

        Assert.True((await system.ReopenAsync(await system.CaseAsync(1), "The wrong button.")).IsDone);

        var one = await system.CaseAsync(1);
        Assert.Equal(SampledCaseStatus.ToAdjudicate, one.Status);
        Assert.Equal("Right.", one.Response);
        Assert.All(one.Scrs, scr => Assert.Null(scr.Finding));
    }

    [Fact]
    public async Task StaleSave_IsRefused_AndAnotherCaseIsNotDisturbed()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        var mine = await system.CaseAsync(1);
        var other = await system.CaseAsync(1, 2);

        await system.TestAsync(await system.CaseAsync(1), TestAnswer.Yes, TestAnswer.Yes);

        Assert.Equal(
            "sampled-case-changed",
            (await system.TestAsync(mine, TestAnswer.No, TestAnswer.No)).Refusal?.Code
        );
        Assert.True((await system.TestAsync(other, TestAnswer.No, TestAnswer.No)).IsDone);
        Assert.Equal(TestAnswer.Yes, (await system.CaseAsync(1)).Scrs[0].Association);
    }

    [Fact]
    public async Task TwoSavesAtOnce_OneIsRefused()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        var one = await system.CaseAsync(1);

        var saves = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => system.TestAsync(one, TestAnswer.Yes, TestAnswer.Yes, $"note {i}"))
        );

        Assert.Single(saves, save => save.IsDone);
        Assert.All(saves.Where(save => !save.IsDone), save => Assert.Equal("sampled-case-changed", save.Refusal!.Code));
    }

    [Fact]
    public async Task SavingTheSameAnswers_WritesNothing()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.DrawAsync(Samples.Small(2));
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.Yes, TestAnswer.Yes);
        var before = await system.CaseAsync(1);

        await system.TestAsync(before, TestAnswer.Yes, TestAnswer.Yes);

        Assert.Equal(before.Version, (await system.CaseAsync(1)).Version);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Steps_AreForThoseWhoMay(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        var person = People.Holding(role);
        var mayDraw = role is Role.Auditor or Role.PerformanceAnalyst ? null : "not-allowed";
        var mayRespond = role is Role.ScrDataSteward ? null : "not-allowed";
        await system.DrawAsync(Samples.Small(1));

        var tested = await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.No, by: person);
        await system.TestAsync(await system.CaseAsync(1), TestAnswer.No, TestAnswer.No);
        var responded = await system.RespondAsync(await system.CaseAsync(1), agrees: true, by: person);
        await system.RespondAsync(await system.CaseAsync(1), agrees: true);
        var adjudicated = await system.AdjudicateAsync(await system.CaseAsync(1), by: person);
        await system.AdjudicateAsync(await system.CaseAsync(1));
        var reopened = await system.ReopenAsync(await system.CaseAsync(1), "why", person);
        var read = await system.Get<ReadSamples>().CaseAsync(1, 1, person, Cancellation);

        Assert.Equal(
            [mayDraw, mayRespond, mayDraw, mayDraw],
            [tested.Refusal?.Code, responded.Refusal?.Code, adjudicated.Refusal?.Code, reopened.Refusal?.Code]
        );
        Assert.Equal(mayDraw is null || mayRespond is null ? null : "not-allowed", read.Refusal?.Code);
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];
}
