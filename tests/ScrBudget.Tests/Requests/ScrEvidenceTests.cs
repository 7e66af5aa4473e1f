using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class ScrEvidenceTests
{
    private static DateTime At => TestClock.StartUtc;

    [Theory]
    [InlineData(SectionKind.Justification)]
    [InlineData(SectionKind.Impact)]
    public void Attach_PlacesTheSentenceWithItsTokensAndWhatItShows(SectionKind target)
    {
        var request = Draft();
        var before = request.Section(target).Text;

        var attached = Attach(request, target: target, shows: " It shows\nthe need. ").Value;

        Assert.Equal("S1", attached.Token);
        Assert.StartsWith(
            before + "\n{S1} approved disruption and dismantlement reports in {S1.cases}",
            request.Section(target).Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("It shows the need.", request.Section(target).Text, StringComparison.Ordinal);
        Assert.True(request.IsCited(1));
        Assert.Equal(CategoryDecision.Attached, request.DecisionOn("TCAC"));
        Assert.Equal(1, Assert.Single(request.Answers).FigureNumber);
    }

    [Fact]
    public void Attach_KeepsTheQueryAndTheSnapshotItCites()
    {
        var query = new StatisticQuery(
            "TCAC",
            "Sextortion of minors",
            new FiscalYear(2018),
            new FiscalYear(2020),
            Measure.Initial,
            TcoFilter.Yes
        );

        var attached = Draft()
            .Attach(query, TestSnapshots.Published(), SectionKind.Impact, "x", "", RequestBuilder.Author, At)
            .Value;

        Assert.Equal(query, attached.Query);
        Assert.Equal((1, 0), (attached.SnapshotNumber, attached.Edition));
    }

    [Theory]
    [InlineData(SectionKind.Description)]
    [InlineData(SectionKind.IfNotFunded)]
    public void Attach_WhereItIsNoEvidence_IsRefused(SectionKind target) =>
        AssertRefused("field-invalid", request => Attach(request, target: target).Refusal);

    [Fact]
    public void Attach_OfAnUnpublishedSnapshot_IsRefused() =>
        AssertRefused(
            "snapshot-not-published",
            request => Attach(request, snapshot: TestSnapshots.Candidate()).Refusal
        );

    [Theory]
    [InlineData(2010, 2016)]
    [InlineData(2023, 2024)]
    public void Attach_OfYearsWithoutData_IsRefused_BecauseNoDataIsNotFewerThanFive(int first, int last) =>
        AssertRefused("years-not-covered", request => Attach(request, Years(first, last)).Refusal);

    [Fact]
    public void Attach_OfYearsThatAreCoveredInPart_IsDone() => Assert.True(Attach(Draft(), Years(2016, 2017)).IsDone);

    [Fact]
    public void Attach_OfAQuestionThatIsNone_IsRefusedByName()
    {
        AssertRefused("years-reversed", request => Attach(request, Years(2021, 2017)).Refusal);
        AssertRefused(
            "category-missing",
            request => Attach(request, Years(2017, 2021) with { CategoryCode = null }).Refusal
        );
    }

    [Fact]
    public void Attach_WithTooLongAComment_IsRefused() =>
        AssertRefused(
            "text-too-long",
            request => Attach(request, shows: new string('x', AttachedStatistic.ShowsLength + 1)).Refusal
        );

    [Fact]
    public void Attach_ToAFullSection_IsRefusedAndUsesNoToken()
    {
        var request = Draft();
        Revise(request, SectionKind.Justification, new string('x', RequestSection.TextLength));

        Assert.Equal("text-too-long", Attach(request).Refusal?.Code);
        Assert.Empty(request.Figures);
        Assert.Equal("S1", Attach(request, target: SectionKind.Impact).Value.Token);
    }

    [Fact]
    public void Token_IsNeverReused_AlsoWhenItsSentenceIsGone()
    {
        var request = Draft();
        _ = Attach(request).Value;
        Revise(request, SectionKind.Justification, "No figure any more.");

        var second = Attach(request).Value;

        Assert.Equal("S2", second.Token);
        Assert.False(request.IsCited(1));
        Assert.Equal([1, 2], request.Figures.Select(figure => figure.Number));
    }

    [Fact]
    public void RemovingTheToken_ReopensTheCategory_AndPuttingItBackAnswersItAgain()
    {
        var request = Draft();
        _ = Attach(request).Value;

        Revise(request, SectionKind.Justification, "No figure any more.");
        Assert.Equal(CategoryDecision.Unanswered, request.DecisionOn("TCAC"));
        Assert.True(Prompted(request, "TCAC").NeedsAnswer);

        Revise(request, SectionKind.Impact, "In {S1.cases} cases.");
        Assert.Equal(CategoryDecision.Attached, request.DecisionOn("TCAC"));
        Assert.False(Prompted(request, "TCAC").NeedsAnswer);
    }

    [Theory]
    [InlineData(SectionKind.Description)]
    [InlineData(SectionKind.IfNotFunded)]
    public void Token_OutsideJustificationAndImpact_IsNoEvidence(SectionKind section)
    {
        var request = Draft();
        _ = Attach(request).Value;
        Revise(request, SectionKind.Justification, "Moved.");

        Revise(request, section, "{S1} reports.");

        Assert.Equal(CategoryDecision.Unanswered, request.DecisionOn("TCAC"));
    }

    [Theory]
    [InlineData(DeclineReason.DataNotReliableEnough, "Few records.", null)]
    [InlineData(DeclineReason.DataNotReliableEnough, "", "reason-missing")]
    [InlineData(DeclineReason.OtherDataStronger, "Survey of victims.", null)]
    [InlineData(DeclineReason.Other, "The office has better data.", null)]
    [InlineData(DeclineReason.Other, " \0", "reason-missing")]
    [InlineData((DeclineReason)9, "x", "field-invalid")]
    public void Decline_TakesACodedReasonAndWords(DeclineReason reason, string words, string? refusal)
    {
        var request = Draft();

        Assert.Equal(refusal, request.Decline("TCAC", reason, words, RequestBuilder.Author, At).Refusal?.Code);
        Assert.Equal(
            refusal is null ? CategoryDecision.Declined : CategoryDecision.Unanswered,
            request.DecisionOn("TCAC")
        );
    }

    [Theory]
    [InlineData("This request funds interview rooms.", null)]
    [InlineData("this request funds\u00A0rooms", null)]
    [InlineData("This request funds", "field-invalid")]
    [InlineData("This request funds ...", "field-invalid")]
    [InlineData("This request fundsrooms.", "field-invalid")]
    [InlineData("Not relevant.", "field-invalid")]
    [InlineData("", "field-invalid")]
    public void NotApplicable_SaysWhatIsFunded(string reason, string? refusal)
    {
        var request = Draft();

        Assert.Equal(refusal, request.MarkNotApplicable("TCAC", reason, RequestBuilder.Author, At).Refusal?.Code);
        Assert.Equal(refusal, request.MarkNoneApplies(reason, RequestBuilder.Author, At).Refusal?.Code);
    }

    [Fact]
    public void Reason_BeyondItsLimit_IsRefused()
    {
        var reason = "This request funds " + new string('x', CategoryAnswer.ReasonLength);

        AssertRefused("text-too-long", r => r.MarkNotApplicable("TCAC", reason, RequestBuilder.Author, At).Refusal);
        AssertRefused(
            "text-too-long",
            r => r.Decline("TCAC", DeclineReason.Other, reason, RequestBuilder.Author, At).Refusal
        );
    }

    [Fact]
    public void AnyOtherAnswer_WhileTheFigureIsCited_IsRefusedAndNamesTheToken()
    {
        var request = Draft();
        _ = Attach(request).Value;
        var by = RequestBuilder.Author;

        Refusal?[] refusals =
        [
            request.Decline("TCAC", DeclineReason.OtherDataStronger, "", by, At).Refusal,
            request.MarkNotApplicable("TCAC", "This request funds rooms.", by, At).Refusal,
            request.Dismiss("TCAC", by, At).Refusal,
            request.MarkNoneApplies("This request funds rooms.", by, At).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal("figure-still-cited", refusal?.Code));
        Assert.All(refusals, refusal => Assert.Contains("{S1}", refusal?.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_AreAddedAndNeverOverwritten_TheSameOneTwiceIsOne()
    {
        var request = Draft();
        var by = RequestBuilder.Author;
        _ = request.Decline("TCAC", DeclineReason.OtherDataStronger, "A poll.", by, At);
        _ = request.Decline("TCAC", DeclineReason.OtherDataStronger, " A poll. ", by, At);
        _ = request.Decline("TCAC", DeclineReason.OtherDataStronger, "A survey.", by, At);
        _ = request.MarkNotApplicable("TCAC", "This request funds rooms.", by, At);

        Assert.Equal(
            [CategoryDecision.Declined, CategoryDecision.Declined, CategoryDecision.NotApplicable],
            request.Answers.Select(answer => answer.Decision)
        );
        Assert.Equal([1, 2, 3], request.Answers.Select(answer => answer.Sequence));
        Assert.Equal(CategoryDecision.NotApplicable, request.DecisionOn("TCAC"));
        Assert.Equal(
            [("Unanswered", "Declined"), ("Declined", "Declined"), ("Declined", "Not applicable")],
            request.Audit.Pending.TakeLast(3).Select(change => (change.Before, change.After))
        );
    }

    private static ResourceRequest Draft() => new RequestBuilder().WithoutFigures().Build();

    private static StatisticQuery Years(int first, int last) =>
        new("TCAC", null, new FiscalYear(first), new FiscalYear(last));

    private static Outcome<AttachedStatistic> Attach(
        ResourceRequest request,
        StatisticQuery? query = null,
        Snapshot? snapshot = null,
        SectionKind target = SectionKind.Justification,
        string shows = ""
    ) =>
        request.Attach(
            query ?? TestSnapshots.Query(),
            snapshot ?? TestSnapshots.Published(),
            target,
            "Transnational Crimes Against Children",
            shows,
            RequestBuilder.Author,
            At
        );

    private static void Revise(ResourceRequest request, SectionKind section, string text) =>
        Assert.True(request.Revise(section, text, request.Section(section).Version, RequestBuilder.Author, At).IsDone);

    private static PromptedCategory Prompted(ResourceRequest request, string code) =>
        ScrPrompt.Of(request, RequestBuilder.Office).Categories.Single(category => category.CategoryCode == code);

    private static void AssertRefused(string code, Func<ResourceRequest, Refusal?> command)
    {
        var request = Draft();
        var noted = request.Audit.Pending.Count;

        Assert.Equal(code, command(request)?.Code);
        Assert.Equal(noted, request.Audit.Pending.Count);
        Assert.Empty(request.Answers);
        Assert.Empty(request.Figures);
    }
}
