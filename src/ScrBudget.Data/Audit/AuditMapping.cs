using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Domain.Audit;

namespace ScrBudget.Data.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Subject).HasMaxLength(AuditEntry.SubjectLength);
        builder.Property(entry => entry.Action).HasMaxLength(AuditEntry.ActionLength);
        builder.Property(entry => entry.ById).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(entry => entry.ByName).HasMaxLength(AuditEntry.PersonLength);
        builder.Property(entry => entry.Why).HasMaxLength(-1);
        builder.Property(entry => entry.Before).HasMaxLength(-1);
        builder.Property(entry => entry.After).HasMaxLength(-1);
        builder.Property(entry => entry.State).HasMaxLength(-1);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(entry => entry.Hash).HasMaxLength(AuditEntry.HashLength);
        // Two writers that both read entry n cannot both write entry n + 1.
        builder.HasIndex(entry => new { entry.Subject, entry.Sequence }).IsUnique();
    }
}

internal static class AuditedMapping
{
    /// <summary>Maps the head of the chain into the aggregate's own table.</summary>
    public static void HasAudit<T>(this EntityTypeBuilder<T> builder)
        where T : class, IAudited =>
        builder.ComplexProperty(
            audited => audited.Audit,
            audit =>
            {
                audit.Property(head => head.Sequence).HasColumnName("AuditSequence");
                audit.Property(head => head.Hash).HasColumnName("AuditHash").HasMaxLength(AuditEntry.HashLength);
                audit.Ignore(head => head.Pending);
            }
        );
}
