using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using ScrBudget.Data.PostgreSql;
using ScrBudget.Data.Sqlite;
using ScrBudget.Data.SqlServer;

namespace ScrBudget.Data.Tests.Model;

public sealed class ModelConventionTests
{
    /// <summary>Texts that have no limit of their own in the table: their rule limits them, or they quote such a text.</summary>
    private static readonly string[] Unlimited =
    [
        "AuditEntries.After",
        "AuditEntries.Before",
        "AuditEntries.State",
        "AuditEntries.Why",
        "Guidance.Text",
        "Mails.Body",
        "Rankings.Numbers",
        "RequestSections.Text",
        "Submissions.Document",
        "Training.Text",
        "WorkingCopies.Text",
    ];

    public static TheoryData<string> Providers => ["sqlite", "sqlserver", "postgresql"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Model_HasNoChangeThatAMigrationLacks(string provider)
    {
        using var context = Context(provider);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void SqlServerKeys_AreWithinItsLimits()
    {
        var model = RelationalModel("sqlserver");
        Assert.True(model.Tables.Sum(table => table.Indexes.Count()) > 10);

        Assert.Empty(SqlServerLimits.KeyProblems(model));
    }

    [Fact]
    public void SqlServerCascades_ReachEachTableByOnePath()
    {
        var model = RelationalModel("sqlserver");
        Assert.Contains(
            model.Tables.SelectMany(table => table.ForeignKeyConstraints),
            key => key.OnDeleteAction == Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.Cascade
        );

        Assert.Empty(SqlServerLimits.CascadeProblems(model));
    }

    [Fact]
    public void Limits_AreNoticedWhereAModelBreaksThem()
    {
        using var context = new WrongContext();
        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

        Assert.Equal(
            [
                "Child.IX_Child_Endless holds a text without a limit",
                "Child.IX_Child_Long has 2000 bytes of 1700",
                "Child.PK_Child has 1000 bytes of 900",
            ],
            SqlServerLimits.KeyProblems(model).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Root reaches Child by 2 cascading paths"], SqlServerLimits.CascadeProblems(model));
    }

    [Fact]
    public void Texts_HaveALimit_OrAreListedAsUnlimited()
    {
        var texts = Columns("sqlserver")
            .Where(column => column.StoreType.StartsWith("nvarchar", StringComparison.Ordinal))
            .ToList();
        Assert.True(texts.Count > 50);

        Assert.Equal(
            Unlimited,
            texts.Where(column => column.StoreType == "nvarchar(max)").Select(Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Money_IsStoredAsWholeDollars(string provider)
    {
        var columns = Columns(provider).ToList();
        var dollars = columns.Where(column => column.Name is "FullYearCost" or "UnitCost" or "Dollars").ToList();

        Assert.Equal(5, dollars.Count);
        Assert.All(
            dollars,
            column =>
                Assert.Equal(
                    typeof(long),
                    Nullable.GetUnderlyingType(Property(column).ClrType) ?? Property(column).ClrType
                )
        );
        Assert.Equal(
            // A cell of a published table: percent and counts among them, never a request's money.
            ["PublishedFigures.Value"],
            columns
                .Where(column =>
                    (Nullable.GetUnderlyingType(Property(column).ClrType) ?? Property(column).ClrType) is { } type
                    && (type == typeof(decimal) || type == typeof(double) || type == typeof(float))
                )
                .Select(Name)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Times_GoThroughTheUtcConverter(string provider)
    {
        var times = Columns(provider)
            .Where(column =>
                Property(column).ClrType == typeof(DateTime) || Property(column).ClrType == typeof(DateTime?)
            )
            .ToList();
        Assert.True(times.Count >= 8);

        Assert.All(times, column => Assert.IsType<UtcConverter>(Property(column).GetTypeMapping().Converter));
        // Identity's end of a lock-out is the one DateTimeOffset; nothing orders by it.
        Assert.Equal(
            ["AspNetUsers.LockoutEnd"],
            Columns(provider).Where(column => Property(column).ClrType == typeof(DateTimeOffset?)).Select(Name)
        );
    }

    [Fact]
    public void UtcConverter_CutsToMillisecondsAndReadsAsUtc()
    {
        var converter = new UtcConverter();
        var time = new DateTime(2027, 1, 15, 14, 0, 0, DateTimeKind.Utc).AddTicks(12_345_678);

        var stored = (DateTime)converter.ConvertToProvider(time)!;
        var read = (DateTime)converter.ConvertFromProvider(new DateTime(stored.Ticks, DateTimeKind.Unspecified))!;

        Assert.Equal((new DateTime(2027, 1, 15, 14, 0, 1, 234, DateTimeKind.Utc), DateTimeKind.Utc), (read, read.Kind));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void VersionedAggregates_HaveAConcurrencyToken(string provider)
    {
        using var context = Context(provider);
        var versioned = context
            .Model.GetEntityTypes()
            .Where(type => typeof(Domain.IVersioned).IsAssignableFrom(type.ClrType))
            .ToList();

        Assert.NotEmpty(versioned);
        Assert.All(versioned, type => Assert.True(type.FindProperty("Version")!.IsConcurrencyToken));
    }

    internal static ScrBudgetContext Context(string provider)
    {
        var options = new DbContextOptionsBuilder<ScrBudgetContext>();
        _ = provider switch
        {
            "sqlite" => options.UseScrBudgetSqlite("Data Source=none"),
            "sqlserver" => options.UseScrBudgetSqlServer("Server=none"),
            _ => options.UseScrBudgetPostgreSql("Host=none"),
        };
        return new ScrBudgetContext(options.Options);
    }

    private static IRelationalModel RelationalModel(string provider)
    {
        using var context = Context(provider);
        return context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }

    private static IEnumerable<IColumn> Columns(string provider) =>
        RelationalModel(provider).Tables.SelectMany(table => table.Columns);

    private static IProperty Property(IColumn column) => column.PropertyMappings[0].Property;

    private static string Name(IColumn column) => $"{column.Table.Name}.{column.Name}";

    /// <summary>Breaks each limit once.</summary>
    private sealed class WrongContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlServer("Server=none");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Root", root => root.Property<int>("Id"));
            modelBuilder.Entity(
                "Middle",
                middle =>
                {
                    middle.Property<int>("Id");
                    middle.Property<int>("RootId");
                    middle.HasOne("Root").WithMany().HasForeignKey("RootId").OnDelete(DeleteBehavior.Cascade);
                }
            );
            modelBuilder.Entity(
                "Child",
                child =>
                {
                    child.Property<string>("Id").HasMaxLength(500);
                    child.Property<string>("Long").HasMaxLength(1000);
                    child.Property<string>("Endless").HasColumnType("nvarchar(max)");
                    child.Property<int>("RootId");
                    child.Property<int>("MiddleId");
                    child.HasIndex("Long");
                    child.HasIndex("Endless");
                    child.HasOne("Root").WithMany().HasForeignKey("RootId").OnDelete(DeleteBehavior.Cascade);
                    child.HasOne("Middle").WithMany().HasForeignKey("MiddleId").OnDelete(DeleteBehavior.Cascade);
                }
            );
        }
    }
}
