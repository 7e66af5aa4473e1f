using ScrBudget.Application.Requests;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Audit;

/// <summary>
/// What stands in a request must be what its trail says was put there last: texts, facts and submissions. A chain that
/// holds proves nothing about a row that was changed beside it.
/// </summary>
internal static class RecordedState
{
    /// <param name="entries">The request's whole chain, by sequence.</param>
    public static IEnumerable<AuditProblem> Compare(ResourceRequest request, IReadOnlyList<AuditEntry> entries)
    {
        foreach (var kind in SectionKinds.All)
        {
            var last = entries.LastOrDefault(entry => IsChangeOf(kind, entry.Action));
            if ((last?.After ?? string.Empty) != request.Section(kind).Text)
            {
                yield return Problem(last, $"{kind.Title()} is not the text that the trail records.");
            }
        }

        var facts = entries.LastOrDefault(entry => entry.Action is "Revised Facts" or "Created the request");
        if ((facts?.After ?? string.Empty) != request.Facts.ToString())
        {
            yield return Problem(facts, "The facts are not those that the trail records.");
        }

        var handedIn = entries.Where(entry => entry.Action == "Submitted").ToList();
        if (handedIn.Count != request.Submissions.Count)
        {
            yield return Problem(
                handedIn.LastOrDefault(),
                $"The trail records {handedIn.Count} submissions, but {request.Submissions.Count} are kept."
            );
        }

        foreach (var submission in request.Submissions)
        {
            // The hash beside the document could be changed with it; the one in the trail could not.
            var witness = handedIn.ElementAtOrDefault(submission.Number - 1);
            if (
                FrozenDocument.Hash(submission.Document) != submission.DocumentSha256
                || witness?.After?.Contains(submission.DocumentSha256, StringComparison.Ordinal) != true
            )
            {
                yield return Problem(
                    witness,
                    $"Submission {submission.Number} is not the document that was handed in."
                );
            }
        }

        AuditProblem Problem(AuditEntry? entry, string problem) =>
            new(request.AuditSubject, entry?.Sequence ?? 0, problem);
    }

    /// <summary>The words with which <see cref="ResourceRequest"/> notes that a section changed.</summary>
    private static bool IsChangeOf(SectionKind kind, string action) =>
        action == $"Revised {kind.Title()}"
        || (
            action.StartsWith("Attached ", StringComparison.Ordinal)
            && action.EndsWith($" in {kind.Title()}", StringComparison.Ordinal)
        );
}
