namespace ScrBudget.Web.Review.Deciding;

/// <summary>A request that is to go to another rank.</summary>
/// <param name="Position">From 1, in the whole list.</param>
/// <param name="FocusId">What had the focus, and gets it again.</param>
public sealed record RankMove(string Number, int Position, string FocusId);
