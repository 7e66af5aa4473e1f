using ScrBudget.Application.Review.Comparing;

namespace ScrBudget.Web.Review.Comparing;

/// <summary>Which document of a comparison is shown.</summary>
public enum ComparedSide
{
    /// <summary>Both in one text.</summary>
    Both = 0,
    Before = 1,
    After = 2,
}

internal static class ComparedSides
{
    /// <summary>Does the side show what was so changed?</summary>
    public static bool Shows(this ComparedSide side, Change change) =>
        side switch
        {
            ComparedSide.Before => change != Change.Added,
            ComparedSide.After => change != Change.Removed,
            _ => true,
        };
}
