using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Identity;

/// <summary>Why an account is not changed.</summary>
internal static class AccountRefusals
{
    public static Refusal LastAdministrator { get; } =
        new(
            "last-administrator",
            "This is the last administrator: add another one first, or nobody could add accounts any more."
        );

    public static Refusal NotAllowed(Person by) => new("not-allowed", $"{by.Name} may not change accounts.");

    public static Refusal Unknown(string userName) => new("user-unknown", $"There is no account {userName}.");

    public static Refusal Closed(string userName) => new("account-closed", $"The account {userName} is closed.");

    public static Refusal Changed(string userName) =>
        new("account-changed", $"Somebody else has just changed the account {userName}. Look at it again.");

    /// <summary>Null when the password has a length that is taken.</summary>
    public static Refusal? PasswordProblem(string password) =>
        password.Length is < CreateAccount.PasswordMinimum or > CreateAccount.PasswordMaximum
            ? new Refusal(
                "password-length",
                $"A password has {CreateAccount.PasswordMinimum} to {CreateAccount.PasswordMaximum} characters; a sentence makes a good one."
            )
            : null;
}
