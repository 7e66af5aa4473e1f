using System.Collections.Concurrent;
using System.Security.Claims;

namespace ScrBudget.Web.Identity;

/// <summary>
/// When each session was last used, and which were signed out: a circuit outlives the cookie that opened it, and a copied
/// cookie the sign-out. Kept in memory: after a restart a session that is met for the first time counts from there.
/// </summary>
public sealed class Sessions(TimeProvider time, SessionLength length)
{
    private const string Key = "session";

    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    /// <summary>Gives a person who signs in a session, unless there is one.</summary>
    public static void Begin(ClaimsPrincipal user)
    {
        if (user.Identity is ClaimsIdentity identity && !identity.HasClaim(claim => claim.Type == Key))
        {
            identity.AddClaim(new Claim(Key, Guid.NewGuid().ToString("N")));
        }
    }

    /// <summary>The same session under claims that were read anew.</summary>
    public static void Carry(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (from.FindFirst(Key) is { } session && to.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(session.Clone(identity));
        }
    }

    /// <summary>
    /// Somebody works: a page was asked for, a key pressed, a button clicked. A session that was left too long is not
    /// revived.
    /// </summary>
    public void Touch(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Key) is { } id)
        {
            var now = time.GetUtcNow();
            sessions.AddOrUpdate(
                id,
                new Session(now, HasEnded: false),
                (_, known) => IsLeft(known, now) ? known : known with { LastUsed = now }
            );
        }
    }

    /// <summary>Signed out: for good, whoever else holds the cookie.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Key) is { } id)
        {
            sessions[id] = new Session(time.GetUtcNow(), HasEnded: true);
        }

        // A cookie of a session that was left this long has expired twice over.
        var forgotten = time.GetUtcNow() - (2 * length.Idle);
        foreach (var (old, session) in sessions)
        {
            if (session.LastUsed < forgotten)
            {
                sessions.TryRemove(new KeyValuePair<string, Session>(old, session));
            }
        }
    }

    /// <summary>Neither signed out nor left for longer than a session lasts.</summary>
    public bool IsOpen(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Key) is not { } id)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var session = sessions.GetOrAdd(id, new Session(now, HasEnded: false));
        return !session.HasEnded && !IsLeft(session, now);
    }

    private bool IsLeft(Session session, DateTimeOffset now) => now - session.LastUsed > length.Idle;

    private sealed record Session(DateTimeOffset LastUsed, bool HasEnded);
}
