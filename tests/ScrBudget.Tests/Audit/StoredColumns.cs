using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ScrBudget.Tests.Audit;

/// <summary>A column of an aggregate's tables, and a statement that changes it behind the product's back.</summary>
internal sealed record StoredColumn(string Table, string Name, Type Type)
{
    /// <summary>In SQLite, without its own checks: what is tested is whether the change is seen, not whether it is allowed.</summary>
    public string ChangeSql
    {
        get
        {
            var value =
                Type == typeof(string) ? $"ifnull(\"{Name}\", '') || 'x'"
                : Type == typeof(DateTime) || Type == typeof(DateOnly) ? "'2001-02-03'"
                : Type == typeof(bool) ? $"1 - \"{Name}\""
                : Type == typeof(Guid) ? "'00000000-0000-0000-0000-00000000000' || (rowid % 10)"
                : $"ifnull(\"{Name}\", 0) + 100";
            // Enumerations kept by name take another of their names.
            var other = Type.IsEnum
                ? $"CASE \"{Name}\" {string.Concat(Enum.GetNames(Type).Zip(Enum.GetNames(Type).Skip(1).Append(Enum.GetNames(Type)[0]), (from, to) => $"WHEN '{from}' THEN '{to}' "))}ELSE '{Enum.GetNames(Type)[0]}' END"
                : value;
            return $"PRAGMA foreign_keys = OFF; UPDATE \"{Table}\" SET \"{Name}\" = {other} WHERE rowid = (SELECT MAX(rowid) FROM \"{Table}\"); PRAGMA foreign_keys = ON";
        }
    }

    public override string ToString() => $"{Table}.{Name}";
}

/// <summary>The columns in which an aggregate is kept, but for keys of its parts, version tokens and the chain's head.</summary>
internal static class StoredColumns
{
    public static IEnumerable<StoredColumn> Of<T>(IModel model) => Of(model.FindEntityType(typeof(T))!);

    private static IEnumerable<StoredColumn> Of(IEntityType type) =>
        [
            .. InTable(type, type),
            .. type.GetNavigations()
                .Where(part => part.TargetEntityType.IsOwned())
                .SelectMany(part => Of(part.TargetEntityType)),
        ];

    private static IEnumerable<StoredColumn> InTable(ITypeBase part, IEntityType type)
    {
        foreach (var property in part.GetProperties().Where(IsContent))
        {
            var column = property.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!))!;
            yield return new StoredColumn(
                type.GetTableName()!,
                column,
                Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
            );
        }

        foreach (var complex in part.GetComplexProperties().Where(complex => complex.Name != "Audit"))
        {
            foreach (var column in InTable(complex.ComplexType, type))
            {
                yield return column;
            }
        }
    }

    private static bool IsContent(IProperty property) =>
        !property.IsKey() && !property.IsForeignKey() && !property.Name.EndsWith("Version", StringComparison.Ordinal);
}
