namespace ScrBudget.Application.Requests;

/// <summary>How an invented request says that it is one, wherever its title stands.</summary>
public static class SyntheticRequest
{
    public const string Notice = "SYNTHETIC REQUESTS: invented for trial, not requests of any agency.";

    private const string Mark = " (synthetic)";

    /// <summary>A title with the mark, as all lists and documents print it.</summary>
    public static string Title(string title) => $"{title}{Mark}";

    public static bool Is(string title) => title.EndsWith(Mark, StringComparison.Ordinal);

    /// <summary>The title without it, to compare what is asked for.</summary>
    public static string Unmarked(string title) => Is(title) ? title[..^Mark.Length] : title;
}
