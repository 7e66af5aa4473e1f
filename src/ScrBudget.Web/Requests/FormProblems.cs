using ScrBudget.Domain;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Requests;

/// <summary>Why a form's command was refused, in the summary and at the field that the rule names.</summary>
/// <param name="ids">The input's id by the stable name of a field (<see cref="Refusal.Field"/>).</param>
/// <param name="otherwise">Where the summary leads when the rule names no field of this form.</param>
internal sealed class FormProblems(IReadOnlyDictionary<string, string> ids, string otherwise)
{
    private string? marked;

    public IReadOnlyList<FieldProblem> List { get; private set; } = [];

    /// <summary>Counts what was tried, for <see cref="ErrorSummary.Attempt"/>.</summary>
    public int Attempt { get; private set; }

    /// <returns>True when nothing was refused.</returns>
    public bool Show(Refusal? refusal)
    {
        Attempt++;
        marked = refusal?.Field is { } field ? ids.GetValueOrDefault(field) : null;
        List = refusal is null
            ? []
            : [new FieldProblem(refusal.Message, marked ?? otherwise) { Details = refusal.Details }];
        return refusal is null;
    }

    /// <summary>Numbers that cannot be read are told before any rule is asked; each field says its own already.</summary>
    /// <returns>True when every number can be read.</returns>
    public bool Show(UnreadableNumbers unreadable)
    {
        if (unreadable.Problems.Count == 0)
        {
            return true;
        }

        Attempt++;
        marked = null;
        List = unreadable.Problems;
        return false;
    }

    /// <summary>Nothing is shown any more, and nothing was tried.</summary>
    public void Clear() => (marked, List) = (null, []);

    /// <summary>The message at a field; null when the refusal is about another.</summary>
    public string? At(string fieldId) => fieldId == marked ? List[0].Message : null;
}
