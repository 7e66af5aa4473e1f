using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.ScrData;

internal sealed class TaxonomyEntryMapping : IEntityTypeConfiguration<TaxonomyEntry>
{
    public void Configure(EntityTypeBuilder<TaxonomyEntry> builder)
    {
        builder.ToTable("TaxonomyEntries");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.Decision).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(entry => entry.Text).HasMaxLength(ScrCategory.NameLength);
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder
            .HasOne<ScrCategory>()
            .WithMany()
            .HasForeignKey(entry => entry.CategoryCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasAudit();
    }
}

internal sealed class ExtractSourceMapping : IEntityTypeConfiguration<ExtractSource>
{
    public void Configure(EntityTypeBuilder<ExtractSource> builder)
    {
        builder.ToTable("ExtractSources");
        builder.HasKey(source => source.Name);
        builder.Property(source => source.Name).HasMaxLength(ExtractSource.NameLength);
        builder
            .Property(source => source.Columns)
            .HasColumnName("ColumnChoices")
            .HasMaxLength(ExtractSource.ColumnsLength);
        builder.Property(source => source.Version).IsConcurrencyToken();
        builder.HasAudit();
    }
}
