using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

public enum TaxonomyDecision
{
    /// <summary>A text that extracts use means a category that there is.</summary>
    Mapped = 1,
    CategoryAdded = 2,
    SubcategoryAdded = 3,
}

/// <summary>One decision of a steward about the taxonomy. Immutable: later extracts are read with it, earlier ones were not.</summary>
public sealed class TaxonomyEntry : IVersioned, IAudited
{
    private TaxonomyEntry() { }

    /// <summary>Key; from 1, in the order of the decisions.</summary>
    public int Number { get; private set; }

    public TaxonomyDecision Decision { get; private set; }

    public string CategoryCode { get; private set; } = string.Empty;

    /// <summary>The text that is mapped, or the name that is added.</summary>
    public string Text { get; private set; } = string.Empty;

    public string DecidedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"taxonomy {Number}");

    public SubjectState State() =>
        new SubjectState().With("Decision", [Number, Decision, CategoryCode, Text, DecidedBy, DecidedAt]);

    /// <summary>A text of an extract means this category from now on.</summary>
    public static Outcome<TaxonomyEntry> Map(int number, string text, ScrCategory category, string by, DateTime at)
    {
        text = TextCleaning.Line(text);
        return TextProblem(text, "text", ScrCategory.NameLength) is { } problem
            ? problem
            : Decide(
                number,
                TaxonomyDecision.Mapped,
                category.Code,
                text,
                $"“{text}” means {category.Code} ({category.Name})",
                by,
                at
            );
    }

    /// <summary>Notes a category that was added.</summary>
    public static TaxonomyEntry Added(int number, ScrCategory category, string by, DateTime at) =>
        Decide(
            number,
            TaxonomyDecision.CategoryAdded,
            category.Code,
            category.Name,
            $"{category.Code}: {category.Name}. {category.Definition}{InForce(category.EffectiveFrom, category.EffectiveTo)}",
            by,
            at
        );

    /// <summary>Notes a subcategory that was added.</summary>
    public static TaxonomyEntry Added(int number, ScrSubcategory subcategory, string by, DateTime at) =>
        Decide(
            number,
            TaxonomyDecision.SubcategoryAdded,
            subcategory.CategoryCode,
            subcategory.Name,
            $"{subcategory.CategoryCode}: {subcategory.Name}{InForce(subcategory.EffectiveFrom, subcategory.EffectiveTo)}",
            by,
            at
        );

    /// <summary>Why a text of the taxonomy cannot be taken; null when it can.</summary>
    internal static Refusal? TextProblem(string text, string field, int maximum)
    {
        if (text.Length == 0)
        {
            return new Refusal($"{field}-missing", $"Give the {field}.") { Field = field };
        }

        return text.Length > maximum
            ? new Refusal(
                $"{field}-too-long",
                string.Create(CultureInfo.InvariantCulture, $"The {field} has at most {maximum:N0} characters.")
            )
            {
                Field = field,
            }
            : null;
    }

    private static TaxonomyEntry Decide(
        int number,
        TaxonomyDecision decision,
        string categoryCode,
        string text,
        string after,
        string by,
        DateTime at
    )
    {
        var entry = new TaxonomyEntry
        {
            Number = number,
            Decision = decision,
            CategoryCode = categoryCode,
            Text = text,
            DecidedBy = by,
            DecidedAt = at,
        };
        entry.Audit.Note(
            decision switch
            {
                TaxonomyDecision.Mapped => "Mapped a category",
                TaxonomyDecision.CategoryAdded => "Added a category",
                _ => "Added a subcategory",
            },
            after: after
        );
        return entry;
    }

    private static string InForce(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            (null, null) => string.Empty,
            ({ } first, null) => $"; from {StatisticWording.Date(first)}",
            (null, { } last) => $"; to {StatisticWording.Date(last)}",
            ({ } first, { } last) => $"; from {StatisticWording.Date(first)} to {StatisticWording.Date(last)}",
        };
}
