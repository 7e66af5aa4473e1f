using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Review.Deciding;

public sealed partial class BulkPanel
{
    private static readonly IReadOnlyList<Choice> Actions =
    [
        new(nameof(BulkAction.Approve), "Approve at the recommended amount"),
        new(nameof(BulkAction.DoNotSelect), "Do not select"),
        new(nameof(BulkAction.Transmit), "Transmit"),
        new(nameof(BulkAction.Withdraw), "Withdraw"),
        new(nameof(BulkAction.Reopen), "Reopen the review"),
    ];

    private readonly FormProblems problems = new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["action"] = "action",
            ["reason"] = "bulk-reason",
            ["requests"] = "several",
        },
        "several"
    );

    private string? action;
    private string reason = string.Empty;
    private IReadOnlyList<BulkLine>? preview;
    private IReadOnlyList<BulkResult>? results;
    private ActOnManyInput? previewed;
    private Announcement? told;

    /// <summary>Numbers, in the order of the list.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Chosen { get; set; }

    /// <summary>Told when requests were changed.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private ActOnMany ActOnMany { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private List<BulkLine> Ready => [.. preview!.Where(line => line.Becomes is not null)];

    private string ActionText => Actions.First(choice => choice.Value == action).Text;

    private string PreviewWords =>
        $"{Ready.Count:N0} of {preview!.Count:N0} would change, {preview.Count - Ready.Count:N0} would be refused. Nothing is changed yet.";

    private string ResultWords
    {
        get
        {
            var done = results!.Count(result => result.Became is not null);
            return $"{done:N0} done, {results!.Count - done:N0} refused.";
        }
    }

    private static IReadOnlyList<DataColumn<BulkLine>> PreviewColumns =>
        [
            new("Number", line => line.Number) { IsRowHeader = true, IsShort = true },
            new("Title", line => line.Title) { IsSentence = true },
            new("Now", line => line.Now),
            new("Would become", line => line.Becomes ?? "Stays as it is"),
            new("Why not", line => line.Refusal?.Message) { IsSentence = true },
        ];

    private static IReadOnlyList<DataColumn<BulkResult>> ResultColumns =>
        [
            new("Number", line => line.Number) { IsRowHeader = true, IsShort = true },
            new("Became", line => line.Became ?? "Refused: nothing changed"),
            new("Why not", line => line.Refusal?.Message) { IsSentence = true },
        ];

    protected override void OnParametersSet()
    {
        // A preview is of what was chosen then: another choice is looked at anew.
        if (preview is not null && !IsStillAsked(previewed!))
        {
            preview = null;
        }
    }

    private void Take(string? value) => (action, preview) = (value, null);

    private void TakeReason(string value) => (reason, preview) = (value, null);

    private async Task PreviewAsync()
    {
        (preview, results) = (null, null);
        var asked = new ActOnManyInput(
            [.. Chosen.Select(number => new ChosenRequest(number))],
            Enum.TryParse<BulkAction>(action, out var parsed) ? parsed : default,
            reason
        );
        var looked = await ActOnMany.PreviewAsync(asked, await Current.GetAsync());
        if (problems.Show(looked.Refusal) && IsStillAsked(asked))
        {
            (preview, previewed) = (looked.Value, asked);
        }
    }

    /// <summary>What was looked at is what is done, also where something else is chosen by now.</summary>
    private async Task ExecuteAsync()
    {
        var done = await ActOnMany.ExecuteAsync(
            previewed! with
            {
                Requests = [.. Ready.Select(line => new ChosenRequest(line.Number, line.Seen))],
            },
            await Current.GetAsync()
        );
        if (problems.Show(done.Refusal))
        {
            (preview, results, reason) = (null, done.Value, string.Empty);
            await OnDone.InvokeAsync();
            // The command goes with the preview.
            await (told?.FocusAsync() ?? ValueTask.CompletedTask);
        }
    }

    private bool IsStillAsked(ActOnManyInput asked) =>
        $"{asked.Action}" == action
        && asked.Reason == reason
        && asked.Requests.Select(request => request.Number).SequenceEqual(Chosen, StringComparer.Ordinal);
}
