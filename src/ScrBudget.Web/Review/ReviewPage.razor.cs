using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Documents;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Review.Comparing;

namespace ScrBudget.Web.Review;

public sealed partial class ReviewPage
{
    private static readonly (string Title, string Place)[] OtherPlaces =
    [
        ("Cost", "cost"),
        ("Facts", "facts"),
        ("SCR data", "scr-data"),
    ];

    /// <summary>Where the points that a review lacks are judged.</summary>
    internal const string DataHeadingId = "scr-data";

    private ReviewReading? review;
    private RequestDocument? document;
    private string? problem;
    private bool maySettle;
    private bool mayRecommendData;
    private bool mayComment;
    private bool isAnalyst;

    [Parameter]
    public string Number { get; set; } = string.Empty;

    [Inject]
    private ReadReview ReadReview { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    private bool IsReviewing => isAnalyst && review!.Reading.Request.Status == RequestStatus.InReview;

    private string StatusWords => review!.Reading.Request.Status.Title(review.Reading.Request.Decision);

    private string Turn
    {
        get
        {
            var request = review!.Reading.Request;
            var since = $"Since {Time.Print(request.WaitingSince)}";
            var who = request.AnalystName.Length > 0 ? $" · analyst: {request.AnalystName}" : string.Empty;
            return review.Due is { } due ? $"{since}{who} · due {StatisticWording.Date(due)}" : $"{since}{who}";
        }
    }

    private string ChangesAddress =>
        ChangesPage.Address(
            Number,
            review!.Reading.Request.Submissions.Count - 1,
            review.Reading.Request.Submissions.Count
        );

    private IReadOnlyList<(string Title, string Place, FormattedText Text)> Texts =>
        [
            ("Description", "description", document!.Description),
            ("Justification", "justification", document.Justification),
            ("Impact", "impact", document.Impact),
            ("If not funded", "if-not-funded", document.IfNotFunded),
        ];

    private IReadOnlyList<DataColumn<StatusMove>> MoveColumns =>
        [
            new("Step", move => move.Action.Past()) { IsRowHeader = true },
            new("When", move => Time.Print(move.At)) { IsShort = true },
            new("Who", move => move.By),
            new("From", move => move.From.Title()),
            new("To", move => move.To.Title()),
            new("Why", move => move.Reason) { IsSentence = true },
        ];

    /// <summary>Where a request is reviewed.</summary>
    public static string Address(string number) => $"{ShellPaths.Review}/{number}";

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var by = await Current.GetAsync();
        var read = await ReadReview.ExecuteAsync(Number, by);
        if (read.Refusal is { } refusal)
        {
            problem = refusal.Message;
            return;
        }

        problem = null;
        review = read.Value;
        // Read once from its frozen form, and shown in many places.
        document = PrintRequest.Printable(review.Reading);
        var office = review.Reading.Request.OfficeCode;
        isAnalyst = by.Can(Permission.ReviewRequests, office);
        maySettle =
            by.Can(Permission.DecideRequests, office) && review.Reading.Request.Status == RequestStatus.InReview;
        mayRecommendData = isAnalyst && review.Reading.Request.Status.TakesRecommendations();
        mayComment = review.Reading.Request.MayComment(by);
    }
}
