using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Cycles;

/// <summary>Whether the settings of a data call can be kept. Each refusal names its field.</summary>
internal static class CycleSettingsChecks
{
    /// <summary>The same settings with what may not be stored removed, or why they cannot be kept.</summary>
    public static Outcome<CycleSettings> Checked(this CycleSettings settings, FiscalYear budgetYear)
    {
        var marking = Marking.Parse(settings.MarkingBanner, settings.DesignatedBy);
        if (!marking.IsDone)
        {
            return marking.Refusal with
            {
                Field = marking.Refusal.Code == "marking-agency-length" ? "designated-by" : "marking",
            };
        }

        var cleaned = settings with
        {
            MarkingBanner = marking.Value.Banner,
            DesignatedBy = marking.Value.DesignatedBy,
            ScrPolicy = TextCleaning.Line(settings.ScrPolicy),
            InvitedOffices = Lines(settings.InvitedOffices).Distinct(StringComparer.Ordinal).ToList(),
            FieldsAsked = AskedFields.All.Where(settings.FieldsAsked.Contains).ToList(),
            ModularCosts = settings
                .ModularCosts.Select(cost => cost with { PositionType = TextCleaning.Line(cost.PositionType) })
                .ToList(),
            Stages = Lines(settings.Stages),
            CheckList = Lines(settings.CheckList),
        };
        var refusal =
            DatesProblem(cleaned)
            ?? YearsProblem(cleaned, budgetYear)
            ?? FieldsProblem(settings)
            ?? EstimatesProblem(cleaned.Estimates)
            ?? ListsProblem(cleaned)
            ?? ModularCostsProblem(cleaned.ModularCosts);
        return refusal is null ? cleaned : refusal;
    }

    private static List<string> Lines(IEnumerable<string> lines) =>
        [.. lines.Select(TextCleaning.Line).Where(line => line.Length > 0)];

    private static Refusal? DatesProblem(CycleSettings settings)
    {
        if (settings.DueOn < settings.OpensOn)
        {
            return Refused("due-on", "The due date lies before the opening: give a later one.");
        }

        return settings.ReviewDueOn < settings.DueOn
            ? Refused("review-due-on", "The review is due before the requests are: give a later date.")
            : null;
    }

    private static Refusal? YearsProblem(CycleSettings settings, FiscalYear budgetYear)
    {
        var earliest = budgetYear.Year - CycleSettings.LongestLead;
        if (settings.SubmissionYear < earliest || settings.SubmissionYear > budgetYear.Year)
        {
            return Refused(
                "submission-year",
                Text($"Requests for {budgetYear} are submitted in FY {earliest} to FY {budgetYear.Year}.")
            );
        }

        return settings.YearsCovered is < CycleSettings.FewestYears or > CycleSettings.MostYears
            ? Refused(
                "years-covered",
                Text($"A cost plan covers {CycleSettings.FewestYears} to {CycleSettings.MostYears} years.")
            )
            : null;
    }

    private static Refusal? FieldsProblem(CycleSettings settings) =>
        settings.FieldsAsked.FirstOrDefault(field => !AskedFields.All.Contains(field)) is { } unknown
            ? Refused("fields-asked", $"“{unknown}” is no field that a call can ask for.")
            : null;

    private static Refusal? EstimatesProblem(TextEstimates estimates)
    {
        foreach (var kind in SectionKinds.All)
        {
            if (estimates.Of(kind) is < 1 or > CycleSettings.LargestEstimate)
            {
                return Refused(
                    $"estimate-{Completeness.FieldOf(kind)}",
                    Text(
                        $"The estimate for {kind.Title()} is 1 to {CycleSettings.LargestEstimate:N0} characters, or empty."
                    )
                );
            }
        }

        return null;
    }

    private static Refusal? ListsProblem(CycleSettings settings)
    {
        if (settings.ScrPolicy.Length > CycleSettings.PolicyLength)
        {
            return Refused(
                "scr-policy",
                Text($"The SCR policy has at most {CycleSettings.PolicyLength:N0} characters.")
            );
        }

        if (settings.InvitedOffices.Count > CycleSettings.MostOffices)
        {
            return Refused(
                "invited-offices",
                Text($"More than {CycleSettings.MostOffices} offices: tick none, and all are invited.")
            );
        }

        if (settings.Stages.Count == 0)
        {
            return Refused("stages", "Name at least one stage whose amounts are kept.");
        }

        return ListProblem(settings.Stages, "stages", "stages", CycleSettings.MostStages, CycleSettings.StageLength)
            ?? ListProblem(
                settings.CheckList,
                "check-list",
                "lines of the check-list",
                CycleSettings.MostChecks,
                CycleSettings.CheckLength
            );
    }

    private static Refusal? ListProblem(IReadOnlyList<string> lines, string field, string what, int most, int length)
    {
        if (lines.Count > most)
        {
            return Refused(field, Text($"There are {lines.Count} {what}; at most {most} can be kept."));
        }

        if (lines.FirstOrDefault(line => line.Length > length) is { } longest)
        {
            return Refused(
                field,
                Text($"“{longest[..40]}…” has {longest.Length:N0} characters; at most {length} fit.")
            );
        }

        return
            lines.GroupBy(line => line, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)
                is { } twice
            ? Refused(field, $"“{twice.Key}” stands there twice.")
            : null;
    }

    private static Refusal? ModularCostsProblem(IReadOnlyList<ModularCost> costs)
    {
        if (
            costs.FirstOrDefault(cost =>
                cost.PositionType.Length is 0 or > PositionLine.TypeLength
                || cost.FullYearDollars is < 0 or > PositionLine.MaximumCost
            ) is
            { } wrong
        )
        {
            return Refused(
                "modular-costs",
                Text(
                    $"Modular costs: “{wrong}” has no position type of 1 to {PositionLine.TypeLength} characters with 0 to {PositionLine.MaximumCost:N0} dollars."
                )
            );
        }

        return ListProblem(
            [.. costs.Select(cost => cost.PositionType)],
            "modular-costs",
            "modular costs",
            CycleSettings.MostModularCosts,
            PositionLine.TypeLength
        );
    }

    private static Refusal Refused(string field, string message) => new($"{field}-invalid", message) { Field = field };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
