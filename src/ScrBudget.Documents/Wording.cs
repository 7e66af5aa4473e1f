namespace ScrBudget.Documents;

/// <summary>Words that every kind of document prints alike.</summary>
public static class Wording
{
    public const string NoResponse = "No response was provided.";
}
