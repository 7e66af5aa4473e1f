using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>Differences in words, as screens and notices say them.</summary>
public static class ComparisonWording
{
    public const string Nothing = "Nothing changed.";

    private const char Minus = '−';

    /// <summary><c>Justification and Cost changed; +$0.4 million, +2 FTE; 1 figure added</c>.</summary>
    internal static string Summary(SubmissionComparison comparison)
    {
        var parts = Parts(comparison).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? Nothing : string.Join("; ", parts);
    }

    /// <summary>A change of an amount as a headline: <c>+$0.4 million</c>, <c>−$30,000</c>.</summary>
    public static string WithSign(Money change) =>
        $"{Sign(change.Dollars)}{new Money(Math.Abs(change.Dollars)).ToMillions()}";

    /// <summary>A change of a count: <c>+1,250</c>, <c>−3</c>, <c>0</c>.</summary>
    public static string WithSign(long change) =>
        $"{Sign(change)}{Math.Abs(change).ToString("N0", CultureInfo.InvariantCulture)}";

    /// <summary>A change of an amount in a table in thousands: <c>+400</c>, <c>−640</c>, <c>0</c>.</summary>
    public static string ThousandsWithSign(long dollars) => WithSign(dollars / 1000);

    /// <summary><c>1 figure</c>, <c>2 figures</c>.</summary>
    public static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>What happened to a text: <c>12 words added, 3 removed</c>.</summary>
    public static string Words(ComparedText text) =>
        (text.IsChanged, text.WordsAdded, text.WordsRemoved) switch
        {
            (false, _, _) => "unchanged",
            (_, 0, 0) => "punctuation, spacing or bullets changed",
            (_, var added, 0) => $"{Counted(added, "word")} added",
            (_, 0, var removed) => $"{Counted(removed, "word")} removed",
            (_, var added, var removed) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted(added, "word")} added, {removed:N0} removed"
            ),
        };

    private static IEnumerable<string> Parts(SubmissionComparison comparison)
    {
        var changed = ChangedPlaces(comparison).ToList();
        yield return changed.Count == 0 ? string.Empty : $"{Listed(changed)} changed";
        yield return string.Join(", ", Amounts(comparison.Cost));
        yield return Events([.. comparison.Evidence.Figures.Select(figure => figure.Change)], "figure");
        yield return Events([.. comparison.Evidence.Answers.Select(answer => answer.Change)], "answer");
        yield return comparison.Evidence.Notes.IsChanged && comparison.Evidence.Figures.Count == 0
            ? "caveats or sources of figures changed"
            : string.Empty;
    }

    /// <summary>In reading order, the order of the quadrants.</summary>
    private static IEnumerable<string> ChangedPlaces(SubmissionComparison comparison)
    {
        if (comparison.Title.IsChanged)
        {
            yield return comparison.Title.Title;
        }

        if (comparison.Facts.Count > 0)
        {
            yield return "Facts";
        }

        var impact = SectionKind.Impact.Title();
        foreach (var section in comparison.Sections)
        {
            if (section.Title == impact && comparison.Cost.IsChanged)
            {
                yield return "Cost";
            }

            if (section.IsChanged)
            {
                yield return section.Title;
            }
        }
    }

    private static IEnumerable<string> Amounts(CostComparison cost)
    {
        if (cost.Dollars != Money.Zero)
        {
            yield return WithSign(cost.Dollars);
        }

        if (cost.Positions != 0)
        {
            yield return $"{WithSign(cost.Positions)} {(Math.Abs(cost.Positions) == 1 ? "position" : "positions")}";
        }

        if (cost.Fte != 0)
        {
            yield return $"{WithSign(cost.Fte)} FTE";
        }
    }

    /// <summary><c>1 figure added, 2 removed</c>.</summary>
    private static string Events(List<Change> changes, string noun)
    {
        var counts = changes.CountBy(change => change).OrderBy(count => count.Key).ToList();
        return string.Join(
            ", ",
            counts.Select(
                (count, index) =>
                    $"{(index == 0 ? Counted(count.Value, noun) : $"{count.Value}")} {count.Key.ToString().ToLowerInvariant()}"
            )
        );
    }

    /// <summary><c>Facts, Justification and Cost</c>.</summary>
    private static string Listed(List<string> names) =>
        names is [var only] ? only : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Sign(long number) =>
        number switch
        {
            > 0 => "+",
            < 0 => $"{Minus}",
            _ => string.Empty,
        };
}
