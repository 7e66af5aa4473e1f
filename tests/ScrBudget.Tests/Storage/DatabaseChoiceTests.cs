using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Storage;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Storage;

public sealed class DatabaseChoiceTests
{
    [Theory]
    [InlineData("sqlserver:Server=db;Password=secret", DatabaseKind.SqlServer, "Server=db;Password=secret")]
    [InlineData(" PostgreSQL : Host=db;Password=secret", DatabaseKind.PostgreSql, "Host=db;Password=secret")]
    [InlineData("sqlite:/tmp/a b;c.db", DatabaseKind.Sqlite, "/tmp/a b;c.db")]
    public void Parse_ReadsKindAndTarget(string text, DatabaseKind kind, string target)
    {
        var choice = DatabaseChoice.Parse(text).Value;

        Assert.Equal((kind, target), (choice.Kind, choice.Target));
        Assert.DoesNotContain("secret", choice.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scrbudget.db")]
    [InlineData("sqlite:")]
    [InlineData("mysql:Server=db")]
    [InlineData(":x")]
    public void Parse_OfAnythingElse_IsRefusedAndSaysTheForm(string text) =>
        Assert.Equal("database-unknown", DatabaseChoice.Parse(text).Refusal?.Code);

    [Fact]
    public async Task SqliteFile_MayLieInAFolderWithAnyName()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullPath, "a;Mode=Memory 'b' \"c\"", "scrbudget.db");
        await using var system = TestSystem.Over(DatabaseChoice.Parse($"sqlite:{path}").Value);

        await system.Get<PrepareDatabase>().ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(path));
        await using var context = system.CreateContext();
        Assert.Equal(8, await context.ScrCategories.CountAsync(TestContext.Current.CancellationToken));
    }
}
