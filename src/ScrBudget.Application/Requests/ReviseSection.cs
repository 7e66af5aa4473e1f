using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <param name="BasedOn">The section's version that the text was typed on.</param>
/// <param name="Copy">The version of the own working copy that this window last saved or read; null for none.</param>
public sealed record SectionInput(string Number, SectionKind Section, string Text, Guid BasedOn, Guid? Copy = null);

/// <summary>
/// The author leaves a section: what was typed becomes the section's text, or both texts are shown and what was typed is
/// kept as the working copy, so that the conflict screen may be left and found again.
/// </summary>
public sealed class ReviseSection(ChangeRequest changes, SaveWorkingCopy copies)
{
    /// <returns>The section's new version.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(
        SectionInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var promoted = await PromoteAsync(input, by, cancellation);
        if (promoted.Refusal?.Code == RequestRefusals.StaleSectionCode)
        {
            var kept = await copies.ExecuteAsync(input, by, cancellation);
            return kept.IsDone ? promoted : kept.Refusal;
        }

        return promoted;
    }

    private Task<Outcome<Guid>> PromoteAsync(SectionInput input, Person by, CancellationToken cancellation) =>
        changes.ExecuteAsync<Guid>(
            input.Number,
            by,
            Permission.DraftRequests,
            async inHand =>
            {
                var revised = inHand.Request.Revise(
                    input.Section,
                    input.Text,
                    input.BasedOn,
                    by,
                    inHand.At,
                    input.Copy
                );
                if (!revised.IsDone)
                {
                    return revised.Refusal;
                }

                var copy = await inHand.Context.WorkingCopies.FindAsync(
                    [inHand.Request.Id, input.Section, by.Id],
                    cancellation
                );
                // What another window of the person holds is left there: it is not in the request.
                if (
                    copy is not null
                    && (
                        copy.Version == input.Copy
                        || TextCleaning.Paragraphs(copy.Text) == inHand.Request.Section(input.Section).Text
                    )
                )
                {
                    inHand.Context.Remove(copy);
                }

                return inHand.Request.Section(input.Section).Version;
            },
            cancellation
        );
}

/// <summary>A working copy as it was just saved.</summary>
/// <param name="BasedOn">The section's version that it goes on from: what was typed before may be the text by now.</param>
public sealed record SavedCopy(Guid Version, Guid BasedOn);

/// <summary>
/// Keeps what is being typed, before the author leaves the section. The screen says <em>saved</em> only after this has
/// returned: by then the text is on the disk.
/// </summary>
public sealed class SaveWorkingCopy(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome<SavedCopy>> ExecuteAsync(
        SectionInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        for (var isFirst = true; ; isFirst = false)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var found = await FindAsync(context, input, by, cancellation);
            if (!found.IsDone)
            {
                return found.Refusal;
            }

            var (copy, section) = found.Value;
            var loaded = context.Entry(copy).State == EntityState.Added ? (Guid?)null : copy.Version;
            var typed = TextCleaning.Typed(input.Text);
            if (loaded is not null && loaded != input.Copy && copy.Text != typed)
            {
                return RequestRefusals.OtherWindow(input.Section.Title());
            }

            var basedOn = section.Continues(input.Copy) ? section.Version : input.BasedOn;
            copy.Save(typed, basedOn, time.Now());
            try
            {
                await context.SaveChangesAsync(cancellation);
                return new SavedCopy(copy.Version, basedOn);
            }
            catch (DbUpdateException) when (isFirst)
            {
                // Two windows of one person saved at once: once more on what is there now. Anything else is a fault.
                if (await VersionAsync(copy, cancellation) == loaded)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>The copy to write to, new or as it was, and the section beside it, for those who may draft.</summary>
    private static async Task<Outcome<(WorkingCopy Copy, RequestSection Section)>> FindAsync(
        ScrBudgetContext context,
        SectionInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        var number = RequestNumber.Normalize(input.Number);
        var request = await context
            .Requests.AsNoTracking()
            .Where(r => r.Number == number)
            .Select(r => new
            {
                r.Id,
                r.OfficeCode,
                r.Status,
                Section = r.Sections.Single(section => section.Kind == input.Section),
            })
            .SingleOrDefaultAsync(cancellation);
        if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
        {
            return RequestRefusals.NotFound;
        }

        if (!by.Can(Permission.DraftRequests, request.OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        if (!request.Status.IsEditable())
        {
            return RequestRefusals.NotDraft(request.Status);
        }

        if (input.Text.Length > RequestSection.TextLength)
        {
            return RequestRefusals.TooLong(input.Section.Title(), input.Text.Length, RequestSection.TextLength);
        }

        var copy = await context.WorkingCopies.FindAsync([request.Id, input.Section, by.Id], cancellation);
        if (copy is null)
        {
            copy = new WorkingCopy(request.Id, input.Section, by.Id);
            context.Add(copy);
        }

        return (copy, request.Section);
    }

    private async Task<Guid?> VersionAsync(WorkingCopy of, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .WorkingCopies.Where(copy =>
                copy.RequestId == of.RequestId && copy.Section == of.Section && copy.AccountId == of.AccountId
            )
            .Select(copy => (Guid?)copy.Version)
            .SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>Drops what was typed and not kept: the author chose the section's present text.</summary>
public sealed class DiscardWorkingCopy(IDbContextFactory<ScrBudgetContext> contexts)
{
    public async Task ExecuteAsync(
        string number,
        SectionKind section,
        Person by,
        CancellationToken cancellation = default
    )
    {
        number = RequestNumber.Normalize(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context
            .WorkingCopies.Where(copy =>
                copy.AccountId == by.Id
                && copy.Section == section
                && context.Requests.Any(request => request.Id == copy.RequestId && request.Number == number)
            )
            .ExecuteDeleteAsync(cancellation);
    }
}
