using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScrBudget.Application.Requests;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class SectionEditor
{
    private Autosave? autosave;
    private Person? author;
    private bool isApart;
    private string text = string.Empty;
    private Guid basedOn;
    private SectionKind shownKind;
    private string? shownNumber;
    private Refusal? conflict;
    private Refusal? refused;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter, EditorRequired]
    public required SectionKind Kind { get; set; }

    [Parameter, EditorRequired]
    public required SectionTyping Typing { get; set; }

    /// <summary>Told when something of the text was saved: what is derived from it may have changed.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private ReviseSection ReviseSection { get; set; } = default!;

    [Inject]
    private SaveWorkingCopy SaveWorkingCopy { get; set; } = default!;

    [Inject]
    private DiscardWorkingCopy DiscardWorkingCopy { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private ILogger<SectionEditor> Log { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string FieldId => Completeness.FieldOf(Kind);

    private SavedSection Saved => Reading.Saved[Kind];

    private string Hint =>
        Kind switch
        {
            SectionKind.Description =>
                "What the money and the positions are for. A line beginning with “- ” is a bullet.",
            SectionKind.Justification =>
                "Why these resources, and why now. Figures come from SCR data: insert them, do not type them.",
            SectionKind.Impact => "What will be better, by how much and by when.",
            _ => "What happens without it. Pre-decisional: printed in the exhibit only.",
        };

    /// <summary>What the data call says of this text.</summary>
    private string CallHint =>
        Reading.Around.Cycle.Estimates.Of(Kind) is { } characters
            ? $"About {characters:N0} characters fit; the layout decides."
        : Kind == SectionKind.IfNotFunded && !Reading.Around.Cycle.AsksFor(AskedFields.IfNotFunded)
            ? "This data call does not ask for it."
        : string.Empty;

    private QuadrantExcess? Excess =>
        Reading.Composed.Fit.Excess.FirstOrDefault(excess => excess.Quadrant.ToString() == Kind.ToString());

    private string FitWords =>
        Kind == SectionKind.IfNotFunded ? "Printed in the exhibit"
        : Typing.Tracker.State == SaveState.NotSaved ? "Not saved, and not on the quad chart"
        : Excess is { } excess
            ? $"{excess.Lines} {(excess.Lines == 1 ? "line does" : "lines do")} not fit the quad chart{ExcessBegins(excess)}"
        : "Fits the quad chart";

    private IReadOnlyList<FigureToken> Tokens => RequestText.Tokens(text);

    protected override void OnParametersSet()
    {
        if (shownKind == Kind && shownNumber == Reading.Request.Number)
        {
            return;
        }

        shownKind = Kind;
        shownNumber = Reading.Request.Number;
        autosave?.Dispose();
        autosave = new Autosave(Time, Typing.Tracker, Log, SaveCopyAsync);
        Open();
    }

    /// <summary>The window is closed, reloaded or left in another way than by leaving the field: what stands here goes in.</summary>
    public void Dispose()
    {
        if (author is { } by && isApart && conflict is null)
        {
            // In its turn after a save that is under way; nobody waits for it any more.
            var (typed, onVersion) = (text, basedOn);
            _ = autosave!.SaveAsync(typed, taken => ReviseAsync(taken, onVersion, by));
        }

        autosave?.Dispose();
    }

    /// <summary>What was typed here and not saved comes first, then the own working copy, then the saved text.</summary>
    private void Open()
    {
        conflict = null;
        text = Saved.Text;
        basedOn = Saved.Version;
        if (Typing.Unsaved is { } unsaved)
        {
            text = unsaved;
            basedOn = Typing.BasedOn;
        }
        else if (Reading.WorkingCopies.TryGetValue(Kind, out var copy))
        {
            text = copy.Text;
            basedOn = copy.BasedOn;
            Typing.Copy = copy.Version;
        }

        if (basedOn != Saved.Version && TextCleaning.Paragraphs(text) != Saved.Text)
        {
            conflict = RequestRefusals.StaleSection(Kind.Title(), Saved.RevisedBy);
        }

        isApart = text != Saved.Text;
    }

    private async Task TypedAsync(string typed)
    {
        text = typed;
        isApart = true;
        Typing.Typed(typed, basedOn);
        var isSaved = await autosave!.TypedAsync(typed);
        if (isSaved || refused is not null)
        {
            await OnSaved.InvokeAsync();
        }

        ShowOtherWindow();
    }

    private async Task LeftAsync(string typed)
    {
        text = typed;
        Typing.Typed(typed, basedOn);
        await PutIntoRequestAsync(typed, basedOn);
    }

    private async Task PutIntoRequestAsync(string typed, Guid onVersion)
    {
        Refusal? stale = null;
        await autosave!.SaveAsync(
            typed,
            async taken =>
            {
                var by = await Current.GetAsync();
                var revised = await ReviseAsync(taken, onVersion, by);
                if (revised.Refusal?.Code != RequestRefusals.StaleSectionCode)
                {
                    return revised;
                }

                // The other text won the place, but this one is kept: it must survive the page.
                stale = revised.Refusal;
                return await KeepCopyAsync(
                    new SectionInput(Reading.Request.Number, Kind, taken, onVersion, Typing.Copy),
                    by
                );
            }
        );
        await OnSaved.InvokeAsync();
        ShowOtherWindow();
        conflict ??= stale;
    }

    private async Task<Outcome> ReviseAsync(string taken, Guid onVersion, Person by)
    {
        author = by;
        var input = new SectionInput(Reading.Request.Number, Kind, taken, onVersion, Typing.Copy);
        var revised = await ReviseSection.ExecuteAsync(input, by);
        refused = revised.Refusal;
        if (!revised.IsDone)
        {
            return revised.Refusal;
        }

        basedOn = revised.Value;
        isApart = text != taken;
        Typing.Saved(taken);
        return Outcome.Done;
    }

    private async Task<Outcome> SaveCopyAsync(string typed) =>
        await KeepCopyAsync(
            new SectionInput(Reading.Request.Number, Kind, typed, basedOn, Typing.Copy),
            await Current.GetAsync()
        );

    private async Task<Outcome> KeepCopyAsync(SectionInput input, Person by)
    {
        author = by;
        var kept = await SaveWorkingCopy.ExecuteAsync(input, by);
        refused = kept.Refusal;
        if (!kept.IsDone)
        {
            return kept.Refusal;
        }

        (Typing.Copy, basedOn) = (kept.Value.Version, kept.Value.BasedOn);
        Typing.Saved(input.Text);
        return Outcome.Done;
    }

    private async Task WrapAsync(string mark) => await Browser.WrapSelectionAsync(FieldId, mark);

    private async Task ListAsync() => await Browser.PrefixLinesAsync(FieldId, "- ");

    private async Task InsertAsync(AttachedStatistic figure, bool cases) =>
        await Browser.InsertAtCursorAsync(FieldId, new FigureToken(figure.Number, cases).ToString());

    private string Print(AttachedStatistic figure, bool cases)
    {
        var token = new FigureToken(figure.Number, cases);
        return $"{token} ({Reading.Composed.Figures.Print(token)} {(cases ? "cases" : "reports")})";
    }

    /// <summary>The first words that do not fit, so that the author finds the place.</summary>
    private string ExcessBegins(QuadrantExcess excess)
    {
        if (excess.From is not { } from)
        {
            return ": see Cost";
        }

        var section = Kind switch
        {
            SectionKind.Description => Reading.Composed.Document.Description,
            SectionKind.Justification => Reading.Composed.Document.Justification,
            _ => Reading.Composed.Document.Impact,
        };
        if (from.Block >= section.Blocks.Count)
        {
            return string.Empty;
        }

        var rest = section.Blocks[from.Block].PlainText;
        rest = rest[Math.Min(from.Character, rest.Length)..].TrimStart();
        return rest.Length == 0 ? string.Empty : $", from “{(rest.Length > 40 ? rest[..40] + "…" : rest)}”";
    }
}
