using System.Text;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>Every command and reading of deciding × every role × own and other office; what is refused writes nothing.</summary>
public sealed class DecidingAccessTests
{
    private const string Number = "FY2029-VAP-001";
    private const string Done = "done";
    private const string NotAllowed = "not-allowed";
    private const string NotFound = "request-not-found";

    private static readonly Lazy<Task<byte[]>> Requests = new(MakeAsync);

    /// <summary>Who, and what that person hears: overall commands, commands on one request, the office's rank, readings.</summary>
    private static readonly Dictionary<
        string,
        (
            Person Person,
            string Overall,
            string OfRequest,
            string OfOffice,
            string ReadAll,
            string ReadOffice,
            string ReadStages
        )
    > Table = new()
    {
        ["author"] = (
            People.Holding(Role.ProgramOfficeAuthor),
            NotAllowed,
            NotAllowed,
            NotAllowed,
            "ranking-all-offices",
            Done,
            Done
        ),
        ["approver"] = (People.Approver, NotAllowed, NotAllowed, Done, "ranking-all-offices", Done, Done),
        ["author of another office"] = Stranger(Role.ProgramOfficeAuthor, Done),
        ["approver of another office"] = Stranger(Role.ProgramOfficeApprover, Done),
        ["analyst"] = Reader(Role.BudgetAnalyst),
        ["compiler"] = (People.Compiler, Done, Done, NotAllowed, Done, Done, Done),
        ["steward"] = Stranger(Role.ScrDataSteward, NotAllowed),
        ["performance analyst"] = Stranger(Role.PerformanceAnalyst, NotAllowed),
        ["liaison"] = Reader(Role.AuditLiaison),
        ["auditor"] = Reader(Role.Auditor),
        ["administrator"] = Stranger(Role.Administrator, NotAllowed),
    };

    private static readonly Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> Overall = new()
    {
        ["rank"] = async (system, by) =>
            (await system.Get<RankRequest>().ExecuteAsync(new(Ranking(null), Number, 2), by)).Refusal,
        ["order"] = async (system, by) =>
            (await system.Get<OrderRequests>().ExecuteAsync(new(Ranking(null), ["FY2029-VAP-002"]), by)).Refusal,
        ["target"] = async (system, by) =>
            (
                await system.Get<SetTarget>().ExecuteAsync(new(TestSystem.OpenYear, Guid.Empty, new Money(1)), by)
            ).Refusal,
        ["act on many"] = async (system, by) =>
            (
                await system
                    .Get<ActOnMany>()
                    .ExecuteAsync(new([new("FY2029-VAP-002")], BulkAction.Withdraw, "Why."), by)
            ).Refusal,
        ["import"] = async (system, by) =>
        {
            var previewed = await PreviewAsync(system, People.Compiler);
            return (await system.Get<ImportStageAmounts>().ExecuteAsync(previewed.Value, by)).Refusal;
        },
    };

    private static readonly Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> Previews = new()
    {
        ["preview of many"] = async (system, by) =>
            (await system.Get<ActOnMany>().PreviewAsync(new([new(Number)], BulkAction.Withdraw, "Why."), by)).Refusal,
        ["preview of a file"] = async (system, by) => (await PreviewAsync(system, by)).Refusal,
    };

    private static readonly Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> OfRequest = new()
    {
        ["enter amount"] = async (system, by) =>
            (
                await system
                    .Get<EnterStageAmount>()
                    .ExecuteAsync(new(Number, "DHS", new Amount(new Money(5)), "", null), by)
            ).Refusal,
        ["record removal"] = async (system, by) =>
            (
                await system
                    .Get<RecordRemoval>()
                    .ExecuteAsync(new(Number, "DHS", new DateOnly(2027, 1, 15), "Why.", null), by)
            ).Refusal,
        ["take back removal"] = async (system, by) =>
            (await system.Get<TakeBackRemoval>().ExecuteAsync(new(Number, 1, "Why.", null), by)).Refusal,
    };

