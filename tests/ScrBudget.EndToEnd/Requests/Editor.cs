using Microsoft.Playwright;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>The editor of a request as its user sees it: by labels, headings and names of buttons.</summary>
internal sealed class Editor(IPage page)
{
    public const string AllSaved = "All changes saved";

    /// <summary>The status in the strip: what is saved.</summary>
    public ILocator SaveStatus => page.Locator("#save-status");

    /// <summary>The facts under the title: number, office, money, positions, status.</summary>
    public ILocator Facts => page.Locator(".sb-strip__facts");

    /// <summary>The text area of the section that is open.</summary>
    public ILocator TextArea => page.Locator(".sb-editor__work textarea[data-autosave-status]");

    public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The card of a category, by its heading.</summary>
    public ILocator Card(string category) => page.GetByRole(AriaRole.Region, new() { Name = category, Exact = true });

    /// <summary>Opens a section by the list at the side.</summary>
    public async Task GoToAsync(string section)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Sections of the request" })
            .GetByRole(AriaRole.Link)
            .Filter(new() { Has = page.GetByText(section, new() { Exact = true }) })
            .ClickAsync();
        await Assertions.Expect(page.Locator(".sb-sections a[aria-current=page] span").First).ToHaveTextAsync(section);
    }

    /// <summary>Types into the open section, key by key, and leaves it by its status saying that all is saved.</summary>
    public async Task TypeAsync(string text)
    {
        await TextArea.PressSequentiallyAsync(text);
        await Assertions.Expect(SaveStatus).ToHaveTextAsync(AllSaved);
    }

    public async Task AddPositionsAsync(string type, int count, int cost, int firstYearPercent)
    {
        // The types that the call has modular costs for are offered while typing: a box with a list.
        var position = page.GetByRole(AriaRole.Combobox, new() { Name = "Position type", Exact = true });
        await position.FillAsync(type);
        await position.BlurAsync();
        await FillAsync("Number of positions", $"{count}");
        await FillAsync("Full-year cost of one, in dollars", $"{cost}");
        await FillAsync("First year, in percent of a year", $"{firstYearPercent}");
        await Button("Add the positions").ClickAsync();
        await Assertions.Expect(Row("Position lines", type)).ToBeVisibleAsync();
    }

    public async Task AddItemAsync(string item, int unitCost, int quantity, bool recurs)
    {
        await FillAsync("Item", item);
        await FillAsync("Unit cost, in dollars", $"{unitCost}");
        await FillAsync("Quantity", $"{quantity}");
        // The box itself lies out of sight; its label is what people press.
        if (await page.GetByLabel("Recurs every year").IsCheckedAsync() != recurs)
        {
            await page.GetByText("Recurs every year", new() { Exact = true }).ClickAsync();
        }

        await Button("Add the item").ClickAsync();
        await Assertions.Expect(Row("Non-personnel lines", item)).ToBeVisibleAsync();
    }

    /// <summary>Fills a text field and leaves it.</summary>
    public async Task FillAsync(string label, string text)
    {
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    private ILocator Row(string table, string header) =>
        page.GetByRole(AriaRole.Region, new() { Name = table, Exact = true })
            .GetByRole(AriaRole.Rowheader, new() { Name = header, Exact = true });
}
