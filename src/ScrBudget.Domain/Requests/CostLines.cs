namespace ScrBudget.Domain.Requests;

/// <summary>Object class majors (OMB Circular A-11, section 83; domain.md section 6). Personnel has lines of its own.</summary>
public enum ObjectClass
{
    ContractsAndSupplies = 20,
    Assets = 30,
}

public static class ObjectClasses
{
    /// <summary>As printed: <c>20 Contracts and supplies</c>.</summary>
    public static string Title(this ObjectClass objectClass) =>
        objectClass == ObjectClass.Assets ? "30 Assets" : "20 Contracts and supplies";
}

/// <summary>What the commands on any line of the plan need of it.</summary>
internal interface ICostLine
{
    Guid Id { get; }

    Guid Version { get; }

    bool IsRemoved { get; set; }

    /// <summary>In words, as the audit trail has it.</summary>
    string Held { get; }

    /// <summary>An entered amount of the line changed.</summary>
    void Touch();
}

/// <summary>New positions of one type at a modular cost.</summary>
public sealed class PositionLine : ICostLine
{
    public const int TypeLength = 120;
    public const int MaximumCount = 9_999;
    public const long MaximumCost = 9_999_999;
    public const int DefaultFirstYearPercent = 50;

    private PositionLine() { }

    internal PositionLine(int order, PositionLineInput input)
    {
        Id = Guid.NewGuid();
        Order = order;
        Set(input);
    }

    public Guid Id { get; private set; }

    /// <summary>Place in the plan, from 1, as entered.</summary>
    public int Order { get; private set; }

    public string Type { get; private set; } = string.Empty;

    /// <summary>Seats; negative for a decrease.</summary>
    public int Count { get; private set; }

    /// <summary>Full-year modular cost of one position, in dollars.</summary>
    public long FullYearCost { get; private set; }

    /// <summary>Part of the year that a new position counts in its first year, in percent: 50 unless stated.</summary>
    public int FirstYearPercent { get; private set; }

    /// <summary>Taken out of the plan, kept so that it can be put back.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Changes with each change of the line or of its entered amounts: a command based on another is refused.</summary>
    public Guid Version { get; private set; }

    bool ICostLine.IsRemoved
    {
        get => IsRemoved;
        set => (IsRemoved, Version) = (value, Guid.NewGuid());
    }

    string ICostLine.Held => AsInput().ToString();

    void ICostLine.Touch() => Version = Guid.NewGuid();

    internal void Set(PositionLineInput input) =>
        (Type, Count, FullYearCost, FirstYearPercent, Version) = (
            input.Type,
            input.Count,
            input.FullYearCost,
            input.FirstYearPercent,
            Guid.NewGuid()
        );

    internal PositionLineInput AsInput() => new(Type, Count, FullYearCost, FirstYearPercent);
}

public sealed record PositionLineInput(
    string Type,
    int Count,
    long FullYearCost,
    int FirstYearPercent = PositionLine.DefaultFirstYearPercent
)
{
    internal Outcome<PositionLineInput> Checked()
    {
        var type = TextCleaning.Line(Type);
        if (type.Length == 0)
        {
            return RequestRefusals.NotUsable(
                "Position type",
                "name the type, for example Victim Assistance Specialist."
            );
        }

        if (type.Length > PositionLine.TypeLength)
        {
            return RequestRefusals.TooLong("Position type", type.Length, PositionLine.TypeLength);
        }

        if (Count == 0 || Math.Abs((long)Count) > PositionLine.MaximumCount)
        {
            return RequestRefusals.NotUsable(
                "Number of positions",
                $"enter a whole number from 1 to {PositionLine.MaximumCount:N0}; negative for a decrease."
            );
        }

        if (FullYearCost is < 0 or > PositionLine.MaximumCost)
        {
            return RequestRefusals.NotUsable(
                "Full-year cost",
                $"enter whole dollars from 0 to {PositionLine.MaximumCost:N0} for one position."
            );
        }

        return FirstYearPercent is < 1 or > 100
            ? RequestRefusals.NotUsable("First year", "enter a whole percentage from 1 to 100.")
            : this with
            {
                Type = type,
            };
    }

    public override string ToString() =>
        $"{Count} × {Type} at {new Money(FullYearCost)} a year, first year {FirstYearPercent} %";
}

