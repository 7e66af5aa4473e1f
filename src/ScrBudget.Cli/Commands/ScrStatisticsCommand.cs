using System.CommandLine;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr statistics [--category C] [--subcategory S] --fy 2017-2022 [--measure M] [--count …] [--tco …]</c></summary>
internal static class ScrStatisticsCommand
{
    private const string Description = """
        Count approved SCRs, or the distinct cases they belong to, in a published snapshot, by fiscal year and in all.
        Distinct cases do not add up over years or categories: the total is its own count. Small numbers are not shown.

        Examples:
          scrbudget scr statistics --category TCAC --fy 2017-2022
          scrbudget scr statistics --category "National Security" --fy 2018-2022 --measure disruptions --count cases
        """;

    private static readonly Dictionary<string, Measure> Measures = new(StringComparer.Ordinal)
    {
        ["approved"] = Measure.Approved,
        ["initial"] = Measure.Initial,
        ["disruptions"] = Measure.Disruptions,
        ["dismantlements"] = Measure.Dismantlements,
        ["results"] = Measure.Results,
    };

    private static readonly Dictionary<string, TcoFilter> TcoFilters = new(StringComparer.Ordinal)
    {
        ["all"] = TcoFilter.All,
        ["yes"] = TcoFilter.Yes,
        ["no"] = TcoFilter.No,
        ["not-recorded"] = TcoFilter.NotRecorded,
    };

    private static readonly Dictionary<string, Counting> Countings = new(StringComparer.Ordinal)
    {
        ["scrs"] = Counting.Scrs,
        ["cases"] = Counting.Cases,
    };

    private static readonly Option<string> Category = new("--category")
    {
        Description = "A category by code (TCAC, CP, ITTF_ND, CYB, ITTF_D, WS, GANG, NS) or full name; else all",
        HelpName = "CATEGORY",
    };

    private static readonly Option<string> Subcategory = new("--subcategory")
    {
        Description = "A subcategory of that category, by name",
        HelpName = "SUBCATEGORY",
    };

    private static readonly Option<FiscalYearRange> Years = Typed.FiscalYears("--fy", "The fiscal years");

    private static readonly Option<Measure> MeasureOption = Typed.Choice(
        "--measure",
        "Which SCRs",
        Measure.Results,
        Measures
    );

    private static readonly Option<Counting> Count = Typed.Choice(
        "--count",
        "What is counted",
        Counting.Scrs,
        Countings
    );

    private static readonly Option<TcoFilter> Tco = Typed.Choice(
        "--tco",
        "Limited to a recorded TCO involvement",
        TcoFilter.All,
        TcoFilters
    );

    private static readonly Option<int?> SnapshotNumber = new("--snapshot")
    {
        Description = "A published snapshot by its number; else the newest",
        HelpName = "NUMBER",
    };

    private enum Counting
    {
        Scrs,
        Cases,
    }

