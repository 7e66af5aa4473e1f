using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Tracking;

/// <summary>Steps of a request's review through its own methods; each gives the request back, so that they read as a story.</summary>
internal static class ReviewSteps
{
    public static readonly Office NoStanding = RequestBuilder.OfficeOf("SUP");

    private static DateTime At => RequestBuilder.At;

    public static ScrUse UseOf(this ResourceRequest request, Office? office = null) =>
        ScrUse.Of(request, request.PromptOf(office));

    public static ScrPrompt PromptOf(this ResourceRequest request, Office? office = null) =>
        ScrPrompt.Of(request, office ?? RequestBuilder.Office);

    public static ResourceRequest Submit(this ResourceRequest request, Office? office = null) =>
        request.Do(
            request.Submit(
                RequestBuilder.CompletenessOf(request, office),
                "{}",
                new string('0', 64),
                RequestBuilder.Author,
                At
            )
        );

    public static ResourceRequest TakeUp(this ResourceRequest request) =>
        request.Do(request.Act(RequestAction.TakeUp, "", People.Analyst, At));

    /// <summary>Submitted again after a return, and taken up.</summary>
    public static ResourceRequest HandInAgain(this ResourceRequest request, Office? office = null) =>
        request.Submit(office).TakeUp();

    public static ResourceRequest Return(this ResourceRequest request) =>
        request.Do(request.Act(RequestAction.Return, "Answer the recommendation.", People.Analyst, At));

    public static ResourceRequest Bears(this ResourceRequest request, params int[] figures)
    {
        foreach (var figure in figures)
        {
            request.Do(request.FindOnFigure(figure, bears: true, "", People.Analyst, At));
        }

        return request;
    }

    public static ResourceRequest DoesNotBear(this ResourceRequest request, int figure) =>
        request.Do(request.FindOnFigure(figure, bears: false, "Other cases are funded.", People.Analyst, At));

    public static ResourceRequest Declines(this ResourceRequest request, params string[] categories)
    {
        foreach (var category in categories)
        {
            request.Do(
                request.Decline(
                    category,
                    DeclineReason.OtherDataStronger,
                    "Calls to the hotline say more.",
                    RequestBuilder.Author,
                    At
                )
            );
        }

        return request;
    }

    public static ResourceRequest SaysNotApplicable(this ResourceRequest request, params string[] categories)
    {
        foreach (var category in categories)
        {
            request.Do(
                request.MarkNotApplicable(category, "This request funds radios only.", RequestBuilder.Author, At)
            );
        }

        return request;
    }

    /// <summary>The verdict on every answer without data that counts now.</summary>
    public static ResourceRequest Judge(
        this ResourceRequest request,
        Verdict verdict = Verdict.Accepted,
        Office? office = null
    )
    {
        foreach (var answer in ReviewGaps.AnswersToJudge(request, request.PromptOf(office)))
        {
            request.Do(request.ReviewAnswer(answer.Sequence, verdict, "Looked at.", People.Analyst, At));
        }

        return request;
    }

    public static ResourceRequest Recommends(this ResourceRequest request, string category)
    {
        _ = request.RecommendData(new RecommendedData(category), "It bears on the need.", People.Analyst, At).Value;
        return request;
    }

    public static ResourceRequest Attaches(this ResourceRequest request, string category)
    {
        _ = request
            .Attach(
                TestSnapshots.Query(category),
                TestSnapshots.Published(),
                SectionKind.Justification,
                category,
                "",
                RequestBuilder.Author,
                At
            )
            .Value;
        return request;
    }

    public static ResourceRequest Disposed(
        this ResourceRequest request,
        DispositionKind kind = DispositionKind.AlreadyUsed,
        Office? office = null
    ) => request.Do(request.Dispose(kind, "", request.PromptOf(office), People.Analyst, At));

    /// <summary>From a review that lacks nothing to the end.</summary>
    public static ResourceRequest Transmitted(this ResourceRequest request, Office? office = null)
    {
        var amount = new Amount(new Money(2_000_000));
        request.Do(request.Recommend(request.PromptOf(office), code => code, amount, "", People.Analyst, At));
        request.Do(request.Decide(Decision.Approved, amount, "", People.Compiler, At));
        return request.Do(
            request.Transmit((office ?? RequestBuilder.Office).StandingCategories, [], People.Compiler, At)
        );
    }

    public static CategoryOutcome OutcomeOf(this ScrUse use, string category) =>
        use.Categories.Single(counted => counted.CategoryCode == category).Outcome;

    public static ResourceRequest Do(this ResourceRequest request, Outcome outcome) =>
        outcome.Refusal is { } refusal
            ? throw new InvalidOperationException(
                $"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Details)}"
            )
            : request;
}
