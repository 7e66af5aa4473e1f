using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Data.PostgreSql;
using ScrBudget.Data.Sqlite;
using ScrBudget.Data.SqlServer;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.Tests.ScrData;

/// <summary>A statistic is one statement on each of the three databases.</summary>
public sealed class StatisticSqlTests
{
    public static MatrixTheoryData<Measure, TcoFilter, bool> Queries =>
        new(Enum.GetValues<Measure>(), Enum.GetValues<TcoFilter>(), [true, false]);

    [Theory]
    [MemberData(nameof(Queries))]
    public void Statistic_OnSqlServer_IsOneStatementThatTheServersParserReads(
        Measure measure,
        TcoFilter tco,
        bool narrow
    )
    {
        var sql = Sql(
            new DbContextOptionsBuilder<ScrBudgetContext>().UseScrBudgetSqlServer("Server=none"),
            measure,
            tco,
            narrow
        );

        using var reader = new StringReader(sql);
        var fragment = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);

        Assert.Empty(errors);
        Assert.Single(fragment.Batches.SelectMany(batch => batch.Statements).OfType<SelectStatement>());
        Assert.Equal(2, Count(sql, "COUNT(DISTINCT"));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Statistic_OnPostgreSqlAndSqlite_CountsDistinctCasesInTheDatabase(
        Measure measure,
        TcoFilter tco,
        bool narrow
    )
    {
        var postgres = Sql(
            new DbContextOptionsBuilder<ScrBudgetContext>().UseScrBudgetPostgreSql("Host=none"),
            measure,
            tco,
            narrow
        );
        var sqlite = Sql(
            new DbContextOptionsBuilder<ScrBudgetContext>().UseScrBudgetSqlite("Data Source=none"),
            measure,
            tco,
            narrow
        );

        Assert.Equal(2, Count(postgres, "count(DISTINCT"));
        Assert.Equal(2, Count(sqlite, "COUNT(DISTINCT"));
    }

    private static string Sql(DbContextOptionsBuilder options, Measure measure, TcoFilter tco, bool narrow)
    {
        var query = new StatisticQuery(
            narrow ? "TCAC" : null,
            narrow ? "Sextortion of minors" : null,
            new FiscalYear(2017),
            new FiscalYear(2022),
            measure,
            tco
        );
        using var context = new ScrBudgetContext((DbContextOptions<ScrBudgetContext>)options.Options);
        return StatisticCounts.Of(context, 1, query).ToQueryString();
    }

    private static int Count(string text, string part) => text.Split(part, StringSplitOptions.None).Length - 1;
}
