using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Demo;

/// <summary>
/// What the compiling office has set up in the demo's open call. The texts are ours, illustrative; nothing is required
/// before submitting, so that the demo can be tried at once.
/// </summary>
internal static class OpenCallSetup
{
    private const string Policy =
        "Every request answers, for each category that may bear on it, whether significant case report data supports it.";

    private static readonly string[] CheckList =
    [
        "Totals by year agree with the cost lines.",
        "Every category of SCR data is answered; statistics bear on what is asked for.",
        "Positions use the modular costs of this call, or say why not.",
        "The impact can be measured, and has a baseline and a target.",
    ];

    private static IssueGuidanceInput FirstVersion(FiscalYear call) =>
        new(
            call.Year,
            "Resource request guidance (illustrative)",
            "Office of Budget, demo",
            DateOnly.FromDateTime(DemoClock.CallOpened.DateTime),
            "Each program office describes what it needs, why now, and what will be better for it.\n"
                + "**Significant case report (SCR) data is required in the justification wherever it is applicable.**\n"
                + "- For each category that bears on the request, attach a statistic and cite it by its token; do not type figures.\n"
                + "- Where a category is not applicable, or no figure helps, say so with a reason.\n"
                + "- Use the most recent complete fiscal years, and keep the source and the caveats that print with a figure.\n"
                + "This text is an example and no agency's guidance.",
            RequiresScrData: true
        );

    private static readonly Dictionary<TrainingAudience, TrainingText> Training = new()
    {
        [TrainingAudience.Authors] = new TrainingText(
            "SCR data in resource requests (illustrative)",
            "Statistics of significant case reports show the results that resources made possible.\n"
                + "- Answer every suggested category: attach, decline with a reason, or say why it is not applicable.\n"
                + "- Insert figures as tokens, so that they keep their source and can be checked.\n"
                + "- Do not add figures of two categories: one case may have several reports.",
            string.Empty
        ),
        [TrainingAudience.Analysts] = new TrainingText(
            "Reviewing the use of SCR data (illustrative)",
            "A review asks of every request whether SCR data could support it.\n"
                + "- Recommend data that the request leaves out, and say why it bears on it.\n"
                + "- Judge the reasons given for *not applicable* and for declining.\n"
                + "- A review is complete when the use of SCR data has a disposition.",
            string.Empty
        ),
    };

    /// <summary>The settings before the call is saved for the first time.</summary>
    public static BudgetCycle WithSettings(this BudgetCycle cycle)
    {
        var settings = cycle.Settings with
        {
            ScrPolicy = Policy,
            CheckList = CheckList,
            ModularCosts =
            [
                new("Victim Assistance Specialist", 190_000),
                new("Forensic Interview Specialist", 200_000),
            ],
        };
        _ = cycle.Revise(settings, cycle.Version, DemoPeople.Compiler.AsPerson(), DemoClock.CallOpened.UtcDateTime);
        return cycle;
    }

    /// <summary>Guidance and training, where there are none yet.</summary>
    public static async Task AddTextsAsync(IServiceProvider services, FiscalYear call, CancellationToken cancellation)
    {
        var by = DemoPeople.Compiler.AsPerson();
        var guidance = await services.GetRequiredService<ReadGuidance>().ExecuteAsync(call.Year, by, cancellation);
        if (guidance.Value.Versions.Count == 0)
        {
            var issued = await services
                .GetRequiredService<IssueGuidance>()
                .ExecuteAsync(FirstVersion(call), by, cancellation);
            _ = issued.Value;
        }

        var written = (
            await services.GetRequiredService<ReadTraining>().ByYearAsync(call.Year, by, cancellation)
        ).Value;
        foreach (var audience in TrainingAudiences.All.Where(audience => written.Of(audience) is null))
        {
            await SaveAsync(services, call, audience, by, cancellation);
        }
    }

    private static async Task SaveAsync(
        IServiceProvider services,
        FiscalYear call,
        TrainingAudience audience,
        Person by,
        CancellationToken cancellation
    )
    {
        var saved = await services
            .GetRequiredService<SaveTraining>()
            .ExecuteAsync(
                new SaveTrainingInput(call.Year, audience, Training[audience], BasedOn: null),
                by,
                cancellation
            );
        if (saved.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Training of {audience}: {refusal.Message}");
        }
    }
}
