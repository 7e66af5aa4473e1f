using ScrBudget.Domain;

namespace ScrBudget.Web;

/// <summary>
/// One of a few values that the address of a page may name, as a status: by its name, in any case. What cannot be read is told
/// of, as of an <see cref="AddressNumber"/>: a list that quietly shows everything looks like the answer.
/// </summary>
/// <param name="Value">Null where none is given, or none that can be read.</param>
/// <param name="Problem">Which part of the address cannot be read, and what to give; null where there is nothing to say.</param>
internal sealed record AddressChoice<T>(T? Value, Refusal? Problem)
    where T : struct, Enum;

/// <summary>Reads an <see cref="AddressChoice{T}"/>.</summary>
internal static class AddressChoice
{
    /// <param name="words">Others that the page knows, which stand for no value of the type.</param>
    public static AddressChoice<T> Of<T>(string? text, string field, params IReadOnlyList<string> words)
        where T : struct, Enum
    {
        // By its name alone: a number is a value's place in the code, and two names together another value.
        var name = Enum.GetNames<T>()
            .FirstOrDefault(one => one.Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (name is not null)
        {
            return new AddressChoice<T>(Enum.Parse<T>(name), null);
        }

        return new AddressChoice<T>(null, Word(text, field, [.. words, .. Enum.GetNames<T>()]));
    }

    /// <summary>Why what is given is none of the words; null where it is one, or nothing is given.</summary>
    public static Refusal? Word(string? text, string field, params IReadOnlyList<string> words) =>
        string.IsNullOrWhiteSpace(text) || words.Contains(text, StringComparer.Ordinal)
            ? null
            : AddressNumber.Unreadable(
                field,
                text.Trim(),
                words.Count == 1 ? $"{words[0]}, or leave it out" : $"one of {string.Join(", ", words)}"
            );
}
