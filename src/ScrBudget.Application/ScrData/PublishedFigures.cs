using System.Globalization;
using nietras.SeparatedValues;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>The published tables of OIG-23-59 as reference data, each figure citing its table.</summary>
public static class PublishedFigures
{
    /// <summary>Columns that are labels, not figures.</summary>
    private static readonly string[] Labels = ["fiscal_year", "category", "quantity", "unit", "source"];

    private static readonly string[] Tables =
    [
        PublishedTables.MeasureResults,
        PublishedTables.NotTcoByCategory,
        PublishedTables.ReportedVsInaccurate,
        PublishedTables.Sample,
    ];

    public static IReadOnlyList<PublishedFigure> ReadAll() => [.. Tables.SelectMany(Read)];

    private static List<PublishedFigure> Read(string table)
    {
        using var stream =
            typeof(PublishedFigures).Assembly.GetManifestResourceStream($"Published/{table}.csv")
            ?? throw new InvalidOperationException($"The published table {table} is missing from the program.");
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).From(stream);
        var columns = reader.Header.ColNames;
        var figures = new List<PublishedFigure>();
        foreach (var row in reader)
        {
            foreach (var column in columns.Where(column => !Labels.Contains(column)))
            {
                figures.Add(Figure(table, row, columns, column));
            }
        }

        return figures;
    }

    private static PublishedFigure Figure(string table, SepReader.Row row, IReadOnlyList<string> columns, string column)
    {
        int? fiscalYear = columns.Contains("fiscal_year") ? row["fiscal_year"].Parse<int>() : null;
        var value = decimal.Parse(row[column].Span, NumberStyles.Number, CultureInfo.InvariantCulture);
        return new PublishedFigure(
            table,
            row[columns[0]].ToString(),
            column,
            fiscalYear,
            value,
            Unit(row, columns, value),
            row["source"].ToString()
        );
    }

    private static string Unit(SepReader.Row row, IReadOnlyList<string> columns, decimal value)
    {
        if (columns.Contains("unit"))
        {
            return row["unit"].ToString();
        }

        return value == decimal.Truncate(value) ? "count" : "ratio";
    }
}
