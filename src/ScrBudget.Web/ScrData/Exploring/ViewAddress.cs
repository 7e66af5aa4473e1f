using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web.ScrData.Exploring;

/// <summary>A view as an address has it: what anybody may have typed, until it is read.</summary>
/// <param name="From">First fiscal year, as <c>2018</c> or <c>FY 2018</c>.</param>
/// <param name="To">Last fiscal year.</param>
/// <param name="Measure">The name of a <see cref="Domain.ScrData.Measure"/>, in any case.</param>
/// <param name="Edition">A validated edition of the snapshot; 0 for the snapshot as published.</param>
public sealed record ViewAddress(
    string? Category = null,
    string? Subcategory = null,
    string? From = null,
    string? To = null,
    string? Measure = null,
    string? Tco = null,
    string? Count = null,
    string? Rows = null,
    string? Snapshot = null,
    string? Edition = null
)
{
    /// <summary>What the address says; empty values are as good as none.</summary>
    /// <returns>Refused with the name of the first value that cannot be read.</returns>
    public Outcome<ViewChoice> Read()
    {
        var problems = new List<Refusal>();
        var snapshot = Number(Snapshot, "snapshot", "the number of a snapshot");
        var edition = Number(Edition, "edition", "the number of an edition");
        var choice = new ViewChoice
        {
            Category = Given(Category),
            Subcategory = Given(Subcategory),
            FirstYear = Year(From, "from"),
            LastYear = Year(To, "to"),
            Measure = Named<Measure>(Measure, "measure"),
            Tco = Named<TcoFilter>(Tco, "tco"),
            Count = Named<Domain.ScrData.Exploring.CountUnit>(Count, "count"),
            Rows = Named<Domain.ScrData.Exploring.RowsBy>(Rows, "rows"),
            Snapshot = snapshot is { } number ? new SnapshotChoice(number, edition) : null,
        };
        if (edition is not null && snapshot is null && problems.Count == 0)
        {
            problems.Add(Unreadable("edition", Edition!, "an edition together with its snapshot"));
        }

        return problems.Count == 0 ? choice : problems[0];

        FiscalYear? Year(string? text, string field)
        {
            if (Given(text) is not { } given)
            {
                return null;
            }

            if (FiscalYear.TryParse(given, out var year))
            {
                return year;
            }

            problems.Add(Unreadable(field, given, "a fiscal year such as 2022"));
            return null;
        }

        int? Number(string? text, string field, string what)
        {
            if (Given(text) is not { } given)
            {
                return null;
            }

            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            problems.Add(Unreadable(field, given, what));
            return null;
        }

        T Named<T>(string? text, string field)
            where T : struct, Enum
        {
            var named = AddressChoice.Of<T>(text, field);
            if (named.Problem is { } problem)
            {
                problems.Add(problem);
            }

            return named.Value ?? default;
        }
    }

    /// <summary>Everything said, so that the address gives the same view for good, whatever is published later.</summary>
    public static ViewAddress Of(ChosenView chosen)
    {
        var query = chosen.View.Query;
        return new ViewAddress(
            query.CategoryCode,
            query.Subcategory,
            Text(query.FirstYear.Year),
            Text(query.LastYear.Year),
            query.Measure.ToString(),
            query.Tco.ToString(),
            chosen.View.Count.ToString(),
            chosen.View.Rows.ToString(),
            Text(chosen.Snapshot.Number),
            Text(chosen.Edition)
        );
    }

    /// <summary>The address of a page or file with this view in it.</summary>
    public string At(string path) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["category"] = Given(Category),
                ["subcategory"] = Given(Subcategory),
                ["from"] = Given(From),
                ["to"] = Given(To),
                ["measure"] = Given(Measure),
                ["tco"] = Given(Tco),
                ["count"] = Given(Count),
                ["rows"] = Given(Rows),
                ["snapshot"] = Given(Snapshot),
                ["edition"] = Given(Edition),
            }
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal Unreadable(string field, string given, string what) =>
        new("view-unreadable", $"The address says {field}={ExtractProblem.Shorten(given)}. Give {what}.")
        {
            Field = field,
        };
}
