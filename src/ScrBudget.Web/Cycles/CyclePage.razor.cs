using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Cycles;

public sealed partial class CyclePage
{
    private const string Command = "Save the settings";

    private static readonly string StagesHint = string.Create(
        CultureInfo.InvariantCulture,
        $"One a line, in the order of the process: at most {CycleSettings.MostStages}, each up to {CycleSettings.StageLength} characters."
    );

    private static readonly string ChecksHint = string.Create(
        CultureInfo.InvariantCulture,
        $"One a line: at most {CycleSettings.MostChecks}, each up to {CycleSettings.CheckLength} characters."
    );

    private static readonly IReadOnlyList<Choice> NumbersOfYears =
    [
        .. Enumerable
            .Range(CycleSettings.FewestYears, CycleSettings.MostYears - CycleSettings.FewestYears + 1)
            .Select(years => new Choice($"{years}", $"{years} years")),
    ];

    private readonly UnreadableNumbers unreadable = new();
    private readonly FormProblems problems = new(
        new[]
        {
            "opens-on",
            "due-on",
            "review-due-on",
            "submission-year",
            "years-covered",
            "invited-offices",
            "fields-asked",
            "estimate-description",
            "estimate-justification",
            "estimate-impact",
            "scr-policy",
            "author-training",
            "analyst-training",
            "marking",
            "designated-by",
            "modular-costs",
            "stages",
            "check-list",
        }.ToDictionary(field => field, StringComparer.Ordinal),
        "opens-on"
    );

    private CycleForm form = new();
    private CycleReading? reading;
    private IReadOnlyList<(string Name, string Value)> changedMeanwhile = [];
    private string? problem;
    private bool isSaved;
    private int shownYear;

    /// <summary>The budget year.</summary>
    [Parameter]
    public int Year { get; set; }

    [CascadingParameter]
    private UnsavedForms? Forms { get; set; }

    [Inject]
    private ReadCycles Cycles { get; set; } = default!;

    [Inject]
    private ReviseCycle ReviseCycle { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private IReadOnlyList<Choice> SubmissionYears =>
        [
            .. Enumerable
                .Range(Year - CycleSettings.LongestLead, CycleSettings.LongestLead + 1)
                .Select(year => new Choice($"{year}", $"FY {year}")),
        ];

    protected override async Task OnParametersSetAsync()
    {
        if (shownYear == Year)
        {
            return;
        }

        shownYear = Year;
        isSaved = false;
        changedMeanwhile = [];
        await ReadAsync();
        if (reading is not null)
        {
            form = CycleForm.Of(reading.Cycle.Settings);
        }
    }

    private async Task ReadAsync()
    {
        var read = await Cycles.ByYearAsync(Year, await Current.GetAsync(), CancellationToken.None);
        problem = read.Refusal?.Message;
        reading = read.IsDone ? read.Value : null;
    }

    private async Task SaveAsync()
    {
        isSaved = false;
        var settings = form.AsSettings();
        if (!problems.Show(unreadable) || !problems.Show(settings.Refusal))
        {
            return;
        }

        var shown = reading!.Cycle;
        var revised = await ReviseCycle.ExecuteAsync(
            new ReviseCycleInput(Year, settings.Value, shown.Version),
            await Current.GetAsync(),
            CancellationToken.None
        );
        if (revised.IsDone || revised.Refusal.Code == "cycle-changed")
        {
            // What was typed stays where somebody else was first; the next save replaces theirs, knowingly.
            await ReadAsync();
            changedMeanwhile = revised.IsDone ? [] : Changed(shown, reading!.Cycle);
        }

        isSaved = problems.Show(revised.Refusal);
        if (isSaved)
        {
            Forms?.Done(Command);
            form = CycleForm.Of(reading!.Cycle.Settings);
        }
    }

    private static IReadOnlyList<(string Name, string Value)> Changed(BudgetCycle shown, BudgetCycle now) =>
        [
            .. now
                .Settings.InWords()
                .Zip(shown.Settings.InWords())
                .Where(pair => pair.First != pair.Second)
                .Select(pair => pair.First),
        ];
}
