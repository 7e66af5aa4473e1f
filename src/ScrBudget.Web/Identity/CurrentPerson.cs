using Microsoft.AspNetCore.Components.Authorization;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Web.Identity;

/// <summary>Who uses this circuit or page: handed to every use case, which decides what the person may do.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider authentication)
{
    public async Task<Person> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.AsPerson();
}
