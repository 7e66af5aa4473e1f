using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Data;

/// <summary>The one database. A context serves one operation; writes go through <see cref="SaveAsync"/>.</summary>
public sealed class ScrBudgetContext(DbContextOptions<ScrBudgetContext> options) : IdentityUserContext<Account>(options)
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<BudgetCycle> Cycles => Set<BudgetCycle>();

    public DbSet<Guidance> Guidance => Set<Guidance>();

    public DbSet<GuidanceFile> GuidanceFiles => Set<GuidanceFile>();

    public DbSet<Training> Training => Set<Training>();

    public DbSet<TrainingCompletion> TrainingCompletions => Set<TrainingCompletion>();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<ScrCategory> ScrCategories => Set<ScrCategory>();

    public DbSet<ScrSubcategory> ScrSubcategories => Set<ScrSubcategory>();

    public DbSet<TaxonomyEntry> TaxonomyEntries => Set<TaxonomyEntry>();

    public DbSet<ExtractSource> ExtractSources => Set<ExtractSource>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<ScrRecord> ScrRecords => Set<ScrRecord>();

    public DbSet<ExtractProblem> ScrProblems => Set<ExtractProblem>();

    public DbSet<PreparedCount> PreparedCounts => Set<PreparedCount>();

    public DbSet<OpenCaseCount> OpenCaseCounts => Set<OpenCaseCount>();

    public DbSet<AuditSample> AuditSamples => Set<AuditSample>();

    public DbSet<SampledCase> SampledCases => Set<SampledCase>();

    public DbSet<RecordSettlement> RecordSettlements => Set<RecordSettlement>();

    public DbSet<ValidatedEdition> ValidatedEditions => Set<ValidatedEdition>();

    public DbSet<EditionChange> EditionChanges => Set<EditionChange>();

    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();

    public DbSet<ResourceRequest> Requests => Set<ResourceRequest>();

    public DbSet<Ranking> Rankings => Set<Ranking>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeSetting> NoticeSettings => Set<NoticeSetting>();

    public DbSet<NoticeMark> NoticeMarks => Set<NoticeMark>();

    public DbSet<Mail> Mails => Set<Mail>();

    /// <summary>Saves what changed together with its audit entries, in one transaction.</summary>
    /// <exception cref="DbUpdateException">Somebody else saved first: took the version, or the next place in the trail.</exception>
    public Task<int> SaveAsync(Person by, DateTime at, CancellationToken cancellation = default)
    {
        WriteAudit(by, at);
        return SaveChangesAsync(cancellation);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        Prepare();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ScrBudgetContext).Assembly);
        // Identity's own lengths would exceed what SQL Server takes in a clustered key (900 bytes).
        builder.Entity<IdentityUserLogin<string>>().Property(login => login.LoginProvider).HasMaxLength(128);
        builder.Entity<IdentityUserLogin<string>>().Property(login => login.ProviderKey).HasMaxLength(128);
        builder
            .Entity<IdentityUserToken<string>>()
            .Property(token => token.UserId)
            .HasMaxLength(AccountMapping.IdLength);
        builder.Entity<IdentityUserToken<string>>().Property(token => token.LoginProvider).HasMaxLength(128);
        builder.Entity<IdentityUserToken<string>>().Property(token => token.Name).HasMaxLength(128);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot compare DateTimeOffset and PostgreSQL wants the kind: times are UTC DateTime everywhere.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(256);
    }

    /// <summary>Notes the pending changes of every audited aggregate in its chain.</summary>
    private void WriteAudit(Person by, DateTime at)
    {
        var changed = ChangeTracker
            .Entries<IAudited>()
            .Select(entry => entry.Entity)
            .Where(audited => audited.Audit.Pending.Count > 0)
            .ToList();
        foreach (var audited in changed)
        {
            AuditEntries.AddRange(audited.Audit.Write(audited.AuditSubject, by, at, audited.State()));
        }
    }

    private void Prepare()
    {
        if (
            ChangeTracker.Entries<IAudited>().FirstOrDefault(entry => entry.Entity.Audit.Pending.Count > 0) is
            { } forgotten
        )
        {
            throw new InvalidOperationException(
                $"Changes of {forgotten.Entity.AuditSubject} would be saved without an audit entry: call SaveAsync."
            );
        }

        ChangeTracker.DetectChanges();
        foreach (
            var entry in ChangeTracker
                .Entries<IVersioned>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
        )
        {
            entry.Property(entity => entity.Version).CurrentValue = Guid.NewGuid();
        }
    }
}
