using System.Text;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.ScrData;

/// <summary>The text of a field: trimmed, without control characters (PostgreSQL refuses NUL) and lone surrogates.</summary>
internal static class FieldText
{
    /// <param name="pool">For columns that the same few texts fill; null for the others.</param>
    /// <param name="isCleaned">Were characters removed?</param>
    public static string Of(ReadOnlySpan<char> field, StringPool? pool, out bool isCleaned)
    {
        field = field.Trim();
        isCleaned = false;
        if (field.ContainsAnyExceptInRange(' ', '~'))
        {
            isCleaned = HasUnprintable(field);
            if (isCleaned || field.ContainsAny('\n', '\r', '\t'))
            {
                return TextCleaning.Line(field.ToString());
            }
        }

        return pool is null ? field.ToString() : pool.Get(field);
    }

    public static string Of(ReadOnlySpan<char> field) => Of(field, pool: null, out _);

    /// <summary>A line end within quotation marks and a tab are spaces, not faults.</summary>
    private static bool HasUnprintable(ReadOnlySpan<char> field)
    {
        foreach (var rune in field.EnumerateRunes())
        {
            if (
                rune == Rune.ReplacementChar
                || (rune.Value & 0xFFFE) == 0xFFFE
                || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
            )
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Gives the same string for the same characters, up to a number of different ones.</summary>
internal sealed class StringPool
{
    /// <summary>More than the days of twenty years.</summary>
    private const int Capacity = 8_000;
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public StringPool() => lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> characters)
    {
        if (characters.IsEmpty)
        {
            return string.Empty;
        }

        if (lookup.TryGetValue(characters, out var known))
        {
            return known;
        }

        var added = characters.ToString();
        if (strings.Count < Capacity)
        {
            strings.Add(added);
        }

        return added;
    }
}
