using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Web.Tracking;

/// <summary>What is counted or listed, as an address has it: what anybody may have typed, until it is read.</summary>
/// <param name="Submitted">Fiscal year of submission, or <see cref="AllYears"/>.</param>
/// <param name="Fy">Budget year.</param>
/// <param name="Office">Its code.</param>
/// <param name="Category">Its code.</param>
/// <param name="Standing">The name of a <see cref="CountedAs"/>, in any case; so the others of their own types.</param>
public sealed record TrackingAddress(
    string? Submitted = null,
    string? Fy = null,
    string? Office = null,
    string? Category = null,
    string? Standing = null,
    string? Value = null,
    string? Applicable = null,
    string? Outcome = null,
    string? Recommendation = null,
    string? Disposition = null
)
{
    public const string AllYears = "all";

    /// <summary>For the overview: the latest fiscal year of submission unless the address names one, all, or a budget year.</summary>
    /// <returns>Refused with the name of the first value that cannot be read.</returns>
    public Outcome<ReadTrackingInput> ReadCount()
    {
        var list = ReadList();
        return list.IsDone
            ? new ReadTrackingInput(list.Value.Scope, LatestYear: Given(Submitted) is null && Given(Fy) is null)
            : list.Refusal;
    }

    /// <summary>For a list: every year unless the address names one.</summary>
    /// <returns>Refused with the name of the first value that cannot be read.</returns>
    public Outcome<ListTrackedInput> ReadList()
    {
        Refusal? problem = null;
        var isAll = string.Equals(Given(Submitted), AllYears, StringComparison.OrdinalIgnoreCase);
        var input = new ListTrackedInput(
            new TrackingScope(
                isAll ? null : Year(Submitted, "submitted"),
                Year(Fy, "fy"),
                Given(Office)?.ToUpperInvariant(),
                Given(Category)?.ToUpperInvariant()
            ),
            Named<CountedAs>(Standing, "standing"),
            Named<UseValue>(Value, "value"),
            Given(Applicable) is null ? null : Named<YesOrNo>(Applicable, "applicable") == YesOrNo.Yes,
            Named<CategoryOutcome>(Outcome, "outcome"),
            Named<RecommendationOutcome>(Recommendation, "recommendation"),
            Named<DispositionCount>(Disposition, "disposition")
        );
        return problem is null ? input : problem;

        int? Year(string? text, string field)
        {
            if (Given(text) is not { } given)
            {
                return null;
            }

            if (FiscalYear.TryParse(given, out var year))
            {
                return year.Year;
            }

            problem ??= AddressNumber.Unreadable(field, given, "a fiscal year such as 2027");
            return null;
        }

        T? Named<T>(string? text, string field)
            where T : struct, Enum
        {
            var named = AddressChoice.Of<T>(text, field);
            problem ??= named.Problem;
            return named.Value;
        }
    }

    public static TrackingAddress Of(TrackingScope scope) =>
        new(
            scope.SubmissionYear?.ToString(CultureInfo.InvariantCulture) ?? AllYears,
            scope.BudgetYear?.ToString(CultureInfo.InvariantCulture),
            scope.OfficeCode,
            scope.CategoryCode
        );

    public static TrackingAddress Of(ListTrackedInput list) =>
        Of(list.Scope) with
        {
            Standing = list.Standing?.ToString(),
            Value = list.Value?.ToString(),
            Applicable = list.IsApplicable is { } applies ? (applies ? YesOrNo.Yes : YesOrNo.No).ToString() : null,
            Outcome = list.Outcome?.ToString(),
            Recommendation = list.Recommendation?.ToString(),
            Disposition = list.Disposition?.ToString(),
        };

    /// <summary>The address of a page or file with this in it.</summary>
    public string At(string path) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["submitted"] = Given(Submitted),
                ["fy"] = Given(Fy),
                ["office"] = Given(Office),
                ["category"] = Given(Category),
                ["standing"] = Given(Standing),
                ["value"] = Given(Value),
                ["applicable"] = Given(Applicable),
                ["outcome"] = Given(Outcome),
                ["recommendation"] = Given(Recommendation),
                ["disposition"] = Given(Disposition),
            }
        );

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private enum YesOrNo
    {
        No,
        Yes,
    }
}
