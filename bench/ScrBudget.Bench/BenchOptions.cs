namespace ScrBudget.Bench;

/// <param name="Only">Names of benchmarks; empty for all.</param>
/// <param name="Large">Also the measurements over 1,000,000 records, which take minutes.</param>
/// <param name="Json">One JSON document instead of the table.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Only, bool Large, bool Json)
{
    public const string Usage =
        "dotnet run -c Release --project bench/ScrBudget.Bench -- [--only NAME[,NAME…]] [--large] [--json]";

    /// <summary>Null, with the reason, when the arguments are not understood.</summary>
    public static BenchOptions? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> names, out string problem)
    {
        var options = new BenchOptions([], Large: false, Json: false);
        problem = string.Empty;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--large":
                    options = options with { Large = true };
                    break;
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--only" when i + 1 < args.Count:
                    i++;
                    options = options with { Only = args[i].Split(',', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                default:
                    problem = $"{args[i]} is not understood.";
                    return null;
            }
        }

        if (options.Only.Except(names).FirstOrDefault() is { } unknown)
        {
            problem = $"There is no benchmark {unknown}.";
            return null;
        }

        return options;
    }
}
