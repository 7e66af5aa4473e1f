using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Validation;

public sealed class RecordSettlementTests
{
    private static readonly Person Steward = People.Holding(Role.ScrDataSteward);
    private static readonly Person Second = People.Holding(Role.PerformanceAnalyst);

    [Theory]
    [InlineData(SettlementDecision.CorrectAtSource, SettlementState.Settled, false)]
    [InlineData(SettlementDecision.ConfirmYes, SettlementState.Settled, true)]
    [InlineData(SettlementDecision.ConfirmNo, SettlementState.Settled, true)]
    [InlineData(SettlementDecision.ProposeExclusion, SettlementState.ExclusionProposed, false)]
    public void Settled_RecordHasTheStateAndTheEffectOfTheDecision(
        SettlementDecision decision,
        SettlementState state,
        bool hasEffect
    )
    {
        var settlement = Settled(decision);

        Assert.Equal((state, hasEffect), (settlement.State, settlement.HasEffect));
    }

    [Fact]
    public void Exclusion_TakesASecondPerson_WhateverRolesTheFirstHolds()
    {
        var both = new Person("both", "Both", null, [Role.ScrDataSteward, Role.PerformanceAnalyst]);
        var settlement = new RecordSettlement(1, "SCR-1");
        Assert.True(
            settlement.Settle(SettlementDecision.ProposeExclusion, "Not a TCO.", both, TestClock.StartUtc).IsDone
        );

        Assert.Equal("second-person-needed", settlement.DecideExclusion(approve: true, "", both).Refusal?.Code);
        Assert.Equal(SettlementState.ExclusionProposed, settlement.State);
        Assert.True(settlement.DecideExclusion(approve: true, "", Second).IsDone);
        Assert.Equal((SettlementState.Excluded, true), (settlement.State, settlement.HasEffect));
        Assert.Equal("no-exclusion-proposed", settlement.DecideExclusion(approve: false, "No", Second).Refusal?.Code);
    }

    [Fact]
    public void Rejection_NeedsANote_AndTheRecordCounts()
    {
        var settlement = Settled(SettlementDecision.ProposeExclusion);

        Assert.Equal("reason-missing", settlement.DecideExclusion(approve: false, " ", Second).Refusal?.Code);
        Assert.True(settlement.DecideExclusion(approve: false, "It is a TCO.", Second).IsDone);
        Assert.Equal((SettlementState.ExclusionRejected, false), (settlement.State, settlement.HasEffect));
    }

    [Theory]
    [InlineData("", "reason-missing")]
    [InlineData(" \u0000 ", "reason-missing")]
    public void Settle_WithoutAReason_IsRefused(string reason, string code) =>
        Assert.Equal(code, Settle(reason).Refusal?.Code);

    [Fact]
    public void Settle_WithALongReason_IsRefused()
    {
        Assert.Equal("reason-too-long", Settle(new string('x', RecordSettlement.ReasonLength + 1)).Refusal?.Code);
        Assert.True(Settle(new string('x', RecordSettlement.ReasonLength)).IsDone);
    }

    [Theory]
    [InlineData(TcoInvolvement.Yes, true, true, 2024, WorklistReason.None)]
    [InlineData(TcoInvolvement.Yes, false, true, 2024, WorklistReason.YesButATestFails)]
    [InlineData(TcoInvolvement.Yes, true, false, 2020, WorklistReason.YesButATestFails)]
    [InlineData(TcoInvolvement.Yes, false, null, 2024, WorklistReason.YesButATestFails)]
    [InlineData(TcoInvolvement.Yes, true, null, 2024, WorklistReason.YesWithoutTests)]
    [InlineData(TcoInvolvement.No, true, true, 2024, WorklistReason.NoButBothTestsHold)]
    [InlineData(TcoInvolvement.No, true, null, 2024, WorklistReason.MarkedNo)]
    [InlineData(TcoInvolvement.No, false, false, 2020, WorklistReason.MarkedNo)]
    [InlineData(TcoInvolvement.NotRecorded, true, true, 2024, WorklistReason.NotRecordedThoughMandatory)]
    [InlineData(TcoInvolvement.NotRecorded, null, null, 2022, WorklistReason.NotRecordedBeforeTheBox)]
    public void Reason_FollowsTheBoxTheTestsAndTheDate(
        TcoInvolvement box,
        bool? association,
        bool? borders,
        int year,
        WorklistReason reason
    ) =>
        Assert.Equal(
            reason,
            TcoTests.Reason.Compile()(
                new ScrRecord
                {
                    SnapshotNumber = 1,
                    Row = 2,
                    ScrNumber = "SCR-1",
                    CaseNumber = "C-1",
                    Type = ScrType.Disruption,
                    CategoryCode = "CYB",
                    Subcategory = "",
                    ApprovedOn = new DateOnly(year, 3, 1),
                    TcoInvolvement = box,
                    RecordedTco = box,
                    HasAssociation = association,
                    CrossesBorders = borders,
                    Office = "",
                }
            )
        );

    private static Domain.Outcome Settle(string reason) =>
        new RecordSettlement(1, "SCR-1").Settle(
            SettlementDecision.CorrectAtSource,
            reason,
            Steward,
            TestClock.StartUtc
        );

    private static RecordSettlement Settled(SettlementDecision decision)
    {
        var settlement = new RecordSettlement(1, "SCR-1");
        Assert.True(settlement.Settle(decision, "Looked up.", Steward, TestClock.StartUtc).IsDone);
        return settlement;
    }
}
