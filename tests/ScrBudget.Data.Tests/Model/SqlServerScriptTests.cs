using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ScrBudget.Data.Tests.Model;

/// <summary>No SQL Server runs here: its own parser reads the migration scripts. It knows syntax, not limits (<see cref="SqlServerLimits"/>).</summary>
public sealed class SqlServerScriptTests
{
    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void MigrationScript_IsReadByTheServersParser_AndMakesEveryTable(MigrationsSqlGenerationOptions options)
    {
        using var context = ModelConventionTests.Context("sqlserver");
        var tables = context
            .GetService<IDesignTimeModel>()
            .Model.GetRelationalModel()
            .Tables.Select(table => table.Name)
            .Append("__EFMigrationsHistory");

        var (fragment, errors) = Parse(Script(options));

        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
        var created = new CreatedTables();
        fragment.Accept(created);
        Assert.Equal(tables.Order(StringComparer.Ordinal), created.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("CREATE TABLE", "CREATE TABEL")]
    [InlineData("NOT NULL", "NOT NUL")]
    [InlineData("PRIMARY KEY (", "PRIMARY KEY ")]
    public void WrongScript_IsNoticed(string right, string wrong)
    {
        var script = Script(MigrationsSqlGenerationOptions.Default);
        Assert.Contains(right, script, StringComparison.Ordinal);

        Assert.NotEmpty(Parse(script.Replace(right, wrong, StringComparison.Ordinal)).Errors);
    }

    private static string Script(MigrationsSqlGenerationOptions options)
    {
        using var context = ModelConventionTests.Context("sqlserver");
        return context.GetService<IMigrator>().GenerateScript(options: options);
    }

    private static (TSqlFragment Fragment, IList<ParseError> Errors) Parse(string script)
    {
        using var reader = new StringReader(script);
        return (new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors), errors);
    }

    private sealed class CreatedTables : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(CreateTableStatement node) => Names.Add(node.SchemaObjectName.BaseIdentifier.Value);
    }
}
