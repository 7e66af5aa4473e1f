using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Identity;
using ScrBudget.Data.Identity;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Identity;

public sealed class ChangeAccountTests
{
    private const string Password = "a sentence makes a good one";
    private const string NewPassword = "another sentence is better";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClosedAccount_CannotSignIn_LosesItsSessions_AndKeepsItsNameInTheTrail()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "analyst", Role.BudgetAnalyst);
        var before = await AccountAsync(system, "analyst");

        var closed = await system.Get<CloseAccount>().ExecuteAsync("analyst", People.Administrator, Cancellation);

        Assert.True(closed.IsDone);
        var after = await AccountAsync(system, "analyst");
        Assert.Null(after.PasswordHash);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Equal((TestClock.StartUtc, "Ann Analyst"), (after.ClosedAt, after.DisplayName));
        Assert.Equal(["Created the account", "Closed the account"], await ActionsAsync(system, after));
        Assert.Equal(
            "account-closed",
            (await system.Get<FindAccounts>().ByUserNameAsync("ANALYST", Cancellation)).Refusal?.Code
        );
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
    }

    [Fact]
    public async Task ClosedAccount_IsNeitherClosedAgainNorGivenAPassword()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "analyst", Role.BudgetAnalyst);
        var close = system.Get<CloseAccount>();
        Assert.True((await close.ExecuteAsync("analyst", People.Administrator, Cancellation)).IsDone);

        var again = await close.ExecuteAsync("analyst", People.Administrator, Cancellation);
        var opened = await system
            .Get<SetPassword>()
            .ExecuteAsync("analyst", NewPassword, People.Administrator, Cancellation);

        Assert.Equal(("account-closed", "account-closed"), (again.Refusal?.Code, opened.Refusal?.Code));
        Assert.Null((await AccountAsync(system, "analyst")).PasswordHash);
    }

    [Fact]
    public async Task LastAdministrator_IsNotClosed_UntilThereIsAnotherWithAPassword()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "admin", Role.Administrator);
        await AddAsync(system, "analyst", Role.BudgetAnalyst);
        var close = system.Get<CloseAccount>();

        var refused = await close.ExecuteAsync("admin", People.Administrator, Cancellation);
        await AddAsync(system, "successor", Role.Administrator);
        var closed = await close.ExecuteAsync("admin", People.Administrator, Cancellation);
        var last = await close.ExecuteAsync("successor", People.Administrator, Cancellation);

        Assert.Equal("last-administrator", refused.Refusal?.Code);
        Assert.True(closed.IsDone);
        Assert.Equal("last-administrator", last.Refusal?.Code);
    }

    [Fact]
    public async Task AdministratorsWhoCloseEachOtherAtOnce_LeaveOne()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "admin0", Role.Administrator);
        await AddAsync(system, "admin1", Role.Administrator);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(i =>
                    Task.Run(
                        () => system.Get<CloseAccount>().ExecuteAsync($"admin{i}", People.Administrator, Cancellation),
                        Cancellation
                    )
                )
        );

        Assert.Single(outcomes, outcome => outcome.IsDone);
        await using var context = system.CreateContext();
        Assert.Equal(1, await context.Users.CountAsync(account => account.ClosedAt == null, Cancellation));
    }

    [Fact]
    public async Task NewPassword_ReplacesTheOld_EndsSessionsAndLockOut_AndIsNotInTheTrail()
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "analyst", Role.BudgetAnalyst);
        var before = await AccountAsync(system, "analyst");
        await system.ExecuteSqlAsync("UPDATE AspNetUsers SET LockoutEnd = '2030-01-01 00:00:00+00:00'");

        var set = await system
            .Get<SetPassword>()
            .ExecuteAsync("analyst", NewPassword, People.Administrator, Cancellation);

        Assert.True(set.IsDone);
        var after = await AccountAsync(system, "analyst");
        var hasher = new PasswordHasher<Account>();
        Assert.Equal(
            (PasswordVerificationResult.Success, PasswordVerificationResult.Failed),
            (
                hasher.VerifyHashedPassword(after, after.PasswordHash!, NewPassword),
                hasher.VerifyHashedPassword(after, after.PasswordHash!, Password)
            )
        );
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Null(after.LockoutEnd);
        await using var context = system.CreateContext();
        var entry = await context.AuditEntries.SingleAsync(e => e.Action == "Set a new password", Cancellation);
        Assert.Equal(People.Administrator.Name, entry.ByName);
        Assert.Equal((null, null, null), (entry.Before, entry.After, entry.Why));
    }

    [Theory]
    [InlineData("analyst", "elevenchars", "password-length")]
    [InlineData("nobody", NewPassword, "user-unknown")]
    public async Task PasswordThatCannotBeSet_IsRefusedByName(string userName, string password, string code)
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "analyst", Role.BudgetAnalyst);

        var set = await system.Get<SetPassword>().ExecuteAsync(userName, password, People.Administrator, Cancellation);

        Assert.Equal(code, set.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.ProgramOfficeAuthor)]
    [InlineData(Role.ProgramOfficeApprover)]
    [InlineData(Role.BudgetAnalyst)]
    [InlineData(Role.OaoCompiler)]
    [InlineData(Role.ScrDataSteward)]
    [InlineData(Role.PerformanceAnalyst)]
    [InlineData(Role.AuditLiaison)]
    [InlineData(Role.Auditor)]
    public async Task Accounts_AreChangedByAdministratorsOnly(Role role)
    {
        await using var system = await TestSystem.CreateAsync();
        await AddAsync(system, "analyst", Role.BudgetAnalyst);
        var by = People.Holding(role);

        var closed = await system.Get<CloseAccount>().ExecuteAsync("analyst", by, Cancellation);
        var set = await system.Get<SetPassword>().ExecuteAsync("analyst", NewPassword, by, Cancellation);

        Assert.Equal(("not-allowed", "not-allowed"), (closed.Refusal?.Code, set.Refusal?.Code));
        Assert.Single(await ActionsAsync(system, await AccountAsync(system, "analyst")));
    }

    private static async Task AddAsync(TestSystem system, string userName, Role role)
    {
        var input = new CreateAccountInput(userName, "Ann Analyst", null, [role], Password);
        Assert.True((await system.Get<CreateAccount>().ExecuteAsync(input, People.Administrator, Cancellation)).IsDone);
    }

    private static async Task<Account> AccountAsync(TestSystem system, string userName)
    {
        await using var context = system.CreateContext();
        return await context.Users.SingleAsync(account => account.UserName == userName, Cancellation);
    }

    private static async Task<IReadOnlyList<string>> ActionsAsync(TestSystem system, Account account)
    {
        await using var context = system.CreateContext();
        return await context
            .AuditEntries.Where(entry => entry.Subject == $"account {account.Id}")
            .OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Action)
            .ToListAsync(Cancellation);
    }
}
