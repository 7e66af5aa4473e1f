using ScrBudget.Application.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
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

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UntouchedDatabase_IsVerified_AndCountsItsEntries()
    {
        await using var system = await TestSystem.FromFileAsync(await Submitted.Value);

        var verification = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value;

        Assert.Empty(verification.Problems);
        Assert.True(verification.IsVerified);
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
    [InlineData(
        "UPDATE RequestSections SET Text = 'other' WHERE Kind = 'Impact'",
        "Impact is not the text that the trail records"
    )]
    [InlineData(
        "UPDATE RequestSections SET Text = 'other' WHERE Kind = 'IfNotFunded'",
        "If not funded is not the text"
    )]
    [InlineData(
        "UPDATE RequestSections SET Text = 'other' WHERE Kind = 'Justification'",
        "Justification is not the text"
    )]
    [InlineData("UPDATE Requests SET Facts_Title = 'other'", "facts are not those")]
    [InlineData(
        "UPDATE Submissions SET Document = replace(Document, '16 positions', '61 positions')",
        "is not the document that was handed in"
    )]
    [InlineData("UPDATE Submissions SET DocumentSha256 = ''", "is not the document that was handed in")]
    [InlineData("DELETE FROM Submissions", "records 1 submissions, but 0 are kept")]
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
        var hash = Application.Requests.FrozenDocument.Hash("other");

        await system.ExecuteSqlAsync($"UPDATE Submissions SET Document = 'other', DocumentSha256 = '{hash}'");

        var problem = Assert.Single(await ProblemsAsync(system));
        Assert.Equal((Subject, 9), (problem.Subject, problem.Sequence));
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

    private static async Task<IReadOnlyList<AuditProblem>> ProblemsAsync(TestSystem system) =>
        (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;
}
