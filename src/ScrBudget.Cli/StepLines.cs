namespace ScrBudget.Cli;

/// <summary>Names each step of a command that has several, on standard error.</summary>
public sealed class StepLines(TextWriter error) : IProgress<string>
{
    public void Report(string value) => error.WriteLine($"{value} …");
}
