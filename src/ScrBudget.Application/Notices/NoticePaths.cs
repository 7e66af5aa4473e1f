namespace ScrBudget.Application.Notices;

/// <summary>Addresses of the notices' own pages: the site serves them, mail links to them.</summary>
public static class NoticePaths
{
    public const string All = "/notices";
    public const string Settings = "/notices/settings";
    public const string Outbox = "/notices/outbox";
}
