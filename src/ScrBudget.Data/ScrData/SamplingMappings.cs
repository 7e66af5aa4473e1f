using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Sampling;

namespace ScrBudget.Data.ScrData;

internal sealed class AuditSampleMapping : IEntityTypeConfiguration<AuditSample>
{
    private const string OwnerKey = "SampleNumber";

    public void Configure(EntityTypeBuilder<AuditSample> builder)
    {
        builder.ToTable("AuditSamples");
        builder.HasKey(sample => sample.Number);
        builder.Property(sample => sample.Number).ValueGeneratedNever();
        builder.Property(sample => sample.Name).HasMaxLength(AuditSample.NameLength);
        builder.Property(sample => sample.SizeReason).HasMaxLength(AuditSample.ReasonLength);
        builder.Property(sample => sample.Seed).HasMaxLength(AuditSample.SeedLength);
        builder.Property(sample => sample.DrawnBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(sample => sample.Version).IsConcurrencyToken();
        builder.Ignore(sample => sample.Confidence);
        builder.Ignore(sample => sample.Margin);
        builder.Ignore(sample => sample.FirstYear);
        builder.Ignore(sample => sample.LastYear);
        builder.Ignore(sample => sample.SizeComputation);
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(sample => sample.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            sample => sample.Strata,
            stratum =>
            {
                stratum.ToTable("SampleStrata");
                stratum.WithOwner().HasForeignKey(OwnerKey);
                stratum.HasKey(OwnerKey, nameof(SampleStratum.Order));
                // Order is a word of SQL.
                stratum.Property(part => part.Order).HasColumnName("ListOrder").ValueGeneratedNever();
                stratum.Property(part => part.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
                stratum.Property(part => part.Sample).HasColumnName("Drawn");
            }
        );
        builder.HasAudit();
    }
}

internal sealed class SampledCaseMapping : IEntityTypeConfiguration<SampledCase>
{
    private const string OrderKey = "CaseOrder";

    public void Configure(EntityTypeBuilder<SampledCase> builder)
    {
        builder.ToTable("SampledCases");
        builder.HasKey(one => new { one.SampleNumber, one.Order });
        builder.Property(one => one.SampleNumber).ValueGeneratedNever();
        builder.Property(one => one.Order).HasColumnName("DrawOrder").ValueGeneratedNever();
        builder.Property(one => one.CaseNumber).HasMaxLength(ScrRecord.NumberLength);
        builder.Property(one => one.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(one => one.TestedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(one => one.Response).HasMaxLength(SampledCase.TextLength);
        builder.Property(one => one.RespondedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(one => one.Reasons).HasMaxLength(SampledCase.TextLength);
        builder.Property(one => one.AdjudicatedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder
            .HasOne<AuditSample>()
            .WithMany()
            .HasForeignKey(one => one.SampleNumber)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            one => one.Scrs,
            scr =>
            {
                scr.ToTable("SampledScrs");
                scr.WithOwner().HasForeignKey(nameof(SampledCase.SampleNumber), OrderKey);
                scr.HasKey(nameof(SampledCase.SampleNumber), OrderKey, nameof(SampledScr.Order));
                scr.Property(part => part.Order).HasColumnName("ListOrder").ValueGeneratedNever();
                scr.Property(part => part.ScrNumber).HasMaxLength(ScrRecord.NumberLength);
                scr.Property(part => part.Type).HasConversion<string>().HasMaxLength(24);
                scr.Property(part => part.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
                scr.Property(part => part.Subcategory).HasMaxLength(ScrSubcategory.NameLength);
                scr.Property(part => part.Association).HasConversion<string>().HasMaxLength(16);
                scr.Property(part => part.BorderCrossing).HasConversion<string>().HasMaxLength(16);
                scr.Property(part => part.Note).HasMaxLength(SampledScr.NoteLength);
                scr.Property(part => part.Finding).HasConversion<string>().HasMaxLength(24);
                scr.Ignore(part => part.Year);
            }
        );
        builder.HasAudit();
    }
}
