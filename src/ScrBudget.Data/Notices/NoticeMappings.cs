using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Identity;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Data.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.AccountId).HasMaxLength(AccountMapping.IdLength);
        builder.Property(notice => notice.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(notice => notice.Subject).HasMaxLength(Notice.SubjectLength);
        builder.Property(notice => notice.Text).HasMaxLength(Notice.TextLength);
        builder.Property(notice => notice.Address).HasMaxLength(Notice.AddressLength);
        builder.Property(notice => notice.RequestNumber).HasMaxLength(RequestNumber.Length);
        // The bell counts by it on every page.
        builder.HasIndex(notice => new { notice.AccountId, notice.ReadAt });
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(notice => notice.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeSettingMapping : IEntityTypeConfiguration<NoticeSetting>
{
    public void Configure(EntityTypeBuilder<NoticeSetting> builder)
    {
        builder.HasKey(setting => new { setting.AccountId, setting.Group });
        builder.Property(setting => setting.AccountId).HasMaxLength(AccountMapping.IdLength);
        builder
            .Property(setting => setting.Group)
            .HasColumnName("NoticeGroup")
            .HasConversion<string>()
            .HasMaxLength(16);
        builder.Property(setting => setting.Mail).HasConversion<string>().HasMaxLength(16);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(setting => setting.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeMarkMapping : IEntityTypeConfiguration<NoticeMark>
{
    public void Configure(EntityTypeBuilder<NoticeMark> builder)
    {
        builder.HasKey(mark => mark.Key);
        builder.Property(mark => mark.Key).HasColumnName("MarkKey").HasMaxLength(NoticeMark.KeyLength);
    }
}

internal sealed class MailMapping : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.AccountId).HasMaxLength(AccountMapping.IdLength);
        builder.Property(mail => mail.Recipient).HasMaxLength(Mail.AddressLength);
        builder.Property(mail => mail.Subject).HasMaxLength(Mail.SubjectLength);
        // A daily mail lists whatever is unread.
        builder.Property(mail => mail.Body).HasMaxLength(-1);
        builder.Property(mail => mail.LastError).HasMaxLength(Mail.ErrorLength);
        builder.Property(mail => mail.Version).IsConcurrencyToken();
        builder.Ignore(mail => mail.Status);
        builder.HasIndex(mail => mail.NextAttemptAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(mail => mail.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
