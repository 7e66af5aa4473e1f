using System.CommandLine;
using System.Globalization;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr sample-size --population N [--confidence 0.90] [--margin 0.05] [--proportion 0.5]</c></summary>
internal static class ScrSampleSizeCommand
{
    private const string Description = """
        Compute how many cases to draw, each step shown: for a population without end, rounded up; with finite-population
        correction; rounded up.

        Example:
          scrbudget scr sample-size --population 5016 --confidence 0.90 --margin 0.05
        """;

    private static readonly Option<int> Population = new("--population")
    {
        Description = "Cases that the sample is drawn from",
        HelpName = "N",
        Required = true,
    };

    private static readonly Option<decimal> Level = new("--confidence")
    {
        Description = "The confidence, 0.5 to 0.999",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => 0.90m,
    };

    private static readonly Option<decimal> Margin = new("--margin")
    {
        Description = "The margin of error, 0.001 to 0.5",
        HelpName = "MARGIN",
        DefaultValueFactory = _ => 0.05m,
    };

    private static readonly Option<decimal> Proportion = new("--proportion")
    {
        Description = "The share that is expected to be found; 0.5, where it is not known, needs the most cases",
        HelpName = "SHARE",
        DefaultValueFactory = _ => SampleSize.StandardProportion,
    };

    public static Command Build(CommandHost host)
    {
        var command = new Command("sample-size", Description) { Population, Level, Margin, Proportion };
        host.WithoutDatabase(command, run => Task.FromResult(Run(run)));
        return command;
    }

    private static int Run(CommandRun run)
    {
        var computed = Compute(run);
        if (!computed.IsDone)
        {
            return run.Refuse(computed.Refusal);
        }

        var size = computed.Value;
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    size = size.Cases,
                    unlimited = size.UnlimitedCases,
                    corrected = Math.Round(size.Corrected, 1),
                    size.Population,
                    confidence = size.Confidence.Level,
                    margin = size.Margin.Share,
                    size.Proportion,
                    size.Steps,
                }
            );
            return ExitCodes.Done;
        }

        foreach (var step in size.Steps)
        {
            run.Output.WriteLine(step);
        }

        run.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Draw {size.Cases:N0} of {size.Population:N0} cases.")
        );
        return ExitCodes.Done;
    }

    private static Outcome<SampleSize> Compute(CommandRun run)
    {
        var confidence = Confidence.Of(run.Parsed.GetValue(Level));
        var margin = MarginOfError.Of(run.Parsed.GetValue(Margin));
        return (confidence.Refusal ?? margin.Refusal) is { } refusal
            ? refusal
            : SampleSize.Of(
                run.Parsed.GetValue(Population),
                confidence.Value,
                margin.Value,
                run.Parsed.GetValue(Proportion)
            );
    }
}
