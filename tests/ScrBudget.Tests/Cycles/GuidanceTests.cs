using System.IO.Compression;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Cycles;

/// <summary>Guidance is issued in versions; the newest that is effective is in force.</summary>
public sealed class GuidanceTests : IAsyncLifetime
{
    private static readonly GuidanceUpload Pdf = new("guidance.pdf", [.. "%PDF-1.7 text"u8]);

    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Versions_AreNumbered_AndTheNewestEffectiveIsInForce()
    {
        Assert.Equal(1, await System.IssueGuidanceAsync("First"));
        Assert.Equal(2, await System.IssueGuidanceAsync("Second", new DateOnly(2027, 1, 15), requiresScrData: false));
        Assert.Equal(3, await System.IssueGuidanceAsync("Next month", new DateOnly(2027, 2, 15)));

        var reading = await ReadAsync();
        Assert.Equal([3, 2, 1], reading.Versions.Select(version => version.Number));
        Assert.Equal(("Second", false), (reading.Current!.Title, reading.Current.RequiresScrData));

        System.Clock.AdjustTime(new DateTimeOffset(2027, 2, 15, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal("Next month", (await ReadAsync()).Current!.Title);
    }

    [Fact]
    public async Task Version_IssuedLaterButEffectiveEarlier_IsNotInForce()
    {
        await System.IssueGuidanceAsync("January", new DateOnly(2027, 1, 1));
        await System.IssueGuidanceAsync("Of November", new DateOnly(2026, 11, 1));

        Assert.Equal("January", (await ReadAsync()).Current!.Title);
    }

    [Fact]
    public async Task TenIssuedAtOnce_GetTenNumbers()
    {
        var numbers = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(n => Task.Run(() => System.IssueGuidanceAsync($"Version {n}"), Cancellation))
        );

        Assert.Equal(Enumerable.Range(1, 10), numbers.Order());
    }

    [Fact]
    public async Task File_IsKeptWithItsHash_AndAnAlteredOneIsNotHandedOut()
    {
        await System.IssueGuidanceAsync(file: Pdf);

        var file = (await FileAsync(1, People.Auditor)).Value;
        Assert.Equal(Pdf.Content, file.Content);
        Assert.Equal(("guidance.pdf", "application/pdf"), (file.FileName, file.MediaType));
        Assert.Empty((await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems);

        await System.ExecuteSqlAsync("UPDATE GuidanceFiles SET Content = x'00'");
        Assert.Equal("guidance-file-altered", (await FileAsync(1, People.Auditor)).Refusal?.Code);
        await AssertFoundAsync();
        await System.ExecuteSqlAsync("DELETE FROM GuidanceFiles");
        await AssertFoundAsync();

        async Task AssertFoundAsync() =>
            Assert.Equal(
                new AuditProblem("guidance FY2029 1", 1, "guidance.pdf is not the file that was uploaded."),
                Assert.Single(
                    (await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems
                )
            );
    }

    [Fact]
    public async Task File_OfAVersionWithoutOne_IsNotFound()
    {
        await System.IssueGuidanceAsync();

        Assert.Equal("guidance-file-not-found", (await FileAsync(1, People.Auditor)).Refusal?.Code);
        Assert.Equal("guidance-file-not-found", (await FileAsync(2, People.Auditor)).Refusal?.Code);
        Assert.Equal("not-allowed", (await FileAsync(1, People.Steward)).Refusal?.Code);
    }

    [Theory]
    [InlineData("word/document.xml", null)]
    [InlineData("xl/workbook.xml", "guidance-file-unknown")]
    [InlineData("word/document.xml,word/vbaProject.bin", "guidance-file-unknown")]
    public void WordFile_IsTakenWithoutMacrosOnly(string parts, string? code) =>
        Assert.Equal(code, new GuidanceUpload("guidance.docx", Package(parts.Split(','))).Checked().Refusal?.Code);

    [Fact]
    public void File_OfAnotherKindNameOrSize_IsRefused()
    {
        Assert.Equal("guidance-file-unknown", new GuidanceUpload("a.pdf", [1, 2, 3]).Checked().Refusal?.Code);
        Assert.Equal("guidance-file-name", (Pdf with { FileName = "guidance.docx" }).Checked().Refusal?.Code);
        Assert.Equal(
            "guidance-file-too-large",
            (Pdf with { Content = new byte[GuidanceFile.MaximumBytes + 1] }).Checked().Refusal?.Code
        );
        Assert.Equal("b.pdf", (Pdf with { FileName = "C:\\a\\b.pdf" }).Checked().Value.Name);
    }

    [Theory]
    [InlineData("", "Office", "Text", "title")]
    [InlineData("Title", " ", "Text", "issuer")]
    [InlineData("Title", "Office", "\n", "text")]
    public async Task Issue_WithoutWhatItNeeds_IsRefusedAtItsField(
        string title,
        string issuer,
        string text,
        string field
    )
    {
        var issued = await System
            .Get<IssueGuidance>()
            .ExecuteAsync(
                new IssueGuidanceInput(TestSystem.OpenYear, title, issuer, new DateOnly(2026, 10, 1), text, true),
                People.Administrator,
                Cancellation
            );

        Assert.Equal(field, issued.Refusal?.Field);
        Assert.Empty((await ReadAsync()).Versions);
    }

    [Fact]
    public async Task Tampering_WithAVersion_IsFound()
    {
        await System.IssueGuidanceAsync();
        await System.ExecuteSqlAsync("UPDATE Guidance SET RequiresScrData = 0");

        var problem = Assert.Single(
            (await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value.Problems
        );

        Assert.Equal("guidance FY2029 1", problem.Subject);
    }

    private async Task<GuidanceReading> ReadAsync() =>
        (
            await System
                .Get<ReadGuidance>()
                .ExecuteAsync(TestSystem.OpenYear, People.Holding(Role.ProgramOfficeAuthor), Cancellation)
        ).Value;

    private Task<Domain.Outcome<GuidanceContent>> FileAsync(int number, Person by) =>
        System.Get<ReadGuidance>().FileAsync(TestSystem.OpenYear, number, by, Cancellation);

    private static byte[] Package(string[] parts)
    {
        using var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Array.ForEach(parts, part => package.CreateEntry(part));
        }

        return content.ToArray();
    }
}
