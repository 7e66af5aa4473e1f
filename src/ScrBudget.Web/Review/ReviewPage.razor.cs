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

    private static readonly IReadOnlyList<DataColumn<AmountLine>> AmountColumns =
    [
        new("Stage", line => line.Stage) { IsRowHeader = true },
        new("Amount", line => line.Dollars.ToThousands()) { IsNumber = true, Unit = "$000" },
        new("Change from the stage before", line => line.Change?.ToThousands()) { IsNumber = true, Unit = "$000" },
        new("Positions", line => NumberText.Format(line.Positions)) { IsNumber = true },
        new("FTE", line => NumberText.Format(line.Fte)) { IsNumber = true },
        new("Who and when", line => line.Who),
        new("Note", line => line.Note) { IsSentence = true },
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
            new("When", move => Time.Print(move.At)),
            new("Who", move => move.By),
            new("From", move => move.From.Title()),
            new("To", move => move.To.Title()),
            new("Why", move => move.Reason) { IsSentence = true },
        ];

    private IReadOnlyList<AmountLine> Amounts
    {
        get
        {
            var request = review!.Reading.Request;
            var handedIn = StageEntry.Of(request.Submissions);
            var lines = new List<AmountLine>();
            foreach (var stage in review.Reading.Around.Cycle.Stages.Prepend(Stages.ProgramOffice).Distinct())
            {
                if (StageEntry.OfStage(stage, handedIn, request.Amounts) is [.., var entry])
                {
                    lines.Add(
                        new AmountLine(
                            stage,
                            entry.Dollars,
                            lines.Count == 0 ? null : entry.Dollars - lines[^1].Dollars,
                            entry.Positions,
                            entry.Fte,
                            $"{entry.By}, {Time.Print(entry.At)}",
                            entry.Note
                        )
                    );
                }
            }

            return lines;
        }
    }

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

    private sealed record AmountLine(
        string Stage,
        Money Dollars,
        Money? Change,
        int? Positions,
        int? Fte,
        string? Who,
        string? Note
    );
}
