using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Cycles;

/// <summary>Training is written, read and acknowledged; a cycle may require it before a request is submitted.</summary>
public sealed class TrainingTests : IAsyncLifetime
{
    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Submit_WithoutRequiredTraining_IsRefusedAndNamesThePage_UntilItIsAcknowledged()
    {
        await RequireAsync();
        var number = await System.CreateCompleteDraftAsync();
        var by = People.AuthorAndApprover;

        var refused = await System.Get<SubmitRequest>().ExecuteAsync(number, by, Cancellation);
        Assert.Equal(RequestRefusals.IncompleteCode, refused.Refusal?.Code);
        Assert.Contains("Training", Assert.Single(refused.Refusal!.Details), StringComparison.Ordinal);
        var gap = Assert.Single((await System.ReadAsync(number)).Composed.Completeness.Gaps);
        Assert.Equal(("training-required", Gap.Training), (gap.Code, gap.Field));

        Assert.Null((await AcknowledgeAsync(TrainingAudience.Authors, by)).Refusal);
        Assert.Null((await System.Get<SubmitRequest>().ExecuteAsync(number, by, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Gap_StandsOnlyForWhoMayDraftOrSubmit()
    {
        await RequireAsync();
        var number = await System.CreateCompleteDraftAsync();

        Assert.Empty((await System.ReadAsync(number, People.Auditor)).Composed.Completeness.Gaps);
        Assert.Single((await System.ReadAsync(number, People.Colleague)).Composed.Completeness.Gaps);
        Assert.Single((await System.ReadAsync(number, People.Approver)).Composed.Completeness.Gaps);
    }

    [Fact]
    public async Task SendForApproval_WithoutRequiredTraining_IsRefused_UntilItIsAcknowledged()
    {
        await RequireAsync();
        var number = await System.CreateCompleteDraftAsync();
        var (sending, by) = (System.Get<SendForApproval>(), People.Colleague);

        var refused = await sending.ExecuteAsync(new SubmitRequestInput(number, null), by, Cancellation);

        Assert.Equal(RequestRefusals.IncompleteCode, refused.Refusal?.Code);
        Assert.Contains("Training", Assert.Single(refused.Refusal!.Details), StringComparison.Ordinal);
        Assert.Null((await AcknowledgeAsync(TrainingAudience.Authors, by)).Refusal);
        Assert.Null((await sending.ExecuteAsync(new SubmitRequestInput(number, null), by, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Submit_WhereTrainingIsWrittenButNotRequired_IsDone()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);

        Assert.NotNull(await System.CreateSubmittedAsync());
    }

    [Fact]
    public async Task Acknowledge_IsKeptOnce_WithWhenAndWhichEdition()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        await AcknowledgeAsync(TrainingAudience.Authors, People.AuthorAndApprover);
        System.Clock.Advance(TimeSpan.FromDays(1));
        await AcknowledgeAsync(TrainingAudience.Authors, People.AuthorAndApprover);

        await using var context = System.CreateContext();
        var completion = Assert.Single(await context.TrainingCompletions.ToListAsync(Cancellation));
        Assert.Equal((TestClock.StartUtc, 1), (completion.At, completion.Edition));
        Assert.Empty((await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);

        await System.ExecuteSqlAsync("UPDATE TrainingCompletions SET AcknowledgedAt = '2026-12-01 00:00:00'");
        Assert.Single((await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    [Fact]
    public async Task Acknowledge_OfAnEarlierEdition_IsRefused_ForItWasNotRead()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        var shown = (await OwnAsync(People.Colleague))[0].Training;
        await System.WriteTrainingAsync(TrainingAudience.Authors, "Another text.", shown.Version);

        var outcome = await AcknowledgeAsync(TrainingAudience.Authors, People.Colleague, shown.Edition);

        Assert.Equal("training-changed", outcome.Refusal?.Code);
        Assert.Equal(2, (await OwnAsync(People.Colleague))[0].Training.Edition);
    }

    [Fact]
    public async Task Own_ShowsWhatConcernsTheRoles()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        await System.WriteTrainingAsync(TrainingAudience.Analysts);

        Assert.Equal(TrainingAudience.Authors, Assert.Single(await OwnAsync(People.Approver)).Training.Audience);
        Assert.Equal(TrainingAudience.Analysts, Assert.Single(await OwnAsync(People.Analyst)).Training.Audience);
        Assert.Empty(await OwnAsync(People.Steward));
        Assert.Equal("not-allowed", (await AcknowledgeAsync(TrainingAudience.Analysts, People.Approver)).Refusal?.Code);
    }

    [Fact]
    public async Task Save_OnAnEarlierVersion_IsRefused_AndTheSameTextChangesNothing()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        var shown = (await OwnAsync(People.Colleague))[0].Training;
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Assert.Equal(shown.Version, (await OwnAsync(People.Colleague))[0].Training.Version);
        await System.WriteTrainingAsync(TrainingAudience.Authors, "Another text.", shown.Version);

        var saved = await SaveAsync(new TrainingText("Title", "A third text.", ""), shown.Version);

        Assert.Equal("training-changed", saved.Refusal?.Code);
        Assert.Equal("Another text.", (await OwnAsync(People.Colleague))[0].Training.Text);
    }

    [Theory]
    [InlineData("", "Text", "", "title")]
    [InlineData("Title", "", "", "text")]
    [InlineData("Title", "Text", "training.example", "link")]
    [InlineData("Title", "Text", "javascript:alert(1)", "link")]
    [InlineData("Title", "Text", "https://training.example/scr", null)]
    public async Task Save_TakesOnlyWhatCanBeRead(string title, string text, string link, string? field)
    {
        var saved = await SaveAsync(new TrainingText(title, text, link), basedOn: null);

        Assert.Equal(field, saved.Refusal?.Field);
    }

    [Fact]
    public async Task Who_ListsTheAccountsOfTheRoles_WithAndWithout_ByOfficeAndName()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        await AddAccountAsync("author", "VAP", Role.ProgramOfficeAuthor);
        await AddAccountAsync("approver", "CCU", Role.ProgramOfficeApprover);
        await AddAccountAsync("analyst", null, Role.BudgetAnalyst);
        await AddAccountAsync("steward", null, Role.ScrDataSteward);
        await using (var context = System.CreateContext())
        {
            var account = await context.Users.SingleAsync(one => one.UserName == "author", Cancellation);
            await AcknowledgeAsync(TrainingAudience.Authors, account.AsPerson());
        }

        Assert.Equal(["approver", "author", "analyst"], await WhoAsync(null, null));
        Assert.Equal(["author"], await WhoAsync(null, isDone: true));
        Assert.Equal(["approver", "analyst"], await WhoAsync(null, isDone: false));
        Assert.Equal(["approver"], await WhoAsync("cyber crimes", null));

        var close = System.Get<CloseAccount>();
        Assert.Null((await close.ExecuteAsync("author", People.Administrator, Cancellation)).Refusal);
        Assert.Null((await close.ExecuteAsync("approver", People.Administrator, Cancellation)).Refusal);
        Assert.Equal(["author", "analyst"], await WhoAsync(null, null));
    }

    private async Task RequireAsync()
    {
        await System.WriteTrainingAsync(TrainingAudience.Authors);
        Assert.Null(await System.ReviseCycleAsync(settings => settings with { AuthorTrainingRequired = true }));
    }

    private async Task<IEnumerable<string>> WhoAsync(string? search, bool? isDone) =>
        (
            await System.Get<ReadTraining>().WhoAsync(TestSystem.OpenYear, search, isDone, People.Auditor, Cancellation)
        ).Value.Select(line => line.PersonName);

    private async Task AddAccountAsync(string name, string? office, Role role) =>
        Assert.True(
            (
                await System
                    .Get<CreateAccount>()
                    .ExecuteAsync(
                        new CreateAccountInput(name, name, office, [role], "a sentence makes a good one"),
                        People.Administrator,
                        Cancellation
                    )
            ).IsDone
        );

    private Task<IReadOnlyList<OwnTraining>> OwnAsync(Person by) =>
        System.Get<ReadTraining>().OwnAsync(by, Cancellation);

    private Task<Outcome> AcknowledgeAsync(TrainingAudience audience, Person by, int edition = 1) =>
        System
            .Get<AcknowledgeTraining>()
            .ExecuteAsync(new AcknowledgeTrainingInput(TestSystem.OpenYear, audience, edition), by, Cancellation);

    private Task<Outcome> SaveAsync(TrainingText text, Guid? basedOn) =>
        System
            .Get<SaveTraining>()
            .ExecuteAsync(
                new SaveTrainingInput(TestSystem.OpenYear, TrainingAudience.Authors, text, basedOn),
                People.Administrator,
                Cancellation
            );
}
