using FsCheck.Xunit;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

public sealed class WorkflowTests
{
    private static readonly RequestStatus[] Ends = [RequestStatus.Transmitted, RequestStatus.Merged];

    /// <summary>One of each role, and of the office's roles one of another office.</summary>
    private static readonly Person[] Everybody =
    [
        .. Enum.GetValues<Role>().Select(role => People.Holding(role)),
        People.AuthorAndApprover,
        People.AuthorOf(People.OtherOffice),
        People.WithoutRole,
    ];

    private static DateTime At => TestClock.StartUtc;

    [Fact]
    public void EveryState_IsReachedFromADraft()
    {
        var reached = new HashSet<RequestStatus> { RequestStatus.Draft };
        while (
            Workflow.Transitions.FirstOrDefault(move => reached.Contains(move.From) && !reached.Contains(move.To))
                is { } next
        )
        {
            reached.Add(next.To);
        }

        Assert.Equal(Enum.GetValues<RequestStatus>().Order(), reached.Order());
    }

    [Fact]
    public void EveryState_HasAnExit_ButTheEnds()
    {
        var without = Enum.GetValues<RequestStatus>()
            .Where(status => Workflow.Transitions.All(move => move.From != status));

        Assert.Equal(Ends, without);
    }

    [Fact]
    public void EveryAction_IsInTheTable_UnderWordsOfItsOwn()
    {
        var actions = Enum.GetValues<RequestAction>();

        Assert.Equal(actions, Workflow.Transitions.Select(move => move.Action).Distinct().Order());
        Assert.Equal(actions.Length, actions.Select(action => action.Past()).Distinct().Count());
        Assert.Equal(actions.Length, actions.Select(action => action.Imperative()).Distinct().Count());
    }

    [Property(MaxTest = 400)]
    public void AnySequenceByAnybody_MovesAsTheTableSays_OrIsRefusedByName((byte Command, byte Who)[] sequence)
    {
        var (request, other) = (new RequestBuilder().Build(), new RequestBuilder().Build());
        var trail = new List<AuditEntry>();
        Write(request, trail);

        foreach (var (command, who) in sequence.Concat(Home(sequence.Length)))
        {
            var (by, from, state) = (Everybody[who % Everybody.Length], request.Status, request.State().ToString());

            var offered = request.MovesOpenTo(by, MoveRules.None).Select(move => move.Action).ToList();

            var (action, outcome) = Try(request, other, command, by);

            if (outcome.Refusal is { } refusal)
            {
                Assert.NotEmpty(refusal.Code);
                Assert.NotEmpty(refusal.Message);
                Assert.Empty(request.Audit.Pending);
                Assert.Equal((from, state), (request.Status, request.State().ToString()));
            }
            else if (action is { } made)
            {
                var row = Workflow.Find(made, from);
                Assert.NotNull(row);
                Assert.Equal(row.To, request.Status);
                Assert.True(row.IsAllowed(by, request.OfficeCode));
                Assert.Contains(made, offered);
            }
            else
            {
                Assert.Equal(from, request.Status);
            }

            Assert.Equal(IsOver(request), NextOf(request) is null);
            Assert.True(request.Decision is null || request.Status.KeepsDecision());
            Write(request, trail);
        }

        Assert.Equal([RequestStatus.Draft, .. request.Moves.Select(move => move.To)], Workflow.Replay(trail));
        Assert.Equal(Enumerable.Range(1, request.Moves.Count), request.Moves.Select(move => move.Sequence));
    }

