using ScrBudget.Domain.Cycles;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Cycles;

/// <summary>The rules of a data call's settings.</summary>
public sealed class CycleSettingsTests
{
    private static readonly FiscalYear Year = new(2029);

    private static DateTime At => TestClock.StartUtc;

    [Fact]
    public void Constructor_HasTheDefaults()
    {
        var cycle = Cycle();

        Assert.Equal(new DateOnly(2027, 3, 28), cycle.ReviewDueOn);
        Assert.False(cycle.RequiresOfficeApproval);
        Assert.False(cycle.BarsOwnSubmission);
        Assert.False(cycle.AuthorTrainingRequired);
        Assert.False(cycle.AnalystTrainingRequired);
        Assert.True(cycle.Invites("VAP"));
        Assert.True(cycle.AsksFor("Offsets"));
        Assert.Equal(
            ["Program office", "Analyst", "OAO", "ICE", "DHS", "OMB", "President's Budget", "Enacted"],
            cycle.Stages
        );
    }

    [Fact]
    public void Revise_NotesWhatChanged_BeforeAndAfter_AndNothingElse()
    {
        var cycle = Cycle();
        var settings = cycle.Settings with
        {
            YearsCovered = 7,
            InvitedOffices = ["VAP", "CCU"],
            ScrPolicy = " Use it. ",
        };

        Assert.Null(cycle.Revise(settings, cycle.Version, People.Administrator, At).Refusal);

        var change = cycle.Audit.Pending[^1];
        Assert.Equal("Revised the cycle", change.Action);
        Assert.Equal("Years covered: 5\nInvited offices: all\nSCR policy: ", change.Before);
        Assert.Equal("Years covered: 7\nInvited offices: VAP, CCU\nSCR policy: Use it.", change.After);
        Assert.Equal((People.Administrator.Name, At), (cycle.RevisedBy, cycle.RevisedAt));
        Assert.False(cycle.Invites("FIN"));
    }

    [Fact]
    public void Revise_WithTheSameSettings_NotesNothing_WhateverItWasBasedOn()
    {
        var cycle = Cycle();
        var noted = cycle.Audit.Pending.Count;

        Assert.Null(cycle.Revise(cycle.Settings, Guid.NewGuid(), People.Administrator, At).Refusal);

        Assert.Equal(noted, cycle.Audit.Pending.Count);
        Assert.Null(cycle.RevisedAt);
    }

    [Fact]
    public void Revise_OnAnEarlierVersion_IsRefused()
    {
        var cycle = Cycle();

        var refusal = cycle
            .Revise(cycle.Settings with { YearsCovered = 6 }, Guid.NewGuid(), People.Administrator, At)
            .Refusal;

        Assert.Equal("cycle-changed", refusal?.Code);
        Assert.Equal(5, cycle.YearsCovered);
    }

    [Fact]
    public void Revise_OfAWorkedExample_IsRefused()
    {
        var cycle = new BudgetCycle(
            new FiscalYear(2022),
            new FiscalYear(2022),
            new DateOnly(2022, 11, 1),
            new DateOnly(2022, 11, 30),
            Marking.Budget,
            isWorkedExample: true
        );

        var refusal = cycle
            .Revise(cycle.Settings with { YearsCovered = 6 }, cycle.Version, People.Administrator, At)
            .Refusal;

        Assert.Equal("cycle-worked-example", refusal?.Code);
    }

