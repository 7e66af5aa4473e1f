using ScrBudget.Application.Review.Comparing;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>Comparing the submissions of a request, over the use cases and a database.</summary>
public sealed class CompareSubmissionsTests
{
    [Fact]
    public async Task LastTwo_AreComparedWhereNoneIsChosen()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateResubmittedAsync();

        var compared = await CompareAsync(system, number);

        Assert.Equal((1, 2), (compared.From!.Number, compared.To!.Number));
        Assert.Equal([1, 2], compared.Submissions.Select(submission => submission.Number));
        Assert.Equal(People.AuthorAndApprover.Name, compared.To.By);
        // The figure's sentence is placed in Justification; 18 positions at $100,000 in the first year.
        Assert.Equal(
            "Description, Justification and Cost changed; +$0.2 million, +2 positions, +1 FTE; 1 figure added; 1 answer added",
            compared.Comparison!.Summary
        );
        Assert.Equal("1 word added, 1 removed", ComparisonWording.Words(compared.Comparison.Sections[0]));
    }

    [Fact]
    public async Task SubmissionBesideTheRequestAsItStands_ShowsWhatWasDoneSince()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        await system.ReopenAsync(number);
        await system.ReviseAsync(
            number,
            SectionKind.Impact,
            "Every victim is offered help within three days.",
            People.AuthorAndApprover
        );

        var compared = await CompareAsync(system, number, 1, CompareSubmissions.AsItStands);

        Assert.Equal("Impact changed", compared.Comparison!.Summary);
        Assert.Equal(CompareSubmissions.AsItStands, compared.To!.Number);
        Assert.Null(compared.To.At);
    }

    [Fact]
    public async Task SubmissionBesideTheRequestThatNobodyTouched_SaysThatNothingChanged()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();

        var compared = await CompareAsync(system, number, from: 1);

        Assert.Equal("Nothing changed.", compared.Comparison!.Summary);
    }

    [Fact]
    public async Task SingleSubmission_IsListedAndComparedWithNothing()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();

        var compared = await CompareAsync(system, number);

        Assert.Null(compared.Comparison);
        Assert.Equal([1], compared.Submissions.Select(submission => submission.Number));
    }

    [Theory]
    [InlineData(3, 2, "has no submission 3. Choose one of submissions 1 to 2")]
    [InlineData(1, -1, "has no submission -1.")]
    [InlineData(1, int.MaxValue, "has no submission 2147483647.")]
    public async Task SubmissionThatIsNot_IsRefusedAndNamesWhatThereIs(int from, int to, string expected)
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateResubmittedAsync();

        var refused = await AskAsync(system, new(number, from, to), People.Analyst);

        Assert.Equal(ComparisonRefusals.NoSuchSubmissionCode, refused.Refusal?.Code);
        Assert.Contains($"{number} {expected}", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftThatWasNeverHandedIn_HasNoSubmission()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();

        var refused = await AskAsync(system, new(number, 1, 2), People.Analyst);

        Assert.Contains("It has not been handed in yet.", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty((await CompareAsync(system, number)).Submissions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(CompareSubmissions.AsItStands)]
    public async Task SameVersionTwice_IsRefused(int version)
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();

        var refused = await AskAsync(system, new(number, version, version), People.Analyst);

        Assert.Equal("submissions-same", refused.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.ProgramOfficeAuthor, People.Office, null)]
    [InlineData(Role.ProgramOfficeApprover, People.Office, null)]
    [InlineData(Role.ProgramOfficeAuthor, People.OtherOffice, "request-not-found")]
    [InlineData(Role.ProgramOfficeApprover, People.OtherOffice, "request-not-found")]
    [InlineData(Role.BudgetAnalyst, People.Office, null)]
    [InlineData(Role.OaoCompiler, People.Office, null)]
    [InlineData(Role.AuditLiaison, People.Office, null)]
    [InlineData(Role.Auditor, People.Office, null)]
    [InlineData(Role.ScrDataSteward, People.Office, "request-not-found")]
    [InlineData(Role.PerformanceAnalyst, People.Office, "request-not-found")]
    [InlineData(Role.Administrator, People.Office, "request-not-found")]
    public async Task Comparison_IsForThoseWhoMayReadTheOfficesRequests(Role role, string office, string? refusal)
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        var by = People.Holding(role, office);

        var submissions = await AskAsync(system, new(number, 1, 0), by);
        var lastYear = await LastYearAsync(system, number, by);

        Assert.Equal(refusal, submissions.Refusal?.Code);
        Assert.Equal(refusal, lastYear.Refusal?.Code);
    }

    [Theory]
    [InlineData("FY2029-VAP-999")]
    [InlineData("")]
    [InlineData("../../etc")]
    public async Task RequestThatIsNot_IsNotFound(string number)
    {
        await using var system = await TestSystem.CreateAsync();

        var refused = await AskAsync(system, new(number), People.Analyst);

        Assert.Equal("request-not-found", refused.Refusal?.Code);
    }

    private static async Task<SubmissionsCompared> CompareAsync(
        TestSystem system,
        string number,
        int? from = null,
        int? to = null
    ) => (await AskAsync(system, new(number, from, to), People.Analyst)).Value;

    private static Task<Outcome<SubmissionsCompared>> AskAsync(
        TestSystem system,
        CompareSubmissionsInput input,
        Person by
    ) => system.Get<CompareSubmissions>().ExecuteAsync(input, by, TestContext.Current.CancellationToken);

    private static Task<Outcome<LastYearCompared>> LastYearAsync(TestSystem system, string number, Person by) =>
        system.Get<CompareWithLastYear>().ExecuteAsync(new(number), by, TestContext.Current.CancellationToken);
}
