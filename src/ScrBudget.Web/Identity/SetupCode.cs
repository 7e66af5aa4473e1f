using System.Security.Cryptography;
using System.Text;

namespace ScrBudget.Web.Identity;

/// <summary>
/// Proves that whoever names the first administrator can read the server's log: a site that is empty and already reachable
/// cannot be claimed by the first visitor. Another code at each start.
/// </summary>
internal sealed class SetupCode
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public string Code { get; } = RandomNumberGenerator.GetString(Alphabet, 12);

    public bool Matches(string? typed) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(typed?.Trim().ToUpperInvariant() ?? string.Empty),
            Encoding.UTF8.GetBytes(Code)
        );
}
