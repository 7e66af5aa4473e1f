using Microsoft.AspNetCore.Components;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Web.ScrData.Sampling;

public sealed partial class SampledCasePage
{
    private readonly HashSet<CaseStep> collided = [];
    private SampledCaseReading? reading;
    private Person? person;
    private string? problem;
    private string? saved;
    private bool areTestsUnsaved;
    private (int, int) shown;

    private enum CaseStep
    {
        Tests,
        Response,
        Result,
        Reopening,
    }

    [Parameter]
    public int Number { get; set; }

    /// <summary>Place in the order of drawing, from 1.</summary>
    [Parameter]
    public int Order { get; set; }

    private SampledCase Case => reading!.Case;

    private bool MayDraw => person!.Can(Permission.DrawSamples);

    private bool MayRespond => person!.Can(Permission.RespondToSamples);

    /// <summary>The step whose command is the page's main one, for this person.</summary>
    private CaseStep? Next =>
        Case.Status switch
        {
            SampledCaseStatus.ToTest when MayDraw => CaseStep.Tests,
            SampledCaseStatus.AwaitingResponse when MayRespond => CaseStep.Response,
            SampledCaseStatus.AwaitingResponse or SampledCaseStatus.ToAdjudicate when MayDraw => CaseStep.Result,
            SampledCaseStatus.ToAdjudicate when MayRespond => CaseStep.Response,
            _ => null,
        };

    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Number, Order))
        {
            shown = (Number, Order);
            saved = null;
            areTestsUnsaved = false;
            collided.Clear();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        person = await Current.GetAsync();
        var read = await Samples.CaseAsync(Number, Order, person, CancellationToken.None);
        problem = read.Refusal?.Message;
        reading = read.IsDone ? read.Value : null;
    }

    private bool Shows(CaseStep step) =>
        collided.Contains(step)
        || step switch
        {
            CaseStep.Tests => MayDraw && !Case.IsAdjudicated && Case.Agrees is null,
            CaseStep.Response => MayRespond && !Case.IsAdjudicated && Case.IsTested,
            CaseStep.Result => MayDraw && !Case.IsAdjudicated && Case.IsTested,
            _ => MayDraw && Case.IsAdjudicated,
        };

    /// <summary>Another case is another form.</summary>
    private string Key(CaseStep step) => $"{step} {Number} {Order}";

    private async Task TriedAsync(CaseStep step, bool isSaved)
    {
        await ReadAsync();
        if (!isSaved)
        {
            saved = null;
            collided.Add(step);
            return;
        }

        collided.Remove(step);
        saved = step switch
        {
            CaseStep.Tests => "The tests are saved.",
            CaseStep.Response => "The response is saved.",
            CaseStep.Result => "The case is adjudicated.",
            _ => "The case is reopened.",
        };
    }
}
