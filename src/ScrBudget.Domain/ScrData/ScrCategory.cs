using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

/// <summary>A criminal category of SCRs: data with effective dates, for the report names more than its Table 2 lists.</summary>
public sealed class ScrCategory
{
    public const int CodeLength = 16;
    public const int NameLength = 120;
    public const int DefinitionLength = 1000;

    public ScrCategory(string code, string name, string definition, int order)
    {
        Code = code;
        Name = name;
        Definition = definition;
        Order = order;
    }

    /// <summary>Short and stable: <c>TCAC</c>.</summary>
    public string Code { get; private set; }

    /// <summary>In full, as OIG-23-59 Table 2 prints it.</summary>
    public string Name { get; private set; }

    /// <summary>What work belongs to it, in one sentence, for those who choose.</summary>
    public string Definition { get; private set; }

    /// <summary>Position in Table 2, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>First day on which an SCR may carry it; null when it always could.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>Last day on which an SCR may carry it; null while it is in force.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>Do its criteria require an association of individuals (the first test of a TCO)?</summary>
    public bool RequiresAssociation { get; private set; } = true;

    /// <summary>Do its criteria require crossing an international border (the second test of a TCO)?</summary>
    public bool RequiresBorderCrossing { get; private set; } = true;

    /// <summary>A category that a steward adds.</summary>
    /// <param name="code">Letters and digits; stored in capitals.</param>
    /// <param name="order">Its position behind those there are.</param>
    public static Outcome<ScrCategory> Add(NewCategory added, int order)
    {
        var code = TextCleaning.Line(added.Code).ToUpperInvariant();
        var name = TextCleaning.Line(added.Name);
        var definition = TextCleaning.Line(added.Definition);
        if (
            (
                TaxonomyEntry.TextProblem(code, "code", CodeLength)
                ?? TaxonomyEntry.TextProblem(name, "name", NameLength)
                ?? TaxonomyEntry.TextProblem(definition, "definition", DefinitionLength)
                ?? DatesProblem(added.EffectiveFrom, added.EffectiveTo)
            ) is
            { } problem
        )
        {
            return problem;
        }

        if (!code.All(char.IsAsciiLetterOrDigit))
        {
            return new Refusal("code-invalid", "A code has letters and digits only, as TCAC.") { Field = "code" };
        }

        return new ScrCategory(code, name, definition, order)
        {
            EffectiveFrom = added.EffectiveFrom,
            EffectiveTo = added.EffectiveTo,
        };
    }

    public bool IsInForce(DateOnly date) =>
        (EffectiveFrom is null || date >= EffectiveFrom) && (EffectiveTo is null || date <= EffectiveTo);

    internal static Refusal? DatesProblem(DateOnly? from, DateOnly? to) =>
        from > to
            ? new Refusal("dates-reversed", "The last day lies before the first.") { Field = "effective-to" }
            : null;
}

/// <param name="EffectiveFrom">First day on which an SCR may carry it; null when it always could.</param>
/// <param name="EffectiveTo">Last day; null while it is in force.</param>
public sealed record NewCategory(
    string Code,
    string Name,
    string Definition,
    DateOnly? EffectiveFrom = null,
    DateOnly? EffectiveTo = null
);

/// <summary>A subcategory; no public list exists, so the first ones are marked illustrative.</summary>
public sealed class ScrSubcategory
{
    public const int NameLength = 120;

    public ScrSubcategory(string categoryCode, string name, bool isIllustrative)
    {
        CategoryCode = categoryCode;
        Name = name;
        IsIllustrative = isIllustrative;
    }

    public string CategoryCode { get; private set; }

    public string Name { get; private set; }

    /// <summary>Ours, to try the product with; an administrator loads the agency's own.</summary>
    public bool IsIllustrative { get; private set; }

    public DateOnly? EffectiveFrom { get; private set; }

    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>A subcategory that a steward adds.</summary>
    public static Outcome<ScrSubcategory> Add(ScrCategory category, string name, DateOnly? from, DateOnly? to)
    {
        name = TextCleaning.Line(name);
        return
            (TaxonomyEntry.TextProblem(name, "name", NameLength) ?? ScrCategory.DatesProblem(from, to)) is { } problem
            ? problem
            : new ScrSubcategory(category.Code, name, isIllustrative: false) { EffectiveFrom = from, EffectiveTo = to };
    }

    public bool IsInForce(DateOnly date) =>
        (EffectiveFrom is null || date >= EffectiveFrom) && (EffectiveTo is null || date <= EffectiveTo);
}
