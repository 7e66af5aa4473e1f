using System.Globalization;
using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Notices;

/// <summary>The program itself with a mail server.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task Site_SendsWhatWaitsInItsOutbox()
    {
        await using var catcher = await MailCatcher.StartAsync();
        await using var system = await TestSystem.CreateAsync(catcher.Settings);
        await system.AddAccountAsync(People.Colleague, "colleague@agency.example");
        await system.NotifyAsync(NoticeKind.RequestReturned, People.Colleague, "FY2029-VAP-001");
        // The site's clock stands before the tests' one.
        await system.ExecuteSqlAsync("UPDATE Mails SET NextAttemptAt = '2026-01-01 00:00:00'");
        using var database = new TemporarySqliteDatabase();
        await File.WriteAllBytesAsync(
            database.FilePath,
            await system.FileAsync(),
            TestContext.Current.CancellationToken
        );

        await using var site = Site.Start(
            "Production",
            database.Setting,
            ("ScrBudget:Mail:Host", catcher.Settings.Host),
            ("ScrBudget:Mail:Port", catcher.Settings.Port.ToString(CultureInfo.InvariantCulture)),
            ("ScrBudget:Mail:Security", "None"),
            ("ScrBudget:Mail:From", "scrbudget@agency.example"),
            ("ScrBudget:Mail:BaseAddress", "https://scrbudget.example")
        );
        var message = await catcher.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal("ScrBudget: FY2029-VAP-001 was returned", message.Subject);
    }
}
