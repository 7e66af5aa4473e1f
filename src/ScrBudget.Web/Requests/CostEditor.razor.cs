using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
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
    private readonly FormProblems positionProblems = new(
        new Dictionary<string, string>
        {
            ["position-type"] = "position-type",
            ["number-of-positions"] = "position-count",
            ["full-year-cost"] = "position-cost",
            ["first-year"] = "position-first-year",
        },
        "position-type"
    );

    private readonly FormProblems itemProblems = new(
        new Dictionary<string, string>
        {
            ["item"] = "item-name",
            ["object-class"] = "item-class",
            ["unit-cost"] = "item-cost",
            ["quantity"] = "item-quantity",
        },
        "item-name"
    );

    private readonly FormProblems overrideProblems = new(
        new Dictionary<string, string>
        {
            ["line"] = "override-line",
            ["year"] = "override-year",
            ["amount"] = "override-amount",
            ["reason"] = "override-reason",
        },
        "override-line"
    );

    private readonly FormProblems tableProblems = new(new Dictionary<string, string>(), "main-content");
    private readonly UnreadableNumbers unreadablePositions = new();
    private readonly UnreadableNumbers unreadableItem = new();
    private readonly UnreadableNumbers unreadableAmount = new();
    private FormProblems shown = new(new Dictionary<string, string>(), "main-content");
    private string? focusNext;

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

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

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

    private string PositionsCommand => positions.Id is null ? "Add the positions" : "Save the positions";

    private string ItemCommand => item.Id is null ? "Add the item" : "Save the item";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusNext is { } id)
        {
            focusNext = null;
            await Browser.FocusByIdAsync(id);
        }
    }

    private void Edit(PositionLine line)
    {
        positions = PositionForm.Of(line);
        positionProblems.Show(refusal: null);
        focusNext = "position-type";
    }

    private void Edit(NonPersonnelLine line)
    {
        item = ItemForm.Of(line);
        itemProblems.Show(refusal: null);
        focusNext = "item-name";
    }

    private void LeavePositions()
    {
        positions = new PositionForm();
        positionProblems.Show(refusal: null);
        focusNext = "position-type";
    }

    private void LeaveItem()
    {
        item = new ItemForm();
        itemProblems.Show(refusal: null);
        focusNext = "item-name";
    }

    /// <summary>A type of the call brings its full-year cost along, where none was entered yet.</summary>
    private void OfferModularCost(string type)
    {
        var modular = Reading.Around.Cycle.ModularCosts.FirstOrDefault(cost =>
            string.Equals(cost.PositionType, type.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        positions.FullYearCost ??= modular?.FullYearDollars;
    }

    private async Task SavePositionsAsync()
    {
        shown = positionProblems;
        if (!positionProblems.Show(unreadablePositions))
        {
            return;
        }

        var saved = await SavePositionLine.ExecuteAsync(
            Number,
            positions.Id,
            positions.AsInput(),
            positions.BasedOn,
            await Current.GetAsync()
        );
        if (await ShowAsync(saved.Refusal, positionProblems))
        {
            positions = new PositionForm();
        }
        else if (IsStale(saved.Refusal))
        {
            // What was typed stays; the next save replaces what the message shows, knowingly.
            positions.BasedOn = Reading.Request.LineVersion(positions.Id ?? Guid.Empty);
        }
    }

    private async Task SaveItemAsync()
    {
        shown = itemProblems;
        if (!itemProblems.Show(unreadableItem))
        {
            return;
        }

        var saved = await SaveNonPersonnelLine.ExecuteAsync(
            Number,
            item.Id,
            item.AsInput(),
            item.BasedOn,
            await Current.GetAsync()
        );
        if (await ShowAsync(saved.Refusal, itemProblems))
        {
            item = new ItemForm();
        }
        else if (IsStale(saved.Refusal))
        {
            item.BasedOn = Reading.Request.LineVersion(item.Id ?? Guid.Empty);
        }
    }

    private async Task RemoveAsync(Guid lineId, Guid basedOn, string label)
    {
        removing = label;
        if (await confirmRemoval.AskAsync())
        {
            var removed = await RemoveCostLine.ExecuteAsync(Number, lineId, true, basedOn, await Current.GetAsync());
            await ShowAsync(removed.Refusal, tableProblems);
        }
    }

    private async Task PutBackAsync(Guid lineId, Guid basedOn)
    {
        var putBack = await RemoveCostLine.ExecuteAsync(Number, lineId, false, basedOn, await Current.GetAsync());
        await ShowAsync(putBack.Refusal, tableProblems);
    }

    private async Task OverrideAsync()
    {
        shown = overrideProblems;
        if (!overrideProblems.Show(unreadableAmount))
        {
            return;
        }

        // The line as this page shows it: its amounts stand in the table above.
        var seen = Reading.Request.LineVersion(entered.Line);
        var overridden = await OverrideAmount.ExecuteAsync(
            new OverrideAmountInput(
                Number,
                entered.Line,
                entered.FiscalYear,
                entered.Amount is { } amount ? new Money((long)amount) : null,
                entered.Reason,
                seen
            ),
            await Current.GetAsync()
        );
        if (await ShowAsync(overridden.Refusal, overrideProblems))
        {
            entered = new OverrideForm();
        }
    }

    private static bool IsStale(Refusal? refusal) => refusal?.Code == RequestRefusals.LineChangedCode;

    /// <summary>Shows what is now in the database, or why nothing was changed.</summary>
    /// <returns>True when it was done.</returns>
    private async Task<bool> ShowAsync(Refusal? refusal, FormProblems at)
    {
        await OnSaved.InvokeAsync();
        shown = at;
        return at.Show(refusal);
    }
}
