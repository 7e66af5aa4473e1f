using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>What somebody chose where a file leaves it open how to read it.</summary>
/// <param name="SheetName">Of a workbook; null for its first sheet that is not hidden.</param>
/// <param name="Columns">The file's name for a column, where it is not the usual one; an empty name leaves the column out.</param>
public sealed record ExtractChoices(
    string? SheetName = null,
    IReadOnlyDictionary<ExtractColumn, string>? Columns = null
);
