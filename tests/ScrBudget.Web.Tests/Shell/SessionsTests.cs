using System.Security.Claims;
using ScrBudget.TestSupport;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Tests.Shell;

public sealed class SessionsTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private readonly TestClock clock = new();
    private readonly Sessions sessions;

    public SessionsTests() => sessions = new Sessions(clock, SessionLength.Parse("30")!);

    [Fact]
    public void Session_IsOpenUntilItWasLeftForTheWholeTime()
    {
        var user = SignedIn();
        sessions.Touch(user);

        clock.Advance(Idle);
        Assert.True(sessions.IsOpen(user));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(sessions.IsOpen(user));
        sessions.Touch(user);
        Assert.False(sessions.IsOpen(user));
    }

    [Fact]
    public void Session_ThatIsUsed_StaysOpen()
    {
        var user = SignedIn();
        for (var use = 0; use < 5; use++)
        {
            sessions.Touch(user);
            clock.Advance(Idle - TimeSpan.FromMinutes(1));
        }

        Assert.True(sessions.IsOpen(user));
    }

    [Fact]
    public void Asking_IsNoUse()
    {
        var user = SignedIn();
        Assert.True(sessions.IsOpen(user));

        clock.Advance(Idle - TimeSpan.FromMinutes(1));
        Assert.True(sessions.IsOpen(user));
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.False(sessions.IsOpen(user));
    }

    [Fact]
    public void SignedOutSession_StaysClosed_ThoughItsCookieIsUsed_AndAnotherOneOfThePersonIsOpen()
    {
        var left = SignedIn();
        var other = SignedIn();
        sessions.Touch(left);

        sessions.End(left);
        sessions.Touch(left);

        Assert.False(sessions.IsOpen(left));
        Assert.True(sessions.IsOpen(other));
    }

    [Fact]
    public void ClaimsReadAnew_KeepTheSession()
    {
        var user = SignedIn();
        var refreshed = WithoutSession();

        Sessions.Carry(user, refreshed);
        sessions.End(user);

        Assert.False(sessions.IsOpen(refreshed));
    }

    [Fact]
    public void PersonWithoutASession_HasNone() => Assert.False(sessions.IsOpen(WithoutSession()));

    private static ClaimsPrincipal SignedIn()
    {
        var user = WithoutSession();
        Sessions.Begin(user);
        return user;
    }

    private static ClaimsPrincipal WithoutSession() => new(new ClaimsIdentity(PersonClaims.Of(People.Analyst), "test"));
}
