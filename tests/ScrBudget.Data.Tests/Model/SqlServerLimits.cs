using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ScrBudget.Data.Tests.Model;

/// <summary>
/// What SQL Server refuses and no parser notices: index keys that are too long, texts without a limit in a key, and
/// several paths along which one delete would cascade to the same table.
/// </summary>
internal static class SqlServerLimits
{
    public const int ClusteredKeyBytes = 900;
    public const int IndexKeyBytes = 1700;

    /// <returns>One line for each key or index that is too long or holds an unlimited column.</returns>
    public static IReadOnlyList<string> KeyProblems(IRelationalModel model) =>
        [
            .. model.Tables.SelectMany(table =>
                table
                    .UniqueConstraints.Select(key =>
                        Problem(
                            table.Name,
                            key.Name,
                            key.Columns,
                            key == table.PrimaryKey ? ClusteredKeyBytes : IndexKeyBytes
                        )
                    )
                    .Concat(
                        table.Indexes.Select(index => Problem(table.Name, index.Name, index.Columns, IndexKeyBytes))
                    )
                    .OfType<string>()
            ),
        ];

    /// <returns>One line for each pair of tables that more than one cascading path joins.</returns>
    public static IReadOnlyList<string> CascadeProblems(IRelationalModel model) =>
        [
            .. model.Tables.SelectMany(start =>
                Reached(start)
                    .GroupBy(table => table.Name)
                    .Where(table => table.Count() > 1 || table.Key == start.Name)
                    .Select(table => $"{start.Name} reaches {table.Key} by {table.Count()} cascading paths")
            ),
        ];

    /// <summary>Bytes of a column in a key; null for an unlimited text.</summary>
    /// <exception cref="NotSupportedException">A type that this does not know: say how long it is.</exception>
    public static int? Bytes(string storeType)
    {
        var (name, length) = Parts(storeType);
        return name switch
        {
            "nvarchar" => length is { } characters ? 2 * characters : null,
            "varchar" or "varbinary" => length,
            "uniqueidentifier" => 16,
            "bigint" or "datetime2" => 8,
            "int" => 4,
            "date" => 3,
            "bit" or "tinyint" => 1,
            _ => throw new NotSupportedException($"The length of {storeType} in a key is not known."),
        };
    }

    private static (string Name, int? Length) Parts(string storeType)
    {
        var parts = storeType.TrimEnd(')').Split('(');
        return (
            parts[0],
            parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var length) ? length : null
        );
    }

    private static string? Problem(string table, string key, IEnumerable<IColumn> columns, int limit)
    {
        var lengths = columns.Select(column => Bytes(column.StoreType)).ToList();
        return lengths.Contains(null) ? $"{table}.{key} holds a text without a limit"
            : lengths.Sum() > limit ? $"{table}.{key} has {lengths.Sum()} bytes of {limit}"
            : null;
    }

    /// <summary>Every table that a delete in this one cascades to, once for each path; a cycle ends where it closes.</summary>
    private static IEnumerable<ITable> Reached(ITable start)
    {
        var paths = new Stack<(ITable Table, int Depth)>([(start, 0)]);
        while (paths.TryPop(out var path))
        {
            foreach (var key in path.Table.ReferencingForeignKeyConstraints.Where(Cascades))
            {
                yield return key.Table;
                if (key.Table != start && path.Depth < 20)
                {
                    paths.Push((key.Table, path.Depth + 1));
                }
            }
        }
    }

    private static bool Cascades(IForeignKeyConstraint key) =>
        key.OnDeleteAction
            is Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.Cascade
                or Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.SetNull;
}
