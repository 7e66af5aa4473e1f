using System.Globalization;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>The requests behind a figure as a list for spreadsheets: one row each, with how SCR data was cited.</summary>
public sealed class ExportTracked(ListTracked list, TimeProvider time)
{
    private static IReadOnlyList<SheetColumn> Columns =>
        [
            new("Request"),
            new("Title"),
            new("Office"),
            Number("Budget year"),
            Number("Fiscal year of submission"),
            new("Status"),
            new("Counted as"),
            new("Use of SCR data"),
            new("Categories used"),
            new("Categories declined"),
            new("Categories not applicable"),
            new("Categories pending"),
            new("How it was cited"),
            Number("Recommendations made"),
            Number("Recommendations answered"),
            new("Disposition"),
            new("Transmitted on", SheetColumnKind.Date),
            Number("Amount now (dollars)"),
        ];

    public async Task<Outcome<ExportedSheet>> ExecuteAsync(
        ListTrackedInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var listed = await list.ExecuteAsync(input, by, cancellation);
        if (!listed.IsDone)
        {
            return listed.Refusal;
        }

        var found = listed.Value;
        return new ExportedSheet(
            string.Create(CultureInfo.InvariantCulture, $"scr-use-requests-{found.AsOf:yyyy-MM-dd}"),
            new DataSheet(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Requests.Count:N0} {(found.Requests.Count == 1 ? "request" : "requests")}: {found.Words}"
                ),
                [.. found.Notices, ExportTracking.Definition, $"As of {StatisticWording.Date(found.AsOf)}."],
                Columns,
                found
                    .Requests.Select(request => Row(request, input.Scope.CategoryCode, found.Among.CategoryName))
                    .ToAsyncEnumerable()
            )
        );
    }

    private IReadOnlyList<SheetCell> Row(RequestDigest request, string? categoryCode, Func<string, string> categoryName)
    {
        return
        [
            request.Number,
            request.Title,
            request.OfficeName,
            request.BudgetYear,
            request.SubmissionYear,
            request.StatusWords,
            request.Standing().Title(),
            TrackedWording.Use(request, categoryCode),
            Categories(CategoryOutcome.Used),
            Categories(CategoryOutcome.Declined),
            Categories(CategoryOutcome.NotApplicable),
            Categories(CategoryOutcome.Pending),
            string.Join("\n", request.Cited().Select(figure => TrackedWording.Citation(figure, categoryName))),
            request.Recommendations.Count(made => made.Is(RecommendationOutcome.Made)),
            request.Recommendations.Count(made => made.Is(RecommendationOutcome.Answered)),
            DispositionCounts.Of(request).Title(),
            request.TransmittedAt is { } at ? time.DayOf(at) : SheetCell.Empty,
            request.Request.Dollars,
        ];

        string Categories(CategoryOutcome outcome) => TrackedWording.Categories(request, outcome, categoryName);
    }

    private static SheetColumn Number(string header) => new(header, SheetColumnKind.WholeNumber);
}
