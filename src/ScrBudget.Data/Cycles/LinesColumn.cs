using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScrBudget.Data.Cycles;

/// <summary>
/// A short list in one column, an item a line: items hold no line end (<see cref="Domain.Requests.TextCleaning.Line"/>).
/// Databases keep collections of values in three different ways; a text is the same everywhere.
/// </summary>
internal static class LinesColumn
{
    /// <summary>Characters that SQL Server keeps in a text with a limit.</summary>
    public const int LongestText = 4000;

    public static void HasLines(this PropertyBuilder<IReadOnlyList<string>> property, int length) =>
        property.HasLines(length, Lines);

    /// <param name="read">The items from the lines that their texts made.</param>
    public static void HasLines<T>(
        this PropertyBuilder<IReadOnlyList<T>> property,
        int length,
        Func<string, IReadOnlyList<T>> read
    )
        where T : notnull =>
        property
            .HasConversion(
                items => string.Join('\n', items),
                text => read(text),
                new ValueComparer<IReadOnlyList<T>>(
                    (left, right) => ReferenceEquals(left, right) || left!.SequenceEqual(right!),
                    items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item.GetHashCode())),
                    items => items.ToList()
                )
            )
            .HasMaxLength(length);

    private static IReadOnlyList<string> Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
