using Bunit;
using ScrBudget.Documents;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Tests.Components;

namespace ScrBudget.Web.Tests.Pages;

public sealed class FormattedTextViewTests : ComponentTest
{
    [Fact]
    public void EmptyText_SaysThatNobodyAnswered() =>
        Assert.Equal(Wording.NoResponse, Render([]).Find("p").TextContent);

    [Fact]
    public void BulletsThatFollowEachOther_MakeOneList()
    {
        var view = Render([
            Block("Before"),
            Block("One", bullet: true),
            Block("Two", bullet: true),
            Block("After"),
            Block("Three", bullet: true),
        ]);

        Assert.Equal(
            ["P", "UL", "P", "UL"],
            view.Nodes.OfType<AngleSharp.Dom.IElement>().Select(element => element.TagName)
        );
        Assert.Equal(["One", "Two"], view.FindAll("ul")[0].Children.Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public void Emphasis_IsMarkup_AndMarkupInTheTextIsText()
    {
        var view = Render([
            new TextBlock(
                IsBullet: false,
                [
                    new TextRun("bold", true, false),
                    new TextRun("both", true, true),
                    new TextRun("<b>literal</b>", false, false),
                ]
            ),
        ]);

        Assert.Equal("bold", view.Find("p > strong").TextContent);
        Assert.Equal("both", view.Find("strong > em").TextContent);
        Assert.Empty(view.FindAll("b"));
        Assert.Contains("<b>literal</b>", view.Find("p").TextContent, StringComparison.Ordinal);
    }

    private static TextBlock Block(string text, bool bullet = false) => new(bullet, [new TextRun(text, false, false)]);

    private IRenderedComponent<FormattedTextView> Render(IReadOnlyList<TextBlock> blocks) =>
        Render<FormattedTextView>(view => view.Add(shown => shown.Text, new FormattedText(blocks)));
}
