using System.Globalization;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web.ScrData.Imports;

/// <summary>Words of the screens of imports and snapshots.</summary>
internal static class ImportWording
{
    public static IReadOnlyList<string> Steps { get; } =
    ["Choose files", "Match columns", "Problems", "Compare", "Quality statements", "Publish"];

    /// <summary>A rule's code as people read it: <c>SCR number missing</c>.</summary>
    public static string Title(string code)
    {
        var words = code.Replace('-', ' ')
            .Replace("scr", "SCR", StringComparison.Ordinal)
            .Replace("tco", "TCO", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary><c>3 rows left out</c>, or <c>3 rows kept</c>.</summary>
    public static string Severity(ProblemSeverity severity) =>
        severity == ProblemSeverity.Error ? "Error: row left out" : "Warning: row kept";

    /// <param name="newestPublished">The current snapshot's number; null where none is published.</param>
    public static string Status(Snapshot snapshot, int? newestPublished) =>
        snapshot.Status switch
        {
            SnapshotStatus.Candidate => "Candidate, not citable yet",
            SnapshotStatus.Published when newestPublished > snapshot.Number => string.Create(
                CultureInfo.InvariantCulture,
                $"Published, superseded by {newestPublished}"
            ),
            SnapshotStatus.Published => "Published, current",
            SnapshotStatus.Withdrawn => "Withdrawn as erroneous",
            _ => "Discarded",
        };

    /// <summary><c>1.4 MB</c></summary>
    public static string Size(long bytes) =>
        bytes < 1 << 20
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10):N0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):N1} MB");

    /// <summary>What a date input holds; null for an empty one.</summary>
    /// <returns>False when it is no date.</returns>
    public static bool TryDate(string? text, out DateOnly? date)
    {
        date = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var isDate = DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read
        );
        date = isDate ? read : null;
        return isDate;
    }
}
