using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Finds the header beneath titles: the first row that names every column that an extract must have.</summary>
internal sealed class HeaderSearch
{
    /// <summary>Rows in which a header is sought.</summary>
    public const int Rows = 30;

    /// <summary>Fields of a row that may be a header.</summary>
    public const int MaximumFields = 2_000;

    private readonly List<SeenRow> seen = [];
    private readonly ExtractChoices choices;

    private HeaderSearch(ExtractChoices choices) => this.choices = choices;

    /// <summary>The header's fields; empty when no row looks like one.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The header's row, from 1; 0 when no row looks like one.</summary>
    public int Row { get; private set; }

    /// <summary>Rows between the header and the one that the file stands at: some, when the header lacks columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Passed =>
        [.. seen.Where(row => row.Number > Row).Select(row => row.Fields)];

    /// <summary>The lines above the header, without blank ones.</summary>
    public IReadOnlyList<string> Titles =>
        [
            .. seen.Where(row => row.Number < Row)
                .Select(row => string.Join(" ", row.Fields.Where(text => text.Length > 0)))
                .Where(title => title.Length > 0),
        ];

    /// <summary>Does a title say that the data are invented?</summary>
    public bool SaysSynthetic =>
        Titles.Any(title => Words(title).Contains("SYNTHETIC", StringComparer.OrdinalIgnoreCase));

    /// <summary>Moves to the header, or past the rows in which it would have to stand.</summary>
    public static HeaderSearch In(ExtractRows rows, ExtractChoices choices)
    {
        var search = new HeaderSearch(choices);
        while (search.seen.Count < Rows && rows.MoveNext())
        {
            if (search.IsHeader(rows))
            {
                return search;
            }
        }

        search.TakeBest();
        return search;
    }

    /// <summary>Which field is which column, or why the file cannot be read.</summary>
    public Outcome<ExtractHeader> Header(Refusal? unreadable)
    {
        if (unreadable is not null)
        {
            return unreadable;
        }

        if (seen.TrueForAll(row => row.Fields.All(field => field.Length == 0)))
        {
            return ExtractRefusals.Empty;
        }

        return Row == 0 || (choices.Columns is null && Known(Names) == 0)
            ? ExtractRefusals.HeaderNotFound(Rows)
            : ExtractHeader.Parse(Names, Row, choices.Columns);
    }

    private bool IsHeader(ExtractRows rows)
    {
        var fields = new string[Math.Min(rows.FieldCount, MaximumFields)];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = FieldText.Of(rows[i]);
        }

        seen.Add(new SeenRow(rows.Number, fields));
        var matched = ExtractHeader.Match(fields, choices.Columns);
        if (!ExtractColumns.Required.All(column => matched.Contains(column)))
        {
            return false;
        }

        (Row, Names) = (rows.Number, fields);
        return true;
    }

    /// <summary>The row with most known columns; where none has any, the first that has as many fields as an extract must.</summary>
    private void TakeBest()
    {
        var best =
            seen.Where(row => Known(row.Fields) > 0).MaxBy(row => Known(row.Fields))
            ?? seen.Find(row => row.Fields.Count(field => field.Length > 0) >= ExtractColumns.Required.Count);
        if (best is not null)
        {
            (Row, Names) = (best.Number, best.Fields);
        }
    }

    private int Known(IReadOnlyList<string> fields) =>
        ExtractHeader.Match(fields, choices.Columns).Count(column => column is not null);

    private static string[] Words(string title) =>
        title.Split(title.Where(character => !char.IsLetter(character)).Distinct().ToArray());

    private sealed record SeenRow(int Number, IReadOnlyList<string> Fields);
}
