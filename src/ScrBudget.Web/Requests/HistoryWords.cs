using System.Diagnostics.CodeAnalysis;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web.Requests;

/// <summary>
/// The trail as a screen says it: categories in full, steps in words that need no glossary. The entries themselves are hashed
/// and stay as they were written; the evidence pack and the command line give them so.
/// </summary>
internal static class HistoryWords
{
    private const string FoundOn = "Found on ";
    private const string CommentedOn = "Commented on ";

    public static string Action(AuditEntry entry, CategoryCatalogue catalogue) =>
        TryFollow(entry.Action, FoundOn, out var figure) ? $"Judged whether {figure} bears on the request"
        : TryFollow(entry.Action, CommentedOn, out var place) ? CommentedOn + Place(place)
        : Named(entry.Action, catalogue);

    /// <summary>
    /// What stood before or after. What people wrote stays to the letter: a category is named only in a line that the product
    /// wrote, of a recommendation or a statistic, as <c>R1: TCAC, …</c>.
    /// </summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Value(string? value, CategoryCatalogue catalogue)
    {
        if (value is null)
        {
            return null;
        }

        var lines = value.Split('\n', 2);
        return IsOfTheProduct(lines[0]) ? string.Join('\n', [Named(lines[0], catalogue), .. lines[1..]]) : value;
    }

    /// <summary>A part of the request that can be commented on.</summary>
    /// <param name="place">As in the editor's address.</param>
    public static string Place(string place) =>
        place switch
        {
            "if-not-funded" => "If not funded",
            "scr-data" => "SCR data",
            "" => string.Empty,
            _ => char.ToUpperInvariant(place[0]) + place[1..],
        };

    private static bool TryFollow(string action, string opening, out string rest)
    {
        var follows = action.StartsWith(opening, StringComparison.Ordinal);
        rest = follows ? action[opening.Length..] : string.Empty;
        return follows;
    }

    /// <summary>Begins with the label of a recommendation or the token of a statistic: <c>R1:</c>, <c>{S1}:</c>.</summary>
    private static bool IsOfTheProduct(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 1 and var end
        && line[..end].Trim('{', '}') is ['R' or 'S', .. { Length: > 0 } number]
        && number.All(char.IsAsciiDigit);

    /// <summary>The first word that is a category's code becomes its name; each such line names one.</summary>
    private static string Named(string line, CategoryCatalogue catalogue)
    {
        var words = line.Split(' ');
        for (var index = 0; index < words.Length; index++)
        {
            var code = words[index].TrimEnd(',');
            if (catalogue.Categories.FirstOrDefault(category => category.Code == code) is { } category)
            {
                words[index] = category.Name + words[index][code.Length..];
                break;
            }
        }

        return string.Join(' ', words);
    }
}
