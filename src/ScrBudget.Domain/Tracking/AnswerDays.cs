namespace ScrBudget.Domain.Tracking;

/// <summary>How long offices took to answer, in whole days.</summary>
public static class AnswerDays
{
    /// <summary>Midnights between the recommendation and its first answer: 0 on the same day.</summary>
    /// <param name="made">The day where the office is.</param>
    /// <param name="answered">The day where the office is.</param>
    public static int Between(DateOnly made, DateOnly answered) => answered.DayNumber - made.DayNumber;

    /// <summary>
    /// The middle one of the sorted days; with an even number of them, half of the sum of the two in the middle, rounded
    /// half up. Null without any.
    /// </summary>
    public static int? Median(IEnumerable<int> days)
    {
        var sorted = days.Order().ToList();
        if (sorted.Count == 0)
        {
            return null;
        }

        var upper = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper] + 1) / 2;
    }
}
