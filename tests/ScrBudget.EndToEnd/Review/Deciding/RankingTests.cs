using Microsoft.Playwright;
using ScrBudget.Application.Demo;
using ScrBudget.EndToEnd.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.EndToEnd.Review.Deciding;

/// <summary>An office's ranks in a browser: the focus goes along with a moved row, a row is dragged, two people at once.</summary>
public sealed class RankingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Address = "/deciding/CEIU?fy=2029";

    [Fact]
    public async Task Request_IsMovedByKeyboardAndByDragging_AndASecondWindowLosesNothing()
    {
        // A site of its own: other tests make drafts of this office, and the whole order is compared here.
        using var database = new TemporarySqliteDatabase();
        await using var site = Site.Start("Development", database.Setting);
        foreach (var title in (string[])["Ranked by keys", "Ranked by dragging", "Ranked by number"])
        {
            await Drafts.NewAsync(site.Services, DemoPeople.ChildExploitation, title);
        }

        await MoveToAsync(site.BaseAddress);
        await SignInAsync(DemoPeople.ChildExploitation.DisplayName);
        await OpenAsync(Address);
        var order = await OrderAsync(Page);
        var (above, moved) = (order[^2], order[^1]);
        var second = await Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(site.BaseAddress, Address).ToString());
        await WaitUntilInteractiveAsync(second);

        // The second window opened in front: keys go to the one in front.
        await Page.BringToFrontAsync();
        await Page.Locator($"#up-{moved}").PressAsync("Enter");

        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync($"{moved} is now rank {order.Count - 1} of");
        await Assertions.Expect(Page.Locator($"#up-{moved}")).ToBeFocusedAsync();
        Assert.Equal([.. order.SkipLast(2), moved, above], await OrderAsync(Page));

        // The second window still shows the order of before.
        await second.Locator($"#rank-{above}").FillAsync("1");
        await second.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.GetByText("Your change is not saved")).ToBeVisibleAsync();
        Assert.Equal([.. order.SkipLast(2), moved, above], await OrderAsync(second));
        await second.GetByRole(AriaRole.Button, new() { Name = $"Move {above} to rank 1 in their order" }).ClickAsync();
        await Assertions.Expect(second.Locator("#said")).ToContainTextAsync($"{above} is now rank 1 of");

        // Both rows in view: a drag does not scroll.
        await Page.SetViewportSizeAsync(1440, 3000);
        await OpenAsync(Address);
        await Page.Locator($"tr:has(#rank-{above}) .sb-grip").DragToAsync(Page.Locator($"tr:has(#rank-{moved}) th"));

        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync($"{above} is now rank {order.Count} of");
        Assert.Equal([.. order.SkipLast(2), moved, above], await OrderAsync(Page));
        await AssertAccessibleAtBothWidthsAsync();

        // Whoever goes on with the next key while a rank is saved stays where they are.
        order = await OrderAsync(Page);
        await Page.Locator($"#rank-{order[^1]}").FillAsync("1");
        await Page.Locator($"#rank-{order[0]}").FocusAsync();
        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync($"{order[^1]} is now rank 1 of");
        await Assertions.Expect(Page.Locator($"#rank-{order[0]}")).ToBeFocusedAsync();
        await Page.Context.CloseAsync();
    }

    [Fact]
    public async Task BoxOfARequest_IsSeen_AndChoosesIt()
    {
        await BeAsync(DemoPeople.Compiler);
        await OpenAsync("/deciding?fy=2029");

        await Page.Locator("label.usa-checkbox__label").First.ClickAsync();

        await Assertions.Expect(Page.GetByText("1 chosen: ")).ToBeVisibleAsync();
    }

    private static async Task<List<string>> OrderAsync(IPage page) =>
        [.. await page.Locator("tbody tr:not(.sb-passed) > th a").AllInnerTextsAsync()];
}
