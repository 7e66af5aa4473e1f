using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class ScrDataEditor
{
    private PromptFigureSet? figures;
    private string? unavailable;
    private string? shownNumber;
    private string noneReason = CategoryAnswer.NotApplicableOpening + " ";
    private string? noneProblem;

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

    private async Task BringInAsync(string categoryCode)
    {
        await AnswerCategory.ExecuteAsync(
            new AnswerCategoryInput(Reading.Request.Number, categoryCode, CategoryDecision.BearsOnIt),
            await Current.GetAsync()
        );
        await OnSaved.InvokeAsync();
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
        noneProblem = answered.Refusal?.Message;
        await OnSaved.InvokeAsync();
    }
}
