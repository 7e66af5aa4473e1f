using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Identity;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Identity;

public sealed class SetEmailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_IsSetAndTakenAway_AndTheTrailSaysSo()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync(People.Analyst);

        Assert.Null(await SetAsync(system, " ann@agency.example "));
        Assert.Equal("ann@agency.example", await EmailAsync(system));
        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
        Assert.Null(await SetAsync(system, string.Empty));
        Assert.Null(await EmailAsync(system));

        Assert.Empty((await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);
        await using var context = system.CreateContext();
        Assert.Equal(
            [(null, "ann@agency.example"), ("ann@agency.example", null)],
            await context
                .AuditEntries.Where(entry => entry.Action == "Set the e-mail address")
                .OrderBy(entry => entry.Sequence)
                .Select(entry => new ValueTuple<string?, string?>(entry.Before, entry.After))
                .ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Address_ThatIsTheSame_WritesNothing()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync(People.Analyst, "ann@agency.example");

        Assert.Null(await SetAsync(system, "ann@agency.example"));

        await using var context = system.CreateContext();
        Assert.Equal(
            1,
            await context.AuditEntries.CountAsync(entry => entry.Action == "Set the e-mail address", Cancellation)
        );
    }

    [Theory]
    [InlineData("UPDATE AspNetUsers SET Email = 'other@agency.example'")]
    [InlineData("UPDATE AspNetUsers SET Email = NULL")]
    public async Task Address_ChangedBesideTheTrail_IsFound(string sql)
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync(People.Analyst, "ann@agency.example");
        await system.ExecuteSqlAsync(sql);

        var verified = await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation);

        Assert.Contains("E-mail", Assert.Single(verified.Value.Problems).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatIsNone_IsRefused_AlsoWithANewAccount()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync(People.Analyst);
        var created = await system
            .Get<CreateAccount>()
            .ExecuteAsync(
                new CreateAccountInput("ann", "Ann", null, [Role.BudgetAnalyst], "a sentence makes a good one")
                {
                    Email = "ann",
                },
                People.Administrator,
                Cancellation
            );

        Assert.Equal(("email-invalid", "email-invalid"), (await SetAsync(system, "ann"), created.Refusal?.Code));
    }

    [Fact]
    public async Task Address_IsSetByAdministratorsOnly_AndNotForAClosedAccount()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.AddAccountAsync(People.Analyst, isClosed: true);

        Assert.Equal("not-allowed", await SetAsync(system, "ann@agency.example", People.Analyst));
        Assert.Equal("account-closed", await SetAsync(system, "ann@agency.example"));
    }

    private static async Task<string?> SetAsync(TestSystem system, string email, Person? by = null) =>
        (
            await system
                .Get<SetEmail>()
                .ExecuteAsync(People.Analyst.Name, email, by ?? People.Administrator, Cancellation)
        )
            .Refusal
            ?.Code;

    private static async Task<string?> EmailAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        return await context
            .Users.Where(account => account.Id == People.Analyst.Id)
            .Select(account => account.Email)
            .SingleAsync(Cancellation);
    }
}
