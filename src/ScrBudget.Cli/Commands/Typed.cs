using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Cli.Commands;

/// <summary>Options whose values are read once, here; a wrong value is wrong usage.</summary>
internal static class Typed
{
    public static Option<DateOnly> Date(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "YYYY-MM-DD",
            CustomParser = result =>
            {
                var text = Text(result);
                if (
                    !DateOnly.TryParseExact(
                        text,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var date
                    )
                )
                {
                    result.AddError($"“{text}” is not a date. Write year, month and day: {name} 2022-10-31.");
                }

                return date;
            },
        };

    /// <summary>One fiscal year, or a range: <c>2022</c>, <c>2017-2022</c>.</summary>
    public static Option<FiscalYearRange> FiscalYears(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "YEAR[-YEAR]",
            CustomParser = result =>
            {
                var text = Text(result);
                if (FiscalYearRange.TryParse(text, out var range))
                {
                    return range;
                }

                result.AddError($"“{text}” is not a range of fiscal years. Write {name} 2017-2022, or {name} 2022.");
                return null!;
            },
        };

    /// <summary>One fiscal year: <c>2029</c>.</summary>
    public static Option<FiscalYear> FiscalYear(string name, string description, FiscalYear standard) =>
        new(name)
        {
            Description = description,
            HelpName = "YEAR",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var text = Text(result);
                if (!Domain.Cycles.FiscalYear.TryParse(text, out var year))
                {
                    result.AddError($"“{text}” is not a fiscal year. Write {name} 2029.");
                }

                return year;
            },
        };

    /// <summary>A whole number within limits.</summary>
    /// <param name="standard">Null where leaving it out means something.</param>
    public static Option<int> Number(string name, string description, int? standard, int least, int most) =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description}, {least:N0} to {most:N0}"),
            HelpName = "N",
            DefaultValueFactory = standard is { } number ? _ => number : null,
            CustomParser = result =>
            {
                var text = Text(result);
                if (
                    !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed)
                    || typed < least
                    || typed > most
                )
                {
                    result.AddError($"“{text}” is not a whole number from {least} to {most} ({name}).");
                }

                return typed;
            },
        };

    /// <summary>One of several words, in any case.</summary>
    public static Option<T> Choice<T>(
        string name,
        string description,
        T standard,
        IReadOnlyDictionary<string, T> choices
    )
        where T : struct, Enum =>
        new(name)
        {
            Description = $"{description}: {string.Join(", ", choices.Keys)}",
            HelpName = string.Join('|', choices.Keys),
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var text = Text(result);
                if (choices.TryGetValue(text.ToLowerInvariant(), out var choice))
                {
                    return choice;
                }

                result.AddError($"“{text}” is not one of: {string.Join(", ", choices.Keys)} ({name}).");
                return standard;
            },
        };

    private static string Text(ArgumentResult result) => string.Concat(result.Tokens.Select(token => token.Value));
}

/// <summary>Fiscal years from first to last, as typed: possibly the wrong way round.</summary>
internal sealed record FiscalYearRange(FiscalYear First, FiscalYear Last)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out FiscalYearRange? range)
    {
        var parts = text.Split('-', '–');
        if (
            parts.Length <= 2
            && FiscalYear.TryParse(parts[0], out var first)
            && FiscalYear.TryParse(parts[^1], out var last)
        )
        {
            range = new FiscalYearRange(first, last);
            return true;
        }

        range = null;
        return false;
    }
}
