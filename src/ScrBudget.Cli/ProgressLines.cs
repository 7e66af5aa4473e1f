using System.Globalization;

namespace ScrBudget.Cli;

/// <summary>A line of progress a second, from the first second on; a quick command prints none.</summary>
/// <param name="unit">What is counted: <c>rows read</c>.</param>
public sealed class ProgressLines(TextWriter error, string unit, TimeProvider time) : IProgress<int>
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private long last = time.GetTimestamp();

    public void Report(int value)
    {
        if (time.GetElapsedTime(last) < Step)
        {
            return;
        }

        last = time.GetTimestamp();
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0} {unit} …"));
    }
}
