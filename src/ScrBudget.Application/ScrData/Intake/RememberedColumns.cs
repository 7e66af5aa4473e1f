using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>How the columns of a source were matched last.</summary>
internal static class RememberedColumns
{
    /// <returns>Null where nothing is remembered.</returns>
    public static async Task<IReadOnlyDictionary<ExtractColumn, string>?> OfAsync(
        IDbContextFactory<ScrBudgetContext> contexts,
        string source,
        CancellationToken cancellation
    )
    {
        if (source.Length == 0)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var known = await context
            .ExtractSources.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Name == source, cancellation);
        return known is null ? null : JsonSerializer.Deserialize<Dictionary<ExtractColumn, string>>(known.Columns);
    }

    public static async Task<Outcome> RememberAsync(
        IDbContextFactory<ScrBudgetContext> contexts,
        string source,
        IReadOnlyDictionary<ExtractColumn, string> columns,
        Person by,
        DateTime at,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var known = await context.ExtractSources.FirstOrDefaultAsync(one => one.Name == source, cancellation);
        if (known is null)
        {
            var made = ExtractSource.Create(source);
            if (!made.IsDone)
            {
                return made.Refusal;
            }

            known = made.Value;
            context.ExtractSources.Add(known);
        }

        var remembered = known.Remember(
            JsonSerializer.Serialize(
                columns.OrderBy(column => column.Key).ToDictionary(column => column.Key, column => column.Value)
            )
        );
        if (!remembered.IsDone)
        {
            return remembered;
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague has just matched the columns of the same source: theirs stand, and are offered next time.
        }

        return Outcome.Done;
    }
}
