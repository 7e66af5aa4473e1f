using Microsoft.AspNetCore.Components;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.ScrData.Sampling;

/// <summary>
/// A form of a sampled case. It keeps only what was changed in it: after a collision the rest shows what is saved now,
/// what was typed still stands, and the next save is based on what the person then sees.
/// </summary>
public abstract class SampledCaseForm : ComponentBase
{
    /// <summary>The case as it was last read.</summary>
    [Parameter, EditorRequired]
    public required SampledCaseReading Reading { get; set; }

    /// <summary>Told after each attempt to save: true when it was saved.</summary>
    [Parameter]
    public EventCallback<bool> OnTried { get; set; }

    /// <summary>Is this the next step of the case? Its command is then the page's main one.</summary>
    [Parameter]
    public bool IsNext { get; set; }

    [Inject]
    protected CurrentPerson Current { get; set; } = default!;

    /// <summary>Somebody else saved the case while this form was being filled in.</summary>
    protected bool HasCollided { get; private set; }

    protected SampledCase Case => Reading.Case;

    protected SampledCaseInput Input => new(Case.SampleNumber, Case.Order, Case.Version);

    protected CommandKind Kind => IsNext ? default : CommandKind.Secondary;

    /// <returns>True when it was saved.</returns>
    private protected async Task<bool> FinishAsync(Outcome outcome, FormProblems problems)
    {
        var isSaved = problems.Show(outcome.Refusal);
        HasCollided = outcome.Refusal?.Code == SampledCase.Changed.Code;
        // Any other refusal changed nothing: there is nothing to read again.
        if (isSaved || HasCollided)
        {
            await OnTried.InvokeAsync(isSaved);
        }

        return isSaved;
    }

    /// <summary>Fields of SCRs carry their place in the case: <c>note-1</c>.</summary>
    private protected static FormProblems ProblemsOf(SampledCase one, string[] ofEachScr, params string[] others)
    {
        string[] ids = [.. one.Scrs.SelectMany(scr => ofEachScr.Select(field => $"{field}-{scr.Order}")), .. others];
        return new FormProblems(ids.ToDictionary(id => id, StringComparer.Ordinal), ids[0]);
    }
}
