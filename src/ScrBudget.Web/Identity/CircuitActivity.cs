using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ScrBudget.Web.Identity;

/// <summary>What is typed and clicked in a circuit keeps its session alive: it asks for no page.</summary>
internal sealed class CircuitActivity(Sessions sessions, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        async context =>
        {
            sessions.Touch((await authentication.GetAuthenticationStateAsync()).User);
            await next(context);
        };
}
