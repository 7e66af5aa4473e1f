using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

public sealed record CreateRequestInput(int BudgetYear, string OfficeCode, RequestFacts Facts);

/// <summary>Starts a draft in an open cycle, with the office's next number.</summary>
public sealed class CreateRequest(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Each failed attempt means that somebody else took a number: more than ever start a draft at once.</summary>
    private const int Attempts = 64;

    public async Task<Outcome<RequestNumber>> ExecuteAsync(
        CreateRequestInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.DraftRequests, input.OfficeCode))
        {
            return RequestRefusals.NotAllowed;
        }

        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var cycle = await context.Cycles.FindAsync([input.BudgetYear], cancellation);
            if (cycle is null || !cycle.IsOpen(time.Today()))
            {
                return new Refusal("cycle-not-open", $"No data call for FY {input.BudgetYear} is open.")
                {
                    Field = "budget-year",
                };
            }

            if (!await context.Offices.AnyAsync(office => office.Code == input.OfficeCode, cancellation))
            {
                return new Refusal("office-unknown", "Choose a program office from the list.");
            }

            if (!cycle.Invites(input.OfficeCode))
            {
                return new Refusal(
                    "office-not-invited",
                    $"The data call for {cycle.Year} does not invite your office. Ask the compiling office to invite it."
                )
                {
                    Field = "budget-year",
                };
            }

            var numbers = await context
                .Requests.Where(r => r.OfficeCode == input.OfficeCode && r.BudgetYear == input.BudgetYear)
                .Select(r => r.Number)
                .ToListAsync(cancellation);
            var last = numbers.Select(Sequence).DefaultIfEmpty(0).Max();
            if (last == RequestNumber.MaximumSequence)
            {
                return new Refusal(
                    "numbers-used-up",
                    $"The office has used all {last} numbers of FY {input.BudgetYear}."
                );
            }

            var number = RequestNumber.Create(cycle.Year, input.OfficeCode, last + 1);
            var created = ResourceRequest.Create(number, input.Facts, by, time.Now());
            if (!created.IsDone)
            {
                return created.Refusal;
            }

            context.Requests.Add(created.Value);
            try
            {
                await context.SaveAsync(by, time.Now(), cancellation);
                return number;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Two drafts started at once took the same number: take the next one.
                if (!await IsTakenAsync(number, cancellation))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> IsTakenAsync(RequestNumber number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var text = number.ToString();
        return await context.Requests.AnyAsync(request => request.Number == text, cancellation);
    }

    private static int Sequence(string number) => RequestNumber.TryParse(number, out var parsed) ? parsed.Sequence : 0;
}
