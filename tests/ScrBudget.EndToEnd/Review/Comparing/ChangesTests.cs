using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.EndToEnd.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Review.Comparing;

/// <summary>What changed between two submissions and beside last year's, in a browser, on desk and phone.</summary>
public sealed class ChangesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Number = "FY2022-VAP-001";
    private const int LastYear = 2021;

    [Fact]
    public async Task Analyst_ChoosesWhatToCompare_AndReadsWhatChanged()
    {
        // A site of its own: the worked request that is changed here is read by other tests.
        using var database = new TemporarySqliteDatabase();
        await using var site = Site.Start("Development", database.Setting);
        await ResubmitAsync(site.Services);
        await MoveToAsync(site.BaseAddress);
        await SignInAsync(DemoPeople.Analyst.DisplayName);

        await OpenAsync($"/requests/{Number}/changes");
        await Assertions.Expect(Page.Locator(".sb-changes__summary")).ToContainTextAsync("+2 positions");
        await Assertions.Expect(Page.Locator("ins", new() { HasText = "A data clerk" })).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();

        await Page.GetByLabel("From").SelectOptionAsync("2");
        await Page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("0");
        await new Editor(Page).Button("Compare").ClickAsync();
        await Assertions.Expect(Page.Locator(".sb-changes__summary")).ToHaveTextAsync("Nothing changed.");
        await Assertions.Expect(Page).ToHaveURLAsync($"{site.BaseAddress}requests/{Number}/changes?from=2&to=0");

        await OpenAsync($"/requests/{Number}/changes?lastYear=");
        await Assertions.Expect(Page.GetByText("Choose the request to compare with.")).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await OpenAsync($"/requests/{Number}/changes?lastYear=FY{LastYear}-VAP-001");
        await Assertions.Expect(Page.Locator(".sb-changes__side-name").First).ToBeVisibleAsync();
        await AssertAccessibleAtBothWidthsAsync();
        await Page.Context.CloseAsync();
    }

    /// <summary>Reopened behind the product's back: who may reopen is no matter here.</summary>
    private static async Task ResubmitAsync(IServiceProvider site)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var author = DemoPeople.VictimAssistance.AsPerson();
        var contexts = site.GetRequiredService<IDbContextFactory<ScrBudgetContext>>();
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            await context.Database.ExecuteSqlAsync(
                $"UPDATE Requests SET Status = {nameof(RequestStatus.Draft)} WHERE Number = {Number}",
                cancellation
            );
            context.Add(
                new BudgetCycle(
                    new FiscalYear(LastYear),
                    new FiscalYear(LastYear),
                    new DateOnly(2026, 10, 1),
                    new DateOnly(2027, 2, 26),
                    Marking.Budget
                )
            );
            await context.SaveAsync(
                DemoPeople.Compiler.AsPerson(),
                new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                cancellation
            );
        }

        var request = (await Drafts.ReadAsync(site, Number)).Request;
        var section = request.Section(SectionKind.Description);
        Done(
            (
                await site.GetRequiredService<ReviseSection>()
                    .ExecuteAsync(
                        new SectionInput(
                            Number,
                            SectionKind.Description,
                            $"{section.Text.Replace("victim", "**victim**", StringComparison.Ordinal)}\n- A data clerk",
                            section.Version
                        ),
                        author,
                        cancellation
                    )
            ).Refusal
        );
        Done(
            (
                await site.GetRequiredService<SavePositionLine>()
                    .ExecuteAsync(Number, null, new("Data clerk", 2, 120_000), Guid.Empty, author, cancellation)
            ).Refusal
        );
        Done((await site.GetRequiredService<SubmitRequest>().ExecuteAsync(Number, author, cancellation)).Refusal);
        Done(
            (
                await site.GetRequiredService<CreateRequest>()
                    .ExecuteAsync(
                        new CreateRequestInput(
                            LastYear,
                            author.OfficeCode!,
                            new RequestFacts { Title = "Victim tools" }
                        ),
                        author,
                        cancellation
                    )
            ).Refusal
        );
    }

    private static void Done(Domain.Refusal? refusal) =>
        Assert.True(refusal is null, $"{refusal?.Message} {string.Join(' ', refusal?.Details ?? [])}");
}
