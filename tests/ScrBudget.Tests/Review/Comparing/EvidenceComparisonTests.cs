using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>Figures and answers of two documents: what was added, removed and changed.</summary>
public sealed class EvidenceComparisonTests
{
    private const string OtherSource = "Source: extract of Oct 31, 2023, snapshot 2.";
    private static readonly RequestDocument Before = DocumentBuilder.Default;

    [Fact]
    public void Figures_AreAddedAndRemoved()
    {
        var compared = Compare(DocumentBuilder.Figure("S2", "National Security"));

        Assert.Equal(
            [(Change.Added, "National Security"), (Change.Removed, "Transnational Crimes Against Children")],
            compared.Figures.Select(figure => (figure.Change, (figure.After ?? figure.Before)!.Category))
        );
    }

    [Fact]
    public void FigureOfANewerSnapshot_NamesItsNewValueAndSource()
    {
        var figure = Assert.Single(Compare(DocumentBuilder.Figure(reports: "140", source: OtherSource)).Figures);

        Assert.Equal(Change.Changed, figure.Change);
        Assert.Equal(
            [
                new ComparedFact("Reports", "135", "140"),
                new ComparedFact("Source", "Source: extract of Oct 31, 2022, snapshot 1.", OtherSource),
            ],
            figure.Facts
        );
    }

    [Fact]
    public void FigureOfOtherYears_IsTheSameFigureChanged()
    {
        // Other years are another figure with another token; tokens are never reused.
        var figure = Assert.Single(Compare(DocumentBuilder.Figure("S4", years: "FY 2018–2019")).Figures);

        Assert.Equal([new ComparedFact("Years", "FY 2017–2018", "FY 2018–2019")], figure.Facts);
    }

    [Fact]
    public void SingleYear_IsNamedWhereItsValueChanged()
    {
        var before = Before with
        {
            Figures = DocumentBuilder.Figures(
                DocumentBuilder.Figure(byYear: [new("FY 2017", 71, "71"), new("FY 2018", 64, "64")])
            ),
        };
        var after = DocumentBuilder.Figures(
            DocumentBuilder.Figure(byYear: [new("FY 2017", 71, "71"), new("FY 2018", null, "fewer than 5")])
        );

        var figure = Assert.Single(EvidenceComparison.Of(before, before with { Figures = after }).Figures);

        Assert.Equal([new ComparedFact("FY 2018", "64", "fewer than 5")], figure.Facts);
    }

    [Fact]
    public void OfTwoFiguresOfOneCategory_TheTokenTellsThemApart()
    {
        var first = DocumentBuilder.Figure("S1", years: "FY 2017");
        var second = DocumentBuilder.Figure("S2", years: "FY 2018");
        var before = Before with { Figures = DocumentBuilder.Figures(first, second) };

        var removed = Assert.Single(
            EvidenceComparison.Of(before, before with { Figures = DocumentBuilder.Figures(second) }).Figures
        );

        Assert.Equal((Change.Removed, "S1"), (removed.Change, removed.Before!.Token));
    }

    [Fact]
    public void OfAnotherRequest_FiguresAreMatchedByWhatTheyCountAndNotByToken()
    {
        var lastYear = Before with
        {
            Number = "FY2028-VAP-001",
            Figures = DocumentBuilder.Figures(
                DocumentBuilder.Figure("S1", "National Security"),
                DocumentBuilder.Figure("S2", reports: "130")
            ),
        };

        var compared = EvidenceComparison.Of(lastYear, Before);

        Assert.Equal([Change.Changed, Change.Removed], compared.Figures.Select(figure => figure.Change));
        Assert.Equal([new ComparedFact("Reports", "130", "135")], compared.Figures[0].Facts);
    }

    [Fact]
    public void SourceOfAnOldDocumentWithSeveral_IsNotGuessed()
    {
        var old = Before with
        {
            Figures = DocumentBuilder.Figures(DocumentBuilder.Figure(source: "")) with
            {
                Sources = ["Source: extract of Oct 31, 2022, snapshot 1.", OtherSource],
            },
        };

        var figure = Assert.Single(EvidenceComparison.Of(old, Before).Figures);

        Assert.Equal("Not recorded for this figure", Assert.Single(figure.Facts).Before);
    }

    [Fact]
    public void Answers_AreComparedByCategory()
    {
        var compared = EvidenceComparison.Of(
            Before,
            Before with
            {
                Answers =
                [
                    new("Cyber-Enabled Crime", "Unanswered", ""),
                    new("National Security", "Declined", "Data are not reliable enough."),
                ],
            }
        );

        Assert.Equal(
            [(Change.Added, "Cyber-Enabled Crime"), (Change.Changed, "National Security")],
            compared.Answers.Select(answer => (answer.Change, answer.Category))
        );
        Assert.Equal("Other data are stronger.", compared.Answers[1].Before!.Reason);
    }

    [Fact]
    public void CaveatThatWasAdded_IsANote()
    {
        var compared = EvidenceComparison.Of(
            Before,
            Before with
            {
                Figures = Before.Figures with { Caveats = [.. Before.Figures.Caveats, "Years selected."] },
            }
        );

        Assert.Equal(["Years selected."], compared.Notes.Added);
        Assert.True(compared.IsChanged);
    }

    private static EvidenceComparison Compare(params IReadOnlyList<CitedFigure> after) =>
        EvidenceComparison.Of(Before, Before with { Figures = DocumentBuilder.Figures(after) });
}
