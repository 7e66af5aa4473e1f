using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Cycles;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;
using ScrBudget.Web.Tests.Requests;
using ScrBudget.Web.Tracking;

namespace ScrBudget.Web.Tests.Tracking;

/// <summary>Tracking on the screen: figures with both numbers, each a link to its list, and what they are made of.</summary>
public sealed class TrackingScreenTests : RequestScreenTest
{
    [Fact]
    public async Task Headline_HasBothRatesWithTheirNumbers_AndTheReportsOwn()
    {
        await System.CreateTransmittedAsync();

        var page = Open<TrackingPage>(People.Analyst, "/tracking");

        var headline = Words(page.Find(".sb-tally--wide"));
        Assert.StartsWith("1 with SCR data used of 1 requests transmitted · 100 %", headline, StringComparison.Ordinal);
        Assert.Contains("FY 2017–2022, per OIG-23-59 page 7: 3 of 128 (2.3 %).", headline, StringComparison.Ordinal);
        Assert.Contains("(100 %; the report gives no baseline)", headline, StringComparison.Ordinal);
        Assert.Contains("Requests for submission year FY 2027", page.Markup, StringComparison.Ordinal);
        Assert.Equal(StatisticWording.Synthetic, Words(page.Find(".sb-notice p")));
    }

    [Fact]
    public async Task Training_IsCountedByCall_ForThoseWhoRunIt()
    {
        await System.CreateTransmittedAsync();
        await System.AddAccountAsync("analyst", Role.BudgetAnalyst);
        await System.AddAccountAsync("second-analyst", Role.BudgetAnalyst);
        await System.WriteTrainingAsync(TrainingAudience.Analysts);
        var read = await System
            .Get<AcknowledgeTraining>()
            .ExecuteAsync(
                new AcknowledgeTrainingInput(TestSystem.OpenYear, TrainingAudience.Analysts, 1),
                People.Named("analyst", null, Role.BudgetAnalyst),
                Xunit.TestContext.Current.CancellationToken
            );
        Assert.Null(read.Refusal);

        var page = Open<TrackingPage>(People.Compiler, "/tracking");

        var address = $"/cycles/{TestSystem.OpenYear}/training?done=";
        Assert.StartsWith("1 ", Words(page.WaitForElement($"a[href='{address}yes']")), StringComparison.Ordinal);
        Assert.StartsWith("1 ", Words(page.Find($"a[href='{address}no']")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Category_HasItsTwoRates_WithTheirNumbers()
    {
        await System.CreateTransmittedAsync();

        var page = Open<TrackingPage>(People.Analyst, "/tracking");

        var row = page.FindAll("tbody tr")
            .Single(row => Words(row.Children[0]) == "Transnational Crimes Against Children");
        Assert.Equal(2, row.Children.Count(cell => Words(cell) == "1 of 1 (100 %)"));
    }

    [Fact]
    public async Task NothingTransmitted_PrintsNoPercentage()
    {
        await System.CreateInReviewAsync();

        var page = Open<TrackingPage>(People.Analyst, "/tracking");

        Assert.DoesNotContain('%', Words(page.Find(".sb-tally__figure")));
        Assert.Contains("1 requests interim", Words(page.Find("main, .sb-content")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_IsARowWithABarOfTwoParts()
    {
        await System.CreateTransmittedAsync();

        var page = Open<TrackingPage>(People.Analyst, "/tracking");

        var rows = page.FindAll("table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(["FY 2017–2022 (report)", "FY 2027"], rows.Select(row => Words(row.Children[0])));
        Assert.Equal(
            ["sb-use-bar__used", "sb-use-bar__not-used"],
            rows[0].QuerySelectorAll("rect").Select(part => part.ClassName)
        );
        Assert.Equal("3 of 128 (2.3 %)", Words(rows[0].Children[7]));
        Assert.Equal("no baseline", Words(rows[0].Children[8]));
        Assert.Equal("1 of 1 (100 %)", Words(rows[1].Children[7]));
    }

    [Fact]
    public async Task EveryNumber_LeadsToAListWithAsManyRequests()
    {
        await System.CreateTransmittedAsync();
        await System.CreateInReviewAsync();
        var page = Open<TrackingPage>(People.Analyst, "/tracking");
        var links = page.FindAll($"a[href^='{TrackingPaths.Requests}?']")
            .Where(link => link.QuerySelector(".usa-sr-only") is not null)
            .Select(link => (Number: Number(link), Address: link.GetAttribute("href")!))
            .Distinct()
            .ToList();

        Assert.InRange(links.Count, 60, 200);
        Assert.All(
            links,
            link =>
            {
                Go(link.Address);
                var list = Render<TrackedRequestsPage>();
                var requests = list.FindAll("table:last-of-type tbody tr").Count;
                Assert.True(link.Number == requests, $"{link.Address}: {link.Number}, but {requests} listed");
            }
        );
    }

    [Fact]
    public async Task List_NamesTheUse_HowItWasCited_AndLinksToTheRequest()
    {
        var number = await System.CreateTransmittedAsync();

        var page = Open<TrackedRequestsPage>(People.Auditor, "/tracking/requests?standing=transmitted&value=used");

        Assert.Contains(page.FindAll("p"), words => Words(words) == "1 request");
        var row = page.Find("tbody tr");
        Assert.Equal($"/requests/{number}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Used (full)", Words(row.Children[5]));
        Assert.StartsWith(
            "S1: Illicit Trade, Travel, and Finance (Non-Drug-Related), FY 2017–2021, snapshot 1: ",
            Words(row.QuerySelector("li")!),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "; in Justification; bears on the request",
            Words(row.QuerySelector("li")!),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["CSV", "Excel"],
            page.FindAll("a[href^='/tracking/requests.']").Select(link => link.TextContent.Split('(', ')')[1])
        );
    }

    [Fact]
    public async Task ListOfRecommendations_CountsBoth()
    {
        var number = await System.CreateInReviewAsync();
        await System.RecommendDataAsync(number, new RecommendedData("CYB"), new RecommendedData("GANG"));

        var page = Open<TrackedRequestsPage>(People.Analyst, "/tracking/requests?recommendation=awaiting");

        Assert.Contains(page.FindAll("p"), words => Words(words) == "2 recommendations in 1 request");
    }

    [Fact]
    public void EmptyList_SaysWhatToDo()
    {
        var page = Open<TrackedRequestsPage>(People.Analyst, "/tracking/requests?value=notused");

        Assert.Equal("No requests", Words(page.Find(".sb-empty__heading")));
        Assert.NotNull(page.Find($".sb-empty a[href='{TrackingPaths.Requests}']"));
    }

    [Theory]
    [InlineData("submitted=sometime", "submitted=sometime")]
    [InlineData("fy=12", "fy=12")]
    public void AddressThatCannotBeRead_IsSaid(string query, string said)
    {
        var page = Open<TrackingPage>(People.Analyst, $"/tracking?{query}");

        Assert.Contains($"The address says {said}.", Words(page.Find(".usa-alert")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherOffice_ByName_IsRefusedAnAuthor()
    {
        await System.CreateTransmittedAsync();

        var page = Open<TrackingPage>(People.AuthorOf("CCU"), "/tracking?office=VAP");

        Assert.Contains("Your roles do not allow this", Words(page.Find(".usa-alert")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sb-tally"));
    }

    [Fact]
    public async Task CrossChecks_CountEachKind_AndNameTheirRequests()
    {
        var one = await System.CreateSubmittedAsync();
        var two = await System.CreateDraftAsync();

        var page = Open<CrossChecksPage>(People.Analyst, "/tracking/cross-checks?fy=2029");

        Assert.Contains("Duplicate titles: 1", page.FindAll(".sb-links li").Select(Words));
        Assert.Equal(
            [$"/requests/{one}", $"/requests/{two}"],
            page.FindAll(".sb-findings a").Select(link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task CrossChecksWithoutFindings_SayWhatWasCompared()
    {
        await System.CreateSubmittedAsync();

        var page = Open<CrossChecksPage>(People.Analyst, "/tracking/cross-checks");

        Assert.Contains("1 request compared, nothing found.", Words(page.Find(".sb-empty")), StringComparison.Ordinal);
    }

    private IRenderedComponent<T> Open<T>(Person by, string address)
        where T : IComponent
    {
        Be(by);
        Go(address);
        return Render<T>();
    }

    private void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    /// <summary>What the link shows, without what is read out besides.</summary>
    private static int Number(IElement link) =>
        int.Parse(
            link.ChildNodes[0].TextContent,
            global::System.Globalization.NumberStyles.AllowThousands,
            global::System.Globalization.CultureInfo.InvariantCulture
        );

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
