using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web.ScrData.Imports;

/// <summary>How a file of an upload is to be read.</summary>
/// <param name="File">Its number in the upload.</param>
/// <param name="Columns">The file's name by our column; an empty name leaves the column out; null for the usual ones.</param>
public sealed record FileChoice(int File, string? SheetName, IReadOnlyDictionary<ExtractColumn, string>? Columns);