    [Fact]
    public void Replay_OfATrailThatSkipsAState_SaysWhere()
    {
        var trail = new List<AuditEntry>();
        var request = new RequestBuilder().Submitted().Build();
        Write(request, trail);
        _ = request.Act(RequestAction.TakeUp, "", People.Analyst, At);
        _ = request.Act(RequestAction.Return, "Too long.", People.Analyst, At);
        Write(request, trail);
        trail.RemoveAll(entry => entry.Action == RequestAction.TakeUp.Past());

        var problem = Assert.Throws<FormatException>(() => Workflow.Replay(trail));

        Assert.Contains("Returned to the office from In review", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_ThatTheStateDoesNotAllow_IsRefusedAndSaysWhatIsPossible()
    {
        var request = new RequestBuilder().Submitted().Build();

        var refusal = request.Act(RequestAction.Return, "Too long.", People.Analyst, At).Refusal;

        Assert.Equal("state-does-not-allow", refusal?.Code);
        Assert.Equal(
            "“Return to the office” is not possible: the request is submitted. What is possible there: Recall, Take up for review, Merge into another, Withdraw.",
            refusal?.Message
        );
    }

    [Fact]
    public void Return_WithoutAReason_IsRefused()
    {
        var request = new RequestBuilder().Submitted().Build();
        _ = request.Act(RequestAction.TakeUp, "", People.Analyst, At);

        Assert.Equal("reason-missing", request.Act(RequestAction.Return, " \n", People.Analyst, At).Refusal?.Code);
    }

    [Fact]
    public void NotSelected_IsNotTransmitted_AndMayBeReopened()
    {
        var request = Recommended();
        Assert.True(request.Decide(Decision.NotSelected, new Amount(Money.Zero), "", People.Compiler, At).IsDone);

        Assert.Equal("not-selected", request.Transmit([], [], People.Compiler, At).Refusal?.Code);
        Assert.Null(NextOf(request));
        Assert.True(request.Act(RequestAction.Reopen, "New funds.", People.Compiler, At).IsDone);
        Assert.Null(request.Decision);
        Assert.NotNull(NextOf(request));
    }

    /// <summary>The way home, so that long sequences see the later states as well.</summary>
    private static IEnumerable<(byte, byte)> Home(int length)
    {
        var (approver, analyst, compiler) = (
            Index(Role.ProgramOfficeApprover),
            Index(Role.BudgetAnalyst),
            Index(Role.OaoCompiler)
        );
        (byte, byte)[] way =
        [
            ((byte)RequestAction.Submit, approver),
            ((byte)RequestAction.TakeUp, analyst),
            (20, analyst),
            (21, analyst),
            ((byte)RequestAction.Recommend, analyst),
            // Each of the three decisions, whatever the other commands are.
            ((byte)((int)RequestAction.Decide + (26 * (length % 3))), compiler),
            ((byte)RequestAction.Transmit, compiler),
        ];
        return way.Take(length % (way.Length + 1));

        static byte Index(Role role) => (byte)Array.FindIndex(Everybody, person => person.Roles.SequenceEqual([role]));
    }

    /// <returns>The move that was tried; null for a command that leaves the state.</returns>
    private static (RequestAction? Action, Outcome Outcome) Try(
        ResourceRequest request,
        ResourceRequest other,
        int command,
        Person by
    )
    {
        var prompt = ScrPrompt.Of(request, RequestBuilder.Office);
        var amount = new Amount(new Money(1_000));
        var decision = (Decision)((command / 26 % 3) + 1);
        return (command % 26) switch
        {
            (int)RequestAction.Submit => (
                RequestAction.Submit,
                request.Submit(RequestBuilder.CompletenessOf(request), "{}", new string('0', 64), by, At)
            ),
            (int)RequestAction.SendForApproval => (
                RequestAction.SendForApproval,
                request.SendForApproval(RequestBuilder.CompletenessOf(request), by, At)
            ),
            (int)RequestAction.Recommend => (
                RequestAction.Recommend,
                request.Recommend(prompt, code => code, amount, "", by, At)
            ),
            (int)RequestAction.Decide => (
                RequestAction.Decide,
                request.Decide(decision, Fitting(decision), "", by, At)
            ),
            (int)RequestAction.Merge => (RequestAction.Merge, request.MergeInto(other, prompt, "The same.", by, At)),
            (int)RequestAction.Transmit => (RequestAction.Transmit, request.Transmit([], [], by, At)),
            20 => (null, FindAll(request, by)),
            21 => (null, request.Dispose(DispositionKind.AlreadyUsed, "", prompt, by, At)),
            22 => (null, AsOutcome(request.RecommendData(new RecommendedData("CYB"), "It bears on it.", by, At))),
            23 => (null, request.ReviewAnswer(request.Answers.Count, (Verdict)(command % 3 + 1), "Say more.", by, At)),
            24 => (null, AsOutcome(request.Comment("cost", "Why so many?", by, At))),
            25 => (null, request.EnterAmount("DHS", ["DHS"], amount, "", by, At)),
            var number and >= 1 and <= 13 => (
                (RequestAction)number,
                request.Act((RequestAction)number, "A reason.", by, At)
            ),
            _ => (null, request.Reassign(People.Analyst, "Illness.", by, At)),
        };
    }

    private static Outcome FindAll(ResourceRequest request, Person by)
    {
        foreach (var figure in request.Figures)
        {
            if (request.FindOnFigure(figure.Number, bears: true, "", by, At).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return Outcome.Done;
    }

    private static Outcome AsOutcome<T>(Outcome<T> outcome) => outcome.Refusal is { } refusal ? refusal : Outcome.Done;

    private static NextActor? NextOf(ResourceRequest request) =>
        NextActor.Of(request, ScrPrompt.Of(request, RequestBuilder.Office));

    private static bool IsOver(ResourceRequest request) =>
        request.Status.IsFinal() || request.Decision == Decision.NotSelected;

    private static ResourceRequest Recommended()
    {
        var request = new RequestBuilder().Submitted().Build();
        Done(request.Act(RequestAction.TakeUp, "", People.Analyst, At));
        Done(FindAll(request, People.Analyst));
        var prompt = ScrPrompt.Of(request, RequestBuilder.Office);
        Done(request.Dispose(DispositionKind.AlreadyUsed, "", prompt, People.Analyst, At));
        Done(request.Recommend(prompt, code => code, new Amount(new Money(800)), "", People.Analyst, At));
        return request;

        static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);
    }

    /// <summary>An amount of that decision, of the 1.6 million that the builder's request asks for.</summary>
    private static Amount Fitting(Decision decision) =>
        new(
            new Money(
                decision switch
                {
                    Decision.Approved => 1_600_000,
                    Decision.ApprovedInPart => 1_599_999,
                    _ => 0,
                }
            )
        );

    private static void Write(ResourceRequest request, List<AuditEntry> trail) =>
        trail.AddRange(request.Audit.Write(request.AuditSubject, People.Colleague, At, request.State()));
}
