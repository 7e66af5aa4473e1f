using Bunit;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Web.Tests.Review;

/// <summary>An analyst recommends SCR data: a category needs no statistic, and what the office had before it comes first.</summary>
public sealed class RecommendPanelTests : ReviewScreenTest
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Category_IsRecommended_WhereNoSnapshotIsPublished()
    {
        var number = await System.CreateInReviewAsync();
        await using (var context = System.CreateContext())
        {
            await context.Database.ExecuteSqlAsync(
                $"UPDATE Snapshots SET Status = {nameof(SnapshotStatus.Withdrawn)}",
                Cancellation
            );
        }

        var page = Open(number, People.Analyst);
        page.WaitForElement("#recommend-TCAC").Change(true);
        Assert.Contains(
            "A category can be recommended all the same.",
            page.Find("section[aria-labelledby=recommend-heading]").TextContent,
            StringComparison.Ordinal
        );
        await page.Find("#recommend-why").ChangeAsync(new() { Value = "Nearly every case has a child." });
        await Button(page, "Recommend 1 category").ClickAsync(new());

        var made = Assert.Single((await RequestAsync(number)).Recommendations);
        Assert.Equal(("TCAC", null, null), (made.CategoryCode, made.Subcategory, made.Query));
    }

    [Fact]
    public async Task DoubleClick_RecommendsOnce_AndTellsOfNoError()
    {
        var number = await System.CreateInReviewAsync();
        var page = Open(number, People.Analyst);
        page.WaitForElement("#recommend-TCAC").Change(true);
        await page.Find("#recommend-why").ChangeAsync(new() { Value = "Nearly every case has a child." });
        await Button(page, "Recommend 1 category").ClickAsync(new());

        await Button(page, "Recommend").ClickAsync(new());

        Assert.Single((await RequestAsync(number)).Recommendations);
        Assert.Contains("Recommended: R1.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was recommended", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CategoriesOfTheRequest_StandBeforeTheRestOfTheCatalogue_DeclinedOnesFirst()
    {
        var number = await CreateDeclinedInReviewAsync("CYB");
        var page = Open(number, People.Analyst);

        page.WaitForElement("#recommend-TCAC");

        var standings = page.FindAll("section[aria-labelledby=recommend-heading] .usa-checkbox__label")
            .Select(label => label.TextContent.Trim().Split('(')[^1].TrimEnd(')'))
            .ToList();
        Assert.Equal("declined", standings[0]);
        var known = standings.TakeWhile(standing => standing != "not suggested").Count();
        Assert.True(known > 1);
        Assert.All(standings.Skip(known), standing => Assert.Equal("not suggested", standing));
    }
}
