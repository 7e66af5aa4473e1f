using ScrBudget.Application.Cycles;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Cycles;

/// <summary>
/// Every use case of data calls × every role. What is expected stands in the table here, and not in the product's own.
/// </summary>
public sealed class CycleAccessTests
{
    private const string Done = "done";
    private const string NotAllowed = "not-allowed";

    /// <summary>Reading calls and guidance, managing, seeing who has read the training, acknowledging it.</summary>
    private static readonly Dictionary<Role, (bool Read, bool Manage, bool See, bool Author, bool Analyst)> Table =
        new()
        {
            [Role.ProgramOfficeAuthor] = (true, false, false, true, false),
            [Role.ProgramOfficeApprover] = (true, false, false, true, false),
            [Role.BudgetAnalyst] = (true, false, false, false, true),
            [Role.OaoCompiler] = (true, true, true, false, false),
            [Role.ScrDataSteward] = (false, false, false, false, false),
            [Role.PerformanceAnalyst] = (false, false, false, false, false),
            [Role.AuditLiaison] = (true, false, true, false, false),
            [Role.Auditor] = (true, false, true, false, false),
            [Role.Administrator] = (true, true, true, false, false),
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task EveryUseCase_IsForTheRolesOfTheTable(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        await system.WriteTrainingAsync(TrainingAudience.Authors);
        await system.WriteTrainingAsync(TrainingAudience.Analysts);
        await system.IssueGuidanceAsync(file: new GuidanceUpload("a.pdf", [.. "%PDF-"u8]));
        var (by, may) = (People.Holding(role), Table[role]);
        var cycle = await system.CycleAsync(TestSystem.OpenYear);

        AssertOutcome(may.Read, (await system.Get<ReadCycles>().ListAsync(null, by, Cancellation)).Refusal);
        AssertOutcome(may.Read, (await system.Get<ReadCycles>().ByYearAsync(2029, by, Cancellation)).Refusal);
        AssertOutcome(may.Read, (await system.Get<ReadGuidance>().ExecuteAsync(2029, by, Cancellation)).Refusal);
        AssertOutcome(may.Read, (await system.Get<ReadGuidance>().FileAsync(2029, 1, by, Cancellation)).Refusal);
        AssertOutcome(may.See, (await system.Get<ReadTraining>().ByYearAsync(2029, by, Cancellation)).Refusal);
        AssertOutcome(may.See, (await system.Get<ReadTraining>().WhoAsync(2029, null, null, by, Cancellation)).Refusal);
        AssertOutcome(may.Manage, await CreateAsync(system, by));
        AssertOutcome(
            may.Manage,
            (
                await system
                    .Get<ReviseCycle>()
                    .ExecuteAsync(
                        new ReviseCycleInput(2029, cycle.Settings with { YearsCovered = 6 }, cycle.Version),
                        by,
                        Cancellation
                    )
            ).Refusal
        );
        AssertOutcome(may.Manage, await IssueAsync(system, by));
        AssertOutcome(may.Manage, await SaveAsync(system, by));
        AssertOutcome(may.Author, await AcknowledgeAsync(system, TrainingAudience.Authors, by));
        AssertOutcome(may.Analyst, await AcknowledgeAsync(system, TrainingAudience.Analysts, by));
        Assert.Equal(may.Manage, (await system.CycleAsync(TestSystem.OpenYear)).YearsCovered == 6);
    }

    private static async Task<Refusal?> CreateAsync(TestSystem system, Person by) =>
        (await system.Get<CreateCycle>().ExecuteAsync(new CreateCycleInput(2030), by, Cancellation)).Refusal;

    private static async Task<Refusal?> IssueAsync(TestSystem system, Person by) =>
        (
            await system
                .Get<IssueGuidance>()
                .ExecuteAsync(
                    new IssueGuidanceInput(2029, "Title", "Office", new DateOnly(2026, 10, 1), "Text", true),
                    by,
                    Cancellation
                )
        ).Refusal;

    private static async Task<Refusal?> SaveAsync(TestSystem system, Person by)
    {
        await using var context = system.CreateContext();
        var training = await context.Training.FindAsync([2029, TrainingAudience.Authors], Cancellation);
        var text = new TrainingText("Title", "Text", string.Empty);
        return (
            await system
                .Get<SaveTraining>()
                .ExecuteAsync(
                    new SaveTrainingInput(2029, TrainingAudience.Authors, text, training!.Version),
                    by,
                    Cancellation
                )
        ).Refusal;
    }

    private static async Task<Refusal?> AcknowledgeAsync(TestSystem system, TrainingAudience audience, Person by) =>
        (
            await system
                .Get<AcknowledgeTraining>()
                .ExecuteAsync(new AcknowledgeTrainingInput(2029, audience, Edition: 1), by, Cancellation)
        ).Refusal;

    private static void AssertOutcome(bool isAllowed, Refusal? refusal) =>
        Assert.Equal(isAllowed ? Done : NotAllowed, refusal?.Code ?? Done);
}
