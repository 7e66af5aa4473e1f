using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.ScrData.Sampling;

public sealed partial class NewSample
{
    private const string Command = "Draw the sample";
    private const string Simple = "simple";
    private const string Stratified = "stratified";

    private static readonly IReadOnlyList<Choice> Confidences =
    [
        new("0.8", "80 %"),
        new("0.9", "90 %"),
        new("0.95", "95 %"),
        new("0.99", "99 %"),
    ];

    private static readonly IReadOnlyList<Choice> Margins =
    [
        .. new[] { "1", "2", "3", "4", "5", "7.5", "10" }.Select(percent => new Choice(percent, $"{percent} %")),
    ];

    private static readonly IReadOnlyList<Choice> Designs =
    [
        new(Simple, "Simple random sample", "Every case has the same chance, as in OIG-23-59."),
        new(
            Stratified,
            "Stratified by category",
            "Each category has its share of the sample. Projected by the normal approximation only."
        ),
    ];

    private readonly UnreadableNumbers unreadable = new();
    private readonly FormProblems problems = new(
        new[] { "name", "first-year", "size", "size-reason", "seed" }.ToDictionary(
            field => field,
            StringComparer.Ordinal
        ),
        "name"
    );

    private IReadOnlyList<Snapshot>? snapshots;
    private Outcome<SampleSize>? computed;
    private string? refusal;
    private bool isDrawn;
    private string name = string.Empty;
    private int chosenNumber;
    private string? firstYear;
    private string? lastYear;
    private string? confidence = "0.9";
    private string? margin = "5";
    private decimal? chosenSize;
    private string sizeReason = string.Empty;
    private string? design = Simple;
    private string seed = PlanSample.SuggestSeed();

    [CascadingParameter]
    private UnsavedForms? Forms { get; set; }

    [Inject]
    private SnapshotQueries Snapshots { get; set; } = default!;

    [Inject]
    private PlanSample PlanSample { get; set; } = default!;

    [Inject]
    private DrawSample DrawSample { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsStratified => design == Stratified;

    private Snapshot? Chosen => snapshots?.FirstOrDefault(snapshot => snapshot.Number == chosenNumber);

    private IReadOnlyList<Choice> SnapshotChoices =>
        [
            .. snapshots!.Select(snapshot => new Choice(
                $"{snapshot.Number}",
                $"Snapshot {snapshot.Number}, as of {StatisticWording.Date(snapshot.AsOf)}{(snapshot.IsSynthetic ? ", synthetic" : string.Empty)}"
            )),
        ];

    private IReadOnlyList<Choice> YearChoices =>
        [
            .. Enumerable
                .Range(Chosen!.FirstFiscalYear, Chosen.LastFiscalYear - Chosen.FirstFiscalYear + 1)
                .Select(year => new FiscalYear(year))
                .Where(Chosen.Covers)
                .Select(year => new Choice(
                    $"{year.Year}",
                    $"{year}{(Chosen.IsComplete(year) ? string.Empty : ", incomplete")}"
                )),
        ];

    private PlanSampleInput Population =>
        new(
            chosenNumber,
            new FiscalYear(int.Parse(firstYear!, CultureInfo.InvariantCulture)),
            new FiscalYear(int.Parse(lastYear!, CultureInfo.InvariantCulture)),
            decimal.Parse(confidence!, CultureInfo.InvariantCulture),
            decimal.Parse(margin!, CultureInfo.InvariantCulture) / 100
        );

    protected override async Task OnInitializedAsync()
    {
        var listed = await Snapshots.ListAsync(await Current.GetAsync(), CancellationToken.None);
        if (!listed.IsDone)
        {
            refusal = listed.Refusal.Message;
            return;
        }

        snapshots = [.. listed.Value.Where(snapshot => snapshot.Status == SnapshotStatus.Published)];
        if (snapshots is [var newest, ..])
        {
            await ChooseSnapshotAsync($"{newest.Number}");
        }
    }

    private async Task ChooseSnapshotAsync(string? number)
    {
        chosenNumber = int.Parse(number!, CultureInfo.InvariantCulture);
        var years = YearChoices;
        (firstYear, lastYear) = (years[0].Value, years[^1].Value);
        await ComputeAsync();
    }

    private async Task ComputeAsync() =>
        computed = await PlanSample.ExecuteAsync(Population, await Current.GetAsync(), CancellationToken.None);

    private async Task DrawAsync()
    {
        // A second click may come before the sample's page opens: one form draws one sample.
        if (isDrawn || !problems.Show(unreadable))
        {
            return;
        }

        var drawn = await DrawSample.ExecuteAsync(
            new DrawSampleInput(name, Population, (int?)chosenSize, sizeReason, seed, IsStratified),
            await Current.GetAsync(),
            CancellationToken.None
        );
        if (problems.Show(drawn.Refusal))
        {
            isDrawn = true;
            Forms?.Done(Command);
            Navigation.NavigateTo(SamplePaths.Sample(drawn.Value));
        }
    }
}
