using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Data.Cycles;

internal sealed class GuidanceMapping : IEntityTypeConfiguration<Guidance>
{
    public void Configure(EntityTypeBuilder<Guidance> builder)
    {
        builder.ToTable("Guidance");
        builder.HasKey(guidance => new { guidance.BudgetYear, guidance.Number });
        builder.Property(guidance => guidance.Number).ValueGeneratedNever();
        builder.Property(guidance => guidance.Title).HasMaxLength(Guidance.TitleLength);
        builder.Property(guidance => guidance.Issuer).HasMaxLength(Guidance.IssuerLength);
        builder.Property(guidance => guidance.Text).HasMaxLength(-1);
        builder.Property(guidance => guidance.FileName).HasMaxLength(Guidance.FileNameLength);
        builder.Property(guidance => guidance.FileMediaType).HasMaxLength(Guidance.MediaTypeLength);
        builder.Property(guidance => guidance.FileSha256).HasMaxLength(AuditEntry.HashLength);
        builder.Property(guidance => guidance.IssuedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(guidance => guidance.Version).IsConcurrencyToken();
        builder.HasAudit();
        builder
            .HasOne<BudgetCycle>()
            .WithMany()
            .HasForeignKey(guidance => guidance.BudgetYear)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuidanceFileMapping : IEntityTypeConfiguration<GuidanceFile>
{
    public void Configure(EntityTypeBuilder<GuidanceFile> builder)
    {
        builder.ToTable("GuidanceFiles");
        builder.HasKey(file => new { file.BudgetYear, file.Number });
        builder.Property(file => file.Number).ValueGeneratedNever();
        builder
            .HasOne<Guidance>()
            .WithOne()
            .HasForeignKey<GuidanceFile>(file => new { file.BudgetYear, file.Number })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
