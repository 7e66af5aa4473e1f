using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Audit;

public sealed class VerifyEvidenceTests
{
    private const string Subject = "request FY2029-VAP-001";

    private static readonly Lazy<Task<byte[]>> Submitted = new(async () =>
    {
        await using var system = await TestSystem.CreateAsync();
        _ = await system.CreateSubmittedAsync();
        return await system.FileAsync();
    });

    /// <summary>The same with a row in every table of a request.</summary>
    private static readonly Lazy<Task<byte[]>> Filled = new(async () =>
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await system.ReviseAsync(
            number,
            SectionKind.IfNotFunded,
            "Fewer victims are helped.",
            People.AuthorAndApprover
        );
        var author = People.AuthorAndApprover;
        var item = new NonPersonnelLineInput("Interpreters", ObjectClass.ContractsAndSupplies, 100_000, 2, true);
        Assert.True(
            (await system.Get<SaveNonPersonnelLine>().ExecuteAsync(number, null, item, Guid.Empty, author)).IsDone
        );
        var line = (await system.ReadAsync(number)).Request.PositionLines[0];
        var amount = new OverrideAmountInput(
            number,
            line.Id,
            2030,
            new Money(3_000_000),
            "A later start.",
            line.Version
        );
        Assert.True((await system.Get<OverrideAmount>().ExecuteAsync(amount, author)).IsDone);
        Assert.True((await system.Get<SubmitRequest>().ExecuteAsync(number, author)).IsDone);
        await ReviewAsync(system, number);
        return await system.FileAsync();
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Through every step of a review, so that each of its tables has a row.</summary>
    private static async Task ReviewAsync(TestSystem system, string number)
    {
        var (author, changes, at) = (People.AuthorAndApprover, system.Get<ChangeRequest>(), TestClock.StartUtc);
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        await system.RecommendDataAsync(number, new RecommendedData("CYB", null, TestSnapshots.Query("CYB"), 1));
        await system.ActAsync(number, RequestAction.Return, People.Analyst);
        var declined = new RespondToRecommendationInput(
            number,
            1,
            CategoryDecision.Declined,
            DeclineReason.OtherDataStronger,
            "A survey says more."
        );
        Assert.Null((await system.Get<RespondToRecommendation>().ExecuteAsync(declined, author)).Refusal);
        Assert.Null((await system.Get<SubmitRequest>().ExecuteAsync(number, author)).Refusal);
        await system.ActAsync(number, RequestAction.TakeUp, People.Analyst);
        await system.AcceptAnswersAsync(number);
        await ChangeAsync(
            People.Analyst,
            request => request.Tick("Costs add up.", true, ["Costs add up."], People.Analyst, at)
        );
        await ChangeAsync(
            People.Analyst,
            request =>
                request.Comment("cost", "Why so many?", People.Analyst, at) is { Refusal: { } refusal }
                    ? refusal
                    : Outcome.Done
        );
        await ChangeAsync(author, request => request.ResolveComment(1, isResolved: true, author, at));
        await ChangeAsync(
            People.Analyst,
            request =>
                request.KeepFigure(
                    new FigureChange(1, "10 reports", "11 reports (snapshot 2)", IsWithdrawn: false),
                    "It was quoted so.",
                    People.Analyst,
                    at
                )
        );
        await system.CompleteReviewAsync(number);
        await system.DecideAsync(number);
        await system.ActAsync(number, RequestAction.Transmit, People.Compiler);
        await ChangeAsync(
            People.Compiler,
            request => request.RecordRemoval("OMB", new DateOnly(2027, 11, 30), "Passback.", People.Compiler, at)
        );

        async Task ChangeAsync(Person by, Func<ResourceRequest, Outcome> change) =>
            Assert.Null(
                (
                    await changes.ExecuteAsync(number, by, Permission.ReadRequests, inHand => change(inHand.Request))
                ).Refusal
            );
    }

    [Fact]
    public async Task UntouchedDatabase_IsVerified_AndCountsItsEntries()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);

        var verification = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value;

