using ScrBudget.Application.Requests;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Comparing;

/// <summary>Two documents in words, dollars, FTE and evidence, with exact values.</summary>
public sealed class SubmissionComparisonTests
{
    private static readonly RequestDocument Before = DocumentBuilder.Default;

    [Fact]
    public void SameDocument_SaysThatNothingChanged()
    {
        // Read from what was frozen: its lists are other lists of the same content.
        var again = FrozenDocument.Read(FrozenDocument.Write(Before));

        var compared = SubmissionComparison.Of(Before, again);

        Assert.False(compared.IsChanged);
        Assert.Equal("Nothing changed.", compared.Summary);
    }

    [Fact]
    public void AnotherDateOrStatus_IsNoChangeOfTheRequest() =>
        Assert.False(
            SubmissionComparison
                .Of(Before, Before with { AsOf = new DateOnly(2027, 2, 1), Status = "Returned" })
                .IsChanged
        );

    [Fact]
    public void Summary_SaysItInOneLine()
    {
        var after = Before with
        {
            Justification = DocumentBuilder.Paragraphs("The need follows all cases."),
            Cost = DocumentBuilder.Cost("20", fte: ("10", "20"), pay: ("2,000", "4,000"), total: ("3,400", "4,000")),
            Figures = DocumentBuilder.Figures(
                DocumentBuilder.Figure(),
                DocumentBuilder.Figure("S2", "National Security")
            ),
        };

        Assert.Equal(
            "Justification and Cost changed; +$0.4 million, +4 positions, +2 FTE; 1 figure added",
            SubmissionComparison.Of(Before, after).Summary
        );
    }

    [Fact]
    public void Summary_NamesEachPlaceInReadingOrder()
    {
        var after = Before with
        {
            Title = "Victim assistance tools",
            Facts = Before.Facts with { Priority = "1" },
            Description = FormattedText.Empty,
            IfNotFunded = DocumentBuilder.Paragraphs("Rooms stay closed."),
            Cost = DocumentBuilder.Cost(nonPay: ("1,370", "–"), total: ("2,970", "3,200")),
            Answers = [],
            Figures = CitedFigures.None,
        };

        Assert.Equal(
            "Title, Facts, Description, Cost and If not funded changed; −$30,000; 1 figure removed; 1 answer removed",
            SubmissionComparison.Of(Before, after).Summary
        );
    }

    [Fact]
    public void Facts_NameWhatDiffers()
    {
        var after = Before with
        {
            Facts = Before.Facts with { Appropriation = "Procurement", PerformanceTargetDate = "FY 2031" },
        };

        Assert.Equal(
            [
                new ComparedFact("Appropriation", "Operations and Support", "Procurement"),
                new ComparedFact("Target date", "", "FY 2031"),
            ],
            SubmissionComparison.Of(Before, after).Facts
        );
    }

    [Fact]
    public void EveryFactOfTheDocument_IsCompared()
    {
        var properties = typeof(Documents.RequestFacts).GetProperties();
        Assert.Equal(13, properties.Length);

        Assert.All(
            properties,
            property =>
            {
                var after = FrozenDocument.Read(FrozenDocument.Write(Before));
                property.SetValue(after.Facts, "Another");

                Assert.Equal("Another", Assert.Single(SubmissionComparison.Of(Before, after).Facts).After);
            }
        );
    }

    [Fact]
    public void Sections_AreAllThere_UnchangedOnesToo()
    {
        var after = Before with
        {
            Impact = DocumentBuilder.Paragraphs("Every victim is offered help within three days."),
        };

        var compared = SubmissionComparison.Of(Before, after);

        Assert.Equal(
            ["Description", "Justification", "Impact", "If not funded"],
            compared.Sections.Select(s => s.Title)
        );
        Assert.Equal([false, false, true, false], compared.Sections.Select(s => s.IsChanged));
        Assert.Equal("1 word added, 1 removed", ComparisonWording.Words(compared.Sections[2]));
    }

    [Fact]
    public async Task FrozenBeforeFiguresNamedTheirSource_IsReadAndComparedWithTheOnlyOneThatItHas()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        var frozen = (await system.ReadAsync(number)).Request.Submissions.Single().Document;
        var json = System.Text.Json.Nodes.JsonNode.Parse(frozen)!;
        foreach (var figure in json["Figures"]!["Items"]!.AsArray())
        {
            Assert.True(figure!.AsObject().Remove("Source"));
        }

        var compared = SubmissionComparison.Of(FrozenDocument.Read(json.ToJsonString()), FrozenDocument.Read(frozen));

        Assert.Equal(3, compared.After.Figures.Items.Count);
        Assert.False(compared.IsChanged, compared.Summary);
    }

    [Theory]
    [InlineData(400_000, "+$0.4 million")]
    [InlineData(-1_250_000, "−$1.3 million")]
    [InlineData(-30_000, "−$30,000")]
    [InlineData(0, "$0")]
    public void ChangeOfAnAmount_HasItsSign(long dollars, string expected) =>
        Assert.Equal(expected, ComparisonWording.WithSign(new Money(dollars)));

    [Theory]
    [InlineData(1_250_000, "+1,250")]
    [InlineData(-640_000, "−640")]
    [InlineData(0, "0")]
    public void ChangeInThousands_HasItsSign(long dollars, string expected) =>
        Assert.Equal(expected, ComparisonWording.ThousandsWithSign(dollars));
}
