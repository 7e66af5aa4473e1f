using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

/// <summary>
/// Every use case of a request × every role × own and other office × draft and submitted, against the use cases. What is
/// expected stands in the table here, and not in the product's own.
/// </summary>
public sealed class AccessTests
{
    private const string Done = "done";
    private const string NotFound = "request-not-found";
    private const string NotAllowed = "not-allowed";
    private const string NotDraft = "request-not-draft";
    private const string NotPossible = "state-does-not-allow";

    private static readonly Lazy<Task<(byte[] File, string Draft, string Submitted)>> Requests = new(MakeAsync);

    /// <summary>Who, and what that person gets to hear when reading, changing a draft, submitting and creating.</summary>
    private static readonly Dictionary<
        string,
        (Person Person, string Read, string Change, string Submit, string Create)
    > Table = new()
    {
        ["author of the office"] = (People.Holding(Role.ProgramOfficeAuthor), Done, Done, NotAllowed, Done),
        ["approver of the office"] = (People.Approver, Done, NotAllowed, Done, NotAllowed),
        ["author of another office"] = (Other(Role.ProgramOfficeAuthor), NotFound, NotFound, NotFound, NotAllowed),
        ["approver of another office"] = (Other(Role.ProgramOfficeApprover), NotFound, NotFound, NotFound, NotAllowed),
        ["budget analyst"] = (People.Analyst, Done, NotAllowed, NotAllowed, NotAllowed),
        ["OAO compiler"] = (People.Holding(Role.OaoCompiler), Done, NotAllowed, NotAllowed, NotAllowed),
        ["SCR data steward"] = (People.Steward, NotFound, NotFound, NotFound, NotAllowed),
        ["performance analyst"] = (People.Holding(Role.PerformanceAnalyst), NotFound, NotFound, NotFound, NotAllowed),
        ["audit liaison"] = (People.Holding(Role.AuditLiaison), Done, NotAllowed, NotAllowed, NotAllowed),
        ["auditor"] = (People.Auditor, Done, NotAllowed, NotAllowed, NotAllowed),
        ["administrator"] = (People.Administrator, NotFound, NotFound, NotFound, NotAllowed),
        ["nobody"] = (People.WithoutRole, NotFound, NotFound, NotFound, NotAllowed),
    };

    private static readonly Dictionary<string, Func<Attempt, Task<Refusal?>>> Reading = new()
    {
        ["read"] = async a => (await a.System.Get<ReadRequest>().ExecuteAsync(a.Number, a.By)).Refusal,
        ["quad chart"] = async a => (await a.System.Get<PrintRequest>().QuadChartAsync(a.Number, a.By)).Refusal,
        ["exhibit"] = async a => (await a.System.Get<PrintRequest>().ExhibitAsync(a.Number, a.By)).Refusal,
        ["history"] = async a => (await a.System.Get<ReadHistory>().ExecuteAsync(a.Number, a.By)).Refusal,
    };

    private static readonly Dictionary<string, Func<Attempt, Task<Refusal?>>> Changing = new()
    {
        ["revise section"] = async a => (await a.System.Get<ReviseSection>().ExecuteAsync(a.Section, a.By)).Refusal,
        ["save working copy"] = async a =>
            (await a.System.Get<SaveWorkingCopy>().ExecuteAsync(a.Section, a.By)).Refusal,
        ["revise facts"] = async a =>
            (
                await a
                    .System.Get<ReviseFacts>()
                    .ExecuteAsync(
                        new ReviseFactsInput(
                            a.Number,
                            a.Request.Facts with
                            {
                                Contact = "New",
                            },
                            a.Request.FactsVersion
                        ),
                        a.By
                    )
            ).Refusal,
        ["add positions"] = async a =>
            (
                await a
                    .System.Get<SavePositionLine>()
                    .ExecuteAsync(a.Number, null, new("Agent", 1, 1000), Guid.Empty, a.By)
            ).Refusal,
        ["revise positions"] = async a =>
            (
                await a
                    .System.Get<SavePositionLine>()
                    .ExecuteAsync(a.Number, a.Line, new("Agent", 1, 1000), a.LineVersion, a.By)
            ).Refusal,
        ["add item"] = async a =>
            (
                await a
                    .System.Get<SaveNonPersonnelLine>()
                    .ExecuteAsync(a.Number, null, new("Lease", ObjectClass.Assets, 1000, 1, true), Guid.Empty, a.By)
            ).Refusal,
        ["remove line"] = async a =>
            (await a.System.Get<RemoveCostLine>().ExecuteAsync(a.Number, a.Line, true, a.LineVersion, a.By)).Refusal,
        ["override amount"] = async a =>
            (
                await a
                    .System.Get<OverrideAmount>()
                    .ExecuteAsync(
                        new OverrideAmountInput(a.Number, a.Line, 2030, Money.Zero, "reason", a.LineVersion),
                        a.By
                    )
            ).Refusal,
        ["attach"] = async a =>
            (
                await a
                    .System.Get<AttachStatistic>()
                    .ExecuteAsync(
                        new AttachStatisticInput(a.Number, TestSnapshots.Query("CYB"), 1, SectionKind.Impact, ""),
                        a.By
                    )
            ).Refusal,
        ["answer"] = async a =>
            (
                await a
                    .System.Get<AnswerCategory>()
                    .ExecuteAsync(new AnswerCategoryInput(a.Number, "CYB", CategoryDecision.BearsOnIt), a.By)
            ).Refusal,
    };

