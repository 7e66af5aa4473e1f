using System.Globalization;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.Tracking;

namespace ScrBudget.Application.Tracking;

/// <summary>How a request cited SCR data, in words, for lists and files.</summary>
public static class TrackedWording
{
    /// <summary>
    /// <c>S1: National Security, FY 2017–2021, snapshot 1: 92 reports in 60 cases; in Justification; bears on the request</c>
    /// </summary>
    public static string Citation(FigureDigest figure, Func<string, string> categoryName)
    {
        var (attached, query) = (figure.Attached, figure.Attached.Query);
        return $"{attached.Token}: {StatisticWording.Subject(categoryName(attached.CategoryCode), attached.Subcategory)}, "
            + $"{StatisticWording.Years(query.FirstYear, query.LastYear)}, {Source(attached)}"
            + (figure.Quoted is { } quoted ? $": {quoted}" : string.Empty)
            + $"; in {string.Join(" and ", figure.Sections.Select(section => section.Title()))}; {Finding(figure)}";
    }

    /// <summary>Its use as a list shows it: of the category that is asked for, with that of the whole request.</summary>
    public static string Use(RequestDigest request, string? categoryCode) =>
        categoryCode is null
            ? request.UseWords
            : $"{request.UseOf(categoryCode).Title()} in the category; the request: {request.UseWords}";

    /// <summary>Where a figure is from: <c>snapshot 1, validated edition 2</c>.</summary>
    public static string Source(AttachedStatistic figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"snapshot {figure.SnapshotNumber}{(figure.Edition > 0 ? $", validated edition {figure.Edition}" : string.Empty)}"
        );

    /// <summary>The figures that count as evidence, by token.</summary>
    public static IEnumerable<FigureDigest> Cited(this RequestDigest request) =>
        request.Figures.Where(figure => figure.IsCited);

    /// <summary>Categories with one outcome, in full, as a list in a cell.</summary>
    public static string Categories(
        RequestDigest request,
        CategoryOutcome outcome,
        Func<string, string> categoryName
    ) =>
        string.Join(
            "; ",
            request
                .Use.Categories.Where(category => category.Outcome == outcome)
                .Select(category => categoryName(category.CategoryCode))
        );

    private static string Finding(FigureDigest figure) =>
        figure.Bears switch
        {
            true => "bears on the request",
            false => "does not bear on the request",
            null => "not yet judged by an analyst",
        };
}
