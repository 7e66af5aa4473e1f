namespace ScrBudget.Web;

/// <summary>Addresses that the shell links to, declared once.</summary>
public static class ShellPaths
{
    public const string Home = "/";
    public const string Requests = "/requests";
    public const string ScrData = "/scr-data";
    public const string Cycles = "/cycles";
    public const string Training = "/training";
    public const string Review = "/review";
    public const string Tracking = "/tracking";
    public const string Deciding = "/deciding";
    public const string Evidence = "/evidence";
    public const string Accounts = "/accounts";
    public const string SignIn = "/sign-in";

    /// <summary>Takes a form by POST, with its antiforgery token.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Answers once the database is migrated; asked by containers and watchers, by HTTP.</summary>
    public const string Health = "/health";

    public const string Error = "/error";
    public const string NotFound = "/not-found";
    public const string AccessDenied = "/access-denied";

    /// <summary>Where responses without a body are answered; <c>{0}</c> is the status code.</summary>
    public const string StatusTemplate = "/status/{0}";
}