/// <summary>Anything that is not pay.</summary>
public sealed class NonPersonnelLine : ICostLine
{
    public const int ItemLength = 120;
    public const int MaximumQuantity = 999_999;
    public const long MaximumCost = 99_999_999_999;

    private NonPersonnelLine() { }

    internal NonPersonnelLine(int order, NonPersonnelLineInput input)
    {
        Id = Guid.NewGuid();
        Order = order;
        Set(input);
    }

    public Guid Id { get; private set; }

    /// <summary>Place in the plan, from 1, as entered.</summary>
    public int Order { get; private set; }

    public string Item { get; private set; } = string.Empty;

    public ObjectClass ObjectClass { get; private set; }

    /// <summary>Dollars for one; negative for a decrease.</summary>
    public long UnitCost { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>A recurring line repeats every year; another drops out after the budget year.</summary>
    public bool IsRecurring { get; private set; }

    /// <summary>Taken out of the plan, kept so that it can be put back.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Changes with each change of the line or of its entered amounts: a command based on another is refused.</summary>
    public Guid Version { get; private set; }

    bool ICostLine.IsRemoved
    {
        get => IsRemoved;
        set => (IsRemoved, Version) = (value, Guid.NewGuid());
    }

    string ICostLine.Held => AsInput().ToString();

    void ICostLine.Touch() => Version = Guid.NewGuid();

    internal void Set(NonPersonnelLineInput input) =>
        (Item, ObjectClass, UnitCost, Quantity, IsRecurring, Version) = (
            input.Item,
            input.ObjectClass,
            input.UnitCost,
            input.Quantity,
            input.IsRecurring,
            Guid.NewGuid()
        );

    internal NonPersonnelLineInput AsInput() => new(Item, ObjectClass, UnitCost, Quantity, IsRecurring);
}

public sealed record NonPersonnelLineInput(
    string Item,
    ObjectClass ObjectClass,
    long UnitCost,
    int Quantity,
    bool IsRecurring
)
{
    internal Outcome<NonPersonnelLineInput> Checked()
    {
        var item = TextCleaning.Line(Item);
        if (item.Length == 0)
        {
            return RequestRefusals.NotUsable("Item", "name what is bought, for example Interpreter services.");
        }

        if (item.Length > NonPersonnelLine.ItemLength)
        {
            return RequestRefusals.TooLong("Item", item.Length, NonPersonnelLine.ItemLength);
        }

        if (!Enum.IsDefined(ObjectClass))
        {
            return RequestRefusals.NotUsable("Object class", "choose 20 Contracts and supplies or 30 Assets.");
        }

        if (UnitCost == 0 || UnitCost is > NonPersonnelLine.MaximumCost or < -NonPersonnelLine.MaximumCost)
        {
            return RequestRefusals.NotUsable(
                "Unit cost",
                $"enter whole dollars, at most {NonPersonnelLine.MaximumCost:N0}; negative for a decrease."
            );
        }

        if (Quantity is < 1 or > NonPersonnelLine.MaximumQuantity)
        {
            return RequestRefusals.NotUsable(
                "Quantity",
                $"enter a whole number from 1 to {NonPersonnelLine.MaximumQuantity:N0}."
            );
        }

        return Math.Abs((decimal)UnitCost * Quantity) > CostPlan.MaximumLineDollars
            ? RequestRefusals.NotUsable(
                "Unit cost",
                $"unit cost times quantity may come to {new Money(CostPlan.MaximumLineDollars)} at most."
            )
            : this with
            {
                Item = item,
            };
    }

    public override string ToString() =>
        $"{Quantity} × {Item} at {new Money(UnitCost)}, {ObjectClass.Title()}, {(IsRecurring ? "recurring" : "non-recurring")}";
}

/// <summary>An amount entered instead of the computed one, for one line and year, with its reason.</summary>
public sealed class CostOverride
{
    public const int ReasonLength = 500;

    private CostOverride() { }

    internal CostOverride(Guid lineId, int year, long dollars, string reason) =>
        (LineId, Year, Dollars, Reason) = (lineId, year, dollars, reason);

    public Guid LineId { get; private set; }

    public int Year { get; private set; }

    /// <summary>Whole thousands of dollars.</summary>
    public long Dollars { get; private set; }

    public string Reason { get; private set; } = string.Empty;
}