    private static readonly Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> OfOffice = new()
    {
        ["rank in the office"] = async (system, by) =>
            (await system.Get<RankRequest>().ExecuteAsync(new(Ranking("VAP"), Number, 2), by)).Refusal,
        ["order in the office"] = async (system, by) =>
            (await system.Get<OrderRequests>().ExecuteAsync(new(Ranking("VAP"), ["FY2029-VAP-002"]), by)).Refusal,
    };

    public static TheoryData<string> Everybody => [.. Table.Keys];

    [Fact]
    public void Table_HasEveryRole() =>
        Assert.Equal(Enum.GetValues<Role>(), Table.Values.SelectMany(row => row.Person.Roles).Distinct().Order());

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Command_IsDoneOrRefusedByRoleAndOffice(string who)
    {
        var row = Table[who];
        await AssertAsync(row.Person, Overall, row.Overall, writes: row.Overall == Done);
        await AssertAsync(row.Person, OfRequest, row.OfRequest, writes: row.OfRequest == Done);
        await AssertAsync(row.Person, OfOffice, row.OfOffice, writes: row.OfOffice == Done);
        await AssertAsync(row.Person, Previews, row.Overall, writes: false);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Reading_IsForThoseWhoTrack(string who)
    {
        var row = Table[who];
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        var ranking = system.Get<ReadRanking>();

        var all = await ranking.ExecuteAsync(
            TestSystem.OpenYear,
            null,
            row.Person,
            TestContext.Current.CancellationToken
        );
        var office = await ranking.ExecuteAsync(
            TestSystem.OpenYear,
            "VAP",
            row.Person,
            TestContext.Current.CancellationToken
        );
        var stages = await system
            .Get<ReadStageAmounts>()
            .ExecuteAsync(TestSystem.OpenYear, row.Person, TestContext.Current.CancellationToken);

        Assert.Equal(row.ReadAll, all.Refusal?.Code ?? Done);
        Assert.Equal(row.ReadOffice, office.Refusal?.Code ?? Done);
        Assert.Equal(row.ReadStages, stages.Refusal?.Code ?? Done);
        if (stages.IsDone)
        {
            Assert.Equal(row.ReadOffice == Done ? 2 : 0, stages.Value.Rows.Count);
            Assert.Equal(row.Overall == Done, stages.Value.MayEnter);
        }
    }

    private static (Person, string, string, string, string, string, string) Reader(Role role) =>
        (People.Holding(role), NotAllowed, NotAllowed, NotAllowed, Done, Done, Done);

    private static (Person, string, string, string, string, string, string) Stranger(Role role, string stages) =>
        (
            People.Holding(role, People.OtherOffice),
            NotAllowed,
            NotFound,
            NotAllowed,
            "ranking-all-offices",
            "office-not-found",
            stages
        );

    private static RankingInput Ranking(string? office) => new(TestSystem.OpenYear, office, Guid.Empty);

    private static async Task AssertAsync(
        Person by,
        Dictionary<string, Func<TestSystem, Person, Task<Refusal?>>> uses,
        string expected,
        bool writes
    )
    {
        foreach (var batch in writes ? uses.Chunk(1) : uses.Chunk(uses.Count))
        {
            await using var system = await TestSystem.FromFileAsync(await Requests.Value);
            var before = await FingerprintAsync(system);
            foreach (var (name, use) in batch)
            {
                var refusal = await use(system, by);

                Assert.Equal($"{name}: {expected}", $"{name}: {refusal?.Code ?? Done}");
                Assert.NotEqual(writes, before == await FingerprintAsync(system));
            }
        }
    }

    private static async Task<int> FingerprintAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        return await context.AuditEntries.CountAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Outcome<StageImportPreview>> PreviewAsync(TestSystem system, Person by)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"Request,Stage,Dollars\n{Number},DHS,1800000"));
        return await system.Get<ImportStageAmounts>().PreviewAsync(TestSystem.OpenYear, stream, by);
    }

    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateTransmittedAsync();
        await system.CreateDraftAsync();
        var removed = await system
            .Get<RecordRemoval>()
            .ExecuteAsync(new(Number, "OMB", new DateOnly(2027, 1, 15), "Why.", null), People.Compiler);
        Assert.Null(removed.Refusal);
        return await system.FileAsync();
    }
}
