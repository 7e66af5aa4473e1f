using System.Text;

namespace ScrBudget.Web.Components.Layout;

/// <summary>A role's name as people read it.</summary>
public static class RoleWords
{
    /// <summary><c>ProgramOfficeAuthor</c> is read <c>Program office author</c>; OAO and SCR stay capital.</summary>
    public static string Of(string roleName)
    {
        var words = new StringBuilder(roleName.Length + 4);
        foreach (var letter in roleName)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.Replace("Oao ", "OAO ").Replace("Scr ", "SCR ").ToString();
    }
}
