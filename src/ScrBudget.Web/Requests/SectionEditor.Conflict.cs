using ScrBudget.Application;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Requests;

/// <summary>Two texts of one section, of two people or of two windows of one: both are shown until the author chooses.</summary>
public sealed partial class SectionEditor
{
    /// <summary>The copy that another window of this person holds, while that is what the texts collide over.</summary>
    private WorkingCopy? OtherWindow =>
        conflict?.Code == RequestRefusals.OtherWindowCode ? Reading.WorkingCopies.GetValueOrDefault(Kind) : null;

    private string Theirs => OtherWindow?.Text ?? Saved.Text;

    private string ConflictNotice =>
        OtherWindow is null
            ? "Both texts are kept until you choose. Nothing is lost by leaving this page."
            : "Your text of this window stands on this page alone until you choose.";

    private string TheirsTitle =>
        OtherWindow is { } copy ? $"Typed in another window of yours, {Time.Print(copy.SavedAt)}"
        : Saved.RevisedAt is { } at ? $"Saved by {Saved.RevisedBy}, {Time.Print(at)}"
        : "Saved text";

    /// <summary>While two texts collide: what is made of both is the working copy, and the two stay as they are.</summary>
    private async Task MergingAsync(string merged)
    {
        if (OtherWindow is null)
        {
            Typing.Typed(merged, basedOn);
            await autosave!.TypedAsync(merged);
        }
    }

    private void ShowOtherWindow()
    {
        if (refused?.Code == RequestRefusals.OtherWindowCode && Reading.WorkingCopies.ContainsKey(Kind))
        {
            conflict = refused;
        }
    }

    private async Task ResolveAsync(ConflictChoice choice)
    {
        if (OtherWindow is { } other)
        {
            await ResolveOtherWindowAsync(choice, other);
            return;
        }

        if (choice.Resolution == ConflictResolution.Theirs)
        {
            // In its turn: a merged text that is being saved must not come back after it was dropped.
            await autosave!.SaveAsync(
                choice.Text,
                async _ =>
                {
                    await DiscardWorkingCopy.ExecuteAsync(Reading.Request.Number, Kind, await Current.GetAsync());
                    return Outcome.Done;
                }
            );
            Typing.Forget();
            await OnSaved.InvokeAsync();
            Open();
            return;
        }

        conflict = null;
        text = choice.Text;
        Typing.Typed(text, Saved.Version);
        await PutIntoRequestAsync(choice.Text, Saved.Version);
    }

    private async Task ResolveOtherWindowAsync(ConflictChoice choice, WorkingCopy other)
    {
        refused = null;
        conflict = null;
        if (choice.Resolution == ConflictResolution.Theirs)
        {
            Typing.Forget();
            await autosave!.SaveAsync(choice.Text, _ => Task.FromResult(Outcome.Done));
            Open();
            return;
        }

        // Chosen with the other's text in sight: this window's replaces it.
        Typing.Copy = other.Version;
        text = choice.Text;
        Typing.Typed(text, basedOn);
        await autosave!.SaveAsync(text, SaveCopyAsync);
        await OnSaved.InvokeAsync();
        ShowOtherWindow();
    }
}
