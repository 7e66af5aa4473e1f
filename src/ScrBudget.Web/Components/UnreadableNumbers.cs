namespace ScrBudget.Web.Components;

/// <summary>
/// Number fields of one form whose text is no number; a cascading value. Their value is still the last that could be read,
/// so the form's command must not run.
/// </summary>
public sealed class UnreadableNumbers
{
    private readonly Dictionary<string, FieldProblem> problems = [];

    /// <summary>Named by field, in the order in which they were typed.</summary>
    public IReadOnlyList<FieldProblem> Problems => [.. problems.Values];

    /// <param name="problem">Null when the field can be read.</param>
    public void Note(string fieldId, string label, string? problem)
    {
        if (problem is null)
        {
            problems.Remove(fieldId);
        }
        else
        {
            problems[fieldId] = new FieldProblem($"{label}: {problem}", fieldId);
        }
    }
}
