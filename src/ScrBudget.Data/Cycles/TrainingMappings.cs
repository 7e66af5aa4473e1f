using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Data.Cycles;

internal sealed class TrainingMapping : IEntityTypeConfiguration<Training>
{
    public const int AudienceLength = 16;

    public void Configure(EntityTypeBuilder<Training> builder)
    {
        builder.ToTable("Training");
        builder.HasKey(training => new { training.BudgetYear, training.Audience });
        builder
            .Property(training => training.Audience)
            .HasConversion<string>()
            .HasMaxLength(AudienceLength)
            .ValueGeneratedNever();
        builder.Property(training => training.Title).HasMaxLength(Training.TitleLength);
        builder.Property(training => training.Text).HasMaxLength(-1);
        builder.Property(training => training.Link).HasMaxLength(Training.LinkLength);
        builder.Property(training => training.RevisedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(training => training.Version).IsConcurrencyToken();
        builder.Ignore(training => training.Content);
        builder.HasAudit();
        builder
            .HasOne<BudgetCycle>()
            .WithMany()
            .HasForeignKey(training => training.BudgetYear)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainingCompletionMapping : IEntityTypeConfiguration<TrainingCompletion>
{
    public void Configure(EntityTypeBuilder<TrainingCompletion> builder)
    {
        builder.ToTable("TrainingCompletions");
        builder.HasKey(completion => new
        {
            completion.BudgetYear,
            completion.Audience,
            completion.AccountId,
        });
        builder
            .Property(completion => completion.Audience)
            .HasConversion<string>()
            .HasMaxLength(TrainingMapping.AudienceLength);
        builder.Property(completion => completion.AccountId).HasMaxLength(TrainingCompletion.AccountIdLength);
        builder.Property(completion => completion.PersonName).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(completion => completion.At).HasColumnName("AcknowledgedAt");
        builder.Property(completion => completion.Version).IsConcurrencyToken();
        builder.HasAudit();
        builder
            .HasOne<Training>()
            .WithMany()
            .HasForeignKey(completion => new { completion.BudgetYear, completion.Audience })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