    private static readonly Dictionary<string, Func<Attempt, Task<Refusal?>>> Submitting = new()
    {
        ["submit"] = async a => (await a.System.Get<SubmitRequest>().ExecuteAsync(a.Number, a.By)).Refusal,
    };

    private static readonly Dictionary<string, Func<Attempt, Task<Refusal?>>> Creating = new()
    {
        ["create"] = async a =>
            (
                await a
                    .System.Get<CreateRequest>()
                    .ExecuteAsync(
                        new CreateRequestInput(TestSystem.OpenYear, "VAP", new RequestFacts { Title = "New" }),
                        a.By
                    )
            ).Refusal,
    };

    public static TheoryData<string, bool> Cases =>
        [.. Table.Keys.SelectMany(who => (bool[])[false, true], (who, submitted) => (who, submitted))];

    [Fact]
    public void Table_HasEveryRole() =>
        Assert.Equal(Enum.GetValues<Role>(), Table.Values.SelectMany(row => row.Person.Roles).Distinct().Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Reading_IsForTheOfficeAndForReadersOfAll_AndWritesNothing(string who, bool submitted)
    {
        await AssertAllAsync(who, submitted, Reading, Table[who].Read, writes: false);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Changing_IsForTheOfficesAuthorsWhileItIsADraft(string who, bool submitted)
    {
        var expected = submitted && Table[who].Change == Done ? NotDraft : Table[who].Change;
        await AssertAllAsync(who, submitted, Changing, expected, writes: expected == Done);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Submitting_IsForTheOfficesApproversWhileItIsADraft(string who, bool submitted)
    {
        var expected = submitted && Table[who].Submit == Done ? NotPossible : Table[who].Submit;
        await AssertAllAsync(who, submitted, Submitting, expected, writes: expected == Done);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Creating_IsForTheOfficesAuthors(string who, bool submitted)
    {
        await AssertAllAsync(who, submitted, Creating, Table[who].Create, writes: Table[who].Create == Done);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task List_ShowsWhatMayBeRead(string who, bool submitted)
    {
        await using var system = await TestSystem.FromFileAsync((await Requests.Value).File);
        var status = submitted ? RequestStatus.Submitted : RequestStatus.Draft;

        var listed = await system
            .Get<ListRequests>()
            .ExecuteAsync(
                new ListRequestsInput(Status: status),
                Table[who].Person,
                TestContext.Current.CancellationToken
            );

        Assert.Equal(Table[who].Read == Done ? 1 : 0, listed.Count);
    }

    private static Person Other(Role role) => People.Holding(role, People.OtherOffice);

    private static async Task AssertAllAsync(
        string who,
        bool submitted,
        Dictionary<string, Func<Attempt, Task<Refusal?>>> uses,
        string expected,
        bool writes
    )
    {
        // Whatever writes begins anew; the others must leave all as it was, and so can follow one another.
        foreach (var batch in writes ? uses.Chunk(1) : uses.Chunk(uses.Count))
        {
            var (file, draft, handedIn) = await Requests.Value;
            await using var system = await TestSystem.FromFileAsync(file);
            var number = submitted ? handedIn : draft;
            var request = (await system.ReadAsync(number)).Request;
            var before = await FingerprintAsync(system);
            foreach (var (name, use) in batch)
            {
                var refusal = await use(new Attempt(system, number, request, Table[who].Person));

                Assert.Equal($"{name}: {expected}", $"{name}: {refusal?.Code ?? Done}");
                Assert.NotEqual(writes, before == await FingerprintAsync(system));
            }
        }
    }

    /// <summary>Whatever a write would change: entries, versions, and working copies, which have neither.</summary>
    private static async Task<string> FingerprintAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        return string.Join(
            ' ',
            [
                (await context.AuditEntries.CountAsync()).ToString(),
                (await context.WorkingCopies.CountAsync()).ToString(),
                .. await context.Requests.Select(request => request.Version.ToString()).Order().ToListAsync(),
            ]
        );
    }

    private static async Task<(byte[] File, string Draft, string Submitted)> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        var submitted = await system.CreateSubmittedAsync();
        var draft = await system.CreateCompleteDraftAsync();
        return (await system.FileAsync(), draft, submitted);
    }

    private sealed record Attempt(TestSystem System, string Number, ResourceRequest Request, Person By)
    {
        public Guid Line => Request.PositionLines[0].Id;

        public Guid LineVersion => Request.LineVersion(Line);

        public SectionInput Section =>
            new(Number, SectionKind.Impact, "New.", Request.Section(SectionKind.Impact).Version);
    }
}
