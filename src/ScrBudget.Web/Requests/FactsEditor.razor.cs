using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class FactsEditor
{
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

    private FactsForm form = new(new RequestFacts());
    private Guid basedOn;
    private string? shownNumber;
    private IReadOnlyList<FieldProblem> problems = [];
    private int attempt;
    private bool isSaved;
    private string? savedByOthers;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private ReviseFacts ReviseFacts { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

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
        attempt++;
        isSaved = false;
        var input = new ReviseFactsInput(Reading.Request.Number, form.AsFacts(), basedOn);
        var saved = await ReviseFacts.ExecuteAsync(input, await Current.GetAsync());
        await OnSaved.InvokeAsync();
        if (saved.Refusal is { } refusal)
        {
            problems = [new FieldProblem(refusal.Message, "title")];
            if (refusal.Code == RequestRefusals.StaleSectionCode)
            {
                // What was typed stays on the screen; the next save replaces the other's facts knowingly.
                basedOn = Reading.Request.FactsVersion;
                savedByOthers = Reading.Request.Facts.ToString();
            }

            return;
        }

        problems = [];
        savedByOthers = null;
        isSaved = true;
        basedOn = Reading.Request.FactsVersion;
    }
}