    public static Command Build(CommandHost host)
    {
        Years.Required = true;
        var command = new Command("statistics", Description)
        {
            Category,
            Subcategory,
            Years,
            MeasureOption,
            Count,
            Tco,
            SnapshotNumber,
        };
        host.WithDatabase(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(DatabaseRun run)
    {
        var years = run.Parsed.GetRequiredValue(Years);
        var asked = await run.Get<QueryStatistic>()
            .AskAsync(
                new StatisticQuery(
                    run.Parsed.GetValue(Category),
                    run.Parsed.GetValue(Subcategory),
                    years.First,
                    years.Last,
                    run.Parsed.GetValue(MeasureOption),
                    run.Parsed.GetValue(Tco)
                ),
                run.Parsed.GetValue(SnapshotNumber) is { } number ? new SnapshotChoice(number) : null,
                run.By,
                run.Cancellation
            );
        if (!asked.IsDone)
        {
            return run.Refuse(asked.Refusal);
        }

        if (asked.Value.CoveredYears.Count == 0)
        {
            var snapshot = asked.Value.Snapshot;
            return run.Refuse(
                new Refusal(
                    "years-not-covered",
                    $"Snapshot {snapshot.Number} has no data for those years: it covers FY {snapshot.FirstFiscalYear} to FY {snapshot.LastFiscalYear}."
                )
            );
        }

        var category = await run.Get<QueryStatistic>()
            .CategoryNameAsync(asked.Value.Query.CategoryCode, run.Cancellation);
        var counting = run.Parsed.GetValue(Count);
        if (run.IsJson)
        {
            run.WriteJson(Json(asked.Value, counting, category));
        }
        else
        {
            Print(run.Output, asked.Value, counting, category);
        }

        return ExitCodes.Done;
    }

    private static Dictionary<string, object?> Json(Statistic statistic, Counting counting, string? category)
    {
        var query = statistic.Query;
        var document = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["category"] = category,
            ["subcategory"] = query.Subcategory,
            ["measure"] = NameOf(Measures, query.Measure),
            ["count"] = NameOf(Countings, counting),
            ["tco"] = NameOf(TcoFilters, query.Tco),
            ["byFiscalYear"] = statistic.CoveredYears.Select(year => Json(statistic, counting, year)),
            ["yearsWithoutData"] = query
                .Years.Where(year => !statistic.Snapshot.Covers(year))
                .Select(year => year.Year),
        };
        Add(document, "total", Total(statistic, counting));
        document["asOf"] = statistic.Snapshot.AsOf;
        document["synthetic"] = statistic.Snapshot.IsSynthetic;
        document["snapshot"] = statistic.Snapshot.Number;
        document["caveats"] = StatisticWording.Caveats(statistic);
        return document;
    }

    private static Dictionary<string, object?> Json(Statistic statistic, Counting counting, FiscalYear year)
    {
        var document = new Dictionary<string, object?>(StringComparer.Ordinal) { ["fiscalYear"] = year.Year };
        Add(document, "value", InYear(statistic, counting, year));
        if (!statistic.Snapshot.IsComplete(year))
        {
            document["incomplete"] = true;
        }

        return document;
    }

    /// <summary>A number that is not shown is null, and says that this is not for want of data.</summary>
    private static void Add(Dictionary<string, object?> document, string name, int? value)
    {
        document[name] = value;
        if (value is null)
        {
            document["suppressed"] = true;
        }
    }

    private static void Print(TextWriter output, Statistic statistic, Counting counting, string? category)
    {
        var query = statistic.Query;
        var subject = StatisticWording.Subject(category ?? "all categories", query.Subcategory);
        output.WriteLine(
            $"{StatisticWording.Heading(query)}, {(counting == Counting.Cases ? "distinct cases" : "reports")}: {subject}"
        );
        foreach (var year in query.Years)
        {
            var value =
                counting == Counting.Cases
                    ? StatisticWording.Cases(statistic, year)
                    : StatisticWording.Reports(statistic, year);
            output.WriteLine($"  {year, -12}{value, 14}");
        }

        output.WriteLine(
            $"  {"in all", -12}{StatisticWording.Number(Total(statistic, counting), statistic.SmallNumber), 14}"
        );
        output.WriteLine();
        output.WriteLine(
            StatisticWording.Sentence(
                query,
                StatisticWording.Reports(statistic),
                StatisticWording.Cases(statistic),
                subject
            )
        );
        foreach (var caveat in StatisticWording.Caveats(statistic).Append(StatisticWording.DoNotAdd))
        {
            output.WriteLine(caveat);
        }

        output.WriteLine(StatisticWording.Source(statistic));
        if (statistic.Snapshot.IsSynthetic)
        {
            output.WriteLine(StatisticWording.Synthetic);
        }
    }

    private static int? Total(Statistic statistic, Counting counting) =>
        counting == Counting.Cases ? statistic.Cases : statistic.Scrs;

    private static int? InYear(Statistic statistic, Counting counting, FiscalYear year) =>
        counting == Counting.Cases ? statistic.CasesIn(year) : statistic.ScrsIn(year);

    private static string NameOf<T>(Dictionary<string, T> names, T value)
        where T : struct, Enum => names.First(name => EqualityComparer<T>.Default.Equals(name.Value, value)).Key;
}
