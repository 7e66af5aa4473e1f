using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ScrBudget.Application.Requests;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class SectionEditor
{
    private Autosave? autosave;
    private string text = string.Empty;
    private Guid basedOn;
    private SectionKind shownKind;
    private string? shownNumber;
    private Refusal? conflict;

    [Parameter, EditorRequired]
    public required RequestReading Reading { get; set; }

    [Parameter, EditorRequired]
    public required SectionKind Kind { get; set; }

    [Parameter, EditorRequired]
    public required SaveTracker Saving { get; set; }

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
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string FieldId => Completeness.FieldOf(Kind);

    private SavedSection Saved => Reading.Saved[Kind];

    private string TheirsTitle =>
        Saved.RevisedAt is { } at ? $"Saved by {Saved.RevisedBy}, {Time.Print(at)}" : "Saved text";

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

    private QuadrantExcess? Excess =>
        Reading.Composed.Fit.Excess.FirstOrDefault(excess => excess.Quadrant.ToString() == Kind.ToString());

    private string FitWords =>
        Kind == SectionKind.IfNotFunded ? "Printed in the exhibit"
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
        autosave = new Autosave(Time, Saving, SaveCopyAsync);
        TakeSaved();
        if (Reading.WorkingCopies.TryGetValue(Kind, out var copy))
        {
            text = copy.Text;
            basedOn = copy.BasedOn;
            if (basedOn != Saved.Version && TextCleaning.Paragraphs(text) != Saved.Text)
            {
                conflict = RequestRefusals.StaleSection(Kind.Title(), Saved.RevisedBy);
            }
        }
    }

    public void Dispose() => autosave?.Dispose();

    private void TakeSaved()
    {
        text = Saved.Text;
        basedOn = Saved.Version;
        conflict = null;
    }

    private async Task TypedAsync(string typed)
    {
        text = typed;
        if (await autosave!.TypedAsync(typed))
        {
            await OnSaved.InvokeAsync();
        }
    }

    private async Task LeftAsync(string typed)
    {
        text = typed;
        await PutIntoRequestAsync(typed, basedOn);
    }

    private async Task PutIntoRequestAsync(string typed, Guid onVersion)
    {
        Refusal? refused = null;
        await autosave!.SaveAsync(
            typed,
            async taken =>
            {
                var by = await Current.GetAsync();
                var input = new SectionInput(Reading.Request.Number, Kind, taken, onVersion);
                var revised = await ReviseSection.ExecuteAsync(input, by);
                if (revised.IsDone)
                {
                    basedOn = revised.Value;
                    return Outcome.Done;
                }

                refused = revised.Refusal;
                // The other text won the place, but this one is kept: it must survive the page.
                return refused.Code == RequestRefusals.StaleSectionCode
                    ? await SaveWorkingCopy.ExecuteAsync(input, by)
                    : refused;
            }
        );
        await OnSaved.InvokeAsync();
        if (refused?.Code == RequestRefusals.StaleSectionCode)
        {
            conflict = refused;
        }
    }

    private async Task<Outcome> SaveCopyAsync(string typed) =>
        await SaveWorkingCopy.ExecuteAsync(
            new SectionInput(Reading.Request.Number, Kind, typed, basedOn),
            await Current.GetAsync()
        );

    private async Task ResolveAsync(ConflictChoice choice)
    {
        if (choice.Resolution == ConflictResolution.Theirs)
        {
            await DiscardWorkingCopy.ExecuteAsync(Reading.Request.Number, Kind, await Current.GetAsync());
            await OnSaved.InvokeAsync();
            TakeSaved();
            return;
        }

        conflict = null;
        text = choice.Text;
        await PutIntoRequestAsync(choice.Text, Saved.Version);
    }

    private async Task WrapAsync(string mark) => await Browser.WrapSelectionAsync(FieldId, mark);

    private async Task ListAsync() => await Browser.PrefixLinesAsync(FieldId, "- ");

    private async Task InsertAsync(AttachedStatistic figure) =>
        await Browser.InsertAtCursorAsync(FieldId, new FigureToken(figure.Number, Cases: false).ToString());

    private string Print(AttachedStatistic figure, bool cases)
    {
        var token = new FigureToken(figure.Number, cases);
        return $"{token} ({Reading.Composed.Figures.Print(token)} reports)";
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
