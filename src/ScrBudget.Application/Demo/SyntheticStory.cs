using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Demo;

/// <summary>What invented requests stand among.</summary>
/// <param name="Statistics">One for each category, of the default years, to attach.</param>
internal sealed record SyntheticStage(
    BudgetCycle Cycle,
    IReadOnlyList<Office> Offices,
    CategoryCatalogue Categories,
    Snapshot Snapshot,
    IReadOnlyDictionary<string, Statistic> Statistics
);

/// <summary>
/// Tells one invented request from its draft to its end, through the request's own methods: each step is saved as who took
/// it and when, as a person's would be.
/// </summary>
internal sealed partial class SyntheticStory(
    SyntheticPlan plan,
    SyntheticStage stage,
    ScrBudgetContext context,
    CancellationToken cancellation
)
{
    private static readonly string[] DeclineWords =
    [
        "The office's own counts of referrals show the need more directly.",
        "Results of these years predate the method that is asked for.",
        "Too few of the cases were worked with what this request funds.",
    ];

    private readonly SeededRandom random = new(plan.Seed);
    private readonly Office office = stage.Offices.Single(known => known.Code == plan.OfficeCode);
    private readonly Person author = SyntheticPeople.AuthorOf(
        stage.Offices.Single(known => known.Code == plan.OfficeCode)
    );

    /// <summary>Opens with the call and goes on by days, all of them within its first two months.</summary>
    private DateTime at = stage.Cycle.OpensOn.ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc);

    private ResourceRequest request = null!;

    /// <param name="number">The next one of the office.</param>
    /// <param name="mergeTarget">Where it goes if it is to be merged; without one it is withdrawn.</param>
    public async Task<ResourceRequest> TellAsync(RequestNumber number, ResourceRequest? mergeTarget)
    {
        await DraftAsync(number);
        if (plan.End == SyntheticEnd.Draft)
        {
            return request;
        }

        await SubmitAsync(2 + random.Below(9));
        if (plan.End == SyntheticEnd.Submitted || await LeavesAsync(mergeTarget))
        {
            return request;
        }

        await ActAsync(RequestAction.TakeUp, SyntheticPeople.Analyst, 1 + random.Below(4));
        if (plan.End == SyntheticEnd.InReview)
        {
            return request;
        }

        await ReviewAsync();
        if (plan.End != SyntheticEnd.Returned)
        {
            await DecideAsync();
        }

        return request;
    }

    private async Task DraftAsync(RequestNumber number)
    {
        Later(1 + random.Below(12));
        request = ResourceRequest
            .Create(
                number,
                new RequestFacts
                {
                    Title = SyntheticRequest.Title(plan.Title),
                    Appropriation = "Operations and Support",
                    ProgramProjectActivity = "Homeland Security Investigations",
                    KindOfChange = "Increase",
                },
                author,
                at
            )
            .Value;
        context.Requests.Add(request);
        foreach (var (kind, text) in SyntheticTexts.Of(plan, office))
        {
            Must(request.Revise(kind, text, request.Section(kind).Version, author, at));
        }

        foreach (var line in plan.Positions)
        {
            _ = request.AddPositions(line, at).Value;
        }

        foreach (var line in plan.Items)
        {
            _ = request.AddNonPersonnel(line, at).Value;
        }

        foreach (var standing in office.StandingCategories)
        {
            Answer(standing);
        }

        if (Prompt().NeedsNoneOrOne)
        {
            Must(request.MarkNoneApplies(NotApplicable, author, at));
        }

        await SaveAsync(author);
    }

    /// <summary>Most are attached where the report names them; merely possible ones are waved away as often as not.</summary>
    private void Answer(StandingCategory standing)
    {
        var code = standing.CategoryCode;
        switch (
            standing.Strength == CategoryStrength.Suggested ? random.Pick([65, 15, 20]) : random.Pick([40, 5, 5, 50])
        )
        {
            case 0 when HasRoom:
                Attach(code);
                break;
            case 0 or 1:
                Must(request.Decline(code, DeclineReason.OtherDataStronger, DeclineWord, author, at));
                break;
            case 2:
                Must(request.MarkNotApplicable(code, NotApplicable, author, at));
                break;
            default:
                Must(request.Dismiss(code, author, at));
                break;
        }
    }

    /// <summary>Is there room on the quad chart for one more figure, whatever its caveats?</summary>
    private bool HasRoom => request.Figures.Count < SyntheticTexts.MostFigures;

    private void Attach(string code, int? inAnswerTo = null)
    {
        var category = stage.Categories.Categories.Single(known => known.Code == code);
        _ = request
            .Attach(
                stage.Statistics[code].Query,
                stage.Snapshot,
                random.Chance(80) ? SectionKind.Justification : SectionKind.Impact,
                category.Name,
                "",
                author,
                at,
                stage.Statistics[code].Edition,
                inAnswerTo
            )
            .Value;
    }

    private async Task SubmitAsync(int days)
    {
        Later(days);
        var around = new RequestSurroundings(
            office,
            stage.Cycle,
            stage.Categories,
            new RequestFigures(
                request.Figures.ToDictionary(figure => figure.Number, figure => stage.Statistics[figure.CategoryCode])
            ),
            DateOnly.FromDateTime(at)
        );
        var composed = RequestComposer.Compose(request, around, RequestStatus.Submitted);
        var document = FrozenDocument.Write(composed.Document);
        Must(request.Submit(composed.Completeness, document, FrozenDocument.Hash(document), author, at));
        await SaveAsync(author);
    }

    private async Task<bool> LeavesAsync(ResourceRequest? mergeTarget)
    {
        if (plan.End is not (SyntheticEnd.Merged or SyntheticEnd.Withdrawn))
        {
            return false;
        }

        if (plan.End == SyntheticEnd.Merged && mergeTarget is not null)
        {
            Later(1 + random.Below(5));
            Must(request.MergeInto(mergeTarget, Prompt(), "Both fund the same need.", SyntheticPeople.Compiler, at));
            await SaveAsync(SyntheticPeople.Compiler);
        }
        else
        {
            await ActAsync(RequestAction.Withdraw, SyntheticPeople.Compiler, 1 + random.Below(5), "Postponed.");
        }

        return true;
    }

    private string NotApplicable => $"This request funds {SyntheticTexts.InSentence(plan.Thing)} alone.";

    private string DeclineWord => DeclineWords[random.Below(DeclineWords.Length)];

    private ScrPrompt Prompt() => ScrPrompt.Of(request, office);

    private void Later(int days) => at = at.AddDays(days).AddMinutes(random.Below(180));

    private async Task ActAsync(RequestAction action, Person by, int days, string reason = "")
    {
        Later(days);
        Must(request.Act(action, reason, by, at));
        await SaveAsync(by);
    }

    private Task<int> SaveAsync(Person by) => context.SaveAsync(by, at, cancellation);

    private void Must(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(
                $"{request.Number}: {refusal.Message} {string.Join(' ', refusal.Details)}"
            );
        }
    }
}
