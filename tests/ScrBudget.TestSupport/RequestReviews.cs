using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.TestSupport;

/// <summary>Steps of a review in a <see cref="TestSystem"/>, through its use cases, by whoever usually takes them.</summary>
public static class RequestReviews
{
    /// <summary>An amount that an analyst recommends in tests.</summary>
    public static Amount Recommended { get; } = new(new Money(2_000_000), 10, 5);

    /// <summary>An amount that OAO approves in tests where it approves in part: less than what was asked for.</summary>
    public static Amount InPart { get; } = new(new Money(1_200_000), 8, 4);

    /// <summary>Submitted and taken up by the analyst; returns its number.</summary>
    public static async Task<string> CreateInReviewAsync(this TestSystem system)
    {
        var number = await system.CreateSubmittedAsync();
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        return number;
    }

    /// <summary>With every figure found to bear on it, a disposition and an amount; returns its number.</summary>
    public static async Task<string> CreateRecommendedAsync(this TestSystem system)
    {
        var number = await system.CreateInReviewAsync();
        await system.CompleteReviewAsync(number);
        return number;
    }

    /// <summary>Through every step to the end; returns its number.</summary>
    public static async Task<string> CreateTransmittedAsync(this TestSystem system)
    {
        var number = await system.CreateRecommendedAsync();
        await system.DecideAsync(number);
        await system.ActAsync(number, RequestAction.Transmit, People.Compiler);
        return number;
    }

    public static async Task ActAsync(
        this TestSystem system,
        string number,
        RequestAction action,
        Person by,
        string reason = "The reason of the test."
    ) =>
        RequestDrafts.MustBeDone(
            (
                await system.Get<ActOnRequest>().ExecuteAsync(new ActOnRequestInput(number, action, reason, null), by)
            ).Refusal
        );

    /// <summary>Finds that every cited figure bears on the request.</summary>
    public static async Task FindAllToBearAsync(this TestSystem system, string number)
    {
        var request = (await system.ReadAsync(number)).Request;
        foreach (var figure in request.Figures.Where(figure => request.IsCited(figure.Number)))
        {
            var found = await system
                .Get<FindOnFigure>()
                .ExecuteAsync(new FindOnFigureInput(number, figure.Number, true, "", null), People.Analyst);
            RequestDrafts.MustBeDone(found.Refusal);
        }
    }

    /// <summary>Accepts every answer without SCR data that waits for a verdict.</summary>
    public static async Task AcceptAnswersAsync(this TestSystem system, string number)
    {
        var reading = await system.ReadAsync(number);
        foreach (var answer in ReviewGaps.AnswersToJudge(reading.Request, reading.Composed.Prompt))
        {
            var judged = await system
                .Get<ReviewAnswer>()
                .ExecuteAsync(
                    new ReviewAnswerInput(number, answer.Sequence, Verdict.Accepted, "", null),
                    People.Analyst
                );
            RequestDrafts.MustBeDone(judged.Refusal);
        }
    }

    /// <summary>An account whose key is its user name; without an office.</summary>
    public static async Task AddAccountAsync(this TestSystem system, string userName, params Role[] roles)
    {
        await using var context = system.CreateContext();
        context.Add(
            new Account(userName, userName, null, roles)
            {
                Id = userName,
                NormalizedUserName = userName.ToUpperInvariant(),
            }
        );
        await context.SaveAsync(Person.SystemOperator, TestClock.StartUtc);
    }

    public static async Task DisposeAsync(this TestSystem system, string number, DispositionKind kind) =>
        RequestDrafts.MustBeDone(
            (
                await system
                    .Get<GiveDisposition>()
                    .ExecuteAsync(new GiveDispositionInput(number, kind, "", null), People.Analyst)
            ).Refusal
        );

    /// <summary>Figures, disposition and amount in one go.</summary>
    public static async Task CompleteReviewAsync(
        this TestSystem system,
        string number,
        DispositionKind kind = DispositionKind.AlreadyUsed
    )
    {
        await system.FindAllToBearAsync(number);
        await system.DisposeAsync(number, kind);
        var completed = await system
            .Get<CompleteReview>()
            .ExecuteAsync(new CompleteReviewInput(number, Recommended, "", null), People.Analyst);
        RequestDrafts.MustBeDone(completed.Refusal);
    }

    public static async Task RecommendDataAsync(this TestSystem system, string number, params RecommendedData[] data) =>
        RequestDrafts.MustBeDone(
            (
                await system
                    .Get<RecommendData>()
                    .ExecuteAsync(new RecommendDataInput(number, data, "It bears on the need.", null), People.Analyst)
            ).Refusal
        );

    public static async Task DecideAsync(
        this TestSystem system,
        string number,
        Decision decision = Decision.ApprovedInPart
    ) =>
        RequestDrafts.MustBeDone(
            (
                await system
                    .Get<DecideRequest>()
                    .ExecuteAsync(
                        new DecideRequestInput(
                            number,
                            decision,
                            decision switch
                            {
                                Decision.Approved => Recommended,
                                Decision.ApprovedInPart => InPart,
                                _ => new Amount(Money.Zero),
                            },
                            "",
                            null
                        ),
                        People.Compiler
                    )
            ).Refusal
        );
}
