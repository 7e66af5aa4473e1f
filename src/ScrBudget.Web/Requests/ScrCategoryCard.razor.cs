using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Requests;

public sealed partial class ScrCategoryCard
{
    private static readonly IReadOnlyList<Choice> Targets =
    [
        new(nameof(SectionKind.Justification), "Justification", "It shows the need."),
        new(nameof(SectionKind.Impact), "Impact", "It shows the expected result."),
    ];

    private static readonly IReadOnlyList<Choice> DeclineReasons =
    [
        .. Enum.GetValues<DeclineReason>().Select(reason => new Choice(reason.ToString(), reason.Title())),
    ];

    private Opened open;
    private Recommendation? answering;
    private string shows = string.Empty;
    private string? target = nameof(SectionKind.Justification);
    private string? declineReason;
    private string declineWords = string.Empty;
    private string notApplicableReason = CategoryAnswer.NotApplicableOpening + " ";
    private string? problem;
    private string? problemAt;
    private string? focusNext;
    private StatisticQuery? query;
    private Statistic? statistic;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter, EditorRequired]
    public required PromptedCategory Category { get; set; }

    [Parameter, EditorRequired]
    public required PromptFigureSet Figures { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private AttachStatistic AttachStatistic { get; set; } = default!;

    [Inject]
    private RespondToRecommendation RespondToRecommendation { get; set; } = default!;

    [Inject]
    private AnswerCategory AnswerCategory { get; set; } = default!;

    [Inject]
    private QueryStatistic QueryStatistic { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string Name => Reading.Around.CategoryName(Category.CategoryCode);

    private string HeadingId => HeadingOf(Category.CategoryCode);

    /// <summary>What the open answer is about: one recommendation, or the category.</summary>
    private string Answered => answering is null ? Name : $"{answering.Label} ({Name})";

    /// <summary>What the open answer's button says.</summary>
    private string Command =>
        open switch
        {
            Opened.Attach => $"Attach for {Answered}",
            Opened.Decline => $"Decline {Answered}",
            _ => $"Mark {Answered} as not applicable",
        };

    /// <summary>What was answered before an analyst asked, which the question does not undo; null where nothing was.</summary>
    private CategoryAnswer? Earlier =>
        Asked.Count > 0
        && Category.Decision == CategoryDecision.Unanswered
        && Reading.Request.Answers.LastOrDefault(answer => answer.CategoryCode == Category.CategoryCode)
            is { Decision: CategoryDecision.Declined or CategoryDecision.NotApplicable } answer
            ? answer
            : null;

    private string StrengthWords => Category.Strength?.ToString() ?? "Added";

    private StatusKind DecisionKind =>
        Category.Decision == CategoryDecision.Unanswered
            ? Category.NeedsAnswer
                ? StatusKind.Gap
                : StatusKind.Neutral
            : StatusKind.Good;

    private IReadOnlyList<AttachedStatistic> Cited =>
        [
            .. Reading.Request.Figures.Where(figure =>
                figure.CategoryCode == Category.CategoryCode && Reading.Request.IsCited(figure.Number)
            ),
        ];

    /// <summary>Recommendations that wait for this office's answer.</summary>
    private List<Recommendation> Asked => [.. Reading.Request.OpenRecommendations(Category.CategoryCode)];

    /// <summary>Why an answer or a figure of this category was not accepted.</summary>
    private IEnumerable<string> Objections
    {
        get
        {
            var request = Reading.Request;
            foreach (var figure in Cited)
            {
                if (request.FindingOn(figure.Number) is { Bears: false } finding)
                {
                    yield return $"{figure.Token} does not bear on the request ({finding.By}): {finding.Reason}";
                }
            }

            var last = request.Answers.LastOrDefault(answer => answer.CategoryCode == Category.CategoryCode);
            if (last is not null && request.ReviewOf(last) is { Verdict: Verdict.Refused } review)
            {
                yield return $"“{last.Decision.Title()}” was not accepted ({review.By}): {review.Reason}";
            }
        }
    }

    private string ChartName => $"{StatisticWording.Heading(query!)}, {Name}";

    private IReadOnlyList<ChartBar> Bars =>
        [.. StatisticBars.Of(statistic!).Select(bar => new ChartBar(bar.Label, bar.Reports) { Printed = bar.Printed })];

    private string Sentence =>
        StatisticWording.Sentence(
            query!,
            StatisticWording.Reports(statistic!),
            StatisticWording.Cases(statistic!),
            StatisticWording.Subject(Name, query!.Subcategory)
        );

    protected override void OnInitialized()
    {
        statistic = Figures.ByCategory.GetValueOrDefault(Category.CategoryCode);
        query =
            statistic?.Query
            ?? new StatisticQuery(
                Category.CategoryCode,
                null,
                new FiscalYear(Figures.Snapshot.FirstFiscalYear),
                new FiscalYear(Figures.Snapshot.LastFiscalYear)
            );
    }

    /// <summary>The id of a category's heading, which takes the focus when the category is brought in.</summary>
    internal static string HeadingOf(string categoryCode) => $"scr-{categoryCode}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusNext is { } id)
        {
            focusNext = null;
            await Browser.FocusByIdAsync(id);
        }
    }

    private string? ProblemAt(string name) => name == problemAt ? problem : null;

    /// <summary>The field of the open answer that a rule's refusal is about.</summary>
    private string? FieldOf(Refusal refusal) =>
        (open, refusal.Field) switch
        {
            (Opened.Attach, "what-the-figure-shows") => "shows",
            (Opened.Decline, "answer") => "reason",
            (Opened.Decline, "reason") => "words",
            (Opened.NotApplicable, "reason") => "not-applicable",
            _ => null,
        };

    private string Field(string name) => $"{Category.CategoryCode}-{name}";

    private bool IsOpen(Opened part, Recommendation? made) => open == part && answering?.Number == made?.Number;

    private string Expanded(Opened part, Recommendation? made = null) => IsOpen(part, made) ? "true" : "false";

    private void Toggle(Opened part, Recommendation? made = null)
    {
        (open, answering) = IsOpen(part, made) ? (Opened.Nothing, null) : (part, made);
        (problem, problemAt) = (null, null);
    }

    private async Task ChooseAsync(StatisticQuery chosen)
    {
        var asked = await QueryStatistic.AskAsync(
            chosen,
            new SnapshotChoice(Figures.Snapshot.Number),
            await Current.GetAsync(),
            CancellationToken.None
        );
        (problem, problemAt) = (asked.Refusal?.Message, null);
        if (asked.IsDone)
        {
            query = chosen;
            statistic = asked.Value;
        }
    }

    private async Task AttachAsync()
    {
        var attached = await AttachStatistic.ExecuteAsync(
            new AttachStatisticInput(
                Reading.Request.Number,
                query!,
                Figures.Snapshot.Number,
                Enum.Parse<SectionKind>(target!),
                shows,
                statistic!.Edition,
                answering?.Number
            ),
            await Current.GetAsync()
        );
        await ShowAsync(attached.Refusal);
    }

    /// <summary>One step: the recommended statistic is attached, and its sentence stands in Justification.</summary>
    private async Task AcceptAsync(Recommendation made)
    {
        var attached = await AttachStatistic.ExecuteAsync(
            new AttachStatisticInput(
                Reading.Request.Number,
                made.Query!,
                made.SnapshotNumber,
                SectionKind.Justification,
                string.Empty,
                made.Edition,
                made.Number
            ),
            await Current.GetAsync()
        );
        await ShowAsync(attached.Refusal);
    }

    private async Task AnswerAsync(CategoryDecision decision)
    {
        if (answering is { } made)
        {
            var responded = await RespondToRecommendation.ExecuteAsync(
                new RespondToRecommendationInput(
                    Reading.Request.Number,
                    made.Number,
                    decision,
                    CodedReason(decision),
                    Words(decision)
                ),
                await Current.GetAsync()
            );
            await ShowAsync(responded.Refusal);
            return;
        }

        var answered = await AnswerCategory.ExecuteAsync(
            new AnswerCategoryInput(
                Reading.Request.Number,
                Category.CategoryCode,
                decision,
                CodedReason(decision),
                Words(decision)
            ),
            await Current.GetAsync()
        );
        await ShowAsync(answered.Refusal);
    }

    private DeclineReason? CodedReason(CategoryDecision decision) =>
        decision == CategoryDecision.Declined && Enum.TryParse<DeclineReason>(declineReason, out var coded)
            ? coded
            : null;

    private string Words(CategoryDecision decision) =>
        decision switch
        {
            CategoryDecision.Declined => declineWords,
            CategoryDecision.NotApplicable => notApplicableReason,
            _ => string.Empty,
        };

    private async Task ShowAsync(Refusal? refusal)
    {
        problem = refusal?.Message;
        problemAt = refusal is null ? null : FieldOf(refusal);
        if (refusal is null)
        {
            (open, answering) = (Opened.Nothing, null);
            shows = string.Empty;
            // The command that had the focus is gone: the card's heading takes it.
            focusNext = HeadingId;
        }
        else if (problemAt is not null)
        {
            focusNext = Field(problemAt);
        }

        await OnSaved.InvokeAsync();
    }

    private enum Opened
    {
        Nothing,
        Attach,
        Decline,
        NotApplicable,
    }
}
