using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Data.Identity;
using ScrBudget.Data.Review;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.Requests;

internal sealed class ResourceRequestMapping : IEntityTypeConfiguration<ResourceRequest>
{
    internal const string OwnerKey = "RequestId";

    public void Configure(EntityTypeBuilder<ResourceRequest> builder)
    {
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Number).HasMaxLength(RequestNumber.Length);
        builder.HasIndex(request => request.Number).IsUnique();
        builder.Property(request => request.OfficeCode).HasMaxLength(Office.CodeLength);
        builder.Property(request => request.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(request => request.CreatedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.Property(request => request.AnalystId).HasMaxLength(AccountMapping.IdLength);
        builder.Property(request => request.AnalystName).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(request => request.Decision).HasConversion<string>().HasMaxLength(16);
        builder.Property(request => request.MergedInto).HasMaxLength(RequestNumber.Length);
        builder.Ignore(request => request.Year);
        builder.Ignore(request => request.WaitingSince);
        builder.Ignore(request => request.CurrentDisposition);
        builder.HasIndex(request => new { request.OfficeCode, request.BudgetYear });
        builder
            .HasOne<Office>()
            .WithMany()
            .HasForeignKey(request => request.OfficeCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<BudgetCycle>()
            .WithMany()
            .HasForeignKey(request => request.BudgetYear)
            .OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(request => request.Facts, Facts);
        builder.HasAudit();
        Sections(builder);
        Cost(builder);
        Evidence(builder);
        builder.HasReview();
        builder.OwnsMany(
            request => request.Submissions,
            submission =>
            {
                submission.ToTable("Submissions");
                submission.WithOwner().HasForeignKey(OwnerKey);
                submission.HasKey(OwnerKey, nameof(Submission.Number));
                submission.Property(handed => handed.Number).ValueGeneratedNever();
                submission.Property(handed => handed.Document).HasMaxLength(-1);
                submission.Property(handed => handed.DocumentSha256).HasMaxLength(AuditEntry.HashLength);
                submission.Property(handed => handed.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
    }

    private static void Facts(ComplexPropertyBuilder<RequestFacts> facts)
    {
        facts.Ignore(fact => fact.Fields);
        facts.Property(fact => fact.Title).HasMaxLength(RequestFacts.TitleLength);
        facts.Property(fact => fact.Appropriation).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.ProgramProjectActivity).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.PeriodOfAvailability).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.KindOfChange).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.Priority).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.StrategicGoal).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.Authority).HasMaxLength(RequestFacts.LongFactLength);
        facts.Property(fact => fact.Contact).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.Offsets).HasMaxLength(RequestFacts.LongFactLength);
        facts.Property(fact => fact.PerformanceMeasure).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.PerformanceBaseline).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.PerformanceTarget).HasMaxLength(RequestFacts.FactLength);
        facts.Property(fact => fact.PerformanceTargetDate).HasMaxLength(RequestFacts.FactLength);
    }

    private static void Sections(EntityTypeBuilder<ResourceRequest> builder) =>
        builder.OwnsMany(
            request => request.Sections,
            section =>
            {
                section.ToTable("RequestSections");
                section.WithOwner().HasForeignKey(OwnerKey);
                section.HasKey(OwnerKey, nameof(RequestSection.Kind));
                section.Property(part => part.Kind).HasConversion<string>().HasMaxLength(16).ValueGeneratedNever();
                section.Property(part => part.Text).HasMaxLength(-1);
                section.Property(part => part.Version).IsConcurrencyToken();
                section.Property(part => part.RevisedBy).HasMaxLength(AuditEntry.PersonLength);
            }
        );

    private static void Cost(EntityTypeBuilder<ResourceRequest> builder)
    {
        builder.OwnsMany(
            request => request.PositionLines,
            line =>
            {
                line.ToTable("PositionLines");
                line.WithOwner().HasForeignKey(OwnerKey);
                line.HasKey(positions => positions.Id);
                line.Property(positions => positions.Id).ValueGeneratedNever();
                line.Property(positions => positions.Type).HasMaxLength(PositionLine.TypeLength);
                line.Property(positions => positions.IsRemoved);
                line.Property(positions => positions.Version).IsConcurrencyToken();
                line.Property(positions => positions.Order).HasColumnName("LineOrder");
            }
        );
        builder.OwnsMany(
            request => request.NonPersonnelLines,
            line =>
            {
                line.ToTable("NonPersonnelLines");
                line.WithOwner().HasForeignKey(OwnerKey);
                line.HasKey(item => item.Id);
                line.Property(item => item.Id).ValueGeneratedNever();
                line.Property(item => item.Item).HasMaxLength(NonPersonnelLine.ItemLength);
                line.Property(item => item.ObjectClass).HasConversion<string>().HasMaxLength(24);
                line.Property(item => item.IsRemoved);
                line.Property(item => item.Version).IsConcurrencyToken();
                line.Property(item => item.Order).HasColumnName("LineOrder");
            }
        );
        builder.OwnsMany(
            request => request.CostOverrides,
            entered =>
            {
                entered.ToTable("CostOverrides");
                entered.WithOwner().HasForeignKey(OwnerKey);
                entered.HasKey(OwnerKey, nameof(CostOverride.LineId), nameof(CostOverride.Year));
                entered.Property(amount => amount.Year).HasColumnName("FiscalYear").ValueGeneratedNever();
                entered.Property(amount => amount.Reason).HasMaxLength(CostOverride.ReasonLength);
            }
        );
    }

    private static void Evidence(EntityTypeBuilder<ResourceRequest> builder)
    {
        builder.OwnsMany(
            request => request.Figures,
            figure =>
            {
                figure.ToTable("AttachedStatistics");
                figure.WithOwner().HasForeignKey(OwnerKey);
                figure.HasKey(OwnerKey, nameof(AttachedStatistic.Number));
                figure.Property(attached => attached.Number).ValueGeneratedNever();
                figure.Property(attached => attached.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
                figure.Property(attached => attached.Subcategory).HasMaxLength(ScrSubcategory.NameLength);
                figure.Property(attached => attached.Measure).HasConversion<string>().HasMaxLength(16);
                figure.Property(attached => attached.Tco).HasConversion<string>().HasMaxLength(16);
                figure.Property(attached => attached.AttachedBy).HasMaxLength(AuditEntry.PersonLength);
                figure.Ignore(attached => attached.Query);
                figure
                    .HasOne<Snapshot>()
                    .WithMany()
                    .HasForeignKey(attached => attached.SnapshotNumber)
                    .OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.OwnsMany(
            request => request.Answers,
            answer =>
            {
                answer.ToTable("CategoryAnswers");
                answer.WithOwner().HasForeignKey(OwnerKey);
                answer.HasKey(OwnerKey, nameof(CategoryAnswer.Sequence));
                answer.Property(given => given.Sequence).ValueGeneratedNever();
                answer.Property(given => given.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
                answer.Property(given => given.Decision).HasConversion<string>().HasMaxLength(16);
                answer.Property(given => given.DeclineReason).HasConversion<string>().HasMaxLength(24);
                answer.Property(given => given.Reason).HasMaxLength(CategoryAnswer.ReasonLength);
                answer.Property(given => given.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
    }
}

internal sealed class WorkingCopyMapping : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.HasKey(copy => new
        {
            copy.RequestId,
            copy.Section,
            copy.AccountId,
        });
        builder.Property(copy => copy.Section).HasConversion<string>().HasMaxLength(16);
        builder.Property(copy => copy.AccountId).HasMaxLength(AccountMapping.IdLength);
        builder.Property(copy => copy.Text).HasMaxLength(-1);
        builder.Property(copy => copy.Version).IsConcurrencyToken();
        builder
            .HasOne<ResourceRequest>()
            .WithMany()
            .HasForeignKey(copy => copy.RequestId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
