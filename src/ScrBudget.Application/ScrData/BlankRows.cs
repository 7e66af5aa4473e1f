using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Blank rows: those at the end of a file say nothing, those between records may be a part that got lost.</summary>
internal sealed class BlankRows(ExtractReading reading)
{
    /// <summary>Of one file; more would only repeat it.</summary>
    public const int MaximumWarnings = 100;

    private readonly List<int> passed = [];
    private int warnings;

    public void Pass(int row)
    {
        // Above the first record they only set the header apart.
        if (reading.Rows > 0 && warnings + passed.Count < MaximumWarnings)
        {
            passed.Add(row);
        }
    }

    /// <summary>Something follows, so those that went by were between records.</summary>
    public void ReportPassed()
    {
        foreach (var row in passed)
        {
            reading.Report(
                new ExtractProblem(
                    row,
                    string.Empty,
                    ProblemCodes.BlankRow,
                    string.Empty,
                    "The row is blank, though records follow: passed over. Check that no record was lost here.",
                    ProblemSeverity.Warning
                )
            );
        }

        warnings += passed.Count;
        passed.Clear();
    }
}
