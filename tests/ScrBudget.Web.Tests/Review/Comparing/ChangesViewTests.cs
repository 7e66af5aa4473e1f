using Bunit;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.TestSupport;
using ScrBudget.Web.Review.Comparing;

namespace ScrBudget.Web.Tests.Review.Comparing;

/// <summary>What differs between two documents, as it is shown: in words and marks, and never by colour alone.</summary>
public sealed class ChangesViewTests : BunitContext
{
    private static readonly RequestDocument Before = DocumentBuilder.Default;

    [Fact]
    public void Parts_StandInTheAnalystsOrder()
    {
        var view = View(Before with { Impact = DocumentBuilder.Paragraphs("Every victim is offered help at once.") });

        Assert.Equal(["Cost", "SCR data", "Title and facts", "Text"], view.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal("Impact changed", view.Find(".sb-changes__summary").TextContent);
        Assert.Contains(Before.Notices[0], view.Find(".sb-notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AddedAndRemovedWords_AreMarkedForEyeAndEar()
    {
        var view = View(Before with { Justification = DocumentBuilder.Paragraphs("The need follows all cases.") });

        var text = Paragraph(view, "The need follows");
        Assert.Equal(
            "The need follows  removed: the end of removed text.  added: all end of added text.  cases.",
            text.TextContent
        );
        Assert.Equal(
            [" removed: ", " end of removed text. ", " added: ", " end of added text. "],
            text.QuerySelectorAll(".usa-sr-only").Select(hidden => hidden.TextContent)
        );
    }

    [Fact]
    public void UnchangedSection_SaysSoAndShowsItsTextOnDemand()
    {
        var view = View(Before with { Impact = FormattedText.Empty });

        var headings = view.FindAll("h3").Select(heading => heading.TextContent);
        Assert.Equal(
            [
                "Description: unchanged",
                "Justification: unchanged",
                "Impact: 8 words removed",
                "If not funded: unchanged",
            ],
            headings
        );
        Assert.Equal(
            3,
            view.FindAll("summary").Count(summary => summary.TextContent.StartsWith("Show ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Bullets_AreOneListWithTheirMarks()
    {
        var before = Before with { Description = DocumentBuilder.Paragraphs("It funds:", "- ten rooms", "- a team") };
        var after = Before with
        {
            Description = DocumentBuilder.Paragraphs("It funds:", "- ten rooms", "- a mobile data unit", "- a team"),
        };

        var view = View(after, before);

        var list = view.FindAll("ul.usa-list")
            .Single(l => l.TextContent.Contains("ten rooms", StringComparison.Ordinal));
        Assert.Equal(3, list.Children.Length);
        Assert.NotNull(list.Children[1].QuerySelector("ins"));
    }

    [Fact]
    public void Emphasis_StaysInsideTheMark()
    {
        var after = Before with
        {
            Impact = new FormattedText([
                new TextBlock(
                    IsBullet: false,
                    [new("Every victim is offered help within "), new("three", Bold: true), new(" days.")]
                ),
            ]),
        };

        var view = View(after);

        Assert.Equal("three", view.Find("ins > strong").TextContent);
        // No space but the text's own, and those that only a screen reader reads.
        Assert.Equal(
            "Every victim is offered help within  removed: five end of removed text.  added: three end of added text.  days.",
            Paragraph(view, "Every victim").TextContent
        );
    }

    [Fact]
    public void Text_IsNeverMarkup()
    {
        var view = View(Before with { Impact = DocumentBuilder.Paragraphs("<script>alert(1)</script> & more") });

        Assert.Empty(view.FindAll("script"));
        Assert.Contains(
            "<script>alert(1)</script> & more",
            view.Find("ins:has(.usa-sr-only)").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void BudgetYear_ShowsBothAsPrintedAndTheSignedChange()
    {
        var view = View(
            Before with
            {
                Cost = DocumentBuilder.Cost("18", fte: ("9", "18"), nonPay: ("760", "–"), total: ("2,360", "3,200")),
            }
        );

        Assert.Equal(
            [
                "Positions 16 18 +2",
                "FTE 8 9 +1",
                "Pay ($000) 1,600 1,600 0",
                "Non-pay ($000) 1,400 760 −640",
                "Total ($000) 3,000 2,360 −640",
            ],
            Rows(view, "Budget year, FY 2029")
        );
    }

    [Fact]
    public void ChangeInALaterYearAlone_IsUnfolded()
    {
        var view = View(Before with { Cost = DocumentBuilder.Cost(total: ("3,000", "3,300")) });

        var all = view.FindAll("details").Single(d => d.QuerySelector("summary")!.TextContent == "All years");
        Assert.True(all.HasAttribute("open"));
        Assert.Contains("Total ($000), change 0 +100 +100 +100 +100", Rows(view, "Cost by year"));
    }

    [Fact]
    public void Lines_SayWhatHappenedInWords()
    {
        var cost = Before.Cost with
        {
            Personnel = [DocumentBuilder.Specialists("18", "9", "1,800")],
            NonPersonnel = [],
        };

        Assert.Equal(
            [
                "Victim Assistance Specialist Changed 1,600 1,800 +200 Positions: 16, now 18; FTE: 8, now 9",
                "Forensic interview rooms Removed 1,400  −1,400 ",
            ],
            Rows(View(Before with { Cost = cost }), "Lines of the cost plan that differ")
        );
    }

    [Fact]
    public void Evidence_NamesValuesAndSourceOfBoth()
    {
        var view = View(
            Before with
            {
                Figures = DocumentBuilder.Figures(
                    DocumentBuilder.Figure(reports: "140", source: "Source: extract of Oct 31, 2023, snapshot 2.")
                ),
                Answers = [],
            }
        );

        var figure = Assert.Single(Rows(view, "Figures that differ"));
        Assert.Contains(
            "FY 2017–2018: 135 reports in 110 cases FY 2017–2018: 140 reports in 110 cases",
            figure,
            StringComparison.Ordinal
        );
        Assert.Contains("now Source: extract of Oct 31, 2023, snapshot 2.", figure, StringComparison.Ordinal);
        Assert.Equal(
            ["National Security Declined: Other data are stronger. Not asked"],
            Rows(view, "Answers that differ")
        );
    }

    [Fact]
    public void SameDocument_SaysInEachPartThatNothingChanged()
    {
        var view = View(Before);

        Assert.Equal("Nothing changed.", view.Find(".sb-changes__summary").TextContent);
        Assert.All(
            (string[])
                [
                    "The cost plan did not change.",
                    "Figures and answers did not change.",
                    "Title and facts did not change.",
                ],
            sentence => Assert.Contains(sentence, view.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(view.FindAll("ins, del"));
    }

    [Fact]
    public void SideBySide_ShowsEachDocumentsOwnText()
    {
        var after = Before with { Justification = DocumentBuilder.Paragraphs("The need follows all cases.") };

        var view = View(after, sideBySide: true);

        var sides = view.FindAll(".sb-changes__sides p:not(.sb-changes__side-name)");
        Assert.Equal(2, sides.Count);
        Assert.Equal(
            ("the", 0),
            (sides[0].QuerySelector("del")!.ChildNodes[1].TextContent, sides[0].QuerySelectorAll("ins").Length)
        );
        Assert.Equal(
            ("all", 0),
            (sides[1].QuerySelector("ins")!.ChildNodes[1].TextContent, sides[1].QuerySelectorAll("del").Length)
        );
    }

    [Fact]
    public void ParagraphThatBecameABullet_SaysSo()
    {
        var view = View(
            Before with
            {
                Impact = DocumentBuilder.Paragraphs("- Every victim is offered help within five days."),
            }
        );

        Assert.Contains("(now a bullet)", view.Find("li").TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Paragraph(IRenderedComponent<ChangesView> view, string start) =>
        view.FindAll("p").Single(p => p.TextContent.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The cells of each row of a table, by its caption.</summary>
    private static IEnumerable<string> Rows(IRenderedComponent<ChangesView> view, string caption) =>
        view.FindAll("table")
            .Single(table => table.QuerySelector("caption")!.TextContent == caption)
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));

    private IRenderedComponent<ChangesView> View(
        RequestDocument after,
        RequestDocument? before = null,
        bool sideBySide = false
    ) =>
        Render<ChangesView>(p =>
            p.Add(view => view.Comparison, SubmissionComparison.Of(before ?? Before, after))
                .Add(view => view.BeforeName, "Submission 1")
                .Add(view => view.AfterName, "Submission 2")
                .Add(view => view.SideBySide, sideBySide)
        );
}
