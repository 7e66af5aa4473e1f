using System.Globalization;

namespace ScrBudget.Domain.Requests;

/// <summary>Why a command on a request is refused. Codes are stable; messages name the place and the remedy.</summary>
public static class RequestRefusals
{
    public const string StaleSectionCode = "section-changed";
    public const string IncompleteCode = "request-incomplete";
    public const string NotDraftCode = "request-not-draft";
    public const string RequestChangedCode = "request-changed";
    public const string LineChangedCode = "cost-line-changed";
    public const string OtherWindowCode = "working-copy-changed";

    public static Refusal NotAllowed { get; } =
        new(
            "not-allowed",
            "Your roles do not allow this for the request's office. Ask the office, or an administrator."
        );

    public static Refusal NotFound { get; } =
        new("request-not-found", "There is no such request, or you may not see it.");

    public static Refusal NotDraft(RequestStatus status) =>
        new(
            NotDraftCode,
            $"The request is {status.Title().ToLowerInvariant()}; only a draft or a returned request can be changed."
        );

    public static Refusal StaleSection(string section, string by) =>
        new(
            StaleSectionCode,
            $"{section} was changed by {(by.Length == 0 ? "somebody else" : by)} meanwhile. Compare both and decide."
        );

    /// <summary>What is handed in must be what was on the screen.</summary>
    /// <param name="action">What was done last, as the audit trail says it.</param>
    public static Refusal RequestChanged(string number, string by, string action) =>
        new(
            RequestChangedCode,
            $"{number} was changed by {by} meanwhile (last: {action}). It is shown as it now stands, and what you wrote is kept: look again."
        );

    /// <param name="now">What the line holds now.</param>
    public static Refusal LineChanged(string now) =>
        new(
            LineChangedCode,
            $"The line was changed meanwhile. It now stands at: {now}. Nothing was replaced: look at it, then repeat the command or leave it."
        );

    /// <summary>Two windows of one person: neither text replaces the other unseen.</summary>
    public static Refusal OtherWindow(string section) =>
        new(OtherWindowCode, $"Another window of yours holds another text of {section}. Compare both and decide.");

    public static Refusal TooLong(string field, int length, int limit) =>
        new(
            "text-too-long",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{field} has {length:N0} characters; at most {limit:N0} can be kept. Nothing was changed."
            )
        )
        {
            Field = FieldName(field),
        };

    public static Refusal NotUsable(string field, string expected) =>
        new("field-invalid", $"{field}: {expected}") { Field = FieldName(field) };

    public static Refusal NoSuchLine { get; } =
        new("cost-line-not-found", "That cost line is not in the plan any more. Reload the page.");

    public static Refusal ReasonMissing { get; } =
        new("reason-missing", "Give the reason in a sentence.") { Field = "reason" };

    /// <summary>The stable name of a field, from the words by which messages call it.</summary>
    private static string FieldName(string words) =>
        words.Replace(",", string.Empty).Replace(' ', '-').ToLowerInvariant();

    /// <summary>A category that the report names for the office is not waved away.</summary>
    public static Refusal SuggestedNeedsAnswer(string category) =>
        new(
            "category-suggested",
            $"{category} is suggested for your office: attach a statistic, decline, or say why it is not applicable."
        );

    /// <summary>A category that the author said bears on the request is not waved away afterwards.</summary>
    public static Refusal ConfirmedNeedsAnswer(string category) =>
        new(
            "category-confirmed",
            $"It was said that {category} bears on this request: decline it, or say why it is not applicable after all."
        );

    public static Refusal TokenStands(string category, string token) =>
        new(
            "figure-still-cited",
            $"{token} of {category} still stands in the text. Remove it there first, then answer again."
        );

    public static Refusal Incomplete(IReadOnlyList<Gap> gaps) =>
        new(IncompleteCode, $"{gaps.Count} {(gaps.Count == 1 ? "gap stands" : "gaps stand")} before submission.")
        {
            Details = [.. gaps.Select(gap => gap.Message)],
        };
}
