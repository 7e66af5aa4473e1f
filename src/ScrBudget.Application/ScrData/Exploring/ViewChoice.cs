using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;

namespace ScrBudget.Application.ScrData.Exploring;

/// <summary>Which view is asked for; what is left out is chosen by rule.</summary>
public sealed record ViewChoice
{
    /// <summary>By code or full name; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Of the category; null for the whole of it.</summary>
    public string? Subcategory { get; init; }

    /// <summary>Null for the first of the default years.</summary>
    public FiscalYear? FirstYear { get; init; }

    /// <summary>Null for the last of the default years.</summary>
    public FiscalYear? LastYear { get; init; }

    public Measure Measure { get; init; }

    public TcoFilter Tco { get; init; }

    public CountUnit Count { get; init; }

    public RowsBy Rows { get; init; }

    /// <summary>Null for the newest edition of the current snapshot.</summary>
    public SnapshotChoice? Snapshot { get; init; }
}

/// <summary>A view that can be counted: every name found, every default filled in.</summary>
public sealed record ChosenView(StatisticView View, Snapshot Snapshot, int Edition, CategoryCatalogue Catalogue)
{
    /// <summary>Finds what a choice means.</summary>
    /// <returns>Refused where a name is unknown, or the years do not make a range.</returns>
    internal static async Task<Outcome<ChosenView>> FindAsync(
        ScrBudgetContext context,
        ViewChoice choice,
        Person by,
        CancellationToken cancellation
    )
    {
        var found = await SnapshotQueries.FindAsync(context, choice.Snapshot?.Number, by, cancellation);
        if (!found.IsDone)
        {
            return found.Refusal with { Field = "snapshot" };
        }

        var snapshot = found.Value;
        var edition = choice.Snapshot?.Edition ?? snapshot.LatestEdition;
        if (edition < 0 || edition > snapshot.LatestEdition)
        {
            return ScrDataRefusals.NoEdition(snapshot, edition) with { Field = "edition" };
        }

        var catalogue = await CategoryCatalogues.LoadAsync(context, cancellation);
        var subject = Subject(choice, catalogue);
        if (!subject.IsDone)
        {
            return subject.Refusal;
        }

        var (first, last) = Years(choice, snapshot);
        var view = new StatisticView(
            new StatisticQuery(
                subject.Value.Category,
                subject.Value.Subcategory,
                first,
                last,
                choice.Measure,
                choice.Tco
            ),
            choice.Count,
            choice.Rows
        );
        return view.Problem() is { } problem
            ? problem with
            {
                Field = problem.Field ?? (problem.Code == "subcategory-without-category" ? "category" : "to"),
            }
            : new ChosenView(view, snapshot, edition, catalogue);
    }

    private static Outcome<(string? Category, string? Subcategory)> Subject(
        ViewChoice choice,
        CategoryCatalogue catalogue
    )
    {
        if (choice.Category is null)
        {
            return (null, choice.Subcategory);
        }

        var category = catalogue.Find(choice.Category);
        if (!category.IsDone)
        {
            return category.Refusal with { Field = "category" };
        }

        if (choice.Subcategory is null)
        {
            return (category.Value.Code, null);
        }

        var subcategory = catalogue.FindSubcategory(category.Value, choice.Subcategory);
        return subcategory.IsDone
            ? (category.Value.Code, subcategory.Value.Name)
            : subcategory.Refusal with
            {
                Field = "subcategory",
            };
    }

    /// <summary>The most recent complete years that the snapshot covers, or all that it covers where none is complete.</summary>
    private static (FiscalYear First, FiscalYear Last) Years(ViewChoice choice, Snapshot snapshot)
    {
        var afterLast = new FiscalYear(snapshot.LastFiscalYear).Plus(1);
        var (first, last) =
            DefaultYears.For(snapshot, afterLast)
            ?? (new FiscalYear(snapshot.FirstFiscalYear), new FiscalYear(snapshot.LastFiscalYear));
        return (choice.FirstYear, choice.LastYear) switch
        {
            (null, null) => (first, last),
            // One end alone keeps the other, unless that makes no range.
            ({ } from, null) => (from, from > last ? from : last),
            (null, { } to) => (to < first ? to : first, to),
            ({ } from, { } to) => (from, to),
        };
    }
}
