using System.CommandLine;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Measuring;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Measuring;

namespace ScrBudget.Cli.Commands;

/// <summary><c>scrbudget scr measure [--denominator approved|open|published] [--snapshot N]</c></summary>
internal static class ScrMeasureCommand
{
    private const string Description = """
        Compute the published performance measure of every fiscal year: a percentage to FY 2020, a count from FY 2021,
        never one series. Three ways: as approved, TCO involvement yes only, and with not recorded as a range.

        Example:
          scrbudget scr measure --denominator open
        """;

    private static readonly Dictionary<string, Denominator> Denominators = new(StringComparer.Ordinal)
    {
        ["approved"] = Denominator.ApprovedInYear,
        ["open"] = Denominator.OpenAtYearEnd,
        ["published"] = Denominator.AsPublished,
    };

    private static readonly Option<Denominator> DenominatorOption = Typed.Choice(
        "--denominator",
        "What percentages are divided by: initial investigations approved in the year, cases open at its end, or what the published percentage implies",
        Denominator.ApprovedInYear,
        Denominators
    );

    private static readonly Option<int?> SnapshotNumber = new("--snapshot")
    {
        Description = "A published snapshot by its number; else the newest",
        HelpName = "NUMBER",
    };

    public static Command Build(CommandHost host)
    {
        var command = new Command("measure", Description) { DenominatorOption, SnapshotNumber };
        host.WithDatabase(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(DatabaseRun run)
    {
        var computed = await run.Get<ComputeMeasure>()
            .ExecuteAsync(
                new ComputeMeasureInput(
                    run.Parsed.GetValue(DenominatorOption),
                    run.Parsed.GetValue(SnapshotNumber) is { } number ? new SnapshotChoice(number) : null
                ),
                run.By,
                run.Cancellation
            );
        if (!computed.IsDone)
        {
            return run.Refuse(computed.Refusal);
        }

        if (run.IsJson)
        {
            run.WriteJson(Json(computed.Value));
        }
        else
        {
            Print(run.Output, computed.Value);
        }

        return ExitCodes.Done;
    }

    private static object Json(ComputedMeasure computed) =>
        new
        {
            snapshot = computed.Snapshot.Number,
            edition = computed.Edition,
            asOf = computed.Snapshot.AsOf,
            synthetic = computed.Snapshot.IsSynthetic,
            denominator = computed.Denominator.Title(),
            byFiscalYear = computed.Years.Select(year => new
            {
                fiscalYear = year.Year.Year,
                unit = year.Unit.Title(),
                complete = year.IsComplete,
                target = computed.Measure.In(year.Year)?.Target,
                published = computed.Measure.In(year.Year)?.Result,
                dividedBy = year.Base,
                asApproved = Json(year.Value(MeasureWay.AsApproved)),
                tcoYes = Json(year.Value(MeasureWay.TcoYes)),
                tcoYesOrNotRecorded = Json(year.Value(MeasureWay.TcoRange)),
            }),
        };

    private static object Json(MeasureValue value) =>
        new
        {
            value.From,
            value.To,
            value.WhyNot,
        };

    private static void Print(TextWriter output, ComputedMeasure computed)
    {
        output.WriteLine($"{MeasureWording.Name}.");
        output.WriteLine(
            $"Percentages are divided by: {computed.Denominator.Title()}. {computed.Denominator.Explained()}"
        );
        foreach (var unit in computed.Years.GroupBy(year => year.Unit))
        {
            output.WriteLine();
            output.WriteLine(unit.Key.Title());
            foreach (var year in unit)
            {
                output.WriteLine($"  {year.Year}  {Line(year, computed.Measure.In(year.Year))}");
            }
        }

        output.WriteLine();
        output.WriteLine(MeasureWording.Break);
        output.WriteLine(MeasureWording.Missed2019);
        if (computed.Snapshot.IsSynthetic)
        {
            output.WriteLine(StatisticWording.Synthetic);
        }

        output.WriteLine(StatisticWording.Source(computed.Snapshot, computed.Edition));
    }

    private static string Line(MeasureYear year, PublishedResult? published)
    {
        var ways = Enum.GetValues<MeasureWay>()
            .Select(way => $"{way.Title()}: {MeasureWording.Words(year.Value(way))}");
        return string.Join(
            "; ",
            ways.Prepend(
                published is null
                    ? "not published in the report"
                    : $"target {MeasureWording.Number(year.Unit, published.Target)}, published {MeasureWording.Number(year.Unit, published.Result)}"
            )
        );
    }
}
