namespace ScrBudget.Domain.Audit;

/// <summary>What is wrong with a chain, and where.</summary>
/// <param name="Sequence">The first entry that the fault shows at; 0 for the chain as a whole.</param>
public sealed record AuditProblem(string Subject, int Sequence, string Problem);

/// <summary>Checks the chain of one subject.</summary>
public static class AuditChain
{
    /// <param name="entries">All entries of the subject, by sequence.</param>
    /// <param name="head">What the aggregate itself says of its chain; null when the aggregate is gone.</param>
    public static IEnumerable<AuditProblem> Verify(string subject, IReadOnlyList<AuditEntry> entries, AuditLog? head)
    {
        var previous = string.Empty;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Sequence != i + 1)
            {
                yield return new AuditProblem(
                    subject,
                    i + 1,
                    $"Entry {i + 1} is missing; entry {entry.Sequence} follows."
                );
                yield break;
            }

            if (entry.PreviousHash != previous)
            {
                yield return new AuditProblem(subject, entry.Sequence, "The entry does not follow the one before it.");
                yield break;
            }

            if (entry.ComputeHash() != entry.Hash)
            {
                yield return new AuditProblem(subject, entry.Sequence, "The entry was changed after it was written.");
                yield break;
            }

            previous = entry.Hash;
        }

        if (head is null)
        {
            yield return new AuditProblem(subject, 0, "The entries belong to nothing: their subject is gone.");
        }
        else if (head.Sequence != entries.Count || head.Hash != previous)
        {
            yield return new AuditProblem(
                subject,
                entries.Count + 1,
                $"The chain ends at entry {entries.Count}, but its subject counts {head.Sequence}."
            );
        }
    }
}
