using Microsoft.AspNetCore.Components;

namespace ScrBudget.Web.Components;

/// <summary>A column of a <see cref="DataTable{TRow}"/>.</summary>
/// <param name="Header">What the column holds.</param>
/// <param name="Text">What is printed in a cell.</param>
public sealed record DataColumn<TRow>(string Header, Func<TRow, string?> Text)
{
    /// <summary>The unit, printed in the header: never in the cells.</summary>
    public string? Unit { get; init; }

    /// <summary>Numbers are aligned right, with digits of one width.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Sentences have room of their own; numbers and short words stay on one line, others wrap.</summary>
    public bool IsSentence { get; init; }

    /// <summary>A date or another value that is never broken.</summary>
    public bool IsShort { get; init; }

    /// <summary>Names its row: a header cell with row scope.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>Replaces <see cref="Text"/> where a cell holds more than text.</summary>
    public RenderFragment<TRow>? Template { get; init; }

    internal string? Class =>
        IsNumber ? "sb-number-cell"
        : IsSentence ? "sb-sentence-cell"
        : IsShort ? "sb-short-cell"
        : null;

    internal RenderFragment Content(TRow row) =>
        Template is null ? builder => builder.AddContent(0, Text(row)) : Template(row);
}
