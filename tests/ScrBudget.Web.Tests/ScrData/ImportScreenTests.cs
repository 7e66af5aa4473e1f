using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.TestSupport;
using ScrBudget.Web.ScrData.Imports;
using ScrBudget.Web.Tests.Requests;

namespace ScrBudget.Web.Tests.ScrData;

/// <summary>The steward's screens over the real use cases.</summary>
public sealed class ImportScreenTests : RequestScreenTest
{
    private const string Extract = """
        SCR Number,Case Number,SCR Type,Category,Approved Date,TCO Involvement
        SCR-1,C-1,Initial Investigation,National Security,2022-03-01,
        SCR-2,C-1,Disruption,Sea crimes,2022-03-02,
        """;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_WithoutAnAsOfDate_IsRefusedAtTheField_AndKeepsNothing()
    {
        Be(People.Steward);
        var page = Render<ImportsPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Extract, "extract.csv"));

        await ButtonOf(page, "Upload and match columns").ClickAsync(new());

        Assert.Equal("true", page.Find("#as-of").GetAttribute("aria-invalid"));
        Assert.Contains("Give the day of the export", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Upload_WithAControlTotalThatCannotBeRead_KeepsNothing()
    {
        Be(People.Steward);
        var page = Render<ImportsPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Extract, "extract.csv"));
        await page.Find("#as-of").ChangeAsync(new() { Value = "2022-10-31" });
        await page.Find("#expect-rows").ChangeAsync(new() { Value = "about 2" });

        await ButtonOf(page, "Upload and match columns").ClickAsync(new());

        Assert.Equal("expect-rows", page.Find(".sb-error-summary a").GetAttribute("data-focus-target"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Upload_LeadsToTheColumns_WhichShowWhatTheyAreTakenFor()
    {
        Be(People.Steward);
        var page = Render<ImportsPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Extract, "extract.csv"));
        await page.Find("#as-of").ChangeAsync(new() { Value = "2022-10-31" });

        await ButtonOf(page, "Upload and match columns").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains(
                "/scr-data/imports/",
                Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
        var pending = Assert.Single(await ListAsync());
        var match = Render<ImportPage>(p => p.Add(screen => screen.Id, pending.Id));
        match.WaitForElement("#file-1-column-ScrNumber");
        Assert.Equal("SCR Number", match.Find("#file-1-column-ScrNumber option[selected]").GetAttribute("value"));
        Assert.Contains("SCR-1 · SCR-2", match.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..%2f..%2fetc")]
    [InlineData("0123456789abcdef")]
    [InlineData("../../etc/passwd")]
    public void HostileAddress_ShowsThatThereIsNothing(string id)
    {
        Be(People.Steward);

        var page = Render<ImportPage>(p => p.Add(screen => screen.Id, id));

        page.WaitForAssertion(() =>
            Assert.Contains(
                "There is no such import under way",
                page.Find(".usa-alert").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Candidate_ShowsItsProblems_AndOffersToMapTheUnknownCategory()
    {
        var number = await ImportAsync();
        Be(People.Steward);

        var page = Render<SnapshotPage>(p => p.Add(screen => screen.Number, number));

        page.WaitForElement("#map-0");
        Assert.Contains("Category unknown", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Map “Sea crimes” (1 rows) to", page.Markup, StringComparison.Ordinal);
        Assert.Equal("step", page.Find(".usa-step-indicator__segment--current").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Candidate_IsNotShownToThoseWhoDoNotImport()
    {
        var number = await ImportAsync();
        Be(People.Analyst);

        var page = Render<SnapshotPage>(p => p.Add(screen => screen.Number, number));

        page.WaitForAssertion(() =>
            Assert.Contains($"There is no snapshot {number}.", page.Markup, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("SCR-2", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedSnapshot_ShowsAnAnalystItsFacts_ButNoProblemsAndNoWithdrawal()
    {
        Be(People.Analyst);

        var page = Render<SnapshotPage>(p => p.Add(screen => screen.Number, 1));

        page.WaitForAssertion(() => Assert.Contains("How good this data is", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Withdraw", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Download all", page.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement ButtonOf<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private async Task<IReadOnlyList<PendingImport>> ListAsync() =>
        (await System.Get<ReadIntake>().ListAsync(People.Steward, Cancellation)).Value;

    private async Task<int> ImportAsync()
    {
        using var content = new MemoryStream(global::System.Text.Encoding.UTF8.GetBytes(Extract));
        var imported = await System
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput([new(content, "extract.csv")], new DateOnly(2022, 10, 31), IsSynthetic: true),
                People.Steward,
                Cancellation
            );
        return imported.Value.SnapshotNumber;
    }
}
