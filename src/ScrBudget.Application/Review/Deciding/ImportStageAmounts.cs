using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Review.Deciding;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>An amount of a file, beside what stands there now.</summary>
/// <param name="Before">Null where the stage has given no amount yet.</param>
/// <param name="Changes">False where the same stands there already.</param>
/// <param name="Seen">The request's version that this was found on.</param>
public sealed record StageImportLine(
    int Row,
    string Number,
    string Title,
    string Stage,
    Amount Amount,
    string Note,
    Money? Before,
    bool Changes,
    Guid Seen
);

/// <summary>A file of amounts as it was read: what it would enter, or all that is wrong in it.</summary>
public sealed record StageImportPreview(
    int BudgetYear,
    IReadOnlyList<StageImportLine> Lines,
    IReadOnlyList<StageRowProblem> Problems
)
{
    public bool CanImport => Problems.Count == 0 && Lines.Any(line => line.Changes);
}

/// <summary>Enters the amounts of a CSV file: all of them, or none while any row is wrong.</summary>
public sealed class ImportStageAmounts(IDbContextFactory<ScrBudgetContext> contexts, TimeProvider time)
{
    /// <summary>Bytes of the largest file.</summary>
    public const int LargestFile = 2 << 20;

    /// <summary>Reads the file and runs the rules on it; saves nothing.</summary>
    /// <param name="stream">Seekable.</param>
    public async Task<Outcome<StageImportPreview>> PreviewAsync(
        int budgetYear,
        Stream stream,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.DecideRequests))
        {
            return RequestRefusals.NotAllowed;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleOrDefaultAsync(known => known.BudgetYear == budgetYear, cancellation);
        if (cycle is null)
        {
            return DecidingRefusals.NoCycle(budgetYear);
        }

        var problems = new List<StageRowProblem>();
        var rows = StageAmountsFile.Read(stream, CycleStages.Later(cycle), problems, cancellation);
        if (!rows.IsDone)
        {
            return rows.Refusal;
        }

        var requests = await LoadAsync(
            context,
            budgetYear,
            [.. rows.Value.Select(row => row.Number)],
            by,
            cancellation
        );
        var lines = Lines(rows.Value, cycle, requests, problems, by, time.Now());
        return new StageImportPreview(
            budgetYear,
            lines,
            [.. problems.OrderBy(problem => problem.Row).ThenBy(problem => problem.Column, StringComparer.Ordinal)]
        );
    }

    /// <summary>Enters what the preview showed, in one transaction, on the versions that it saw.</summary>
    /// <returns>How many amounts were entered.</returns>
    public async Task<Outcome<int>> ExecuteAsync(
        StageImportPreview preview,
        Person by,
        CancellationToken cancellation = default
    )
    {
        if (!by.Can(Permission.DecideRequests))
        {
            return RequestRefusals.NotAllowed;
        }

        if (!preview.CanImport)
        {
            return new Refusal(
                "nothing-to-import",
                "The file changes nothing, or a row of it is wrong. Nothing was imported."
            );
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cycle = await context.Cycles.FindAsync([preview.BudgetYear], cancellation);
        string[] numbers = [.. preview.Lines.Select(line => line.Number)];
        var requests = await LoadAsync(context, preview.BudgetYear, numbers, by, cancellation);
        if (
            preview.Lines.FirstOrDefault(line => requests.GetValueOrDefault(line.Number)?.Version != line.Seen) is
            { } changed
        )
        {
            return ChangedMeanwhile(changed.Number);
        }

        var (later, at) = (CycleStages.Later(cycle!), time.Now());
        foreach (var line in preview.Lines.Where(line => line.Changes))
        {
            var entered = requests[line.Number].EnterAmount(line.Stage, later, line.Amount, line.Note, by, at);
            if (!entered.IsDone)
            {
                return entered.Refusal;
            }
        }

        try
        {
            await context.SaveAsync(by, at, cancellation);
            return preview.Lines.Count(line => line.Changes);
        }
        catch (DbUpdateException)
        {
            await using var now = await contexts.CreateDbContextAsync(cancellation);
            var current = await LoadAsync(now, preview.BudgetYear, numbers, by, cancellation);
            var moved = preview.Lines.FirstOrDefault(line =>
                current.GetValueOrDefault(line.Number)?.Version != line.Seen
            );
            if (moved is null)
            {
                throw;
            }

            return ChangedMeanwhile(moved.Number);
        }
    }

    private static Refusal ChangedMeanwhile(string number) =>
        new(
            RequestRefusals.RequestChangedCode,
            $"{number} was changed since the file was read. Nothing was imported: read the file again and look at what it changes."
        );

    private static async Task<Dictionary<string, ResourceRequest>> LoadAsync(
        ScrBudgetContext context,
        int budgetYear,
        string[] numbers,
        Person by,
        CancellationToken cancellation
    ) =>
        (
            await context
                .Requests.AsSplitQuery()
                .Where(request => request.BudgetYear == budgetYear && numbers.Contains(request.Number))
                .ToListAsync(cancellation)
        )
            .Where(request => by.Can(Permission.ReadRequests, request.OfficeCode))
            .ToDictionary(request => request.Number, StringComparer.Ordinal);

    private static List<StageImportLine> Lines(
        IReadOnlyList<StageFileRow> rows,
        BudgetCycle cycle,
        Dictionary<string, ResourceRequest> requests,
        List<StageRowProblem> problems,
        Person by,
        DateTime at
    )
    {
        var (lines, later) = (new List<StageImportLine>(), CycleStages.Later(cycle));
        var firstRows = new Dictionary<(string, string), int>();
        foreach (var row in rows)
        {
            if (!firstRows.TryAdd((row.Number, row.Stage), row.Row))
            {
                problems.Add(
                    Problem(
                        row,
                        "amount-twice",
                        $"Row {firstRows[(row.Number, row.Stage)]} gives an amount of {row.Stage} for it already. Leave one of them out."
                    )
                );
                continue;
            }

            if (!requests.TryGetValue(row.Number, out var request))
            {
                problems.Add(
                    Problem(
                        row,
                        "request-not-of-cycle",
                        $"There is no such request of {cycle.Year}. Mend the number, or import it with its own budget year."
                    )
                );
                continue;
            }

            var (before, seen) = (request.AmountAt(row.Stage), request.Version);
            var count = request.Amounts.Count;
            var entered = request.EnterAmount(row.Stage, later, row.Amount, row.Note, by, at);
            if (entered.Refusal is { } refusal)
            {
                problems.Add(
                    refusal.Field == "amount"
                        ? new StageRowProblem(
                            row.Row,
                            StageAmountsFile.Dollars,
                            refusal.Code,
                            $"{row.Amount.Dollars}",
                            refusal.Message
                        )
                        : Problem(row, refusal.Code, refusal.Message)
                );
                continue;
            }

            lines.Add(
                new StageImportLine(
                    row.Row,
                    row.Number,
                    request.Facts.Title,
                    row.Stage,
                    row.Amount,
                    row.Note,
                    before?.Money,
                    request.Amounts.Count > count,
                    seen
                )
            );
        }

        return lines;
    }

    private static StageRowProblem Problem(StageFileRow row, string code, string message) =>
        new(row.Row, StageAmountsFile.Request, code, ExtractProblem.Shorten(row.Number), message);
}
