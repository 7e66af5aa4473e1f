using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class CompletenessTests
{
    [Fact]
    public void CompleteRequest_HasNeitherGapNorWarning()
    {
        var completeness = Of(new RequestBuilder());

        Assert.Empty(completeness.Gaps);
        Assert.Empty(completeness.Warnings);
    }

    [Theory]
    [InlineData(SectionKind.Description, "description")]
    [InlineData(SectionKind.Impact, "impact")]
    public void EmptySection_IsAGapInItsField(SectionKind section, string field) =>
        AssertGap(new RequestBuilder().Without(section), "section-empty", field, $"{section} is empty.");

    [Fact]
    public void EmptyJustification_IsAGapInItsField() =>
        AssertGap(
            new RequestBuilder().WithoutFigures().Without(SectionKind.Justification),
            "section-empty",
            "justification",
            "Justification is empty."
        );

    [Fact]
    public void IfNotFunded_MayBeEmpty() =>
        Assert.Empty(Of(new RequestBuilder().Without(SectionKind.IfNotFunded)).Gaps);

    [Fact]
    public void CostWithoutALine_IsAGap() =>
        AssertGap(new RequestBuilder().WithoutCost(), "cost-empty", "cost", "Cost has no line.");

    [Fact]
    public void CostWhoseOnlyLineIsRemoved_IsAGap()
    {
        var request = new RequestBuilder().Build();
        _ = request.SetRemoved(
            request.PositionLines[0].Id,
            isRemoved: true,
            request.LineVersion(request.PositionLines[0].Id),
            RequestBuilder.At
        );

        Assert.Equal("cost-empty", Assert.Single(RequestBuilder.CompletenessOf(request).Gaps).Code);
    }

    [Fact]
    public void UnansweredCategory_IsAGapThatNamesIt() =>
        AssertGap(
            new RequestBuilder().WithFiguresOf("ITTF_ND", "NS"),
            "category-unanswered",
            "scr-data",
            "Name of TCAC: attach a statistic, decline, or say why it is not applicable."
        );

    [Fact]
    public void SilenceWhereNothingIsSuggested_IsAGap()
    {
        var gap = Assert.Single(Of(new RequestBuilder().WithoutFigures(), office: "SUP").Gaps);

        Assert.Equal(("scr-data-unanswered", "scr-data"), (gap.Code, gap.Field));
    }

    [Theory]
    [InlineData(SectionKind.Description, "description")]
    [InlineData(SectionKind.IfNotFunded, "if-not-funded")]
    public void TokenWithoutItsStatistic_IsAGapInTheSectionThatCitesIt(SectionKind section, string field) =>
        AssertGap(
            new RequestBuilder().With(section, "In {S7.cases} cases."),
            "token-unknown",
            field,
            "{S7.cases}, but no such statistic is attached"
        );

    [Theory]
    [InlineData("Impact", 1, "impact", "Impact is 1 line too long for the quad chart.")]
    [InlineData("Cost", 3, "cost", "Cost is 3 lines too long for the quad chart.")]
    public void TextThatDoesNotFit_IsAGapWithItsLines(string place, int lines, string field, string message)
    {
        var gap = Assert.Single(Of(new RequestBuilder(), fit: new FitOnPage([new TextExcess(place, lines)], [])).Gaps);

        Assert.Equal(("does-not-fit", field, message), (gap.Code, gap.Field, gap.Message));
    }

    [Theory]
    [InlineData("Impact", "impact")]
    [InlineData("Cost", "cost")]
    [InlineData("Headline", "facts")]
    public void CharactersThatCannotBePrinted_AreOneWarningWhereTheyStand(string place, string field)
    {
        var fit = new FitOnPage([], [new UnprintableText(place, "한 글")]);

        var warning = Assert.Single(Of(new RequestBuilder(), fit: fit).Warnings);

        Assert.Equal(
            (
                "character-unprintable",
                field,
                $"{place}: 한 글 cannot be printed on the quad chart, and stands there as a box."
            ),
            (warning.Code, warning.Field, warning.Message)
        );
    }

    [Fact]
    public void LinesThatAddUpToNothing_AreAWarning()
    {
        var warning = Assert.Single(
            Of(
                new RequestBuilder().Costing(
                    new PositionLineInput("A", 1, 2_000),
                    new PositionLineInput("B", -1, 2_000)
                )
            ).Warnings
        );

        Assert.Equal(("cost-zero", "cost"), (warning.Code, warning.Field));
    }

    [Fact]
    public void FigureThatIsNotCited_IsAWarningWhileAnotherOfItsCategoryIs()
    {
        var request = new RequestBuilder().WithFiguresOf("ITTF_ND", "TCAC", "NS", "NS").Build();
        var section = request.Section(SectionKind.Justification);
        _ = request.Revise(section.Kind, "{S1} {S2} {S3}", section.Version, RequestBuilder.Author, RequestBuilder.At);

        var warning = Assert.Single(RequestBuilder.CompletenessOf(request).Warnings);

        Assert.Equal(("figure-not-cited", "scr-data"), (warning.Code, warning.Field));
        Assert.StartsWith("S4 is attached", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("About 1,238 reports.", "1,238", "{S2}")]
    [InlineData("About 1238 reports.", "1,238", "{S2}")]
    [InlineData("In 803 cases.", "803", "{S2.cases}")]
    [InlineData("In 803, or more.", "803", "{S2.cases}")]
    [InlineData("**803**.", "803", "{S2.cases}")]
    public void FigureTypedByHand_IsAWarningThatOffersItsToken(string text, string figure, string token)
    {
        var warning = Assert.Single(Typed(text));

        Assert.Equal(("figure-typed", "description"), (warning.Code, warning.Field));
        Assert.Contains($"the figure {figure} typed in", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Use {token} instead.", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In {S803} or {S2} reports.")]
    [InlineData("At $803 each, or $1,238.")]
    [InlineData("8031 or 1,803 or 803,000 or 803.5 or 1.803")]
    [InlineData("No number at all.")]
    public void NumbersThatAreNoFigure_AreNone(string text) =>
        Assert.DoesNotContain(Typed(text), warning => warning.Code == "figure-typed");

    private static IReadOnlyList<Warning> Typed(string text) =>
        Of(new RequestBuilder().With(SectionKind.Description, text), printed: ["1,238", "803"]).Warnings;

    private static void AssertGap(RequestBuilder builder, string code, string field, string message)
    {
        var gap = Assert.Single(Of(builder).Gaps, gap => gap.Code == code);

        Assert.Equal(field, gap.Field);
        Assert.Contains(message, gap.Message, StringComparison.Ordinal);
    }

    private static Completeness Of(
        RequestBuilder builder,
        string office = "VAP",
        FitOnPage? fit = null,
        params string[] printed
    )
    {
        var request = builder.Build();
        return Completeness.Of(
            request,
            ScrPrompt.Of(request, RequestBuilder.OfficeOf(office)),
            request.Cost(BudgetCycle.DefaultYearsCovered),
            fit ?? FitOnPage.Perfect,
            code => $"Name of {code}",
            printed.Length == 0 ? new Dictionary<int, IReadOnlyList<string>>() : new() { [2] = printed },
            []
        );
    }
}
