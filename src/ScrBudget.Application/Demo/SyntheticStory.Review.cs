using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Demo;

/// <summary>What analysts and the compiler do with it.</summary>
internal sealed partial class SyntheticStory
{
    /// <summary>Findings and verdicts; where no disposition would fit, and by chance, with a recommendation first.</summary>
    private async Task ReviewAsync()
    {
        Later(1 + random.Below(3));
        Judge();
        await SaveAsync(SyntheticPeople.Analyst);
        if (plan.End == SyntheticEnd.Returned || Fitting().Count == 0 || random.Chance(30))
        {
            await RecommendAsync();
            if (plan.End == SyntheticEnd.Returned)
            {
                return;
            }
        }

        Later(1);
        Must(request.Dispose(Fitting()[0], "", Prompt(), SyntheticPeople.Analyst, at));
        var requested = request.Cost(1).Request;
        Must(
            request.Recommend(
                Prompt(),
                code => code,
                new Amount(random.Chance(60) ? requested : Part(requested)),
                "",
                SyntheticPeople.Analyst,
                at
            )
        );
        await SaveAsync(SyntheticPeople.Analyst);
    }

    private async Task RecommendAsync()
    {
        var category = Recommended();
        _ = request
            .RecommendData(
                new RecommendedData(category),
                "Cases of this category drive the need.",
                SyntheticPeople.Analyst,
                at
            )
            .Value;
        await SaveAsync(SyntheticPeople.Analyst);
        await ActAsync(
            RequestAction.Return,
            SyntheticPeople.Analyst,
            0,
            "Answer the recommendation, then hand the request in again."
        );
        if (plan.End == SyntheticEnd.Returned)
        {
            return;
        }

        Later(1 + random.Below(9));
        Respond(category);
        await SaveAsync(author);
        await SubmitAsync(0);
        await ActAsync(RequestAction.TakeUp, SyntheticPeople.Analyst, 1 + random.Below(2));
        Judge();
        await SaveAsync(SyntheticPeople.Analyst);
    }

    /// <summary>One without a figure, of the office's own if there is one.</summary>
    private string Recommended()
    {
        var open = office
            .StandingCategories.Select(standing => standing.CategoryCode)
            .Where(code => request.DecisionOn(code) != CategoryDecision.Attached)
            .ToList();
        var all = stage.Statistics.Keys.Order(StringComparer.Ordinal).ToList();
        var others = all.FindAll(code => request.DecisionOn(code) != CategoryDecision.Attached);
        return open.Count > 0 ? open[random.Below(open.Count)] : others[random.Below(others.Count)];
    }

    private void Respond(string category)
    {
        var number = request.Recommendations[^1].Number;
        switch (random.Pick([55, 30, 15]))
        {
            case 0 when HasRoom:
                Attach(category, number);
                break;
            case 0 or 1:
                Must(
                    request.Respond(
                        number,
                        CategoryDecision.Declined,
                        DeclineReason.DataNotReliableEnough,
                        DeclineWord,
                        author,
                        at
                    )
                );
                break;
            default:
                Must(request.Respond(number, CategoryDecision.NotApplicable, null, NotApplicable, author, at));
                break;
        }
    }

    private void Judge()
    {
        foreach (var figure in request.Figures.Where(figure => request.IsCited(figure.Number)))
        {
            Must(request.FindOnFigure(figure.Number, bears: true, "", SyntheticPeople.Analyst, at));
        }

        foreach (var answer in ReviewGaps.AnswersToJudge(request, Prompt()))
        {
            Must(request.ReviewAnswer(answer.Sequence, Verdict.Accepted, "", SyntheticPeople.Analyst, at));
        }
    }

    private async Task DecideAsync()
    {
        if (plan.End == SyntheticEnd.Recommended)
        {
            return;
        }

        Later(1 + random.Below(3));
        var requested = request.Cost(1).Request;
        var (decision, amount) =
            plan.End == SyntheticEnd.NotSelected ? (Decision.NotSelected, Money.Zero)
            : random.Chance(50) ? (Decision.Approved, requested)
            : (Decision.ApprovedInPart, Part(requested));
        Must(request.Decide(decision, new Amount(amount), "", SyntheticPeople.Compiler, at));
        await SaveAsync(SyntheticPeople.Compiler);
        if (plan.End != SyntheticEnd.Transmitted)
        {
            return;
        }

        Later(1);
        Must(request.Transmit(office.StandingCategories, [], SyntheticPeople.Compiler, at));
        await SaveAsync(SyntheticPeople.Compiler);
        if (random.Chance(6))
        {
            // Recorded once it had happened, after the transmission.
            at = at.AddDays(2);
            Must(
                request.RecordRemoval(
                    "DHS",
                    DateOnly.FromDateTime(at).AddDays(-1),
                    "Not in the Department's submission.",
                    SyntheticPeople.Compiler,
                    at
                )
            );
            await SaveAsync(SyntheticPeople.Compiler);
        }

        if (random.Chance(6))
        {
            // Kept as late, for the next cycle.
            _ = request
                .RecommendData(new RecommendedData(Recommended()), "For the next cycle.", SyntheticPeople.Analyst, at)
                .Value;
            await SaveAsync(SyntheticPeople.Analyst);
        }
    }

    /// <summary>The dispositions that say what the evidence says.</summary>
    private List<DispositionKind> Fitting() =>
        [.. Enum.GetValues<DispositionKind>().Where(kind => ReviewGaps.IsConsistent(kind, request, Prompt()))];

    private Money Part(Money requested) => Money.RoundedToThousands(requested.Dollars * (50 + random.Below(45)) / 100m);
}
