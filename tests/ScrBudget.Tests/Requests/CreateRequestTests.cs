using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class CreateRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_CountByOfficeAndYear()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.OpenCycleAsync(2030);

        Assert.Equal("FY2029-VAP-001", await CreateAsync(system, 2029, "VAP"));
        Assert.Equal("FY2029-VAP-002", await CreateAsync(system, 2029, "VAP"));
        Assert.Equal("FY2029-CCU-001", await CreateAsync(system, 2029, "CCU"));
        Assert.Equal("FY2030-VAP-001", await CreateAsync(system, 2030, "VAP"));
    }

    [Fact]
    public async Task TwentyAtOnce_GetTwentyDifferentNumbers()
    {
        await using var system = await TestSystem.CreateAsync();

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => CreateAsync(system, 2029, "VAP"), Cancellation))
        );

        Assert.Equal(
            Enumerable.Range(1, 20).Select(sequence => $"FY2029-VAP-{sequence:D3}"),
            numbers.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Create_InACallThatIsNotOpen_IsRefused()
    {
        await using var system = await TestSystem.CreateAsync();
        Assert.Equal("cycle-not-open", await RefusalAsync(system, 2031, "VAP", "Title"));

        system.Clock.AdjustTime(new DateTimeOffset(2026, 9, 30, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal("cycle-not-open", await RefusalAsync(system, 2029, "VAP", "Title"));

        system.Clock.AdjustTime(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("FY2029-VAP-001", await CreateAsync(system, 2029, "VAP"));
    }

    [Fact]
    public async Task Create_AfterTheDueDate_IsDone_LatenessWarnsAndDoesNotLock()
    {
        await using var system = await TestSystem.CreateAsync();
        system.Clock.AdjustTime(new DateTimeOffset(2027, 5, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("FY2029-VAP-001", await CreateAsync(system, 2029, "VAP"));
    }

    [Theory]
    [InlineData("XYZ", "Title", "office-unknown")]
    [InlineData("VAP", " ", "title-missing")]
    public async Task Create_WithoutOfficeOrTitle_IsRefusedAndUsesNoNumber(string office, string title, string code)
    {
        await using var system = await TestSystem.CreateAsync();

        Assert.Equal(code, await RefusalAsync(system, 2029, office, title));
        Assert.Equal("FY2029-VAP-001", await CreateAsync(system, 2029, "VAP"));
    }

    [Fact]
    public async Task LastNumber_IsFollowedByARefusal_NotByAnotherForm()
    {
        await using var system = await TestSystem.CreateAsync();
        await CreateAsync(system, 2029, "VAP");
        await system.ExecuteSqlAsync("UPDATE Requests SET Number = 'FY2029-VAP-9999'");

        Assert.Equal("numbers-used-up", await RefusalAsync(system, 2029, "VAP", "Title"));
    }

    [Fact]
    public async Task Created_IsADraftWithItsFirstEntry()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await CreateAsync(system, 2029, "VAP");

        await using var context = system.CreateContext();
        var entry = Assert.Single(
            await context.AuditEntries.Where(e => e.Subject == $"request {number}").ToListAsync(Cancellation)
        );
        Assert.Equal((1, "Created the request", "author-VAP"), (entry.Sequence, entry.Action, entry.ByName));
        Assert.Equal(TestClock.StartUtc, entry.At);
    }

    private static async Task<string> CreateAsync(TestSystem system, int year, string office) =>
        (await ExecuteAsync(system, year, office, "Title")).Value.ToString();

    private static async Task<string?> RefusalAsync(TestSystem system, int year, string office, string title) =>
        (await ExecuteAsync(system, year, office, title)).Refusal?.Code;

    private static Task<Domain.Outcome<RequestNumber>> ExecuteAsync(
        TestSystem system,
        int year,
        string office,
        string title
    ) =>
        system
            .Get<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(year, office, new RequestFacts { Title = title }),
                People.AuthorOf(office),
                Cancellation
            );
}
