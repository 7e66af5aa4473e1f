using System.Globalization;

namespace ScrBudget.Domain.ScrData;

/// <summary>Dates as extracts write them: <c>2022-03-31</c>, <c>3/31/2022</c> (month first), with or without a time of day.</summary>
internal static class DateText
{
    private static readonly string[] Dates = ["M/d/yyyy", "yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] Times =
    [
        "H:mm:ss",
        "H:mm",
        "H:mm:ss.FFFFFFF",
        "h:mm:ss tt",
        "h:mm tt",
        "h:mm:sstt",
        "h:mmtt",
    ];

    /// <param name="serial">May it be the number of days since the end of 1899, as workbooks keep a date?</param>
    public static bool TryParse(ReadOnlySpan<char> text, bool serial, out DateOnly date)
    {
        var end = text.IndexOfAny(' ', 'T');
        if (end < 0)
        {
            return TryParseDay(text, out date) || (serial && TryParseSerial(text, out date));
        }

        return TryParseDay(text[..end], out date) && IsTime(text[(end + 1)..].Trim());
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>The day counts as written, wherever the clock stood: an offset is read, and not applied.</summary>
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.EndsWith('Z'))
        {
            text = text[..^1];
        }
        else if (text.LastIndexOfAny('+', '-') is > 0 and var sign)
        {
            if (!TimeOnly.TryParseExact(text[(sign + 1)..], ["HH:mm", "HHmm"], out _))
            {
                return false;
            }

            text = text[..sign].TrimEnd();
        }

        return TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool TryParseSerial(ReadOnlySpan<char> text, out DateOnly date)
    {
        // 1950 to 2099: far from a typed year, and from the leap day of 1900 that spreadsheets count and calendars lack.
        const double First = 18_264;
        const double Last = 73_050;
        date = default;
        if (
            !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)
            || days is not (>= First and <= Last)
        )
        {
            return false;
        }

        date = DateOnly.FromDateTime(DateTime.FromOADate(days));
        return true;
    }
}
