using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Validation;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Application.Audit;

/// <param name="Entries">Audit entries read.</param>
/// <param name="Subjects">Requests, data calls, snapshots and accounts compared with their last entry.</param>
/// <param name="Records">SCR records of all snapshots, hashed anew.</param>
public sealed record EvidenceVerification(int Entries, int Subjects, int Records, IReadOnlyList<AuditProblem> Problems)
{
    /// <summary>What a verification compares, and what it does not: one text for page and command line.</summary>
    public const string WhatIsChecked =
        "Checked: the hash of every audit entry and its place in its chain; the end of each chain against what its "
        + "subject keeps; every stored value of each request (facts, texts, cost lines, overrides, attached statistics, "
        + "answers, status, submissions with their documents), data call with its guidance, files and training, snapshot, "
        + "validated edition, settled record, "
        + "sample with its cases and account (name, office, roles) against its last entry; every SCR record against the "
        + "hash kept at import; the counts of every edition against its records. Not checked: passwords, text being "
        + "typed, and the reference lists (offices, categories, published tables). Whoever may write the whole database "
        + "can recompute every hash: keep the heads of the chains elsewhere.";

    public bool IsVerified => Problems.Count == 0;
}

/// <summary>Recomputes all that <see cref="EvidenceVerification.WhatIsChecked"/> names.</summary>
public sealed class VerifyEvidence(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>Each repetition means that somebody saved while the subject was read.</summary>
    private const int Attempts = 64;

    public async Task<Outcome<EvidenceVerification>> ExecuteAsync(Person by, CancellationToken cancellation = default)
    {
        if (!by.Can(Permission.VerifyEvidence))
        {
            return new Refusal("not-allowed", $"{by.Name} may not verify evidence.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var subjects = await AuditedSubjects.AllAsync(context, cancellation);
        var (entries, faulty) = await CheckChainsAsync(context, subjects, cancellation);
        var problems = new List<AuditProblem>();
        foreach (var subject in faulty)
        {
            problems.AddRange(await CheckAgainAsync(subject, cancellation));
        }

        var records = 0;
        foreach (
            var snapshot in subjects.Values.OfType<Snapshot>().Where(one => one.Status != SnapshotStatus.Discarded)
        )
        {
            records += await CheckRecordsAsync(context, snapshot, problems, cancellation);
        }

        problems.AddRange(await CycleSubjects.AlteredFilesAsync(context, cancellation));
        return new EvidenceVerification(
            entries,
            subjects.Count,
            records,
            [
                .. problems
                    .OrderBy(problem => problem.Subject, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Sequence),
            ]
        );
    }

    /// <summary>In one pass over all entries.</summary>
    /// <returns>Entries read, and the subjects that do not agree with theirs.</returns>
    private static async Task<(int Entries, IReadOnlyList<string> Faulty)> CheckChainsAsync(
        ScrBudgetContext context,
        IReadOnlyDictionary<string, IAudited> subjects,
        CancellationToken cancellation
    )
    {
        var without = subjects.Keys.ToHashSet(StringComparer.Ordinal);
        var faulty = new List<string>();
        var entries = 0;
        var chain = new List<AuditEntry>();

        void Check()
        {
            if (chain.Count > 0)
            {
                var subject = chain[0].Subject;
                without.Remove(subject);
                if (SubjectCheck.Run(subject, subjects.GetValueOrDefault(subject), chain).Count > 0)
                {
                    faulty.Add(subject);
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
        return (entries, [.. faulty, .. without]);
    }

    /// <summary>
    /// A subject that was saved between reading it and reading its entries looks faulty: read anew, until nobody saved in
    /// between.
    /// </summary>
    private async Task<IReadOnlyList<AuditProblem>> CheckAgainAsync(string subject, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var before = await AuditedSubjects.FindAsync(context, subject, cancellation);
            var chain = await context
                .AuditEntries.AsNoTracking()
                .Where(entry => entry.Subject == subject)
                .OrderBy(entry => entry.Sequence)
                .ToListAsync(cancellation);
            var problems = SubjectCheck.Run(subject, before, chain);
            if (problems.Count == 0)
            {
                return problems;
            }

            var after = await AuditedSubjects.FindAsync(context, subject, cancellation);
            if (before?.Audit.Hash == after?.Audit.Hash || attempt == Attempts)
            {
                return problems;
            }
        }
    }

    /// <returns>Records read.</returns>
    private static async Task<int> CheckRecordsAsync(
        ScrBudgetContext context,
        Snapshot snapshot,
        List<AuditProblem> problems,
        CancellationToken cancellation
    )
    {
        using var hash = new RecordsHash();
        var records = 0;
        await foreach (var record in context.RecordsInOrder(snapshot.Number).WithCancellation(cancellation))
        {
            records++;
            hash.Add(record);
        }

        if (hash.ToString() != snapshot.RecordsSha256)
        {
            problems.Add(
                new AuditProblem(
                    snapshot.AuditSubject,
                    1,
                    $"Its records are not those that were imported: {records} now, {snapshot.RecordCount} then."
                )
            );
        }

        for (var edition = 0; edition <= snapshot.LatestEdition; edition++)
        {
            if (await EditionProblemAsync(context, snapshot.Number, edition, cancellation) is { } problem)
            {
                problems.Add(new AuditProblem(snapshot.AuditSubject, 1, problem));
            }
        }

        return records;
    }

    /// <summary>Counts the records anew as the edition has them; statistics read only what was prepared.</summary>
    private static async Task<string?> EditionProblemAsync(
        ScrBudgetContext context,
        int snapshotNumber,
        int edition,
        CancellationToken cancellation
    )
    {
        var changes = await context.ChangesAsync(snapshotNumber, edition, cancellation);
        var made = await context
            .ValidatedEditions.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SnapshotNumber == snapshotNumber && one.Number == edition, cancellation);
        if (edition > 0 && made?.ChangesSha256 != ValidatedEdition.HashOf(changes))
        {
            return $"What edition {edition} leaves out and confirms is not what it was made of.";
        }

        var counts = await context.CountAsync(snapshotNumber, changes, cancellation);
        return await context.AreStoredAsync(counts, snapshotNumber, edition, cancellation)
            ? null
            : $"The prepared counts of edition {edition} are not those of its records: statistics drawn from them cannot be trusted.";
    }
}
