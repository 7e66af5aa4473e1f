using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class CostEditor
{
    private static readonly IReadOnlyList<Choice> ObjectClassChoices =
    [
        .. Enum.GetValues<ObjectClass>().Select(objectClass => new Choice(objectClass.ToString(), objectClass.Title())),
    ];

    private PositionForm positions = new();
    private ItemForm item = new();
    private OverrideForm entered = new();
    private ConfirmDialog confirmRemoval = default!;
    private string removing = string.Empty;
    private IReadOnlyList<FieldProblem> problems = [];
    private int attempt;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private SavePositionLine SavePositionLine { get; set; } = default!;

    [Inject]
    private SaveNonPersonnelLine SaveNonPersonnelLine { get; set; } = default!;

    [Inject]
    private RemoveCostLine RemoveCostLine { get; set; } = default!;

    [Inject]
    private OverrideAmount OverrideAmount { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private CostPlan Cost => Reading.Composed.Cost;

    private string Number => Reading.Request.Number;

    private IReadOnlyList<(Guid Id, string Label)> Removed =>
        [
            .. Reading.Request.PositionLines.Where(line => line.IsRemoved).Select(line => (line.Id, line.Type)),
            .. Reading.Request.NonPersonnelLines.Where(line => line.IsRemoved).Select(line => (line.Id, line.Item)),
        ];

    private IReadOnlyList<Choice> LineChoices =>
        [.. Cost.Lines.Select(line => new Choice(line.Id.ToString(), line.Label))];

    private IReadOnlyList<Choice> YearChoices =>
        [.. Cost.Years.Select(year => new Choice(year.Year.ToString(CultureInfo.InvariantCulture), year.ToString()))];

    private void Edit(PositionLine line) => positions = PositionForm.Of(line);

    private void Edit(NonPersonnelLine line) => item = ItemForm.Of(line);

    private async Task SavePositionsAsync()
    {
        var saved = await SavePositionLine.ExecuteAsync(
            Number,
            positions.Id,
            positions.AsInput(),
            await Current.GetAsync()
        );
        if (await ShowAsync(saved.Refusal, "position-type"))
        {
            positions = new PositionForm();
        }
    }

    private async Task SaveItemAsync()
    {
        var saved = await SaveNonPersonnelLine.ExecuteAsync(Number, item.Id, item.AsInput(), await Current.GetAsync());
        if (await ShowAsync(saved.Refusal, "item-name"))
        {
            item = new ItemForm();
        }
    }

    private async Task RemoveAsync(Guid lineId, string label)
    {
        removing = label;
        if (await confirmRemoval.AskAsync())
        {
            var removed = await RemoveCostLine.ExecuteAsync(Number, lineId, true, await Current.GetAsync());
            await ShowAsync(removed.Refusal, "position-type");
        }
    }

    private async Task PutBackAsync(Guid lineId)
    {
        var putBack = await RemoveCostLine.ExecuteAsync(Number, lineId, false, await Current.GetAsync());
        await ShowAsync(putBack.Refusal, "position-type");
    }

    private async Task OverrideAsync()
    {
        var overridden = await OverrideAmount.ExecuteAsync(
            new OverrideAmountInput(
                Number,
                entered.Line,
                entered.FiscalYear,
                entered.Amount is { } amount ? new Money((long)amount) : null,
                entered.Reason
            ),
            await Current.GetAsync()
        );
        if (await ShowAsync(overridden.Refusal, "override-line"))
        {
            entered = new OverrideForm();
        }
    }

    /// <summary>Shows what is now in the database, or why nothing was changed.</summary>
    /// <returns>True when it was done.</returns>
    private async Task<bool> ShowAsync(Refusal? refusal, string fieldId)
    {
        attempt++;
        problems = refusal is null ? [] : [new FieldProblem(refusal.Message, fieldId)];
        await OnSaved.InvokeAsync();
        return refusal is null;
    }
}
