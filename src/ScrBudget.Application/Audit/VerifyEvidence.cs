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
/// Recomputes every audit chain of the database, compares each with the head that its subject keeps, and each request's
/// texts, facts and frozen submissions with what its chain records.
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
        var requestOf = requests.ToDictionary(request => request.AuditSubject);
        var problems = new List<AuditProblem>();
        var entries = 0;
        var chain = new List<AuditEntry>();

        void Check()
        {
            if (chain.Count > 0)
            {
                heads.Remove(chain[0].Subject, out var head);
                problems.AddRange(AuditChain.Verify(chain[0].Subject, chain, head));
                if (requestOf.GetValueOrDefault(chain[0].Subject) is { } request)
                {
                    problems.AddRange(RecordedState.Compare(request, chain));
                }

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
        return new EvidenceVerification(
            entries,
            [.. problems.OrderBy(problem => problem.Subject, StringComparer.Ordinal)]
        );
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
}
