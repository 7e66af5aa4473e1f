using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Review.Deciding;

namespace ScrBudget.Data.Review;

internal sealed class RankingMapping : IEntityTypeConfiguration<Ranking>
{
    public void Configure(EntityTypeBuilder<Ranking> builder)
    {
        builder.ToTable("Rankings");
        builder.HasKey(ranking => new { ranking.BudgetYear, ranking.OfficeCode });
        builder.Property(ranking => ranking.BudgetYear).ValueGeneratedNever();
        // No foreign key: the one over all offices has no office.
        builder.Property(ranking => ranking.OfficeCode).HasMaxLength(Office.CodeLength).ValueGeneratedNever();
        // A line each: the order is read and written as a whole.
        builder
            .Property(ranking => ranking.Numbers)
            .HasConversion(
                numbers => string.Join('\n', numbers),
                lines => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<IReadOnlyList<string>>(
                    (left, right) => ReferenceEquals(left, right) || left!.SequenceEqual(right!),
                    numbers => numbers.Aggregate(0, (hash, number) => HashCode.Combine(hash, number)),
                    numbers => numbers.ToList()
                )
            )
            .HasMaxLength(-1);
        builder.Property(ranking => ranking.ChangedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(ranking => ranking.Version).IsConcurrencyToken();
        builder.Ignore(ranking => ranking.Target);
        builder.Ignore(ranking => ranking.IsOverall);
        builder
            .HasOne<BudgetCycle>()
            .WithMany()
            .HasForeignKey(ranking => ranking.BudgetYear)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasAudit();
    }
}
