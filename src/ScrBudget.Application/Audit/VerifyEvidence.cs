using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Audit;

/// <param name="Entries">Audit entries read.</param>
public sealed record EvidenceVerification(int Entries, IReadOnlyList<AuditProblem> Problems)
{
    public bool IsVerified => Problems.Count == 0;
}

/// <summary>
/// Recomputes every audit chain of the database, compares each with the head that its subject keeps, and each frozen
/// submission with its hash.
/// </summary>
public sealed class VerifyEvidence(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task<Outcome<EvidenceVerification>> ExecuteAsync(Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.VerifyEvidence))
        {
            return new Refusal("not-allowed", $"{by.Name} may not verify evidence.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var requests = await context.Requests.AsNoTracking().AsSplitQuery().ToListAsync(cancellation);
        var heads = await HeadsAsync(context, requests, cancellation);
        var problems = new List<AuditProblem>();
        var entries = 0;
        var chain = new List<AuditEntry>();

        void Check()
        {
            if (chain.Count > 0)
            {
                heads.Remove(chain[0].Subject, out var head);
                problems.AddRange(AuditChain.Verify(chain[0].Subject, chain, head));
                chain.Clear();
            }
        }

        await foreach (
            var entry in context
                .AuditEntries.AsNoTracking()
                .OrderBy(entry => entry.Subject)
                .ThenBy(entry => entry.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            entries++;
            if (chain.Count > 0 && chain[0].Subject != entry.Subject)
            {
                Check();
            }

            chain.Add(entry);
        }

        Check();
        // Subjects whose entries are gone altogether.
        problems.AddRange(heads.SelectMany(head => AuditChain.Verify(head.Key, [], head.Value)));
        problems.AddRange(await SubmissionProblemsAsync(context, requests, cancellation));
        return new EvidenceVerification(entries, [.. problems.OrderBy(problem => problem.Subject, StringComparer.Ordinal)]);
    }

    private static async Task<Dictionary<string, AuditLog>> HeadsAsync(
        ScrBudgetContext context,
        IEnumerable<ResourceRequest> requests,
        CancellationToken cancellation
    )
    {
        var audited = new List<IAudited>(requests);
        audited.AddRange(await context.Cycles.AsNoTracking().ToListAsync(cancellation));
        audited.AddRange(await context.Snapshots.AsNoTracking().ToListAsync(cancellation));
        audited.AddRange(await context.Users.AsNoTracking().ToListAsync(cancellation));
        return audited.ToDictionary(subject => subject.AuditSubject, subject => subject.Audit);
    }

    /// <summary>
    /// A frozen document must have the hash stored beside it, and that hash must stand in the entry of its submission:
    /// else both could be changed together.
    /// </summary>
    private static async Task<List<AuditProblem>> SubmissionProblemsAsync(
        ScrBudgetContext context,
        IEnumerable<ResourceRequest> requests,
        CancellationToken cancellation
    )
    {
        var problems = new List<AuditProblem>();
        foreach (var request in requests)
        {
            foreach (var submission in request.Submissions)
            {
                var witnessed = await context.AuditEntries.AnyAsync(
                    entry =>
                        entry.Subject == request.AuditSubject
                        && entry.After != null
                        && entry.After.Contains(submission.DocumentSha256),
                    cancellation
                );
                if (!witnessed || FrozenDocument.Hash(submission.Document) != submission.DocumentSha256)
                {
                    problems.Add(
                        new AuditProblem(
                            request.AuditSubject,
                            0,
                            $"Submission {submission.Number} is not the document that was handed in."
                        )
                    );
                }
            }
        }

        return problems;
    }
}
