using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class ScrDataEditor
{
    private const string NoneHeadingId = "none-heading";
    private const string NoneFieldId = "none-reason";

    private PromptFigureSet? figures;
    private string? unavailable;
    private string? shownNumber;
    private string noneReason = CategoryAnswer.NotApplicableOpening + " ";
    private string? noneProblem;
    private int noneSaved;
    private string? bringInProblem;
    private string? focusNext;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private PromptFigures PromptFigures { get; set; } = default!;

    [Inject]
    private AnswerCategory AnswerCategory { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private ScrPrompt Prompt => Reading.Composed.Prompt;

    protected override async Task OnParametersSetAsync()
    {
        if (shownNumber == Reading.Request.Number)
        {
            return;
        }

        shownNumber = Reading.Request.Number;
        var asked = await PromptFigures.ExecuteAsync(Reading.Around.Cycle.Submission, await Current.GetAsync());
        figures = asked.IsDone ? asked.Value : null;
        unavailable = asked.Refusal?.Message;
    }

    // The command that had the focus may be gone by now: what it brought about takes the focus.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusNext is { } id)
        {
            focusNext = null;
            await Browser.FocusByIdAsync(id);
        }
    }

    private async Task BringInAsync(string categoryCode)
    {
        var answered = await AnswerCategory.ExecuteAsync(
            new AnswerCategoryInput(Reading.Request.Number, categoryCode, CategoryDecision.BearsOnIt),
            await Current.GetAsync()
        );
        await OnSaved.InvokeAsync();
        bringInProblem = answered.Refusal?.Message;
        focusNext = answered.IsDone ? ScrCategoryCard.HeadingOf(categoryCode) : null;
    }

    private async Task NoneAppliesAsync()
    {
        var answered = await AnswerCategory.ExecuteAsync(
            new AnswerCategoryInput(
                Reading.Request.Number,
                string.Empty,
                CategoryDecision.NotApplicable,
                Reason: noneReason
            ),
            await Current.GetAsync()
        );
        await OnSaved.InvokeAsync();
        noneProblem = answered.Refusal?.Message;
        focusNext = answered.IsDone ? NoneHeadingId : NoneFieldId;
        noneSaved += answered.IsDone ? 1 : 0;
    }
}
