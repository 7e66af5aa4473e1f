using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Demo;

public sealed class LoadDemoTests
{
    private static readonly string[] Worked = ["FY2022-VAP-001", "FY2020-CCU-001", "FY2020-CEIU-001"];

    /// <summary>Loaded once: with the open call and the accounts, as the site has it.</summary>
    private static readonly Lazy<Task<byte[]>> Loaded = new(async () =>
    {
        await using var system = TestSystem.Empty();
        await system.Get<LoadDemo>().ExecuteAsync(withSite: true);
        return await system.FileAsync();
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("FY2022-VAP-001", 3_000_000, 16, "$3.0 million · 16 positions · 8 FTE")]
    [InlineData("FY2020-CCU-001", 8_800_000, 12, "$8.8 million · 12 positions · 6 FTE")]
    [InlineData("FY2020-CEIU-001", 10_600_000, 5, "$10.6 million · 5 positions · 3 FTE")]
    public async Task WorkedRequest_ComesToTheReportsDollarsAndPositionsExactly(
        string number,
        long dollars,
        int positions,
        string headline
    )
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);

        var reading = await system.ReadAsync(number, People.Auditor);

        Assert.Equal((dollars, positions), (reading.Composed.Cost.Request.Dollars, reading.Composed.Cost.Positions));
        Assert.Equal(headline, PrintRequest.Printable(reading).Headline);
        Assert.Equal(RequestStatus.Submitted, reading.Request.Status);
        Assert.All(
            reading.Composed.Prompt.Categories,
            category => Assert.Equal(CategoryDecision.Attached, category.Decision)
        );
        Assert.Empty(reading.Composed.Completeness.Gaps);
        Assert.Empty(reading.Composed.Completeness.Warnings);
    }

    [Theory]
    [InlineData("FY2022-VAP-001", "FY 2017–2021", 3)]
    [InlineData("FY2020-CCU-001", "FY 2017–2019", 1)]
    [InlineData("FY2020-CEIU-001", "FY 2017–2019", 1)]
    public async Task Figures_AreOfTheDefaultYears_AndStandInTheTextWithTheirSource(
        string number,
        string years,
        int count
    )
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);

        var document = (await system.Get<PrintRequest>().DocumentAsync(number, People.Auditor, Cancellation)).Value;

        Assert.Equal(count, document.Figures.Items.Count);
        Assert.All(document.Figures.Items, figure => Assert.Equal(years, figure.Years));
        var text = string.Join('\n', document.Justification.Blocks.Select(block => block.PlainText));
        Assert.All(document.Figures.Items, figure => Assert.Contains(figure.Sentence, text, StringComparison.Ordinal));
        Assert.Equal(["Source: extract of Oct 31, 2022, snapshot 1 (synthetic)."], document.Figures.Sources);
        Assert.DoesNotContain(
            document.Figures.Caveats,
            caveat => caveat.Contains("selected", StringComparison.Ordinal)
        );
        Assert.Equal(2, document.Notices.Count);
        Assert.Contains(RequestComposer.Illustrative, document.Notices);
    }

    [Fact]
    public async Task Demo_IsVerified()
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);

        var verification = (await system.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation)).Value;

        Assert.Empty(verification.Problems);
        Assert.True(verification.Entries > 30);
    }

    [Fact]
    public async Task LoadedTwice_IsTheSame()
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);
        var before = await ContentAsync(system);

        await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation);

        Assert.Equal(before, await ContentAsync(system));
    }

    [Fact]
    public async Task TwoRuns_GiveTheSameContentAndTheSameDocuments()
    {
        await using var first = await TestSystem.FromFileAsync(await Loaded.Value);
        await using var second = TestSystem.Empty();
        await second.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation);

        Assert.Equal(await ContentAsync(first), await ContentAsync(second));
        foreach (var number in Worked)
        {
            Assert.Equal(await PrintAsync(first, number), await PrintAsync(second, number));
        }
    }

    [Fact]
    public async Task Site_HasTheOpenCallADraftInItAndTheAccounts()
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);

        var draft = (await system.ReadAsync("FY2029-VAP-001")).Request;
        Assert.Equal(RequestStatus.Draft, draft.Status);
        Assert.All(draft.Sections, section => Assert.NotEmpty(section.Text));
        Assert.Empty(draft.Figures);
        Assert.Equal(new DateTime(2026, 11, 2, 15, 0, 0, DateTimeKind.Utc), draft.CreatedAt);
        await using var context = system.CreateContext();
        var accounts = await context.Users.ToListAsync(Cancellation);
        Assert.Equal(
            DemoPeople.All.Select(person => person.UserName).Order(),
            accounts.Select(account => account.UserName).Order()
        );
        Assert.All(accounts, account => Assert.Null(account.PasswordHash));
    }

    [Fact]
    public async Task WithoutTheSite_ThereAreTheThreeRequestsAlone()
    {
        await using var system = TestSystem.Empty();
        await system.Get<LoadDemo>().ExecuteAsync(withSite: false, cancellation: Cancellation);

        await using var context = system.CreateContext();
        Assert.Equal(Worked.Order(), await context.Requests.Select(r => r.Number).Order().ToListAsync(Cancellation));
        Assert.False(await context.Users.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("Synthetic statistics")]
    [InlineData("Victim assistance tools and resources")]
    [InlineData("Capacity to investigate child exploitation")]
    [InlineData("FY 2029 call")]
    public async Task LoadThatWasCutShort_IsFinishedByTheNext_WithTheSameContent(string step)
    {
        await using var system = TestSystem.Empty();
        var load = system.Get<LoadDemo>();
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            load.ExecuteAsync(withSite: true, new StopAt(step), Cancellation)
        );

        await load.ExecuteAsync(withSite: true, cancellation: Cancellation);

        await using var whole = await TestSystem.FromFileAsync(await Loaded.Value);
        Assert.Equal(await ContentAsync(whole), await ContentAsync(system));
    }

    [Fact]
    public async Task TextThatAnAuthorEmptied_StaysEmptyWhenTheDemoIsLoadedAgain()
    {
        await using var system = await TestSystem.FromFileAsync(await Loaded.Value);
        await system.ReviseAsync("FY2029-VAP-001", SectionKind.Impact, "", People.AuthorAndApprover);

        await system.Get<LoadDemo>().ExecuteAsync(withSite: true, cancellation: Cancellation);

        Assert.Empty((await system.ReadAsync("FY2029-VAP-001")).Request.Section(SectionKind.Impact).Text);
    }

    /// <summary>All entries with their hashes, and what each request prints.</summary>
    private static async Task<string> ContentAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        var entries = await context
            .AuditEntries.OrderBy(entry => entry.Subject)
            .ThenBy(entry => entry.Sequence)
            .Select(entry => $"{entry.Subject} {entry.Sequence} {entry.Action} {entry.At:O} {entry.Hash}")
            .ToListAsync(Cancellation);
        var numbers = await context.Requests.Select(request => request.Number).Order().ToListAsync(Cancellation);
        foreach (var number in numbers)
        {
            var document = await system.Get<PrintRequest>().DocumentAsync(number, People.Auditor, Cancellation);
            entries.Add(JsonSerializer.Serialize(document.Value));
        }

        return string.Join('\n', entries);
    }

    private static async Task<(string QuadChart, string Exhibit)> PrintAsync(TestSystem system, string number)
    {
        var print = system.Get<PrintRequest>();
        return (
            Convert.ToHexString((await print.QuadChartAsync(number, People.Auditor, Cancellation)).Value.Content),
            Convert.ToHexString((await print.ExhibitAsync(number, People.Auditor, Cancellation)).Value.Content)
        );
    }

    /// <summary>Stops a load where it reports this step.</summary>
    private sealed class StopAt(string step) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == step)
            {
                throw new OperationCanceledException($"stopped at {step}");
            }
        }
    }
}
