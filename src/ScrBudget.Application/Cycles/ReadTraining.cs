using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="IsRequired">Before submitting, or reviewing.</param>
/// <param name="Completion">Null until the person has acknowledged it.</param>
public sealed record OwnTraining(Training Training, bool IsRequired, TrainingCompletion? Completion);

/// <summary>The training of a cycle, as it is written.</summary>
public sealed record TrainingReading(BudgetCycle Cycle, IReadOnlyList<Training> Materials)
{
    public Training? Of(TrainingAudience audience) =>
        Materials.FirstOrDefault(training => training.Audience == audience);
}

/// <param name="OfficeName">Null for roles that belong to no office.</param>
/// <param name="AcknowledgedAt">UTC; null until acknowledged.</param>
/// <param name="Edition">The edition that was read; null until acknowledged.</param>
public sealed record TrainingLine(
    TrainingAudience Audience,
    string PersonName,
    IReadOnlyList<Role> Roles,
    string? OfficeName,
    DateTime? AcknowledgedAt,
    int? Edition
);

/// <summary>The training of cycles: one's own, a cycle's, and who has acknowledged it.</summary>
public sealed class ReadTraining(IDbContextFactory<ScrBudgetContext> contexts)
{
    /// <summary>What concerns this person, the latest budget year first; open to everybody who is signed in.</summary>
    public async Task<IReadOnlyList<OwnTraining>> OwnAsync(Person by, CancellationToken cancellation)
    {
        var audiences = TrainingAudiences.All.Where(audience => audience.Concerns(by.Roles)).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var materials = await context
            .Training.AsNoTracking()
            .Where(training => audiences.Contains(training.Audience))
            .OrderByDescending(training => training.BudgetYear)
            .ThenBy(training => training.Audience)
            .ToListAsync(cancellation);
        var cycles = await context.Cycles.AsNoTracking().ToDictionaryAsync(cycle => cycle.BudgetYear, cancellation);
        var completions = await context
            .TrainingCompletions.AsNoTracking()
            .Where(completion => completion.AccountId == by.Id)
            .ToListAsync(cancellation);
        return
        [
            .. materials.Select(training => new OwnTraining(
                training,
                cycles[training.BudgetYear].Requires(training.Audience),
                completions.Find(done => done.BudgetYear == training.BudgetYear && done.Audience == training.Audience)
            )),
        ];
    }

    public async Task<Outcome<TrainingReading>> ByYearAsync(int budgetYear, Person by, CancellationToken cancellation)
    {
        if (!MaySeeWho(by))
        {
            return CycleRefusals.NotAllowed(by, "see who has read the training");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(one => one.BudgetYear == budgetYear, cancellation);
        return cycle is null
            ? CycleRefusals.NotFound(budgetYear)
            : new TrainingReading(
                cycle,
                await context
                    .Training.AsNoTracking()
                    .Where(training => training.BudgetYear == budgetYear)
                    .ToListAsync(cancellation)
            );
    }

    /// <summary>Who has acknowledged a cycle's training and who has not, by audience, office and name.</summary>
    /// <param name="search">Part of a name or an office; null for everybody.</param>
    /// <param name="isDone">Only who has, or only who has not; null for both.</param>
    public async Task<Outcome<IReadOnlyList<TrainingLine>>> WhoAsync(
        int budgetYear,
        string? search,
        bool? isDone,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!MaySeeWho(by))
        {
            return CycleRefusals.NotAllowed(by, "see who has read the training");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var offices = await context
            .Offices.AsNoTracking()
            .ToDictionaryAsync(office => office.Code, office => office.Name, cancellation);
        var accounts = await context.Users.AsNoTracking().ToListAsync(cancellation);
        var completions = (
            await context
                .TrainingCompletions.AsNoTracking()
                .Where(completion => completion.BudgetYear == budgetYear)
                .ToListAsync(cancellation)
        ).ToDictionary(completion => (completion.Audience, completion.AccountId));
        var wanted = search?.Trim() ?? string.Empty;
        return TrainingAudiences
            .All.SelectMany(audience =>
                accounts.Select(account =>
                {
                    var done = completions.GetValueOrDefault((audience, account.Id));
                    var roles = account.Roles.Select(held => held.Role).Order().ToList();
                    // A closed account stays in the list where it has read the training, and asks for nothing else.
                    return done is null && (account.ClosedAt is not null || !audience.Concerns(roles))
                        ? null
                        : new TrainingLine(
                            audience,
                            account.DisplayName,
                            roles,
                            account.OfficeCode is { } office ? offices[office] : null,
                            done?.At,
                            done?.Edition
                        );
                })
            )
            .OfType<TrainingLine>()
            .Where(line => isDone is null || isDone == line.AcknowledgedAt is not null)
            .Where(line => Matches(line.PersonName, wanted) || Matches(line.OfficeName ?? string.Empty, wanted))
            .OrderBy(line => line.Audience)
            .ThenBy(line => line.OfficeName, StringComparer.Ordinal)
            .ThenBy(line => line.PersonName, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Who runs the call, and who audits it.</summary>
    public static bool MaySeeWho(Person by) => by.Can(Permission.ManageCycles) || by.Can(Permission.VerifyEvidence);

    private static bool Matches(string text, string wanted) =>
        text.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