        Assert.Empty(verification.Problems);
        Assert.True(verification.IsVerified);
        // The call, the snapshot, the request; every row of the synthetic extract.
        Assert.Equal((3, 8275), (verification.Subjects, verification.Records));
        // The call's, the snapshot's two, and of the request: created, 3 texts, 1 line, 3 figures, submitted.
        Assert.Equal(12, verification.Entries);
    }

    [Theory]
    [InlineData(
        "UPDATE AuditEntries SET After = 'other' WHERE Action = 'Revised Impact'",
        "changed after it was written"
    )]
    [InlineData(
        "UPDATE AuditEntries SET At = '2020-01-01 00:00:00' WHERE Action = 'Submitted'",
        "changed after it was written"
    )]
    [InlineData("UPDATE AuditEntries SET Why = '' WHERE Action = 'Revised Impact'", "changed after it was written")]
    [InlineData("DELETE FROM AuditEntries WHERE Action = 'Revised Impact'", "is missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Action = 'Submitted'", "but its subject counts")]
    [InlineData("DELETE FROM AuditEntries WHERE Subject = 'request FY2029-VAP-001'", "but its subject counts")]
    [InlineData("UPDATE Requests SET AuditSequence = 8", "but its subject counts 8")]
    [InlineData("UPDATE RequestSections SET Text = 'other' WHERE Kind = 'Impact'", "Impact: not what")]
    [InlineData("UPDATE RequestSections SET Text = 'other' WHERE Kind = 'IfNotFunded'", "If not funded: not what")]
    [InlineData("UPDATE RequestSections SET Text = 'other' WHERE Kind = 'Justification'", "Justification: not what")]
    [InlineData("UPDATE Requests SET Facts_Title = 'other'", "Facts: not what")]
    [InlineData("UPDATE Requests SET Status = 'Draft'", "Status: not what")]
    [InlineData("UPDATE PositionLines SET FullYearCost = 250000", "Cost: not what")]
    [InlineData("UPDATE PositionLines SET IsRemoved = 1", "Cost: not what")]
    [InlineData("DELETE FROM PositionLines", "Cost: not what")]
    [InlineData(
        "INSERT INTO CostOverrides (RequestId, LineId, FiscalYear, Dollars, Reason) SELECT RequestId, Id, 2029, 9000000, 'more' FROM PositionLines",
        "Cost: not what"
    )]
    [InlineData("UPDATE AttachedStatistics SET LastYear = 2022 WHERE Number = 2", "Attached statistics: not what")]
    [InlineData("UPDATE CategoryAnswers SET Reason = 'other' WHERE Sequence = 1", "Answers: not what")]
    [InlineData("DELETE FROM CategoryAnswers WHERE Sequence = 3", "Answers: not what")]
    [InlineData(
        "UPDATE Submissions SET Document = replace(Document, '16 positions', '61 positions')",
        "Submissions: not what"
    )]
    [InlineData("UPDATE Submissions SET DocumentSha256 = ''", "Submissions: not what")]
    [InlineData("DELETE FROM Submissions", "Submissions: not what")]
    public async Task Tampering_IsFoundAndNamed(string sql, string problem)
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        Assert.NotEqual(0, await system.ExecuteSqlAsync(sql));

        var problems = await ProblemsAsync(system);

        Assert.Contains(problems, found => found.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.All(problems, found => Assert.Equal(Subject, found.Subject));
    }

    [Fact]
    public async Task DocumentAndItsHashChangedTogether_AreFoundByTheTrail()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        var hash = FrozenDocument.Hash("other");

        await system.ExecuteSqlAsync($"UPDATE Submissions SET Document = 'other', DocumentSha256 = '{hash}'");

        var problem = Assert.Single(await ProblemsAsync(system));
        Assert.StartsWith("Submissions: ", problem.Problem, StringComparison.Ordinal);
        Assert.Equal((Subject, 9), (problem.Subject, problem.Sequence));
    }

    [Theory]
    [InlineData("UPDATE ScrRecords SET CaseNumber = 'other' WHERE Id = 1", "8275 now, 8275 then")]
    [InlineData("UPDATE ScrRecords SET FiscalYear = 2030 WHERE Id = 8000", "8275 now, 8275 then")]
    [InlineData(
        "UPDATE ScrRecords SET CrossesBorders = 1 - ifnull(CrossesBorders, 0) WHERE Id = 2",
        "8275 now, 8275 then"
    )]
    [InlineData("DELETE FROM ScrRecords WHERE Id = 17", "8274 now, 8275 then")]
    [InlineData("UPDATE Snapshots SET RecordsSha256 = 'x'", "Extract: not what")]
    [InlineData("UPDATE Snapshots SET IsSynthetic = 0", "Extract: not what")]
    [InlineData("UPDATE Snapshots SET Quality_Limitations = 'none'", "Publication: not what")]
    public async Task TamperingWithASnapshot_IsFoundAndNamed(string sql, string problem)
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        Assert.NotEqual(0, await system.ExecuteSqlAsync(sql));

        var problems = await ProblemsAsync(system);

        Assert.Contains(problems, found => found.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.All(problems, found => Assert.Equal("snapshot 1", found.Subject));
    }

    [Theory]
    [InlineData("UPDATE Cycles SET DueOn = '2030-01-01'", "cycle FY2029", "Data call: not what")]
    [InlineData("UPDATE AccountRoles SET Role = 'Auditor'", "account ", "Account: not what")]
    [InlineData("UPDATE AspNetUsers SET DisplayName = 'other'", "account ", "Account: not what")]
    [InlineData(
        "CREATE TEMP TABLE Copy AS SELECT * FROM Cycles; UPDATE Copy SET BudgetYear = 2031, AuditSequence = 0, AuditHash = ''; INSERT INTO Cycles SELECT * FROM Copy",
        "cycle FY2031",
        "not made by the product"
    )]
    public async Task TamperingWithADataCallOrAnAccount_IsFoundAndNamed(string sql, string subject, string problem)
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        var created = await system
            .Get<CreateAccount>()
            .ExecuteAsync(
                new CreateAccountInput("analyst", "Analyst", null, [Role.BudgetAnalyst], "a sentence makes a good one"),
                People.Administrator,
                Cancellation
            );
        Assert.True(created.IsDone);
        Assert.NotEqual(0, await system.ExecuteSqlAsync(sql));

        // A due date that was changed shows twice: the review is usually due thirty days after it.
        var problems = await ProblemsAsync(system);
        Assert.All(problems, found => Assert.StartsWith(subject, found.Subject, StringComparison.Ordinal));
        Assert.Contains(problems, found => found.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryStoredValueOfARequest_IsComparedWithItsLastEntry()
    {
        await using var original = await TestSystem.FromFileAsync(await Submitted.Value);
        await using var model = original.CreateContext();
        var columns = StoredColumns.Of<ResourceRequest>(model.Model).Concat(StoredColumns.Of<Snapshot>(model.Model));

        var unseen = new List<string>();
        var changed = 0;
        foreach (var column in columns)
        {
            await using var system = await TestSystem.FromFileAsync(await Filled.Value);
            // A column without rows to change would prove nothing.
            Assert.NotEqual(0, await system.ExecuteSqlAsync(column.ChangeSql));
            changed++;
            if (!await HasChangedAsync(system, column))
            {
                unseen.Add(column.ToString());
            }
        }

        Assert.True(changed > 70, $"{changed} columns");
        Assert.Empty(unseen);
    }

    [Fact]
    public async Task SavesWhileVerificationReads_AreNoFault()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        var number = await system.CreateDraftAsync();
        var saves = 0;
        var between = new BeforeEntriesAreRead(async () =>
            await system.ReviseAsync(
                number,
                SectionKind.Impact,
                $"Text {Interlocked.Increment(ref saves)}",
                People.AuthorAndApprover
            )
        );
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(system.Clock)
            .AddScrBudget(system.Database)
            .ConfigureDbContext<ScrBudgetContext>(options => options.AddInterceptors(between))
            .BuildServiceProvider();

        var verification = await services
            .GetRequiredService<VerifyEvidence>()
            .ExecuteAsync(People.Auditor, Cancellation);

        Assert.Empty(verification.Value.Problems);
        // Once in the pass over everything, once in the first repetition: the second repetition was undisturbed.
        Assert.Equal(2, saves);
    }

    [Fact]
    public async Task RequestThatIsGone_LeavesEntriesThatBelongToNothing()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        await system.ExecuteSqlAsync("DELETE FROM Requests");

        Assert.Contains(
            "their subject is gone",
            Assert.Single(await ProblemsAsync(system)).Problem,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Role.AuditLiaison, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.ProgramOfficeAuthor, false)]
    [InlineData(Role.ProgramOfficeApprover, false)]
    [InlineData(Role.BudgetAnalyst, false)]
    [InlineData(Role.OaoCompiler, false)]
    [InlineData(Role.ScrDataSteward, false)]
    [InlineData(Role.PerformanceAnalyst, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Verification_IsForAuditors(Role role, bool allowed)
    {
        await using var system = await TestSystem.CreateAsync();

        var verification = await system.Get<VerifyEvidence>().ExecuteAsync(People.Holding(role), Cancellation);

        Assert.Equal(allowed ? null : "not-allowed", verification.Refusal?.Code);
    }

    [Fact]
    public async Task History_IsTheRequestsOwn_NewestFirst()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);

        var entries = (
            await system.Get<ReadHistory>().ExecuteAsync("FY2029-VAP-001", People.Auditor, Cancellation)
        ).Value;

        Assert.Equal(Enumerable.Range(1, 9).Reverse(), entries.Select(entry => entry.Sequence));
        Assert.Equal("Submitted", entries[0].Action);
        Assert.All(entries, entry => Assert.Equal(entry.Hash, entry.ComputeHash()));
    }

    [Fact]
    public async Task EntriesOfStatistics_NameTheWholeCitation()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        await using var context = system.CreateContext();

        var attached = await context.AuditEntries.SingleAsync(
            entry => entry.Action == "Attached S2 in Justification",
            Cancellation
        );

        Assert.StartsWith(
            "S2: approved disruption and dismantlement reports, TCAC, FY 2017–2021, snapshot 1, edition 0\nThe need follows",
            attached.After,
            StringComparison.Ordinal
        );
        Assert.StartsWith("The need follows", attached.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EntriesOfSnapshotAndDataCall_NameWhatWasDecided()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);
        await using var context = system.CreateContext();
        var snapshot = await context.Snapshots.SingleAsync(Cancellation);

        var entries = await context.AuditEntries.ToDictionaryAsync(
            entry => $"{entry.Subject} {entry.Action}",
            entry => entry.After!,
            Cancellation
        );

        Assert.Contains(snapshot.RecordsSha256, entries["snapshot 1 Imported"], StringComparison.Ordinal);
        Assert.Contains(snapshot.Quality!.Limitations, entries["snapshot 1 Published"], StringComparison.Ordinal);
        Assert.StartsWith(
            "open from 2026-10-01, due 2027-02-26, submissions in FY 2027, 5 years covered; ",
            entries["cycle FY2029 Opened the cycle"],
            StringComparison.Ordinal
        );
    }

    /// <summary>As the verification compares, without reading the 8,275 records once for each column.</summary>
    private static async Task<bool> HasChangedAsync(TestSystem system, StoredColumn column)
    {
        await using var context = system.CreateContext();
        IAudited subject = column.Table is "Snapshots" or "ScrExtracts"
            ? await context.Snapshots.SingleAsync(Cancellation)
            : await context.Requests.AsSplitQuery().SingleAsync(Cancellation);
        var prefix = column.Table is "Snapshots" or "ScrExtracts" ? "snapshot" : "request";
        var last = await context
            .AuditEntries.Where(entry => entry.Subject.StartsWith(prefix))
            .OrderBy(entry => entry.Sequence)
            .LastAsync(Cancellation);
        return subject.State().PartsOtherThan(last.State).Any();
    }

    private static async Task<IReadOnlyList<AuditProblem>> ProblemsAsync(TestSystem system) =>
        (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;

    /// <summary>Saves a change at the worst moment, the first two times.</summary>
    private sealed class BeforeEntriesAreRead(Func<Task> save) : DbCommandInterceptor
    {
        private int left = 2;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("FROM \"AuditEntries\"", StringComparison.Ordinal) && left-- > 0)
            {
                await save();
            }

            return result;
        }
    }
}
