using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Identity;

public sealed class FindAccountsTests
{
    private const string Password = "a sentence makes a good one";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DemoAccounts_AreNoAccountsWithAPassword_SoTheFirstStartStillAsksForAnAdministrator()
    {
        await using var system = TestSystem.Empty();
        Assert.True((await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation)).IsDone);
        var find = system.Get<FindAccounts>();

        Assert.False(await find.AnyWithPasswordAsync(Cancellation));
        var first = await system.Get<CreateAccount>().FirstAsync("first", "First", Password, Cancellation);
        var second = await system.Get<CreateAccount>().FirstAsync("second", "Second", Password, Cancellation);

        Assert.True(first.IsDone);
        Assert.True(await find.AnyWithPasswordAsync(Cancellation));
        Assert.Equal("not-first", second.Refusal?.Code);
    }

    [Fact]
    public async Task OneClickAccounts_AreThoseThatTheDemoMade()
    {
        await using var demo = TestSystem.Empty();
        Assert.True((await demo.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation)).IsDone);
        await using var other = await TestSystem.CreateAsync();
        await AddAdministratorAsync(other);

        Assert.Equal(DemoPeople.All, await demo.Get<FindAccounts>().DemoAsync(Cancellation));
        // The user name of a demo account, with a password of somebody's own.
        Assert.Empty(await other.Get<FindAccounts>().DemoAsync(Cancellation));
    }

    [Fact]
    public async Task DemoAccountWithAPassword_OrClosed_NoLongerOpensWithOneClick()
    {
        await using var system = TestSystem.Empty();
        Assert.True((await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation)).IsDone);
        var by = People.Administrator;
        Assert.True((await system.Get<SetPassword>().ExecuteAsync("analyst", Password, by, Cancellation)).IsDone);
        Assert.True((await system.Get<CloseAccount>().ExecuteAsync("auditor", by, Cancellation)).IsDone);

        Assert.Equal(
            DemoPeople.All.Except([DemoPeople.Analyst, DemoPeople.Auditor]),
            await system.Get<FindAccounts>().DemoAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Demo_IsNotLoadedIntoADatabaseInUse_AndLeavesItAsItWas()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAdministratorAsync(system);

        var loaded = await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation);

        Assert.Equal("not-a-demo", loaded.Refusal?.Code);
        await using var context = system.CreateContext();
        Assert.Equal("administrator", (await context.Users.SingleAsync(Cancellation)).UserName);
        Assert.Equal(1, await context.Snapshots.CountAsync(Cancellation));
        Assert.False(await context.Requests.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task UserName_IsFoundInAnyCase_AndRefusedByNameWhenUnknown()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAdministratorAsync(system);
        var find = system.Get<FindAccounts>();

        Assert.Equal("Ann", (await find.ByUserNameAsync("ADMINistrator", Cancellation)).Value.Name);
        Assert.Equal("user-unknown", (await find.ByUserNameAsync("x", Cancellation)).Refusal?.Code);
    }

    private static async Task AddAdministratorAsync(TestSystem system)
    {
        var input = new CreateAccountInput("administrator", "Ann", null, [Role.Administrator], Password);
        Assert.True((await system.Get<CreateAccount>().ExecuteAsync(input, People.Administrator, Cancellation)).IsDone);
    }
}
