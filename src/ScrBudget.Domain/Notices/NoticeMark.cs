using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Notices;

/// <summary>
/// A scheduled notice or mail that was made: saved in the same transaction, so that a second job, or the same one after a
/// restart, cannot make it again.
/// </summary>
public sealed class NoticeMark
{
    public const int KeyLength = 200;

    public NoticeMark(string key, DateTime at)
    {
        Key = key;
        At = at;
    }

    /// <summary>Names what was made, once and for all.</summary>
    public string Key { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static string Digest(string accountId, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"digest {day:yyyy-MM-dd} {accountId}");

    /// <summary>The due date is part of it: a call that is prolonged reminds anew.</summary>
    public static string Reminder(ReminderStage stage, BudgetCycle cycle, string officeCode) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"reminder {stage} FY{cycle.BudgetYear} {officeCode} {cycle.DueOn:yyyy-MM-dd}"
        );

    /// <summary>The date by which the review is due is part of it, as above.</summary>
    public static string ReviewReminder(ReminderStage stage, BudgetCycle cycle, string accountId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"review {stage} FY{cycle.BudgetYear} {accountId} {cycle.ReviewDueOn:yyyy-MM-dd}"
        );
}

/// <summary>How near a due date is.</summary>
public enum ReminderStage
{
    /// <summary>Seven days or fewer are left.</summary>
    Week = 1,

    /// <summary>It is due today or tomorrow.</summary>
    LastDay = 2,
    Overdue = 3,
}

/// <summary>When a data call or its review reminds: seven days and one day ahead, and once when the date has passed.</summary>
public static class Reminders
{
    /// <summary>Null while the due date is more than seven days away.</summary>
    public static ReminderStage? StageOn(DateOnly today, DateOnly dueOn) =>
        (dueOn.DayNumber - today.DayNumber) switch
        {
            < 0 => ReminderStage.Overdue,
            <= 1 => ReminderStage.LastDay,
            <= 7 => ReminderStage.Week,
            _ => null,
        };
}
