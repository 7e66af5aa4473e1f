using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Review.Deciding;

public sealed partial class RankingView
{
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private RankingReading? reading;
    private string? problem;
    private string? ownOffice;
    private FieldProblem? refused;
    private int attempt;
    private Task turn = Task.CompletedTask;
    private string said = string.Empty;
    private string? focusOn;
    private NotSaved? mine;
    private (int, string?) shownFor;

    /// <summary>A move that met somebody else's, with the whole order that it would have led to.</summary>
    private sealed record NotSaved(string Number, int Position, IReadOnlyList<string> Order, string Why);

    [Parameter, EditorRequired]
    public required int BudgetYear { get; set; }

    /// <summary>Null for the order over all offices.</summary>
    [Parameter]
    public string? OfficeCode { get; set; }

    /// <summary>Words of number, title or office; ranks and totals stay those of the whole list.</summary>
    [Parameter]
    public string? Search { get; set; }

    [Inject]
    private ReadRanking Ranking { get; set; } = default!;

    [Inject]
    private RankRequest RankRequest { get; set; } = default!;

    [Inject]
    private OrderRequests OrderRequests { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string Address => OfficeCode is null ? DecidingPaths.Overall : DecidingPaths.Office(OfficeCode);

    /// <summary>Target and actions on several requests belong to whoever ranks over all offices: the compiler.</summary>
    private bool MayAct => OfficeCode is null && reading!.MayDecide;

    private IReadOnlyList<RankedRequest> Shown =>
        [.. reading!.Requests.Where(line => line.Request.Matches(Search ?? string.Empty))];

    private IEnumerable<string> ChosenInOrder =>
        reading!.Requests.Select(line => line.Request.Number).Where(chosen.Contains);

    private string CountWords =>
        Shown.Count == reading!.Requests.Count
            ? Requests(Shown.Count) + "."
            : $"{Requests(Shown.Count)} of {reading.Requests.Count:N0}.";

    private string TargetWords
    {
        get
        {
            var total = reading!.Requests is [.., var last] ? last.Running.Total : Money.Zero;
            return reading.Target is not { } target
                    ? $"Together {total}." + (OfficeCode is null ? " No target is set." : string.Empty)
                : total > target ? $"Together {total}: {total - target} above the target of {target}."
                : $"Together {total}: within the target of {target}, {target - total} left.";
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shownFor != (BudgetYear, OfficeCode))
        {
            shownFor = (BudgetYear, OfficeCode);
            chosen.Clear();
            typed.Clear();
            (mine, said, refused) = (null, string.Empty, null);
            await ReadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusOn is { } id)
        {
            focusOn = null;
            await Browser.FollowFocusAsync(id);
        }
    }

    /// <summary>Each rank that was typed and is none, and what was refused last.</summary>
    private IReadOnlyList<FieldProblem> Problems =>
        [
            .. typed.Select(entry => new FieldProblem(
                $"Rank of {entry.Key}: “{entry.Value}” is no rank. {RankTable.ErrorWords(reading!)}",
                RankTable.RankId(entry.Key)
            )),
            .. new[] { refused }.OfType<FieldProblem>(),
        ];

    /// <summary>
    /// One change after the other, each on what the one before has left: two at once would be saved on the same version, and
    /// the second would be told that somebody else was faster.
    /// </summary>
    private Task InTurnAsync(Func<Task> change)
    {
        return turn = AfterAsync(turn);

        async Task AfterAsync(Task earlier)
        {
            // A fault of the one before is told where it was awaited.
            await earlier.ConfigureAwait(
                ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing
            );
            await change();
            StateHasChanged();
        }
    }

    private static string Requests(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "request" : "requests")}");

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        ownOffice = by.OfficeCode;
        var read = await Ranking.ExecuteAsync(BudgetYear, OfficeCode, by);
        problem = read.Refusal?.Message;
        reading = read.IsDone ? read.Value : null;
        if (reading is not null)
        {
            var numbers = reading.Requests.Select(line => line.Request.Number).ToHashSet(StringComparer.Ordinal);
            chosen.IntersectWith(numbers);
            foreach (var gone in typed.Keys.Where(number => !numbers.Contains(number)).ToList())
            {
                typed.Remove(gone);
            }
        }
    }

    private void Choose((string Number, bool IsChosen) choice)
    {
        if (choice.IsChosen)
        {
            chosen.Add(choice.Number);
        }
        else
        {
            chosen.Remove(choice.Number);
        }
    }

    /// <summary>A rank that is no number of the list is kept as it was typed, and told of.</summary>
    private async Task TypedAsync((string Number, string Text) entry)
    {
        typed.Remove(entry.Number);
        if (
            int.TryParse(
                entry.Text,
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var position
            )
            && position >= 1
            && position <= reading!.Requests.Count
        )
        {
            await MoveAsync(new RankMove(entry.Number, position, RankTable.RankId(entry.Number)));
            return;
        }

        typed[entry.Number] = entry.Text;
        attempt++;
    }

    private Task MoveAsync(RankMove move) => InTurnAsync(() => MoveInTurnAsync(move));

    private async Task MoveInTurnAsync(RankMove move)
    {
        var numbers = reading!.Requests.Select(line => line.Request.Number).ToList();
        refused = null;
        typed.Remove(move.Number);
        var moved = await RankRequest.ExecuteAsync(
            new RankRequestInput(Input, move.Number, move.Position),
            await Current.GetAsync()
        );
        numbers.Remove(move.Number);
        numbers.Insert(Math.Clamp(move.Position - 1, 0, numbers.Count), move.Number);
        await ShowAsync(moved, move.Number, move.Position, numbers);
        focusOn = moved.IsDone ? FocusAfter(move) : null;
    }

    private async Task RepeatAsync()
    {
        var (number, position) = (mine!.Number, Math.Min(mine.Position, reading!.Requests.Count));
        mine = null;
        await MoveAsync(new RankMove(number, position, RankTable.RankId(number)));
    }

    private Task SaveMineAsync()
    {
        var kept = mine!;
        mine = null;
        return InTurnAsync(async () =>
        {
            var ordered = await OrderRequests.ExecuteAsync(
                new OrderRequestsInput(Input, kept.Order),
                await Current.GetAsync()
            );
            await ShowAsync(ordered, kept.Number, kept.Position, kept.Order);
            focusOn = ordered.IsDone ? RankTable.RankId(kept.Number) : null;
        });
    }

    private RankingInput Input => new(BudgetYear, OfficeCode, reading!.Version);

    /// <summary>Shows what is saved now; what was refused because somebody else was faster is kept beside it.</summary>
    private async Task ShowAsync(Outcome outcome, string number, int position, IReadOnlyList<string> order)
    {
        await ReadAsync();
        var line = reading?.Requests.FirstOrDefault(one => one.Request.Number == number);
        said = string.Empty;
        if (outcome.IsDone)
        {
            // What is kept of another move waits until it is repeated or left.
            mine = mine?.Number == number ? null : mine;
            said = line is null
                ? "The order is saved."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number} is now rank {line.Rank:N0} of {reading!.Requests.Count:N0}. Saved."
                );
        }
        else if (outcome.Refusal.Code == RankingRefusals.ChangedCode)
        {
            mine = new NotSaved(number, position, order, outcome.Refusal.Message);
        }
        else
        {
            attempt++;
            refused = new FieldProblem(outcome.Refusal.Message, RankTable.RankId(number));
        }
    }

    /// <summary>The focus goes along with the row; at either end, where its button is off, to the other one.</summary>
    private string FocusAfter(RankMove move) =>
        move.FocusId == RankTable.UpId(move.Number) && move.Position == 1 ? RankTable.DownId(move.Number)
        : move.FocusId == RankTable.DownId(move.Number) && move.Position == reading?.Requests.Count
            ? RankTable.UpId(move.Number)
        : move.FocusId;
}
