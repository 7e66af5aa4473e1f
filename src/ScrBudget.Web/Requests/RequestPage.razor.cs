using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Requests;
using ScrBudget.Documents;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Review;

namespace ScrBudget.Web.Requests;

public sealed partial class RequestPage
{
    private readonly IReadOnlyList<DataColumn<CategoryAnswerLine>> answerColumns =
    [
        new("Category", line => line.Category) { IsRowHeader = true },
        new("Answer", line => line.Decision),
        new("Reason", line => line.Reason),
    ];

    private IReadOnlyList<DataColumn<AuditEntry>> HistoryColumns =>
        [
            new("No.", entry => $"{entry.Sequence}") { IsRowHeader = true },
            new("When", entry => Time.Print(entry.At)) { IsShort = true },
            new("Who", entry => entry.ByName),
            new("What", entry => HistoryWords.Action(entry, reading!.Around.Categories)),
            new("Why", entry => entry.Why),
            new("Before and after", entry => entry.After)
            {
                Template = entry =>
                    builder =>
                    {
                        builder.OpenComponent<EntryDetails>(0);
                        builder.AddComponentParameter(1, nameof(EntryDetails.Entry), entry);
                        builder.AddComponentParameter(2, nameof(EntryDetails.Catalogue), reading!.Around.Categories);
                        builder.CloseComponent();
                    },
            },
        ];

    private RequestReading? reading;
    private RequestDocument? document;
    private IReadOnlyList<AuditEntry> history = [];
    private string? problem;
    private bool mayEdit;
    private bool maySubmit;
    private bool mayTrack;
    private bool mayComment;
    private bool isOffice;
    private IReadOnlyList<Transition> moves = [];
    private string? sender;

    [Parameter]
    public string Number { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    private string? Submitted { get; set; }

    [Inject]
    private ReadRequest ReadRequest { get; set; } = default!;

    [Inject]
    private ReadHistory ReadHistory { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private bool JustSubmitted => Submitted == "true" && reading?.Request.Status == RequestStatus.Submitted;

    /// <summary>What an office does by itself; the others' moves are on the review's page.</summary>
    private bool IsTheOffices(Transition move) =>
        isOffice
        && move.Action
            is RequestAction.SendBack
                or RequestAction.Recall
                or RequestAction.Withdraw
                or RequestAction.Restore;

    private string StatusWords => reading!.Request.Status.Title(reading.Request.Decision);

    /// <summary>Who brought it into its state, and when; nothing of a draft that never moved.</summary>
    private string? LastStepWords =>
        reading!.Request.Moves is [.., var last]
            ? $"{(last.Action.Past() == StatusWords ? " " : $" · {last.Action.Past()} ")}by {last.By}, {Time.Print(last.At)}"
            : null;

    /// <summary>Where a request is read.</summary>
    public static string Address(string number) => $"/requests/{number}";

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var by = await Current.GetAsync();
        var read = await ReadRequest.ExecuteAsync(Number, by);
        if (read.Refusal is { } refusal)
        {
            problem = refusal.Message;
            return;
        }

        problem = null;
        reading = read.Value;
        document = PrintRequest.Printable(reading);
        var (request, office) = (reading.Request, reading.Request.OfficeCode);
        var isDraft = request.Status.IsEditable();
        mayEdit = isDraft && by.Can(Permission.DraftRequests, office);
        moves = [.. request.MovesOpenTo(by, reading.MoveRules)];
        var waitsForAuthor = isDraft && reading.Around.Cycle.RequiresOfficeApproval;
        maySubmit = moves.Any(move => move.Action == RequestAction.Submit);
        sender =
            waitsForAuthor && by.Can(Permission.SubmitRequests, office) && !mayEdit
                ? SubmitStep.AuthorSendsFirst
                : null;
        mayTrack = by.Can(Permission.ReadTracking, office);
        mayComment = request.MayComment(by);
        isOffice = by.Can(Permission.DraftRequests, office) || by.Can(Permission.SubmitRequests, office);
        var told = await ReadHistory.ExecuteAsync(Number, by);
        history = told.IsDone ? told.Value : [];
    }
}
