namespace ScrBudget.Domain.Cycles;

/// <summary>How firmly a category stands for an office.</summary>
public enum CategoryStrength
{
    /// <summary>The report names it for this office: suggested on every request.</summary>
    Suggested = 1,

    /// <summary>Inferred from statute or public reports: offered, never blocking (domain.md section 4).</summary>
    Possible = 2,
}

/// <summary>A program office that drafts requests.</summary>
public sealed class Office
{
    public const int CodeLength = 8;
    public const int NameLength = 120;

    private readonly List<StandingCategory> standingCategories = [];

    public Office(string code, string name)
    {
        Code = code;
        Name = name;
    }

    /// <summary>Two to eight capitals; part of every request's number.</summary>
    public string Code { get; private set; }

    /// <summary>Written exactly as the report writes it, for the three that it names.</summary>
    public string Name { get; private set; }

    /// <summary>Categories that bear on what this office usually asks for.</summary>
    public IReadOnlyList<StandingCategory> StandingCategories => standingCategories;

    public Office With(CategoryStrength strength, string source, params string[] categoryCodes)
    {
        standingCategories.AddRange(
            categoryCodes.Select(
                (code, index) => new StandingCategory(code, strength, source, standingCategories.Count + index + 1)
            )
        );
        return this;
    }
}

/// <param name="Source">Where it comes from, as shown to the author.</param>
/// <param name="Order">Place in the office's list, from 1.</param>
public sealed record StandingCategory(string CategoryCode, CategoryStrength Strength, string Source, int Order)
{
    public const int SourceLength = 200;
}
