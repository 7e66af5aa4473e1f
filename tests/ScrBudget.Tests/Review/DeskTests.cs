using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>The desk: what is in which queue, whose turn it is, and who sees it.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private static readonly DeskQueue[] OfAState =
    [
        DeskQueue.ToTakeUp,
        DeskQueue.InReview,
        DeskQueue.WithOffices,
        DeskQueue.WithOao,
        DeskQueue.Done,
    ];

    private TestSystem? started;

    private TestSystem System => started ?? throw new InvalidOperationException("The test has not been started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => started = await TestSystem.CreateAsync();

    public ValueTask DisposeAsync() => System.DisposeAsync();

    [Fact]
    public async Task EveryRequest_IsInTheOneQueueOfItsState_AndTheCountsSaySo()
    {
        var draft = await System.CreateDraftAsync();
        var awaiting = await System.CreateCompleteDraftAsync();
        await SendAsync(awaiting);
        var submitted = await System.CreateSubmittedAsync();
        var inReview = await System.CreateInReviewAsync();
        var returned = await System.CreateInReviewAsync();
        await System.ActAsync(returned, RequestAction.Return, People.Analyst);
        var recommended = await System.CreateRecommendedAsync();
        var decided = await System.CreateRecommendedAsync();
        await System.DecideAsync(decided);
        var notSelected = await System.CreateRecommendedAsync();
        await System.DecideAsync(notSelected, Decision.NotSelected);
        var transmitted = await System.CreateTransmittedAsync();
        var withdrawn = await System.CreateDraftAsync();
        await System.ActAsync(withdrawn, RequestAction.Withdraw, People.Approver);
        var expected = new Dictionary<DeskQueue, string[]>
        {
            [DeskQueue.ToTakeUp] = [submitted],
            [DeskQueue.InReview] = [inReview],
            [DeskQueue.WithOffices] = [draft, awaiting, returned],
            [DeskQueue.WithOao] = [recommended, decided],
            [DeskQueue.Done] = [notSelected, transmitted, withdrawn],
        };

        foreach (var queue in OfAState)
        {
            var desk = await ReadAsync(new ReadDeskInput(queue), People.Auditor);
            Assert.Equal(expected[queue].Order(StringComparer.Ordinal), Numbers(desk).Order(StringComparer.Ordinal));
            Assert.Equal(
                expected.Values.Select(numbers => numbers.Length),
                OfAState.Select(counted => desk.Counts[counted])
            );
        }
    }

    [Fact]
    public async Task Yours_HoldsWhatTheNextStepIsYours_AndNothingElse()
    {
        var draft = await System.CreateDraftAsync();
        var awaiting = await System.CreateCompleteDraftAsync();
        await SendAsync(awaiting);
        var submitted = await System.CreateSubmittedAsync();
        var recommended = await System.CreateRecommendedAsync();
        var yours = new ReadDeskInput(DeskQueue.Yours);

        Assert.Equal([draft], Numbers(await ReadAsync(yours, People.Colleague)));
        Assert.Equal([awaiting], Numbers(await ReadAsync(yours, People.Approver)));
        Assert.Equal([submitted], Numbers(await ReadAsync(yours, People.Analyst)));
        Assert.Equal([recommended], Numbers(await ReadAsync(yours, People.Compiler)));
        Assert.Empty(Numbers(await ReadAsync(yours, People.Auditor)));
    }

    [Fact]
    public async Task ReviewOfOneAnalyst_IsNoOtherAnalysts()
    {
        await System.CreateInReviewAsync();
        var other = People.Named("another-analyst", null, Role.BudgetAnalyst);

        Assert.Single(Numbers(await ReadAsync(new ReadDeskInput(DeskQueue.Yours), People.Analyst)));
        Assert.Empty(Numbers(await ReadAsync(new ReadDeskInput(DeskQueue.Yours), other)));
    }

    [Fact]
    public async Task WhatNobodyCanMoveOn_IsStuck_UntilSomebodyHasAnAccount()
    {
        var number = await System.CreateSubmittedAsync();
        var stuck = new ReadDeskInput(DeskQueue.Stuck);
        Assert.Equal([number], Numbers(await ReadAsync(stuck, People.Auditor)));

        await System.AddAccountAsync("analyst", Role.BudgetAnalyst);

        Assert.Empty(Numbers(await ReadAsync(stuck, People.Auditor)));
    }

    [Fact]
    public async Task Filters_NarrowTheQueueAndItsCount()
    {
        var number = await System.CreateInReviewAsync();
        foreach (
            var (input, found) in new (ReadDeskInput Input, int Found)[]
            {
                (new(DeskQueue.InReview, Search: number.ToLowerInvariant()), 1),
                (new(DeskQueue.InReview, Search: $"victim {People.Analyst.Name}"), 1),
                (new(DeskQueue.InReview, Search: "nowhere"), 0),
                (new(DeskQueue.InReview, BudgetYear: TestSystem.OpenYear), 1),
                (new(DeskQueue.InReview, BudgetYear: TestSystem.OpenYear + 1), 0),
                (new(DeskQueue.InReview, OfficeCode: People.Office), 1),
                (new(DeskQueue.InReview, OfficeCode: People.OtherOffice), 0),
            }
        )
        {
            var desk = await ReadAsync(input, People.Auditor);
            Assert.Equal((input, found, found), (input, desk.Lines.Count, desk.Counts[DeskQueue.InReview]));
        }
    }

    [Fact]
    public async Task OtherOffices_DoNotSeeIt()
    {
        await System.CreateSubmittedAsync();

        var desk = await ReadAsync(new ReadDeskInput(DeskQueue.ToTakeUp), People.AuthorOf(People.OtherOffice));

        Assert.Empty(desk.Lines);
        Assert.All(desk.Counts, count => Assert.Equal(0, count.Value));
    }

    [Fact]
    public async Task LongestDue_ComesFirst_AndPastItsDayIsOverdue()
    {
        var draft = await System.CreateDraftAsync();
        System.Clock.Advance(TimeSpan.FromDays(400));

        var line = Assert.Single((await ReadAsync(new ReadDeskInput(DeskQueue.Yours), People.Colleague)).Lines);

        Assert.Equal((draft, true), (line.Request.Number, line.IsOverdue));
    }

    [Fact]
    public async Task FinishedRequest_IsNobodysTurn()
    {
        await System.CreateTransmittedAsync();

        var line = Assert.Single((await ReadAsync(new ReadDeskInput(DeskQueue.Done), People.Analyst)).Lines);

        Assert.Equal((null, false, "Nothing is left to do"), (line.DueOn, line.IsStuck, line.Turn));
    }

    [Fact]
    public async Task WorkedExamples_AreNobodysWork_NeverOverdueAndNeverStuck()
    {
        var number = await System.CreateDraftAsync();
        await System.ExecuteSqlAsync("UPDATE Cycles SET IsWorkedExample = 1");
        System.Clock.Advance(TimeSpan.FromDays(4000));

        var desk = await ReadAsync(new ReadDeskInput(DeskQueue.WithOffices), People.Colleague);

        var line = Assert.Single(desk.Lines);
        Assert.Equal((number, false, null), (line.Request.Number, line.IsOverdue, line.DueOn));
        Assert.Equal((0, 0), (desk.Counts[DeskQueue.Yours], desk.Counts[DeskQueue.Stuck]));
        Assert.Empty(
            await System
                .Get<ListRequests>()
                .ExecuteAsync(new ListRequestsInput(WithExamples: false), People.Colleague, Cancellation)
        );
    }

    private static IEnumerable<string> Numbers(Desk desk) => desk.Lines.Select(line => line.Request.Number);

    private Task<Desk> ReadAsync(ReadDeskInput input, Person by) =>
        System.Get<ReadDesk>().ExecuteAsync(input, by, Cancellation);

    private async Task SendAsync(string number)
    {
        var sent = await System
            .Get<SendForApproval>()
            .ExecuteAsync(new SubmitRequestInput(number, null), People.AuthorAndApprover, Cancellation);
        Assert.Null(sent.Refusal);
    }
}
