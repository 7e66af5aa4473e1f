using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Notices;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.Application.Cycles;

/// <param name="RequiresScrData">Does the text say where SCR data is required, where it is applicable?</param>
/// <param name="File">Null for a text alone.</param>
public sealed record IssueGuidanceInput(
    int BudgetYear,
    string Title,
    string Issuer,
    DateOnly EffectiveOn,
    string Text,
    bool RequiresScrData,
    GuidanceUpload? File = null
);

/// <summary>
/// Issues the next version of a cycle's guidance; earlier ones stay as they are. The invited offices and the analysts are
/// told.
/// </summary>
public sealed class IssueGuidance(IDbContextFactory<ScrBudgetContext> contexts, Notifier notifier, TimeProvider time)
{
    /// <summary>Each failed attempt means that somebody else took a number.</summary>
    private const int Attempts = 16;

    /// <returns>The version's number.</returns>
    public async Task<Outcome<int>> ExecuteAsync(IssueGuidanceInput input, Person by, CancellationToken cancellation)
    {
        if (!by.Can(Permission.ManageCycles))
        {
            return CycleRefusals.NotAllowed(by, "issue guidance");
        }

        var file = input.File?.Checked();
        if (file is { IsDone: false })
        {
            return file.Refusal;
        }

        var issued = new NewGuidance(
            input.Title,
            input.Issuer,
            input.EffectiveOn,
            input.Text,
            input.RequiresScrData,
            file?.Value
        );
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var cycle = await context.Cycles.FindAsync([input.BudgetYear], cancellation);
            if (cycle is null)
            {
                return CycleRefusals.NotFound(input.BudgetYear);
            }

            var at = time.Now();
            var number = await NextNumberAsync(context, input.BudgetYear, cancellation);
            var guidance = Guidance.Issue(new FiscalYear(input.BudgetYear), number, issued, by.Name, at);
            if (!guidance.IsDone)
            {
                return guidance.Refusal;
            }

            context.Guidance.Add(guidance.Value);
            if (input.File is { } upload)
            {
                context.GuidanceFiles.Add(new GuidanceFile(input.BudgetYear, number, upload.Content));
            }

            var offices = await context.Offices.Select(office => office.Code).ToListAsync(cancellation);
            await notifier.NotifyAsync(
                context,
                NoticeKind.GuidanceChanged,
                new NoticeParameters
                {
                    BudgetYear = input.BudgetYear,
                    By = by,
                    Address = $"/cycles/{input.BudgetYear}/guidance",
                },
                Recipients.Offices(offices.Where(cycle.Invites)).And(Recipients.Holding(Role.BudgetAnalyst)),
                at,
                cancellation
            );
            try
            {
                await context.SaveAsync(by, at, cancellation);
                return number;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Two versions issued at once took the same number: take the next one. Anything else is a fault.
                await using var probe = await contexts.CreateDbContextAsync(cancellation);
                if (await NextNumberAsync(probe, input.BudgetYear, cancellation) == number)
                {
                    throw;
                }
            }
        }
    }

    private static async Task<int> NextNumberAsync(
        ScrBudgetContext context,
        int budgetYear,
        CancellationToken cancellation
    ) =>
        1
        + (
            await context
                .Guidance.Where(guidance => guidance.BudgetYear == budgetYear)
                .MaxAsync(guidance => (int?)guidance.Number, cancellation)
            ?? 0
        );
}
