namespace ScrBudget.Domain.Review;

/// <summary>Stages whose amounts every request has; later ones are the cycle's.</summary>
public static class Stages
{
    public const int NameLength = 60;
    public const string ProgramOffice = "Program office";
    public const string Analyst = "Analyst";
    public const string Oao = "OAO";
}
