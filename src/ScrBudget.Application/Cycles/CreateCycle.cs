using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Cycles;

/// <param name="CopyOf">The budget year whose settings and training it begins with; null for the usual ones.</param>
public sealed record CreateCycleInput(int BudgetYear, int? CopyOf = null);

/// <summary>Sets up a data call, also as a copy of an earlier year's: its dates then move by as many years.</summary>
public sealed class CreateCycle(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    public async Task<Outcome<FiscalYear>> ExecuteAsync(
        CreateCycleInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        if (!by.Can(Permission.ManageCycles))
        {
            return CycleRefusals.NotAllowed(by, "set up a data call");
        }

        if (input.BudgetYear is < FiscalYear.Earliest + CycleSettings.LongestLead or > FiscalYear.Latest)
        {
            return new Refusal("budget-year-invalid", "Give the budget year with four digits, as 2030.")
            {
                Field = "budget-year",
            };
        }

        var year = new FiscalYear(input.BudgetYear);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Cycles.AnyAsync(cycle => cycle.BudgetYear == year.Year, cancellation))
        {
            return Exists(year);
        }

        var settings = CycleSettings.Usual(year);
        if (input.CopyOf is { } earlier)
        {
            var copied = await context
                .Cycles.AsNoTracking()
                .SingleOrDefaultAsync(cycle => cycle.BudgetYear == earlier, cancellation);
            if (copied is null || copied.IsWorkedExample || earlier >= year.Year)
            {
                return new Refusal("copy-of-unknown", "Choose a data call of an earlier budget year to copy.")
                {
                    Field = "copy-of",
                };
            }

            settings = copied.Settings.Later(year.Year - earlier);
            await CopyTrainingAsync(context, earlier, year, by, cancellation);
        }

        var created = BudgetCycle.Create(year, settings, input.CopyOf is { } source ? new FiscalYear(source) : null);
        if (!created.IsDone)
        {
            return created.Refusal;
        }

        context.Cycles.Add(created.Value);
        try
        {
            await context.SaveAsync(by, time.Now(), cancellation);
            return year;
        }
        catch (DbUpdateException)
        {
            // Somebody else set up the same year at this moment; anything else is a fault.
            await using var probe = await contexts.CreateDbContextAsync(cancellation);
            if (!await probe.Cycles.AnyAsync(cycle => cycle.BudgetYear == year.Year, cancellation))
            {
                throw;
            }

            return Exists(year);
        }
    }

    /// <summary>What is required of people must be there to be read. Guidance is issued anew each year.</summary>
    private async Task CopyTrainingAsync(
        ScrBudgetContext context,
        int earlier,
        FiscalYear year,
        Person by,
        CancellationToken cancellation
    )
    {
        foreach (
            var training in await context
                .Training.AsNoTracking()
                .Where(training => training.BudgetYear == earlier)
                .ToListAsync(cancellation)
        )
        {
            context.Training.Add(Training.Create(year, training.Audience, training.Content, by.Name, time.Now()).Value);
        }
    }

    private static Refusal Exists(FiscalYear year) =>
        new("cycle-exists", $"There is a data call for {year} already: open it and revise its settings.")
        {
            Field = "budget-year",
        };
}
