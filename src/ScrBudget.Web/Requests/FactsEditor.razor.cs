using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class FactsEditor
{
    private const string Command = "Save the facts";
    private const int Limit = RequestFacts.FactLength;
    private const int LongLimit = RequestFacts.LongFactLength;

    private static readonly IReadOnlyList<Choice> Appropriations =
    [
        new("Operations and Support", "Operations and Support"),
        new("Procurement, Construction, and Improvements", "Procurement, Construction, and Improvements"),
    ];

    private static readonly IReadOnlyList<Choice> Kinds =
    [
        new("Increase", "Increase"),
        new("Decrease", "Decrease"),
        new("Transfer", "Transfer"),
    ];

    private static readonly string[] Performance = ["Performance measure", "Baseline", "Target", "Target date"];

    private FactsForm form = new(new RequestFacts());
    private Guid basedOn;
    private string? shownNumber;
    private readonly FormProblems problems = new(
        new Dictionary<string, string>
        {
            ["title"] = "title",
            ["appropriation"] = "appropriation",
            ["program-project-and-activity"] = "ppa",
            ["period-of-availability"] = "availability",
            ["kind-of-change"] = "kind",
            ["priority"] = "priority",
            ["strategic-goal"] = "goal",
            ["authority"] = "authority",
            ["contact"] = "contact",
            ["offsets"] = "offsets",
            ["performance-measure"] = "measure",
            ["baseline"] = "baseline",
            ["target"] = "target",
            ["target-date"] = "target-date",
        },
        "title"
    );

    private bool isSaved;
    private string? savedByOthers;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [CascadingParameter]
    private UnsavedForms? Forms { get; set; }

    [Inject]
    private ReviseFacts ReviseFacts { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    /// <summary>What the data call asks for, and what was filled in all the same.</summary>
    private bool Asks(string field) =>
        Reading.Around.Cycle.AsksFor(field)
        || Reading.Request.Facts.Fields.Any(fact => fact.Name == field && fact.Value.Length > 0);

    protected override void OnParametersSet()
    {
        if (shownNumber != Reading.Request.Number)
        {
            shownNumber = Reading.Request.Number;
            form = new FactsForm(Reading.Request.Facts);
            basedOn = Reading.Request.FactsVersion;
        }
    }

    private async Task SaveAsync()
    {
        isSaved = false;
        var input = new ReviseFactsInput(Reading.Request.Number, form.AsFacts(), basedOn);
        var saved = await ReviseFacts.ExecuteAsync(input, await Current.GetAsync());
        await OnSaved.InvokeAsync();
        if (saved.Refusal is { } refusal)
        {
            problems.Show(refusal);
            if (refusal.Code == RequestRefusals.StaleSectionCode)
            {
                // What was typed stays on the screen; the next save replaces the other's facts knowingly.
                basedOn = Reading.Request.FactsVersion;
                savedByOthers = Reading.Request.Facts.ToString();
            }

            return;
        }

        problems.Show(refusal: null);
        Forms?.Done(Command);
        savedByOthers = null;
        isSaved = true;
        basedOn = Reading.Request.FactsVersion;
    }
}
