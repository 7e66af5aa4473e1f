using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScrBudget.Domain.Audit;

/// <summary>
/// Everything that a subject holds, part by part, as hashes that mean the same on every database and machine. The last
/// audit entry keeps it: a row that was changed beside the trail then shows, and in which part.
/// </summary>
public sealed class SubjectState
{
    private readonly List<(string Name, string Hash)> parts = [];

    /// <param name="name">What the part is called in words: <c>Cost</c>.</param>
    /// <param name="values">All values of the part, always in the same order; of several rows, one after the other.</param>
    /// <exception cref="ArgumentException">A value is of a type that has no fixed form here.</exception>
    public SubjectState With(string name, IEnumerable<object?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            var form = Form(value);
            // Length before content: no two different parts can give the same text.
            text.Append(CultureInfo.InvariantCulture, $"{form?.Length ?? -1}:{form};");
        }

        parts.Add((name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))));
        return this;
    }

    /// <summary>
    /// As <see cref="With"/>, but a part that holds nothing is left out: a subject that was saved before the part existed
    /// still is what its last entry says.
    /// </summary>
    public SubjectState WithAny(string name, IEnumerable<object?> values)
    {
        var held = values.ToList();
        return held.Count == 0 ? this : With(name, held);
    }

    /// <summary>The parts that are not as <paramref name="recorded"/> has them, by name.</summary>
    /// <param name="recorded">What <see cref="ToString"/> gave when the subject was saved.</param>
    public IEnumerable<string> PartsOtherThan(string recorded)
    {
        var then = recorded.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Lines()
            .Except(then, StringComparer.Ordinal)
            .Concat(then.Except(Lines(), StringComparer.Ordinal))
            .Select(line => line[..Math.Max(0, line.LastIndexOf(' '))])
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>A line for each part: its name and the SHA-256 of its values, lower-case hexadecimal.</summary>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines() => parts.Select(part => $"{part.Name} {part.Hash}");

    private static string? Form(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool yes => yes ? "true" : "false",
            int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            Enum named => named.ToString(),
            Guid key => key.ToString("D", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"{value.GetType().Name} has no fixed form.", nameof(value)),
        };
}
