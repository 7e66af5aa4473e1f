using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Data.Identity;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    /// <summary>Identity's keys are GUIDs as text; the room is for other stores' keys.</summary>
    public const int IdLength = 128;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.Id).HasMaxLength(IdLength);
        builder.Property(account => account.DisplayName).HasMaxLength(Account.DisplayNameLength);
        builder.Property(account => account.OfficeCode).HasMaxLength(Office.CodeLength);
        builder
            .HasOne<Office>()
            .WithMany()
            .HasForeignKey(account => account.OfficeCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            account => account.Roles,
            role =>
            {
                role.ToTable("AccountRoles");
                role.WithOwner().HasForeignKey("AccountId");
                role.Property(held => held.Role).HasConversion<string>().HasMaxLength(40);
                role.HasKey("AccountId", nameof(AccountRole.Role));
            }
        );
        builder.HasAudit();
    }
}
