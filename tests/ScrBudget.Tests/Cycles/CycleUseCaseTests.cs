using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Tests.Audit;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Cycles;

/// <summary>Data calls set up, copied and revised over a database.</summary>
public sealed class CycleUseCaseTests : IAsyncLifetime
{
    private static readonly Person Compiler = People.Holding(Role.OaoCompiler);

    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Revise_IsKeptWhole_AndVerified()
    {
        await ReviseAsync(Everything);

        var cycle = await System.CycleAsync(TestSystem.OpenYear);
        Assert.Equal(Everything(CycleSettings.Usual(cycle.Year)).InWords(), cycle.Settings.InWords());
        Assert.Equal((Compiler.Name, TestClock.StartUtc), (cycle.RevisedBy, cycle.RevisedAt));
        Assert.Empty((await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    [Fact]
    public async Task EveryStoredValueOfACycle_IsComparedWithItsLastEntry()
    {
        await ReviseAsync(Everything);
        var file = await System.FileAsync();
        await using var model = System.CreateContext();

        var unseen = new List<string>();
        foreach (var column in StoredColumns.Of<BudgetCycle>(model.Model))
        {
            await using var tampered = await TestSystem.FromFileAsync(file);
            var before = (await tampered.CycleAsync(TestSystem.OpenYear)).State().ToString();
            // A list whose text was changed reads as another list; one that cannot be read is a fault of its own.
            var sql = column.Name == "ModularCosts" ? "UPDATE Cycles SET ModularCosts = 'Other: 1'" : column.ChangeSql;
            Assert.NotEqual(0, await tampered.ExecuteSqlAsync(sql));
            if ((await tampered.CycleAsync(TestSystem.OpenYear)).State().ToString() == before)
            {
                unseen.Add(column.Name);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Revise_ThatSplitsALineOfTheCheckList_IsSaved_AndTheTrailTellsThemApart()
    {
        await ReviseAsync(settings => settings with { CheckList = ["Costs add up; figures are cited."] });

        await ReviseAsync(settings => settings with { CheckList = ["Costs add up", "figures are cited."] });

        Assert.Equal(
            ["Costs add up", "figures are cited."],
            (await System.CycleAsync(TestSystem.OpenYear)).Settings.CheckList
        );
        await using var context = System.CreateContext();
        var revised = (
            await context.AuditEntries.Where(entry => entry.Action == "Revised the cycle").ToListAsync(Cancellation)
        )
            .OrderBy(entry => entry.Sequence)
            .Last();
        Assert.Equal("Check-list: “Costs add up; figures are cited.”", revised.Before);
        Assert.Equal("Check-list: “Costs add up”; “figures are cited.”", revised.After);
    }

    [Fact]
    public void Settings_AreTheSameByValue_AndDifferInEachEntryOfAList()
    {
        var settings = Everything(CycleSettings.Usual(new FiscalYear(2029)));

        Assert.True(
            settings.IsSameAs(settings with { Stages = [.. settings.Stages], CheckList = [.. settings.CheckList] })
        );
        Assert.All(
            (CycleSettings[])
                [
                    settings with
                    {
                        YearsCovered = settings.YearsCovered + 1,
                    },
                    settings with
                    {
                        InvitedOffices = [.. settings.InvitedOffices, "CCU"],
                    },
                    settings with
                    {
                        FieldsAsked = [],
                    },
                    settings with
                    {
                        ModularCosts = [],
                    },
                    settings with
                    {
                        Stages = [string.Join("; ", settings.Stages)],
                    },
                    settings with
                    {
                        CheckList = [string.Join("; ", settings.CheckList), "Another."],
                    },
                ],
            other => Assert.False(settings.IsSameAs(other))
        );
    }

    [Fact]
    public async Task Revise_ByTwoAtOnce_TheSecondSeesWhoWasFirst_AndTheFirstStands()
    {
        var shown = await System.CycleAsync(TestSystem.OpenYear);
        await ReviseAsync(settings => settings with { YearsCovered = 6 });

        var second = await System
            .Get<ReviseCycle>()
            .ExecuteAsync(
                new ReviseCycleInput(shown.BudgetYear, shown.Settings with { YearsCovered = 9 }, shown.Version),
                People.Administrator,
                Cancellation
            );

        Assert.Equal("cycle-changed", second.Refusal?.Code);
        Assert.StartsWith(Compiler.Name, second.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(6, (await System.CycleAsync(shown.BudgetYear)).YearsCovered);
    }

    [Fact]
    public async Task Revise_ThatInvitesAnUnknownOffice_OrRequiresWhatIsNotWritten_IsRefusedAndKeepsNothing()
    {
        var shown = await System.CycleAsync(TestSystem.OpenYear);

        Assert.Equal("office-unknown", await RefusalAsync(settings => settings with { InvitedOffices = ["XYZ"] }));
        Assert.Equal(
            "training-not-written",
            await RefusalAsync(settings => settings with { AuthorTrainingRequired = true })
        );
        Assert.Equal(shown.Version, (await System.CycleAsync(TestSystem.OpenYear)).Version);
    }

    [Fact]
    public async Task Create_HasTheUsualSettings_AndSeveralAreOpenAtOnce()
    {
        var created = await System.Get<CreateCycle>().ExecuteAsync(new CreateCycleInput(2028), Compiler, Cancellation);

        Assert.Equal(new FiscalYear(2028), created.Value);
        var lines = (await System.Get<ReadCycles>().ListAsync(null, Compiler, Cancellation)).Value;
        Assert.Equal([2029, 2028], lines.Select(line => line.Cycle.BudgetYear));
        // The earlier call was due a year before, and late requests are still taken.
        Assert.Equal([CycleState.Open, CycleState.ReviewOverdue], lines.Select(line => line.State));
        Assert.All(lines, line => Assert.True(line.Cycle.IsOpen(new DateOnly(2027, 1, 15))));
    }

    [Fact]
    public async Task Create_AsACopy_MovesTheDatesAndTakesSettingsAndTrainingAlong_ButNoGuidance()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        await System.IssueGuidanceAsync();
        await ReviseAsync(settings => Everything(settings) with { AuthorTrainingRequired = true });

        var created = await System
            .Get<CreateCycle>()
            .ExecuteAsync(new CreateCycleInput(2031, TestSystem.OpenYear), Compiler, Cancellation);

        Assert.Null(created.Refusal);
        var earlier = await System.CycleAsync(TestSystem.OpenYear);
        var copy = await System.CycleAsync(2031);
        Assert.Equal(earlier.Settings.Later(2).InWords(), copy.Settings.InWords());
        await using var context = System.CreateContext();
        var training = await context.Training.SingleAsync(one => one.BudgetYear == 2031, Cancellation);
        Assert.Equal((TrainingAudience.Authors, 1), (training.Audience, training.Edition));
        Assert.False(await context.Guidance.AnyAsync(one => one.BudgetYear == 2031, Cancellation));
        Assert.Empty((await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    [Theory]
    [InlineData(2029, null, "cycle-exists")]
    [InlineData(20, null, "budget-year-invalid")]
    [InlineData(2030, 2025, "copy-of-unknown")]
    [InlineData(2028, 2029, "copy-of-unknown")]
    public async Task Create_OfWhatCannotBe_IsRefused(int year, int? copyOf, string code)
    {
        var created = await System
            .Get<CreateCycle>()
            .ExecuteAsync(new CreateCycleInput(year, copyOf), Compiler, Cancellation);

        Assert.Equal(code, created.Refusal?.Code);
    }

    [Fact]
    public async Task Request_OfAnOfficeThatIsNotInvited_IsRefusedAndUsesNoNumber()
    {
        await ReviseAsync(settings => settings with { InvitedOffices = ["CCU"] });

        Assert.Equal("office-not-invited", await StartAsync("VAP"));
        Assert.Null(await StartAsync("CCU"));
        await ReviseAsync(settings => settings with { InvitedOffices = ["CCU", "VAP"] });
        Assert.Null(await StartAsync("VAP"));
        Assert.Equal("FY2029-VAP-001", (await System.ReadAsync("FY2029-VAP-001")).Request.Number);
    }

    [Fact]
    public async Task List_CountsRequests_AndThoseThatWereHandedIn()
    {
        await System.CreateSubmittedAsync();
        await System.CreateCompleteDraftAsync();

        var line = Assert.Single((await System.Get<ReadCycles>().ListAsync(null, Compiler, Cancellation)).Value);

        Assert.Equal((2, 1), (line.Requests, line.HandedIn));
        Assert.Empty((await System.Get<ReadCycles>().ListAsync(CycleState.InReview, Compiler, Cancellation)).Value);
    }

    /// <summary>Every setting as it is not by default.</summary>
    private static CycleSettings Everything(CycleSettings settings) =>
        settings with
        {
            OpensOn = new DateOnly(2026, 10, 5),
            DueOn = new DateOnly(2027, 2, 1),
            ReviewDueOn = new DateOnly(2027, 4, 1),
            SubmissionYear = 2026,
            YearsCovered = 6,
            InvitedOffices = ["CCU", "VAP"],
            FieldsAsked = ["Authority", "If not funded"],
            Estimates = new TextEstimates(900, 1200, 700),
            ScrPolicy = "SCR data is required where applicable.",
            RequiresOfficeApproval = true,
            BarsOwnSubmission = true,
            MarkingBanner = "CUI",
            DesignatedBy = "An office",
            ModularCosts = [new ModularCost("Agent", 250_000), new ModularCost("Analyst: GS-13", 180_000)],
            Stages = ["Office", "Final"],
            CheckList = ["Totals agree.", "SCR data is answered."],
        };

    private async Task ReviseAsync(Func<CycleSettings, CycleSettings> change) =>
        Assert.Null(await RefusalAsync(change));

    private async Task<string?> RefusalAsync(Func<CycleSettings, CycleSettings> change) =>
        await System.ReviseCycleAsync(change);

    private async Task<string?> StartAsync(string office) =>
        (
            await System
                .Get<CreateRequest>()
                .ExecuteAsync(
                    new CreateRequestInput(TestSystem.OpenYear, office, new RequestFacts { Title = "Title" }),
                    People.AuthorOf(office),
                    Cancellation
                )
        )
            .Refusal
            ?.Code;
}
