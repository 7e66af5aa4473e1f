using System.CommandLine;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr project --population N --sample n --found k [--confidence 0.90] [--fpc] [--method …]</c></summary>
internal static class ScrProjectCommand
{
    private const string Description = """
        Project what a simple random sample found to the whole population, in whole cases with an interval. The method is
        always named: the normal approximation without finite-population correction is the one of OIG-23-59.

        Examples:
          scrbudget scr project --population 5016 --sample 258 --found 145
          scrbudget scr project --population 5016 --sample 258 --found 145 --confidence 0.95 --method wilson
        """;

    private static readonly Dictionary<string, ProjectionMethod> Methods = new(StringComparer.Ordinal)
    {
        ["normal"] = ProjectionMethod.Normal,
        ["wilson"] = ProjectionMethod.Wilson,
        ["exact"] = ProjectionMethod.Exact,
    };

    private static readonly Option<int> Population = new("--population")
    {
        Description = "Cases that the sample was drawn from",
        HelpName = "N",
        Required = true,
    };

    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "Cases examined",
        HelpName = "N",
        Required = true,
    };

    private static readonly Option<int> Found = new("--found")
    {
        Description = "Cases among them that have what is looked for",
        HelpName = "N",
        Required = true,
    };

    private static readonly Option<decimal> Level = new("--confidence")
    {
        Description = "The confidence, 0.5 to 0.999",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => 0.90m,
    };

    private static readonly Option<bool> Corrected = new("--fpc")
    {
        Description = "With finite-population correction (normal approximation only)",
    };

    private static readonly Option<ProjectionMethod> Method = Typed.Choice(
        "--method",
        "How the interval is made",
        ProjectionMethod.Normal,
        Methods
    );

    public static Command Build(CommandHost host)
    {
        var command = new Command("project", Description) { Population, Sample, Found, Level, Corrected, Method };
        host.WithoutDatabase(command, run => Task.FromResult(Run(run)));
        return command;
    }

    private static int Run(CommandRun run)
    {
        var projected = Project(run);
        if (!projected.IsDone)
        {
            return run.Refuse(projected.Refusal);
        }

        var projection = projected.Value;
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    projection.Point,
                    projection.Lower,
                    projection.Upper,
                    method = projection.MethodInWords,
                    projection.Population,
                    projection.Sample,
                    projection.Found,
                    confidence = projection.Confidence.Level,
                    projection.Caveat,
                }
            );
            return ExitCodes.Done;
        }

        run.Output.WriteLine(projection.Sentence);
        if (projection.Caveat is { } caveat)
        {
            run.Output.WriteLine(caveat);
        }

        return ExitCodes.Done;
    }

    private static Outcome<Projection> Project(CommandRun run)
    {
        var confidence = Confidence.Of(run.Parsed.GetValue(Level));
        if (!confidence.IsDone)
        {
            return confidence.Refusal;
        }

        var method = run.Parsed.GetValue(Method);
        if (run.Parsed.GetValue(Corrected))
        {
            if (method != ProjectionMethod.Normal)
            {
                return new Refusal(
                    "correction-not-for-method",
                    "The finite-population correction goes with the normal approximation only: leave out --fpc, or --method."
                );
            }

            method = ProjectionMethod.NormalCorrected;
        }

        return Projection.Of(
            run.Parsed.GetValue(Population),
            run.Parsed.GetValue(Sample),
            run.Parsed.GetValue(Found),
            confidence.Value,
            method
        );
    }
}
