using ScrBudget.Application.Requests;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Tracking;

/// <summary>Rules over the requests of a cycle: real digests, with what a test is about changed in a second one.</summary>
public sealed class CrossChecksTests
{
    private static readonly IReadOnlyList<Office> Offices = OfficeCatalogue.Initial();

    [Fact]
    public async Task RequestThatStandsAlone_HasNoFinding() =>
        Assert.Empty(CrossChecks.Of([await DigestAsync()], Offices, code => code));

    [Fact]
    public async Task StatisticQuotedWithTwoValues_NamesBothRequestsAndValues()
    {
        var one = await DigestAsync();
        var quoted = one.Figures[0].Quoted!;
        var other = Other(one) with
        {
            Figures = [one.Figures[0] with { Quoted = quoted with { Reports = "999" } }, .. one.Figures.Skip(1)],
        };

        var found = Only(CrossCheck.StatisticQuotedDifferently, one, other);

        Assert.Equal(["FY2029-CCU-001", one.Number], found.Requests);
        Assert.Contains($"{one.Number} S1 quotes {quoted} (snapshot 1)", found.Words, StringComparison.Ordinal);
        Assert.Contains("FY2029-CCU-001 S1 quotes 999 reports", found.Words, StringComparison.Ordinal);
        Assert.Contains("ITTF_ND, FY 2017–2021", found.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatisticOfTwoSnapshots_IsFound_EvenWhereTheValuesAgree()
    {
        await using var system = await TestSystem.CreateAsync();
        var one = await DigestAsync(system);
        var request = new RequestBuilder().WithoutFigures().Numbered(9).Build();
        var attached = request
            .Attach(
                TestSnapshots.Query("TCAC"),
                SeventhSnapshot(),
                SectionKind.Justification,
                "TCAC",
                "",
                RequestBuilder.Author,
                RequestBuilder.At
            )
            .Value;
        var same = one.Figures.Single(figure => figure.Attached.CategoryCode == "TCAC");
        var other = Other(one) with { Figures = [new FigureDigest(attached, true, true) { Quoted = same.Quoted }] };

        var found = Only(CrossCheck.StatisticQuotedDifferently, one, other);

        Assert.Contains("(snapshot 7)", found.Words, StringComparison.Ordinal);
        Assert.EndsWith("the values that were handed in are the same.", found.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneResultInImpactOfTwoOffices_IsClaimedTwice()
    {
        var one = InImpact(await DigestAsync());

        var found = CrossChecks
            .Of([one, Other(one)], Offices, code => code)
            .Where(finding => finding.Check == CrossCheck.ResultClaimedTwice)
            .ToList();

        Assert.Equal(3, found.Count);
        Assert.All(found, finding => Assert.Equal(["FY2029-CCU-001", one.Number], finding.Requests));
        Assert.Contains("Cyber Crimes", found[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneResultInImpactOfOneOffice_IsNotClaimedTwice()
    {
        var one = InImpact(await DigestAsync());

        Assert.DoesNotContain(
            CrossChecks.Of([one, one with { Number = "FY2029-VAP-002" }], Offices, code => code),
            finding => finding.Check == CrossCheck.ResultClaimedTwice
        );
    }

    [Theory]
    [InlineData(RequestStatus.Returned)]
    [InlineData(RequestStatus.AwaitingApproval)]
    public async Task AmountThatIsRevisedAfterAReturn_IsNoDifference(RequestStatus status)
    {
        var one = await DigestAsync();

        Assert.Empty(
            CrossChecks.Of(
                [one with { Request = one.Request + new Money(400_000), Status = status }],
                Offices,
                code => code
            )
        );
    }

    [Fact]
    public async Task AmountChangedSinceItWasHandedIn_NamesTheDifference()
    {
        var one = await DigestAsync();
        var revised = one with { Request = one.Request + new Money(400_000) };

        var found = Only(CrossCheck.TotalsDiffer, revised);

        Assert.Equal("Victim Assistance Program", found.Subject);
        Assert.StartsWith(
            $"Handed in: {one.Request}; as they stand now: {revised.Request}.",
            found.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Difference: $400,000", found.Words, StringComparison.Ordinal);
        Assert.Equal([one.Number], found.Requests);
    }

    [Fact]
    public async Task DifferencesOfOneOffice_DoNotCancelOut()
    {
        var one = await DigestAsync();
        var more = one with { Request = one.Request + new Money(400_000) };
        var less = one with
        {
            Number = "FY2029-VAP-002",
            Title = "Another",
            Request = one.Request - new Money(400_000),
        };

        var found = Only(CrossCheck.TotalsDiffer, more, less);

        Assert.Equal([more.Number, less.Number], found.Requests);
    }

    [Fact]
    public async Task ApprovedInFullWithAnotherAmount_IsFound()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateRecommendedAsync();
        await system.DecideAsync(number, Decision.Approved);

        var found = Only(CrossCheck.TotalsDiffer, await DigestAsync(system, number));

        Assert.Contains("approved in full by OAO", found.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApprovedInPart_IsNoDifference()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateRecommendedAsync();
        await system.DecideAsync(number);

        Assert.DoesNotContain(
            CrossChecks.Of([await DigestAsync(system, number)], Offices, code => code),
            finding => finding.Check == CrossCheck.TotalsDiffer
        );
    }

    [Theory]
    [InlineData("  victim ASSISTANCE, tools & resources", false)]
    [InlineData("Victim-assistance tools and resources!", true)]
    [InlineData("Victim assistance tools and resources (synthetic)", true)]
    public async Task TitlesThatAreTheSameButForSigns_AreDuplicates(string title, bool isDuplicate)
    {
        var one = await DigestAsync();
        var other = one with { Number = "FY2029-VAP-002", Title = title };

        Assert.Equal(
            isDuplicate,
            CrossChecks
                .Of([one, other], Offices, code => code)
                .Any(finding => finding.Check == CrossCheck.DuplicateTitle && finding.Requests.Count == 2)
        );
    }

    [Fact]
    public async Task CategoryThatTheReportNames_InNoRequestOfItsOffice_SaysWhatWasAnswered()
    {
        var one = await DigestAsync();
        var without = one with { Figures = [.. one.Figures.Where(figure => figure.Attached.CategoryCode != "NS")] };

        var found = Only(CrossCheck.CategoryMissing, without);

        Assert.Equal("NS, Victim Assistance Program", found.Subject);
        Assert.Equal("Cited in none of the office’s 1 request: used in 1.", found.Words);
    }

    [Theory]
    [InlineData(RequestStatus.Merged)]
    [InlineData(RequestStatus.Withdrawn)]
    public async Task MergedAndWithdrawnRequests_AreOutsideAllChecks(RequestStatus status)
    {
        var one = InImpact(await DigestAsync());

        Assert.Empty(CrossChecks.Of([one, Other(one) with { Status = status }], Offices, code => code));
    }

    [Fact]
    public async Task Cycle_IsTheLatestUnlessNamed_AndAnOfficeSeesItsOwnRequests()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateSubmittedAsync();
        await system.CreateDraftAsync();
        var checks = system.Get<CrossCheckCycle>();
        var cancellation = TestContext.Current.CancellationToken;

        var latest = (await checks.ExecuteAsync(null, People.Analyst, cancellation)).Value;
        var none = (await checks.ExecuteAsync(2020, People.Analyst, cancellation)).Value;
        var other = (await checks.ExecuteAsync(null, People.AuthorOf("CCU"), cancellation)).Value;

        Assert.Equal((2029, 2), (latest.BudgetYear, latest.Requests));
        Assert.Equal(CrossCheck.DuplicateTitle, Assert.Single(latest.Findings).Check);
        Assert.Equal((0, 0), (none.Requests, none.Findings.Count));
        Assert.Null(other.BudgetYear);
        Assert.Empty(other.Findings);
    }

    private static CrossFinding Only(CrossCheck check, params RequestDigest[] requests) =>
        Assert.Single(CrossChecks.Of(requests, Offices, code => code), finding => finding.Check == check);

    /// <summary>The same of another office, with another title.</summary>
    private static RequestDigest Other(RequestDigest digest) =>
        digest with
        {
            Number = "FY2029-CCU-001",
            OfficeCode = "CCU",
            OfficeName = "Cyber Crimes Center - Cyber Crimes Unit",
            Title = "Another need",
            Figures = [.. digest.Figures, Cyber],
        };

    private static Snapshot SeventhSnapshot()
    {
        var first = TestSnapshots.Candidate();
        var snapshot = Snapshot.Import(
            7,
            first.AsOf,
            isSynthetic: true,
            "later.csv",
            new string('7', 64),
            new SnapshotContent(8275, 5016, new FiscalYear(2017), new FiscalYear(2022), new string('1', 64)),
            "steward",
            TestClock.StartUtc
        );
        _ = snapshot.Publish(TestSnapshots.Quality, "steward", TestClock.StartUtc);
        return snapshot;
    }

    private static RequestDigest InImpact(RequestDigest digest) =>
        digest with
        {
            Figures = [.. digest.Figures.Select(figure => figure with { Sections = [SectionKind.Impact] })],
        };

    /// <summary>Of the category that the report names for the other office.</summary>
    private static FigureDigest Cyber =>
        new(new RequestBuilder().WithFiguresOf("CYB").Build().Figures[0], IsCited: true, Bears: true);

    private static async Task<RequestDigest> DigestAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        return await DigestAsync(system);
    }

    private static async Task<RequestDigest> DigestAsync(TestSystem system) =>
        await DigestAsync(system, await system.CreateTransmittedAsync());

    private static async Task<RequestDigest> DigestAsync(TestSystem system, string number) =>
        (
            await system
                .Get<RequestDigests>()
                .ReadAsync(People.Holding(Role.Auditor), cancellation: TestContext.Current.CancellationToken)
        ).Single(digest => digest.Number == number);
}
