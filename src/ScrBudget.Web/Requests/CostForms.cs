using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Web.Requests;

/// <summary>A position line while it is edited; no key for a new one.</summary>
internal sealed class PositionForm
{
    public Guid? Id { get; init; }

    /// <summary>The line's version that the form was opened on.</summary>
    public Guid BasedOn { get; set; }

    public string Type { get; set; } = string.Empty;

    public decimal? Count { get; set; }

    public decimal? FullYearCost { get; set; }

    public decimal? FirstYearPercent { get; set; } = PositionLine.DefaultFirstYearPercent;

    public static PositionForm Of(PositionLine line) =>
        new()
        {
            Id = line.Id,
            BasedOn = line.Version,
            Type = line.Type,
            Count = line.Count,
            FullYearCost = line.FullYearCost,
            FirstYearPercent = line.FirstYearPercent,
        };

    /// <summary>An empty number is 0, which the rule refuses with its reason.</summary>
    public PositionLineInput AsInput() =>
        new(Type, (int)(Count ?? 0), (long)(FullYearCost ?? -1), (int)(FirstYearPercent ?? 0));
}

/// <summary>A non-personnel line while it is edited; no key for a new one.</summary>
internal sealed class ItemForm
{
    public Guid? Id { get; init; }

    /// <summary>The line's version that the form was opened on.</summary>
    public Guid BasedOn { get; set; }

    public string Item { get; set; } = string.Empty;

    public string? ObjectClass { get; set; } = nameof(Domain.Requests.ObjectClass.ContractsAndSupplies);

    public decimal? UnitCost { get; set; }

    public decimal? Quantity { get; set; } = 1;

    public bool IsRecurring { get; set; } = true;

    public static ItemForm Of(NonPersonnelLine line) =>
        new()
        {
            Id = line.Id,
            BasedOn = line.Version,
            Item = line.Item,
            ObjectClass = line.ObjectClass.ToString(),
            UnitCost = line.UnitCost,
            Quantity = line.Quantity,
            IsRecurring = line.IsRecurring,
        };

    public NonPersonnelLineInput AsInput() =>
        new(
            Item,
            Enum.TryParse<ObjectClass>(ObjectClass, out var parsed) ? parsed : default,
            (long)(UnitCost ?? 0),
            (int)(Quantity ?? 0),
            IsRecurring
        );
}

/// <summary>An amount entered instead of a computed one, while it is edited.</summary>
internal sealed class OverrideForm
{
    public string? LineId { get; set; }

    public string? Year { get; set; }

    public decimal? Amount { get; set; }

    public string Reason { get; set; } = string.Empty;

    public Guid Line => Guid.TryParse(LineId, out var id) ? id : Guid.Empty;

    public int FiscalYear =>
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
}
