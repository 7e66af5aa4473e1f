using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Requests;
using ScrBudget.Documents;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

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
            new("When", entry => Time.Print(entry.At)),
            new("Who", entry => entry.ByName),
            new("What", entry => entry.Action),
            new("Why", entry => entry.Why),
            new("Before and after", entry => entry.After)
            {
                Template = entry =>
                    builder =>
                    {
                        builder.OpenComponent<EntryDetails>(0);
                        builder.AddComponentParameter(1, nameof(EntryDetails.Entry), entry);
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

    [Parameter]
    public string Number { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    private bool Submitted { get; set; }

    [Inject]
    private ReadRequest ReadRequest { get; set; } = default!;

    [Inject]
    private ReadHistory ReadHistory { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private bool JustSubmitted => Submitted && reading?.Request.Status == RequestStatus.Submitted;

    private string? SubmittedWords =>
        reading!.Request.Submissions is [.., var last] ? $" by {last.By}, {Time.Print(last.At)}" : null;

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
        var isDraft = reading.Request.Status.IsEditable();
        mayEdit = isDraft && by.Can(Permission.DraftRequests, reading.Request.OfficeCode);
        maySubmit = isDraft && by.Can(Permission.SubmitRequests, reading.Request.OfficeCode);
        var told = await ReadHistory.ExecuteAsync(Number, by);
        history = told.IsDone ? told.Value : [];
    }
}
