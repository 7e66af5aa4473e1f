using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData.Intake;

/// <summary>Files that a steward gave, and what was entered with them: kept until their snapshot is published or given up.</summary>
/// <param name="Id">See <see cref="IntakeStore.IsId"/>.</param>
/// <param name="Source">What the matched columns are remembered under; null for none.</param>
/// <param name="At">UTC.</param>
public sealed record PendingImport(
    string Id,
    IReadOnlyList<PendingFile> Files,
    DateOnly AsOf,
    bool IsSynthetic,
    string? Source,
    ControlTotals ControlTotals,
    string By,
    DateTime At
)
{
    /// <summary>The candidate made of it; null while it is not imported.</summary>
    public int? SnapshotNumber { get; init; }

    /// <summary>For people: <c>scr-2017-2022.csv, scr-2023-2025.csv</c>.</summary>
    public string FileNames => string.Join(", ", Files.Select(file => file.FileName));
}

/// <summary>One of the files, and how it is to be read.</summary>
/// <param name="Number">From 1, in the order given.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the bytes as received, lower-case hexadecimal.</param>
public sealed record PendingFile(int Number, string FileName, long Size, string Sha256)
{
    /// <summary>Of a workbook; null for the usual one.</summary>
    public string? SheetName { get; init; }

    /// <summary>The file's name for a column, as chosen; null while nobody chose.</summary>
    public IReadOnlyDictionary<ExtractColumn, string>? Columns { get; init; }

    internal ExtractChoices Choices => new(SheetName, Columns);
}
