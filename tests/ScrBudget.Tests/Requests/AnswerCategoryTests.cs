using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class AnswerCategoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TCAC", CategoryDecision.Dismissed, "category-suggested")]
    [InlineData("XXX", CategoryDecision.Dismissed, "category-unknown")]
    [InlineData("tcac", CategoryDecision.Dismissed, "category-unknown")]
    [InlineData("", CategoryDecision.Dismissed, "category-unknown")]
    [InlineData("TCAC", CategoryDecision.Attached, "field-invalid")]
    [InlineData("TCAC", CategoryDecision.Declined, "field-invalid")]
    [InlineData("TCAC", CategoryDecision.Unanswered, "field-invalid")]
    [InlineData("TCAC", CategoryDecision.NotApplicable, "field-invalid")]
    [InlineData("", CategoryDecision.NotApplicable, "field-invalid")]
    [InlineData("TCAC", CategoryDecision.BearsOnIt, null)]
    [InlineData("CYB", CategoryDecision.Dismissed, null)]
    public async Task Answer_IsTakenOrRefusedByName(string category, CategoryDecision decision, string? refusal)
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();

        var answered = await system
            .Get<AnswerCategory>()
            .ExecuteAsync(new AnswerCategoryInput(number, category, decision), People.AuthorAndApprover, Cancellation);

        Assert.Equal(refusal, answered.Refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, (await system.ReadAsync(number)).Request.Answers.Count);
    }

    [Theory]
    [InlineData("XXX", null, 1, 2017, 2021, "category-unknown")]
    [InlineData(null, null, 1, 2017, 2021, "category-unknown")]
    [InlineData("TCAC", "Bank fraud", 1, 2017, 2021, "subcategory-unknown")]
    [InlineData("TCAC", null, 9, 2017, 2021, "snapshot-unknown")]
    [InlineData("TCAC", null, 1, 2021, 2017, "years-reversed")]
    [InlineData("TCAC", null, 1, 1990, 2021, "too-many-years")]
    [InlineData("TCAC", null, 1, 2005, 2010, "years-not-covered")]
    [InlineData("TCAC", "Sextortion of minors", 1, 2017, 2021, null)]
    public async Task Attach_OfWhatThereIsNot_IsRefusedByName(
        string? category,
        string? subcategory,
        int snapshot,
        int first,
        int last,
        string? refusal
    )
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var query = new StatisticQuery(category, subcategory, new FiscalYear(first), new FiscalYear(last));

        var attached = await system
            .Get<AttachStatistic>()
            .ExecuteAsync(
                new AttachStatisticInput(number, query, snapshot, SectionKind.Impact, ""),
                People.AuthorAndApprover,
                Cancellation
            );

        Assert.Equal(refusal, attached.Refusal?.Code);
        Assert.Equal(refusal is null ? "S1" : null, attached.IsDone ? attached.Value : null);
    }

    [Fact]
    public async Task NoneApplies_IsPrintedInTheExhibitWithItsReason()
    {
        await using var system = await TestSystem.CreateAsync();
        var author = People.AuthorOf("SUP");
        var number = await system.CreateDraftAsync(author);

        var answered = await system
            .Get<AnswerCategory>()
            .ExecuteAsync(
                new AnswerCategoryInput(
                    number,
                    "",
                    CategoryDecision.NotApplicable,
                    Reason: "This request funds rooms."
                ),
                author,
                Cancellation
            );

        Assert.Null(answered.Refusal);
        var line = Assert.Single((await system.ReadAsync(number, author)).Composed.Document.Answers);
        Assert.Equal(
            ("All categories", "Not applicable", "This request funds rooms."),
            (line.Category, line.Decision, line.Reason)
        );
    }

    [Fact]
    public async Task TextWithTokens_PrintsTheFiguresWithTheirCaveatsAndSource()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();

        var document = (await system.ReadAsync(number)).Composed.Document;

        var figure = document.Figures.Items[1];
        Assert.Equal("Transnational Crimes Against Children", figure.Category);
        Assert.Equal("FY 2017–2021", figure.Years);
        Assert.Equal(5, figure.ByYear.Count);
        Assert.Contains(
            $"{figure.Reports} approved disruption and dismantlement reports in {figure.Cases} distinct cases",
            document.Justification.Blocks[2].PlainText,
            StringComparison.Ordinal
        );
        Assert.Contains(StatisticWording.TcoNotRecorded, document.Figures.Caveats);
        Assert.Equal(
            "Source: extract of Oct 31, 2022, snapshot 1 (synthetic).",
            Assert.Single(document.Figures.Sources)
        );
        Assert.Contains(StatisticWording.Synthetic, document.Notices);
    }
}
