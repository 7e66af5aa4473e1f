using System.Text.RegularExpressions;

namespace ScrBudget.Tests.Architecture;

/// <summary>What a rule about the code looks for in the text of one source file.</summary>
internal static partial class SourceText
{
    private const int TimeoutMilliseconds = 1000;

    /// <summary>Lines, numbered from 1, that ask the machine for the time: never allowed, time comes from <c>TimeProvider</c>.</summary>
    public static IReadOnlyList<string> WallClockReadings(string source) => MatchingLines(source, WallClock());

    /// <summary>The same, and lines that name any other clock: for code that is told the time.</summary>
    public static IReadOnlyList<string> ClockUses(string source) => MatchingLines(source, AnyClock());

    /// <summary>The names of the types that a C# file declares.</summary>
    public static IReadOnlyList<string> DeclaredTypes(string source) =>
        [
            .. WithoutComments(source)
                .SelectMany(line => TypeDeclaration().Matches(line))
                .Select(match => match.Groups["name"].Value),
        ];

    private static List<string> MatchingLines(string source, Regex pattern) =>
        [
            .. WithoutComments(source)
                .Select((line, index) => (Text: line.Trim(), Number: index + 1))
                .Where(line => pattern.IsMatch(line.Text))
                .Select(line => $"{line.Number}: {line.Text}"),
        ];

    /// <summary>A comment may name what the code must not do. A "//" within an address is cut as well, which hides nothing here.</summary>
    private static IEnumerable<string> WithoutComments(string source) =>
        source.Split('\n').Select(line => line.Split("//", 2)[0]);

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\s*\.\s*(Now|UtcNow|Today)\b",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex WallClock();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\s*\.\s*(Now|UtcNow|Today)\b|\b(TimeProvider|Stopwatch)\b|\bEnvironment\s*\.\s*TickCount",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex AnyClock();

    [GeneratedRegex(
        @"^\s*((public|internal|private|protected|file|static|sealed|abstract|readonly|partial|ref)\s+)*(record\s+struct|record\s+class|record|class|struct|interface|enum)\s+(?<name>\w+)",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex TypeDeclaration();
}