    public static TheoryData<string, CycleSettings> Wrong
    {
        get
        {
            var settings = CycleSettings.Usual(Year);
            return new TheoryData<string, CycleSettings>
            {
                { "due-on", settings with { DueOn = settings.OpensOn.AddDays(-1) } },
                { "review-due-on", settings with { ReviewDueOn = settings.DueOn.AddDays(-1) } },
                { "submission-year", settings with { SubmissionYear = 2030 } },
                { "submission-year", settings with { SubmissionYear = 2024 } },
                { "years-covered", settings with { YearsCovered = 1 } },
                { "years-covered", settings with { YearsCovered = 11 } },
                { "fields-asked", settings with { FieldsAsked = ["Shoe size"] } },
                { "estimate-impact", settings with { Estimates = new TextEstimates(null, 900, 0) } },
                { "scr-policy", settings with { ScrPolicy = new string('x', CycleSettings.PolicyLength + 1) } },
                { "marking", settings with { MarkingBanner = "FOUO" } },
                { "marking", settings with { MarkingBanner = " " } },
                { "designated-by", settings with { DesignatedBy = "" } },
                { "stages", settings with { Stages = [" "] } },
                { "stages", settings with { Stages = ["OAO", "oao"] } },
                { "stages", settings with { Stages = [new string('x', CycleSettings.StageLength + 1)] } },
                { "check-list", settings with { CheckList = [.. Enumerable.Range(1, 16).Select(line => $"{line}")] } },
                { "modular-costs", settings with { ModularCosts = [new ModularCost("Agent", -1)] } },
                { "modular-costs", settings with { ModularCosts = [new ModularCost("", 1)] } },
                {
                    "modular-costs",
                    settings with
                    {
                        ModularCosts = [new ModularCost("Agent", 1), new ModularCost("agent", 2)],
                    }
                },
                {
                    "invited-offices",
                    settings with
                    {
                        InvitedOffices = [.. Enumerable.Range(1, 61).Select(office => $"O{office}")],
                    }
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Settings_ThatCannotBe_AreRefusedAtTheirField(string field, CycleSettings settings)
    {
        var cycle = Cycle();

        Assert.Equal(field, cycle.Revise(settings, cycle.Version, People.Administrator, At).Refusal?.Field);
        Assert.Equal(field, BudgetCycle.Create(Year, settings).Refusal?.Field);
    }

    [Fact]
    public void UsualSettings_AreOnesThatCanBe() =>
        Assert.Equal(
            (new DateOnly(2026, 10, 1), new DateOnly(2027, 2, 28), 2027),
            (
                BudgetCycle.Create(Year, CycleSettings.Usual(Year)).Value.OpensOn,
                CycleSettings.Usual(Year).DueOn,
                CycleSettings.Usual(Year).SubmissionYear
            )
        );

    [Fact]
    public void Later_MovesEveryDateAndTheYearOfSubmission()
    {
        var later = CycleSettings.Usual(Year).Later(2);

        Assert.Equal(
            (new DateOnly(2028, 10, 1), new DateOnly(2029, 2, 28), new DateOnly(2029, 3, 30), 2029),
            (later.OpensOn, later.DueOn, later.ReviewDueOn, later.SubmissionYear)
        );
    }

    [Theory]
    [InlineData("2026-09-30", CycleState.NotYetOpen)]
    [InlineData("2026-10-01", CycleState.Open)]
    [InlineData("2027-02-26", CycleState.Open)]
    [InlineData("2027-02-27", CycleState.InReview)]
    [InlineData("2027-03-28", CycleState.InReview)]
    [InlineData("2027-03-29", CycleState.ReviewOverdue)]
    public void State_FollowsTheDates(string day, CycleState state) =>
        Assert.Equal(state, Cycle().StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void ModularCosts_AreReadOneALine_AndPrintAsTheyAreRead()
    {
        var costs = ModularCost.ParseLines("Agent: level 2: $246,000\n\n  Analyst : 190000 ").Value;

        Assert.Equal([new ModularCost("Agent: level 2", 246_000), new ModularCost("Analyst", 190_000)], costs);
        Assert.Equal(costs, ModularCost.ParseLines(string.Join('\n', costs)).Value);
    }

    [Theory]
    [InlineData("Agent")]
    [InlineData("Agent: much")]
    [InlineData(": 1000")]
    [InlineData("Agent: 1.5")]
    public void ModularCost_ThatCannotBeRead_IsNamed(string line)
    {
        var refusal = ModularCost.ParseLines($"Analyst: 1\n{line}").Refusal;

        Assert.Equal("modular-costs", refusal?.Field);
        Assert.Contains(line.Trim(), refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongestLists_FitTheirColumns()
    {
        // The lengths of the columns are chosen for SQL Server, which keeps 4,000 characters in a limited text.
        Assert.True(CycleSettings.MostChecks * (CycleSettings.CheckLength + 1) <= 4000);
        Assert.True(CycleSettings.MostStages * (CycleSettings.StageLength + 1) <= 4000);
        var longest = new ModularCost(
            new string('x', Domain.Requests.PositionLine.TypeLength),
            Domain.Requests.PositionLine.MaximumCost
        );
        Assert.True(CycleSettings.MostModularCosts * (longest.ToString().Length + 1) <= 4000);
        Assert.True(string.Join('\n', AskedFields.All).Length <= 1000);
    }

    private static BudgetCycle Cycle() =>
        new(Year, new FiscalYear(2027), new DateOnly(2026, 10, 1), new DateOnly(2027, 2, 26), Marking.Budget);
}
