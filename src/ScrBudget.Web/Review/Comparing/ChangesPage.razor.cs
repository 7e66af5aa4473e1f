using System.Globalization;
using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Review.Comparing;

/// <summary>What changed in a request: from one submission to another, or beside last year's.</summary>
public sealed partial class ChangesPage
{
    private SubmissionsCompared? submissions;
    private LastYearCompared? lastYear;
    private string? title;
    private string? problem;
    private bool isMissing;

    [Parameter]
    public string Number { get; set; } = string.Empty;

    /// <summary>Number of a submission; 0 for the request as it stands.</summary>
    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    /// <summary>Number of last year's request; empty for the one of the same title, null to compare submissions.</summary>
    [SupplyParameterFromQuery]
    private string? LastYear { get; set; }

    [Inject]
    private CompareSubmissions CompareSubmissions { get; set; } = default!;

    [Inject]
    private CompareWithLastYear CompareWithLastYear { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private bool IsLastYear => LastYear is not null;

    private SubmissionComparison? Comparison => lastYear?.Comparison ?? submissions?.Comparison;

    private IReadOnlyList<Choice> Versions =>
        [
            .. submissions!.Submissions.Select(version => new Choice(
                Text(version.Number),
                $"{Name(version)}, {Time.Print(version.At!.Value)}"
            )),
            new Choice(Text(Application.Review.Comparing.CompareSubmissions.AsItStands), "As it stands now"),
        ];

    private IReadOnlyList<Choice> Candidates =>
        [
            .. lastYear!.Candidates.Select(candidate => new Choice(
                candidate.Number,
                $"{candidate.Number}: {candidate.Title}"
            )),
        ];

    /// <summary>What changed between the last two submissions.</summary>
    public static string Address(string number) => $"{RequestPage.Address(number)}/changes";

    /// <summary>What changed from one version to another; 0 is the request as it stands.</summary>
    public static string Address(string number, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address(number)}?from={from}&to={to}");

    /// <summary>Beside the request of the year before that has the same title, or the named one.</summary>
    public static string LastYearAddress(string number, string lastYear = "") =>
        $"{Address(number)}?lastYear={Uri.EscapeDataString(lastYear)}";

    protected override async Task OnParametersSetAsync()
    {
        var by = await Current.GetAsync();
        (submissions, lastYear, title, problem, isMissing) = (null, null, null, null, false);
        if (IsLastYear)
        {
            lastYear = await AskAsync(
                LastYear!.Length == 0 ? null : LastYear,
                asked => CompareWithLastYear.ExecuteAsync(new CompareWithLastYearInput(Number, asked), by)
            );
            title = lastYear?.Title;
        }
        else
        {
            var (from, to) = (AddressNumber.NumberOrNone(From, "from"), AddressNumber.NumberOrNone(To, "to"));
            var unreadable = from.Problem ?? to.Problem;
            submissions = await AskAsync<(int? From, int? To), SubmissionsCompared>(
                unreadable is null ? (from.Value, to.Value) : default,
                asked => CompareSubmissions.ExecuteAsync(new CompareSubmissionsInput(Number, asked.From, asked.To), by)
            );
            problem ??= isMissing ? null : unreadable?.Message;
            title = submissions?.Title;
        }
    }

    /// <summary>What was asked for; where that is refused, why, and what there is to choose from.</summary>
    private async Task<T?> AskAsync<TChoice, T>(TChoice? choice, Func<TChoice?, Task<Outcome<T>>> ask)
        where T : class
    {
        var answer = await ask(choice);
        if (answer.Refusal is not { } refusal)
        {
            return answer.Value;
        }

        problem = refusal.Message;
        var offered = refusal == RequestRefusals.NotFound ? answer : await ask(default);
        isMissing = !offered.IsDone;
        return offered.IsDone ? offered.Value : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(RequestVersion version) =>
        version.Number == Application.Review.Comparing.CompareSubmissions.AsItStands
            ? "As it stands now"
            : $"Submission {Text(version.Number)}";
}
