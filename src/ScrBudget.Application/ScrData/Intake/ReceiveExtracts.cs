using Microsoft.EntityFrameworkCore;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <param name="Files">Of one export, in the order in which they are to be read.</param>
/// <param name="Source">What the columns are remembered under; null or empty for none.</param>
/// <param name="Progress">Told the bytes received of all files, now and then.</param>
public sealed record ReceiveExtractsInput(
    IReadOnlyList<ExtractToImport> Files,
    DateOnly AsOf,
    bool IsSynthetic,
    string? Source,
    ControlTotals ControlTotals,
    IProgress<long>? Progress = null
);

/// <summary>Keeps the files of an upload until their columns are confirmed: all of them, or none.</summary>
public sealed class ReceiveExtracts(IDbContextFactory<ScrBudgetContext> contexts, IntakeStore store, TimeProvider time)
{
    public async Task<Outcome<PendingImport>> ExecuteAsync(
        ReceiveExtractsInput input,
        Person by,
        CancellationToken cancellation
    )
    {
        if (Problem(input, by) is { } problem)
        {
            return problem;
        }

        var source = TextCleaning.Line(input.Source);
        var remembered = await RememberedColumns.OfAsync(contexts, source, cancellation);
        var id = IntakeStore.NewId();
        try
        {
            var files = new List<PendingFile>();
            foreach (var extract in input.Files)
            {
                var before = files.Sum(file => file.Size);
                var received = await store.ReceiveAsync(
                    id,
                    files.Count + 1,
                    extract with
                    {
                        FileName = CleanName(extract.FileName),
                    },
                    IntakeStore.MaximumBytes - before,
                    bytes => input.Progress?.Report(before + bytes),
                    cancellation
                );
                if (!received.IsDone)
                {
                    store.Delete(id);
                    return received.Refusal;
                }

                files.Add(received.Value with { Columns = remembered });
            }

            var pending = new PendingImport(
                id,
                files,
                input.AsOf,
                input.IsSynthetic,
                source.Length == 0 ? null : source,
                input.ControlTotals,
                by.Name,
                time.Now()
            );
            await store.SaveAsync(pending, cancellation);
            return pending;
        }
        catch
        {
            store.Delete(id);
            throw;
        }
    }

    private Refusal? Problem(ReceiveExtractsInput input, Person by)
    {
        if (!by.Can(Permission.ImportScrData))
        {
            return ScrDataRefusals.NotAllowed(by, "import SCR data");
        }

        if (input.Files.Count is 0 or > ImportScrExtract.MaximumExtracts)
        {
            return ScrDataRefusals.NumberOfExtracts(ImportScrExtract.MaximumExtracts) with { Field = "files" };
        }

        if (input.AsOf > time.Today())
        {
            return ScrDataRefusals.AsOfInFuture(input.AsOf) with { Field = "as-of" };
        }

        return TextCleaning.Line(input.Source).Length > ExtractSource.NameLength
            ? new Refusal("source-too-long", $"The source has at most {ExtractSource.NameLength} characters.")
            {
                Field = "source",
            }
            : null;
    }

    /// <summary>The last part of whatever path a browser sends.</summary>
    private static string CleanName(string name)
    {
        var clean = TextCleaning.Line(name.Split('/', '\\')[^1]);
        return clean.Length == 0 ? "extract" : clean[^Math.Min(clean.Length, ScrExtract.FileNameLength)..];
    }
}
