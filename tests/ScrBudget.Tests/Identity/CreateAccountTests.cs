using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Identity;

public sealed class CreateAccountTests
{
    private static readonly CreateAccountInput Valid = new(
        "j.doe",
        "Jane Doe",
        "VAP",
        [Role.ProgramOfficeAuthor],
        "a sentence makes a good one"
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<CreateAccountInput, string> Wrong =>
        new()
        {
            { Valid with { UserName = "jd" }, "user-name-invalid" },
            { Valid with { UserName = "jane doe" }, "user-name-invalid" },
            { Valid with { UserName = "jane<b>" }, "user-name-invalid" },
            { Valid with { UserName = new string('x', 65) }, "user-name-invalid" },
            { Valid with { DisplayName = " \0" }, "display-name-invalid" },
            { Valid with { DisplayName = new string('x', 101) }, "display-name-invalid" },
            { Valid with { Password = "elevenchars" }, "password-length" },
            { Valid with { Password = new string('x', 129) }, "password-length" },
            { Valid with { Roles = [] }, "roles-missing" },
            { Valid with { Roles = [(Role)99] }, "roles-missing" },
            { Valid with { OfficeCode = null }, "office-and-role" },
            { Valid with { Roles = [Role.Auditor] }, "office-and-role" },
            { Valid with { OfficeCode = "XXX" }, "office-unknown" },
        };

    [Fact]
    public async Task Account_HasItsRolesItsOfficeAndAnEntry_AndNoPlainPassword()
    {
        await using var system = await TestSystem.CreateAsync();

        var id = (await system.Get<CreateAccount>().ExecuteAsync(Valid, People.Administrator, Cancellation)).Value;

        await using var context = system.CreateContext();
        var account = await context.Users.SingleAsync(Cancellation);
        Assert.Equal((id, "JANE DOE"), (account.Id, account.DisplayName.ToUpperInvariant()));
        var person = account.AsPerson();
        Assert.Equal(
            ("Jane Doe", "VAP", Role.ProgramOfficeAuthor),
            (person.Name, person.OfficeCode, Assert.Single(person.Roles))
        );
        Assert.NotEmpty(account.PasswordHash!);
        Assert.DoesNotContain(Valid.Password, account.PasswordHash!, StringComparison.Ordinal);
        var entry = await context.AuditEntries.SingleAsync(e => e.Subject == $"account {id}", Cancellation);
        Assert.Equal(("Created the account", People.Administrator.Name), (entry.Action, entry.ByName));
        Assert.DoesNotContain(Valid.Password, entry.After!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Account_ThatIsWrong_IsRefusedByNameAndNotMade(CreateAccountInput input, string code)
    {
        await using var system = await TestSystem.CreateAsync();

        Assert.Equal(
            code,
            (await system.Get<CreateAccount>().ExecuteAsync(input, People.Administrator, Cancellation)).Refusal?.Code
        );
        await using var context = system.CreateContext();
        Assert.False(await context.Users.AnyAsync(Cancellation));
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
    public async Task Account_IsMadeByAdministratorsOnly(Role role)
    {
        await using var system = await TestSystem.CreateAsync();

        var refused = await system.Get<CreateAccount>().ExecuteAsync(Valid, People.Holding(role), Cancellation);

        Assert.Equal("not-allowed", refused.Refusal?.Code);
    }

    [Fact]
    public async Task UserName_IsTakenInAnyCase()
    {
        await using var system = await TestSystem.CreateAsync();
        var create = system.Get<CreateAccount>();
        Assert.True((await create.ExecuteAsync(Valid, People.Administrator, Cancellation)).IsDone);

        var refused = await create.ExecuteAsync(Valid with { UserName = "J.DOE" }, People.Administrator, Cancellation);

        Assert.Equal("user-name-taken", refused.Refusal?.Code);
    }

    [Fact]
    public async Task FirstAdministrator_IsTheFirstOnly_ThoughFiveStartAtOnce()
    {
        await using var system = await TestSystem.CreateAsync();
        var create = system.Get<CreateAccount>();

        var started = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(i =>
                    Task.Run(() => create.FirstAsync($"admin{i}", "Admin", Valid.Password, Cancellation), Cancellation)
                )
        );

        Assert.Single(started, outcome => outcome.IsDone);
        Assert.All(started, outcome => Assert.True(outcome.IsDone || outcome.Refusal.Code == "not-first"));
        await using var context = system.CreateContext();
        Assert.Equal([Role.Administrator], (await context.Users.SingleAsync(Cancellation)).AsPerson().Roles);
    }
}
