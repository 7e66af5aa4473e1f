using System.Globalization;

namespace ScrBudget.Application.ScrData.Exploring;

internal static class FileNames
{
    /// <summary>What tells downloads of views apart: <c>snapshot-1-edition-2-fy2018-2022</c>.</summary>
    public static string Of(ChosenView chosen)
    {
        var query = chosen.View.Query;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"snapshot-{chosen.Snapshot.Number}{(chosen.Edition > 0 ? $"-edition-{chosen.Edition}" : string.Empty)}-fy{query.FirstYear.Year}-{query.LastYear.Year}{(chosen.Snapshot.IsSynthetic ? "-synthetic" : string.Empty)}"
        );
    }
}
