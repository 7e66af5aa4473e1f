using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>Moves of the table that a request does not allow: they are refused by name, and not offered.</summary>
public sealed class MoveRulesTests : IAsyncLifetime
{
    private static readonly Person SecondAnalyst = People.Named("second-analyst", null, Role.BudgetAnalyst);

    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task NotSelected_IsNotOfferedForTransmission_NeitherAsAButtonNorInWords()
    {
        var number = await System.CreateRecommendedAsync();
        await System.DecideAsync(number, Decision.NotSelected);

        Assert.Equal("not-selected", await RefusalAsync(number, RequestAction.Transmit, People.Compiler));
        Assert.Equal(
            [RequestAction.Reopen, RequestAction.Merge, RequestAction.Withdraw],
            await OfferedAsync(number, People.Compiler)
        );
        var words = await ActAsync(number, RequestAction.Return, People.Analyst);
        Assert.EndsWith(
            "What is possible there: Reopen, Merge into another, Withdraw.",
            words?.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Decision.Approved)]
    [InlineData(Decision.ApprovedInPart)]
    public async Task Approved_IsOfferedForTransmission(Decision decision)
    {
        var number = await System.CreateRecommendedAsync();
        await System.DecideAsync(number, decision);

        Assert.Contains(RequestAction.Transmit, await OfferedAsync(number, People.Compiler));
        Assert.Null(await RefusalAsync(number, RequestAction.Transmit, People.Compiler));
    }

    [Fact]
    public async Task Submit_WhereTheOfficeApproves_IsRefusedAndNotOffered_UntilItIsSentForApproval()
    {
        Assert.Null(await System.ReviseCycleAsync(settings => settings with { RequiresOfficeApproval = true }));
        var number = await System.CreateCompleteDraftAsync();

        var early = await System.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation);

        Assert.Equal("office-approval-required", early.Refusal?.Code);
        Assert.Equal([RequestAction.Withdraw], await OfferedAsync(number, People.Approver));
        Assert.Equal(RequestStatus.Draft, (await System.ReadAsync(number)).Request.Status);

        var sent = await System
            .Get<SendForApproval>()
            .ExecuteAsync(new SubmitRequestInput(number, null), People.Colleague, Cancellation);
        Assert.Null(sent.Refusal);
        Assert.Contains(RequestAction.Submit, await OfferedAsync(number, People.Approver));
        Assert.Null((await System.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation)).Refusal);
    }

    [Fact]
    public async Task TakeUp_OfWhatIsAssignedToAnother_IsRefusedAndNotOffered_UntilItIsReassigned()
    {
        await System.AddAccountAsync(SecondAnalyst.Id, Role.BudgetAnalyst);
        var number = await System.CreateInReviewAsync();
        await System.ActAsync(number, RequestAction.Return, People.Analyst);
        Assert.Null((await System.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation)).Refusal);

        var refused = await ActAsync(number, RequestAction.TakeUp, SecondAnalyst);

        Assert.Equal("assigned-to-another", refused?.Code);
        Assert.Equal(
            $"{number} is assigned to {People.Analyst.Name}, who takes it up. Reassign it with a reason to give it to somebody else.",
            refused?.Message
        );
        Assert.Empty(await OfferedAsync(number, SecondAnalyst));
        Assert.Equal([RequestAction.TakeUp], await OfferedAsync(number, People.Analyst));

        var reassigned = await System
            .Get<ReassignReview>()
            .ExecuteAsync(
                new ReassignReviewInput(number, SecondAnalyst.Id, "Illness.", null),
                SecondAnalyst,
                Cancellation
            );
        Assert.Null(reassigned.Refusal);
        Assert.Empty(await OfferedAsync(number, People.Analyst));
        Assert.Null(await RefusalAsync(number, RequestAction.TakeUp, SecondAnalyst));
    }

    [Fact]
    public async Task Restore_OfWhatACompilerWithdrew_IsTheCompilersAlone()
    {
        await System.AddAccountAsync(People.Compiler.Id, Role.OaoCompiler);
        var number = await System.CreateSubmittedAsync();
        await System.ActAsync(number, RequestAction.Withdraw, People.Compiler);

        var refused = await ActAsync(number, RequestAction.Restore, People.Approver);

        Assert.Equal("withdrawn-by-compiler", refused?.Code);
        Assert.StartsWith(
            $"{People.Compiler.Name} withdrew {number} for OAO",
            refused?.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(await OfferedAsync(number, People.Approver));
        Assert.Equal([RequestAction.Restore], await OfferedAsync(number, People.Compiler));
        Assert.Null(await RefusalAsync(number, RequestAction.Restore, People.Compiler));

        // The last withdrawal tells, not an earlier one.
        await System.ActAsync(number, RequestAction.Withdraw, People.Approver);
        Assert.Equal([RequestAction.Restore], await OfferedAsync(number, People.Approver));
        Assert.Null(await RefusalAsync(number, RequestAction.Restore, People.Approver));
    }

    private async Task<Refusal?> ActAsync(string number, RequestAction action, Person by) =>
        (
            await System
                .Get<ActOnRequest>()
                .ExecuteAsync(new ActOnRequestInput(number, action, "A reason.", null), by, Cancellation)
        ).Refusal;

    private async Task<string?> RefusalAsync(string number, RequestAction action, Person by) =>
        (await ActAsync(number, action, by))?.Code;

    private async Task<IEnumerable<RequestAction>> OfferedAsync(string number, Person by) =>
        (await System.Get<ReadReview>().ExecuteAsync(number, by, Cancellation)).Value.Moves.Select(move => move.Action);
}
