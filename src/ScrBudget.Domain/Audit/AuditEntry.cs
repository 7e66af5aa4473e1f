using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Domain.Audit;

/// <summary>
/// Who did what to which subject, when and why, with what stood there before and after. Each entry carries the hash of
/// the one before it, so that a change, an insertion or a removal shows (<see cref="AuditChain"/>).
/// </summary>
public sealed class AuditEntry
{
    public const int SubjectLength = 120;
    public const int ActionLength = 80;
    public const int PersonLength = 256;
    public const int HashLength = 64;

    private AuditEntry() { }

    /// <summary>Key; assigned by the database.</summary>
    public long Id { get; private set; }

    /// <summary>What it happened to: <c>request FY2029-VAP-001</c>, <c>snapshot 1</c>.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>Position in the subject's chain, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>UTC, whole milliseconds: so the hash means the same on every database.</summary>
    public DateTime At { get; private set; }

    public string ById { get; private set; } = string.Empty;

    public string ByName { get; private set; } = string.Empty;

    /// <summary>In words: <c>Revised Justification</c>.</summary>
    public string Action { get; private set; } = string.Empty;

    /// <summary>The reason given; null where none is asked for.</summary>
    public string? Why { get; private set; }

    public string? Before { get; private set; }

    public string? After { get; private set; }

    /// <summary>The whole subject as it was saved with this entry, as hashes (<see cref="SubjectState"/>).</summary>
    public string State { get; private set; } = string.Empty;

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; private set; } = string.Empty;

    /// <summary>SHA-256 over all of the above but the key, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = string.Empty;

    internal static AuditEntry Following(
        string subject,
        int sequence,
        string previousHash,
        Change change,
        Person by,
        DateTime at,
        string state
    )
    {
        var entry = new AuditEntry
        {
            Subject = subject,
            Sequence = sequence,
            At = at,
            ById = by.Id,
            ByName = by.Name,
            Action = change.Action,
            Why = change.Why,
            Before = change.Before,
            After = change.After,
            State = state,
            PreviousHash = previousHash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>The hash that the entry should have.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        // Length before content: no two different entries can give the same text.
        foreach (
            var field in (string?[])
                [
                    Subject,
                    Sequence.ToString(CultureInfo.InvariantCulture),
                    At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    ById,
                    ByName,
                    Action,
                    Why,
                    Before,
                    After,
                    State,
                    PreviousHash,
                ]
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>One change, noted by the rule that made it and turned into an <see cref="AuditEntry"/> when it is saved.</summary>
public sealed record Change(string Action, string? Before = null, string? After = null, string? Why = null);
