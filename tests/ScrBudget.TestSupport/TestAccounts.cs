using ScrBudget.Data.Identity;
using ScrBudget.Domain.Identity;

namespace ScrBudget.TestSupport;

/// <summary>People of the tests as accounts of a <see cref="TestSystem"/>, where something looks for accounts.</summary>
public static class TestAccounts
{
    /// <summary>The account that this person would sign in with; its key is the person's.</summary>
    public static async Task AddAccountAsync(
        this TestSystem system,
        Person person,
        string? email = null,
        bool isClosed = false
    )
    {
        await using var context = system.CreateContext();
        var account = new Account(person.Name, person.Name, person.OfficeCode, person.Roles)
        {
            Id = person.Id,
            NormalizedUserName = person.Name.ToUpperInvariant(),
        };
        account.SetEmail(email);
        if (isClosed)
        {
            account.Close(TestClock.StartUtc);
        }

        context.Add(account);
        await context.SaveAsync(People.Administrator, TestClock.StartUtc);
    }
}
