namespace ScrBudget.Domain;

/// <summary>
/// Guarded against lost updates: the version is stamped anew at each save, and a save that loaded another version is
/// refused by the database, whichever it is.
/// </summary>
public interface IVersioned
{
    Guid Version { get; }
}
