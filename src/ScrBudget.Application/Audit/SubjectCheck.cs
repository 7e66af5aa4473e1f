using ScrBudget.Domain.Audit;

namespace ScrBudget.Application.Audit;

/// <summary>
/// One subject with its chain: the chain holds, ends where the subject says, and the subject is what the last entry says
/// that was saved. A chain that holds proves nothing about a row that was changed beside it.
/// </summary>
internal static class SubjectCheck
{
    /// <param name="current">The subject as it is; null when it is gone.</param>
    /// <param name="entries">Its whole chain, by sequence.</param>
    public static IReadOnlyList<AuditProblem> Run(string subject, IAudited? current, IReadOnlyList<AuditEntry> entries)
    {
        var problems = AuditChain.Verify(subject, entries, current?.Audit).ToList();
        if (current is null)
        {
            return problems;
        }

        if (entries is not [.., var last])
        {
            return problems.Count > 0
                ? problems
                : [new AuditProblem(subject, 0, "It has no entry: it was not made by the product.")];
        }

        problems.AddRange(
            current
                .State()
                .PartsOtherThan(last.State)
                .Select(part => new AuditProblem(
                    subject,
                    last.Sequence,
                    $"{part}: not what stood there when the last entry was written."
                ))
        );
        return problems;
    }
}
