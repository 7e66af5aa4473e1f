namespace ScrBudget.Domain.Notices;

/// <summary>What one person has chosen for a group of kinds; without it the group's default holds.</summary>
public sealed class NoticeSetting
{
    public NoticeSetting(string accountId, NoticeGroup group, MailChoice mail)
    {
        AccountId = accountId;
        Group = group;
        Mail = mail;
    }

    public string AccountId { get; private set; }

    public NoticeGroup Group { get; private set; }

    public MailChoice Mail { get; private set; }

    public void Choose(MailChoice mail) => Mail = mail;
}
