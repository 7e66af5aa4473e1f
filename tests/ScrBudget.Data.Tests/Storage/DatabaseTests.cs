using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Storage;
using ScrBudget.Data.Identity;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Data.Tests.Storage;

/// <summary>What must hold on every database that the product runs on.</summary>
public abstract class DatabaseTests
{
    private const string Unusual = "größer “quoted” – 数 😀 'x'; -- %_\\";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTime At => TestClock.StartUtc;

    [Fact]
    public async Task Migrations_ApplyFromEmpty_AndNoneIsLeft()
    {
        await using var system = await PreparedAsync();

        await using var context = system.CreateContext();
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Cancellation));
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
        await AssertReferenceDataAsync(context);
    }

    [Fact]
    public async Task Prepare_Twice_IsTheSameAsOnce()
    {
        await using var system = await PreparedAsync();

        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);

        await using var context = system.CreateContext();
        await AssertReferenceDataAsync(context);
    }

    [Fact]
    public async Task Prepare_OfADatabaseOfAnotherVersion_IsRefusedAndNamesTheRemedy()
    {
        await using var system = await PreparedAsync();
        await using (var context = system.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '10.0.0')",
                Cancellation
            );
        }

        var prepared = await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);

        Assert.Equal("database-of-another-version", prepared.Refusal?.Code);
        Assert.Contains("29991231000000_Later", prepared.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_ByFourProgramsAtOnce_IsDoneOnce()
    {
        var choice = await NewDatabaseAsync();
        var systems = Enumerable.Range(0, 4).Select(_ => TestSystem.Over(choice)).ToList();

        await Task.WhenAll(
            systems.Select(system => Task.Run(() => system.Get<PrepareDatabase>().ExecuteAsync(Cancellation)))
        );

        await using (var context = systems[0].CreateContext())
        {
            await AssertReferenceDataAsync(context);
        }

        foreach (var system in systems)
        {
            await system.DisposeAsync();
        }
    }

    [Fact]
    public async Task Request_WithEverythingInIt_ReadsBackAsItWasWritten()
    {
        await using var system = await PreparedAsync();
        var request = FullRequest();
        await using (var context = system.CreateContext())
        {
            context.Add(request);
            await context.SaveAsync(People.AuthorAndApprover, At, Cancellation);
        }

        await using var other = system.CreateContext();
        var read = await other.Requests.SingleAsync(Cancellation);

        Assert.Equal(JsonSerializer.Serialize(request), JsonSerializer.Serialize(read));
        Assert.Equal(DateTimeKind.Utc, read.CreatedAt.Kind);
        Assert.Equal(request.Cost(5).Total(1), read.Cost(5).Total(1));
    }

    [Fact]
    public async Task AuditEntries_ReadBack_HaveTheHashTheyWereWrittenWith()
    {
        await using var system = await PreparedAsync();
        await using (var context = system.CreateContext())
        {
            context.Add(FullRequest());
            await context.SaveAsync(
                People.Named(Unusual, null),
                new DateTime(2027, 1, 15, 23, 59, 59, 999, DateTimeKind.Utc),
                Cancellation
            );
        }

        await using var other = system.CreateContext();
        var entries = await other
            .AuditEntries.Where(entry => entry.Subject == "request FY2029-VAP-001")
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(Cancellation);
        Assert.True(entries.Count > 10);
        Assert.All(entries, entry => Assert.Equal(entry.ComputeHash(), entry.Hash));
        Assert.Contains(entries, entry => entry.Before == "");
        Assert.Contains(entries, entry => entry.Before is null);
        Assert.Contains(entries, entry => entry.After?.Contains(Unusual, StringComparison.Ordinal) == true);
        // The snapshot of these tests has no records, which is a problem of its own.
        var problems = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems;
        Assert.Equal(["snapshot 1"], problems.Select(problem => problem.Subject));
    }

    [Fact]
    public async Task SameEntryTwice_IsRefusedByTheDatabase()
    {
        await using var system = await PreparedAsync();
        await using var context = system.CreateContext();
        for (var i = 0; i < 2; i++)
        {
            var log = new AuditLog();
            log.Note("Revised");
            context.AddRange(log.Write("request X", People.Analyst, At, new SubjectState()));
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task StaleSave_IsRefused_AndTheFirstOneStands()
    {
        await using var system = await PreparedAsync();
        var number = await system.CreateDraftAsync();
        await using var first = system.CreateContext();
        await using var second = system.CreateContext();
        var mine = await first.Requests.SingleAsync(Cancellation);
        var theirs = await second.Requests.SingleAsync(Cancellation);
        _ = mine.AddPositions(new PositionLineInput("Agent", 1, 1000), At);
        _ = theirs.AddPositions(new PositionLineInput("Analyst", 1, 1000), At);
        await first.SaveAsync(People.AuthorAndApprover, At, Cancellation);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveAsync(People.Colleague, At, Cancellation));

        var line = Assert.Single((await system.ReadAsync(number)).Request.PositionLines);
        Assert.Equal("Agent", line.Type);
    }

    [Fact]
    public async Task SaveOverAnotherVersion_IsRefused_AlsoWhereTheTrailHasRoom()
    {
        await using var system = await PreparedAsync();
        await system.CreateDraftAsync();
        await using var context = system.CreateContext();
        var request = await context.Requests.SingleAsync(Cancellation);
        await context.Requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, Guid.NewGuid()), Cancellation);
        _ = request.AddPositions(new PositionLineInput("Agent", 1, 1000), At);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            context.SaveAsync(People.Colleague, At, Cancellation)
        );
    }

    [Fact]
    public async Task SaveOverAnotherVersionOfASection_IsRefused()
    {
        await using var system = await PreparedAsync();
        await system.CreateDraftAsync();
        await using var context = system.CreateContext();
        var request = await context.Requests.SingleAsync(Cancellation);
        var section = request.Section(SectionKind.Impact);
        context.Entry(section).Property(s => s.Version).OriginalValue = Guid.NewGuid();
        _ = request.Revise(SectionKind.Impact, "New.", section.Version, People.Colleague, At);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            context.SaveAsync(People.Colleague, At, Cancellation)
        );
    }

    [Fact]
    public async Task SaveWithoutItsAuditEntries_IsAFaultOfTheProgram()
    {
        await using var system = await PreparedAsync();
        await system.CreateDraftAsync();
        await using var context = system.CreateContext();
        var request = await context.Requests.SingleAsync(Cancellation);
        _ = request.AddPositions(new PositionLineInput("Agent", 1, 1000), At);

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task TwentyDraftsAtOnce_GetTwentyDifferentNumbers()
    {
        await using var system = await PreparedAsync();

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => system.CreateDraftAsync(), Cancellation))
        );

        Assert.Equal(20, numbers.Distinct().Count());
    }

    [Fact]
    public async Task TenChangesOfOneRequestAtOnce_AreAllKept()
    {
        await using var system = await PreparedAsync();
        var number = await system.CreateDraftAsync();

        var added = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(count =>
                    Task.Run(
                        () =>
                            system
                                .Get<SavePositionLine>()
                                .ExecuteAsync(
                                    number,
                                    null,
                                    new PositionLineInput("A", count, 1),
                                    Guid.Empty,
                                    People.AuthorAndApprover
                                ),
                        Cancellation
                    )
                )
        );

        Assert.All(added, outcome => Assert.True(outcome.IsDone));
        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal((55, 11), (request.Cost(5).Positions, request.Audit.Sequence));
    }

    [Fact]
    public async Task Override_ReplacedAndTakenBack_IsStoredSo()
    {
        await using var system = await PreparedAsync();
        var number = await system.CreateDraftAsync();
        var by = People.AuthorAndApprover;
        _ = await system
            .Get<SavePositionLine>()
            .ExecuteAsync(number, null, new PositionLineInput("A", 2, 1_000_000), Guid.Empty, by, Cancellation);
        var line = (await system.ReadAsync(number)).Request.PositionLines[0].Id;
        var overriding = system.Get<OverrideAmount>();

        foreach (var dollars in (long[])[5_000, 7_000])
        {
            var seen = (await system.ReadAsync(number)).Request.LineVersion(line);
            var input = new OverrideAmountInput(number, line, 2030, new Money(dollars), $"because of {dollars}", seen);
            Assert.Null((await overriding.ExecuteAsync(input, by, Cancellation)).Refusal);
            var entered = Assert.Single((await system.ReadAsync(number)).Request.CostOverrides);
            Assert.Equal((dollars, $"because of {dollars}"), (entered.Dollars, entered.Reason));
        }

        var last = (await system.ReadAsync(number)).Request.LineVersion(line);
        Assert.Null(
            (
                await overriding.ExecuteAsync(
                    new OverrideAmountInput(number, line, 2030, null, "", last),
                    by,
                    Cancellation
                )
            ).Refusal
        );
        Assert.Equal(2_000_000, (await system.ReadAsync(number)).Request.Cost(5).Total(1).Dollars);
    }

    [Fact]
    public async Task WorkingCopy_IsSavedAndPromoted()
    {
        await using var system = await PreparedAsync();
        var number = await system.CreateDraftAsync();
        var version = (await system.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;
        var input = new SectionInput(number, SectionKind.Impact, $"{Unusual}\0\uD800", version);

        Assert.Null(
            (await system.Get<SaveWorkingCopy>().ExecuteAsync(input, People.AuthorAndApprover, Cancellation)).Refusal
        );
        Assert.Equal(Unusual, (await system.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text);
        Assert.Null(
            (await system.Get<ReviseSection>().ExecuteAsync(input, People.AuthorAndApprover, Cancellation)).Refusal
        );

        var reading = await system.ReadAsync(number);
        Assert.Equal(Unusual, reading.Request.Section(SectionKind.Impact).Text);
        Assert.Empty(reading.WorkingCopies);
    }

    [Fact]
    public async Task LongestTexts_FitTheirColumns()
    {
        await using var system = await PreparedAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        var longest = new RequestFacts
        {
            Title = new string('ü', RequestFacts.TitleLength),
            Authority = new string('ü', RequestFacts.LongFactLength),
            Contact = new string('数', RequestFacts.FactLength),
        };
        var by = People.AuthorAndApprover;

        Assert.Null(
            (
                await system
                    .Get<ReviseFacts>()
                    .ExecuteAsync(new ReviseFactsInput(number, longest, seen.FactsVersion), by, Cancellation)
            ).Refusal
        );
        await system.ReviseAsync(number, SectionKind.Impact, new string('数', RequestSection.TextLength), by);
        _ = await system
            .Get<SavePositionLine>()
            .ExecuteAsync(
                number,
                null,
                new PositionLineInput(new string('ü', PositionLine.TypeLength), 1, 1),
                Guid.Empty,
                by,
                Cancellation
            );

        var read = (await system.ReadAsync(number)).Request;
        Assert.Equal(longest, read.Facts);
        Assert.Equal(RequestSection.TextLength, read.Section(SectionKind.Impact).Text.Length);
    }

    [Fact]
    public async Task Account_ReadsBackWithItsRoles_AndItsNameIsUnique()
    {
        await using var system = await PreparedAsync();
        await using (var context = system.CreateContext())
        {
            context.Add(NewAccount());
            await context.SaveAsync(People.Administrator, At, Cancellation);
        }

        await using var other = system.CreateContext();
        Assert.Equal(
            [Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover],
            (await other.Users.SingleAsync(Cancellation)).AsPerson().Roles.Order()
        );
        other.Add(NewAccount());
        await Assert.ThrowsAsync<DbUpdateException>(() => other.SaveAsync(People.Administrator, At, Cancellation));
    }

    protected abstract Task<DatabaseChoice> NewDatabaseAsync();

    private async Task<TestSystem> PreparedAsync()
    {
        var system = TestSystem.Over(await NewDatabaseAsync());
        await system.Get<PrepareDatabase>().ExecuteAsync(Cancellation);
        await system.OpenCycleAsync(TestSystem.OpenYear);
        await using var context = system.CreateContext();
        context.Add(TestSnapshots.Published());
        await context.SaveAsync(People.Steward, At, Cancellation);
        return system;
    }

    private static Account NewAccount() =>
        new("author", "Author", "VAP", Role.ProgramOfficeAuthor, Role.ProgramOfficeApprover)
        {
            NormalizedUserName = "AUTHOR",
        };

    private static ResourceRequest FullRequest()
    {
        var request = new RequestBuilder()
            .Titled(Unusual)
            .With(SectionKind.IfNotFunded, $"- {Unusual}\n\n**{Unusual}**")
            .Costing(
                [new PositionLineInput(Unusual, 3, 200_000, 75), new PositionLineInput("Removed", -2, 1)],
                new NonPersonnelLineInput("Lease", ObjectClass.Assets, -99_999, 3, IsRecurring: false)
            )
            .Build();
        var line = request.PositionLines[0].Id;
        _ = request.Override(
            line,
            2030,
            new Money(-CostPlan.MaximumLineDollars),
            Unusual,
            5,
            request.LineVersion(line),
            At
        );
        _ = request.Override(
            request.NonPersonnelLines[0].Id,
            2030,
            new Money(3000),
            "later line, earlier year",
            5,
            request.LineVersion(request.NonPersonnelLines[0].Id),
            At
        );
        _ = request.Override(line, 2029, new Money(1000), "reason", 5, request.LineVersion(line), At);
        _ = request.SetRemoved(
            request.PositionLines[1].Id,
            isRemoved: true,
            request.LineVersion(request.PositionLines[1].Id),
            At
        );
        _ = request.Decline("CYB", DeclineReason.OtherDataStronger, Unusual, RequestBuilder.Author, At);
        _ = request.Confirm("WS", RequestBuilder.Author, At);
        _ = request.MarkNotApplicable("WS", "This request funds interview rooms.", RequestBuilder.Author, At);
        _ = request.Dismiss("GANG", RequestBuilder.Author, At);
        var submitted = request.Submit(
            RequestBuilder.CompletenessOf(request),
            $"{{{Unusual}}}",
            FrozenDocument.Hash($"{{{Unusual}}}"),
            RequestBuilder.Author,
            At
        );
        Assert.Null(submitted.Refusal);
        return request;
    }

    private static async Task AssertReferenceDataAsync(ScrBudgetContext context)
    {
        Assert.Equal(8, await context.ScrCategories.CountAsync(Cancellation));
        Assert.Equal(27, await context.ScrSubcategories.CountAsync(Cancellation));
        var offices = await context.Offices.ToListAsync(Cancellation);
        Assert.Equal(OfficeCatalogue.Initial().Select(o => o.Name).Order(), offices.Select(o => o.Name).Order());
        Assert.Equal(3, offices.Single(office => office.Code == "VAP").StandingCategories.Count);
        Assert.NotEmpty(await context.PublishedFigures.ToListAsync(Cancellation));
    }
}

public sealed class SqliteDatabaseTests : DatabaseTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<DatabaseChoice> NewDatabaseAsync() =>
        Task.FromResult(DatabaseChoice.Parse($"sqlite:{folder.File("scrbudget.db")}").Value);
}

public sealed class PostgreSqlDatabaseTests(SharedPostgreSql postgres) : DatabaseTests
{
    protected override Task<DatabaseChoice> NewDatabaseAsync() => postgres.NewDatabaseAsync();
}
