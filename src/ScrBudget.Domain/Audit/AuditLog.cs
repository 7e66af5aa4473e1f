using ScrBudget.Domain.Identity;

namespace ScrBudget.Domain.Audit;

/// <summary>An aggregate whose every change leaves an entry in its chain.</summary>
public interface IAudited
{
    /// <summary>Names the chain, once and for all.</summary>
    string AuditSubject { get; }

    AuditLog Audit { get; }

    /// <summary>Everything that it holds: kept with each entry, and recomputed by verification.</summary>
    SubjectState State();
}

/// <summary>
/// The head of an aggregate's chain: how many entries there are and the last one's hash, kept with the aggregate so that
/// a chain cut short shows; and the changes noted since it was loaded.
/// </summary>
public sealed class AuditLog
{
    private readonly List<Change> pending = [];

    public int Sequence { get; private set; }

    public string Hash { get; private set; } = string.Empty;

    /// <summary>Changes that are not saved yet; none means that there is nothing to save.</summary>
    public IReadOnlyList<Change> Pending => pending;

    public void Note(string action, string? before = null, string? after = null, string? why = null) =>
        pending.Add(new Change(action, before, after, why));

    /// <summary>Turns what was noted into entries and moves the head on; called once per save.</summary>
    /// <param name="state">The subject as it is saved (<see cref="SubjectState"/>).</param>
    public IReadOnlyList<AuditEntry> Write(string subject, Person by, DateTime at, SubjectState state)
    {
        var entries = new List<AuditEntry>(pending.Count);
        foreach (var change in pending)
        {
            var entry = AuditEntry.Following(subject, ++Sequence, Hash, change, by, at, state.ToString());
            Hash = entry.Hash;
            entries.Add(entry);
        }

        pending.Clear();
        return entries;
    }
}
