using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <param name="Severity">Null for both.</param>
/// <param name="Code">One of <see cref="ProblemCodes"/>; null for all.</param>
public sealed record ProblemFilter(ProblemSeverity? Severity = null, string? Code = null);

/// <summary>How often an import met a problem.</summary>
/// <param name="Example">The first of them: its message says what to do.</param>
public sealed record ProblemGroup(ProblemSeverity Severity, string Code, int Count, ExtractProblem Example);

/// <summary>A text that a rule met, and in how many rows.</summary>
public sealed record ProblemValue(string Value, int Count);

/// <summary>Reads what an import found wrong: case numbers stand in it, so that it is for those who may see records.</summary>
public sealed class ReadProblems(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>By rule: errors first, the most frequent first.</summary>
    public async Task<Outcome<IReadOnlyList<ProblemGroup>>> GroupsAsync(
        int snapshotNumber,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read the problems of an import");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var groups = await context
            .ScrProblems.AsNoTracking()
            .Where(problem => problem.SnapshotNumber == snapshotNumber)
            .GroupBy(problem => new { problem.Severity, problem.Code })
            .Select(group => new
            {
                group.Key.Severity,
                group.Key.Code,
                Count = group.Count(),
                First = group.Min(problem => problem.Id),
            })
            .ToListAsync(cancellation);
        var firsts = groups.Select(group => group.First).ToList();
        var examples = await context
            .ScrProblems.AsNoTracking()
            .Where(problem => firsts.Contains(problem.Id))
            .ToDictionaryAsync(problem => problem.Id, cancellation);
        return groups
            .Select(group => new ProblemGroup(group.Severity, group.Code, group.Count, examples[group.First]))
            .OrderByDescending(group => group.Severity)
            .ThenByDescending(group => group.Count)
            .ThenBy(group => group.Code, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The different texts that a rule met, the most frequent first: to be mapped or added.</summary>
    /// <param name="take">At most so many.</param>
    public async Task<Outcome<IReadOnlyList<ProblemValue>>> ValuesAsync(
        int snapshotNumber,
        string code,
        int take,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read the problems of an import");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var values = await context
            .ScrProblems.AsNoTracking()
            .Where(problem => problem.SnapshotNumber == snapshotNumber && problem.Code == code)
            .GroupBy(problem => problem.Value)
            .Select(group => new { Value = group.Key, Count = group.Count() })
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value)
            .Take(take)
            .ToListAsync(cancellation);
        return values.Select(value => new ProblemValue(value.Value, value.Count)).ToList();
    }

    /// <summary>In the order of the files and their rows.</summary>
    /// <param name="skip">Problems passed over.</param>
    /// <param name="take">At most so many.</param>
    public async Task<Outcome<IReadOnlyList<ExtractProblem>>> PageAsync(
        int snapshotNumber,
        ProblemFilter filter,
        int skip,
        int take,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            return ScrDataRefusals.NotAllowed(by, "read the problems of an import");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Filtered(context, snapshotNumber, filter).Skip(skip).Take(take).ToListAsync(cancellation);
    }

    /// <summary>All of them, one after the other: for exports.</summary>
    public async IAsyncEnumerable<ExtractProblem> AllAsync(
        int snapshotNumber,
        ProblemFilter filter,
        Person by,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ReadScrRecords))
        {
            yield break;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await foreach (
            var problem in Filtered(context, snapshotNumber, filter).AsAsyncEnumerable().WithCancellation(cancellation)
        )
        {
            yield return problem;
        }
    }

    private static IQueryable<ExtractProblem> Filtered(
        ScrBudgetContext context,
        int snapshotNumber,
        ProblemFilter filter
    ) =>
        context
            .ScrProblems.AsNoTracking()
            .Where(problem =>
                problem.SnapshotNumber == snapshotNumber
                && (filter.Severity == null || problem.Severity == filter.Severity)
                && (filter.Code == null || problem.Code == filter.Code)
            )
            .OrderBy(problem => problem.ExtractNumber)
            .ThenBy(problem => problem.Row)
            .ThenBy(problem => problem.Id);
}
