using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Validation;

namespace ScrBudget.Data.ScrData;

internal sealed class RecordSettlementMapping : IEntityTypeConfiguration<RecordSettlement>
{
    public void Configure(EntityTypeBuilder<RecordSettlement> builder)
    {
        builder.ToTable("ScrSettlements");
        builder.HasKey(settlement => new { settlement.SnapshotNumber, settlement.ScrNumber });
        builder.Property(settlement => settlement.SnapshotNumber).ValueGeneratedNever();
        builder.Property(settlement => settlement.ScrNumber).HasMaxLength(ScrRecord.NumberLength);
        builder.Property(settlement => settlement.Decision).HasConversion<string>().HasMaxLength(24);
        builder.Property(settlement => settlement.State).HasConversion<string>().HasMaxLength(24);
        builder.Property(settlement => settlement.Reason).HasMaxLength(RecordSettlement.ReasonLength);
        builder.Property(settlement => settlement.Note).HasMaxLength(RecordSettlement.ReasonLength);
        builder.Property(settlement => settlement.Version).IsConcurrencyToken();
        builder.Ignore(settlement => settlement.HasEffect);
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(settlement => settlement.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasAudit();
    }
}

internal sealed class ValidatedEditionMapping : IEntityTypeConfiguration<ValidatedEdition>
{
    public void Configure(EntityTypeBuilder<ValidatedEdition> builder)
    {
        builder.ToTable("ScrEditions");
        builder.HasKey(edition => new { edition.SnapshotNumber, edition.Number });
        builder.Property(edition => edition.SnapshotNumber).ValueGeneratedNever();
        builder.Property(edition => edition.Number).ValueGeneratedNever();
        builder.Property(edition => edition.ChangesSha256).HasMaxLength(AuditEntry.HashLength);
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(edition => edition.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasAudit();
    }
}

internal sealed class EditionChangeMapping : IEntityTypeConfiguration<EditionChange>
{
    public void Configure(EntityTypeBuilder<EditionChange> builder)
    {
        builder.ToTable("ScrEditionChanges");
        builder.HasKey(change => new
        {
            change.SnapshotNumber,
            change.Edition,
            change.ScrNumber,
        });
        builder.Property(change => change.ScrNumber).HasMaxLength(ScrRecord.NumberLength);
        builder.Property(change => change.Reason).HasMaxLength(RecordSettlement.ReasonLength);
        builder
            .HasOne<ValidatedEdition>()
            .WithMany()
            .HasForeignKey(change => new { change.SnapshotNumber, change.Edition })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
