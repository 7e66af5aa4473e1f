using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Tracking;

/// <summary>The definition of domain.md section 8: its values, and each edge that it names.</summary>
public sealed class ScrUseTests
{
    private static readonly string[] All = ["ITTF_ND", "TCAC", "NS"];

    [Fact]
    public void Draft_IsOpenAndInterim()
    {
        var use = new RequestBuilder().Build().UseOf();

        Assert.Equal(UseValue.Open, use.Value);
        Assert.True(use.IsInterim);
    }

    [Fact]
    public void CitedFiguresWithoutAFinding_StayOpenAndAreNamed()
    {
        var use = InReview().Bears(1, 2).UseOf();

        Assert.Equal(UseValue.Open, use.Value);
        Assert.Contains(use.Pending, pending => pending.StartsWith("S3:", StringComparison.Ordinal));
        Assert.Equal(CategoryOutcome.Used, use.OutcomeOf("ITTF_ND"));
        Assert.Equal(CategoryOutcome.Pending, use.OutcomeOf("NS"));
    }

    [Fact]
    public void FindingsWithoutADisposition_StayOpen()
    {
        var use = InReview().Bears(1, 2, 3).UseOf();

        Assert.Equal(UseValue.Open, use.Value);
        Assert.StartsWith("Disposition", Assert.Single(use.Pending), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryApplicableCategoryUsed_IsFullAndInterimUntilTransmitted()
    {
        var request = InReview().Bears(1, 2, 3).Disposed();

        Assert.Equal("Used (full), interim", request.UseOf().Words(request));

        request.Transmitted();

        Assert.Equal("Used (full)", request.UseOf().Words(request));
        Assert.False(request.UseOf().IsInterim);
    }

    [Fact]
    public void OneCategoryUsedAndTheOthersDeclined_IsPartial()
    {
        var request = InReview(new RequestBuilder().WithFiguresOf("TCAC").Build().Declines("ITTF_ND", "NS"))
            .Bears(1)
            .Judge()
            .Disposed()
            .Transmitted();

        var use = request.UseOf();

        Assert.Equal(UseValue.Used, use.Value);
        Assert.False(use.IsFull);
        Assert.Equal("Used (partial)", use.Words(request));
        Assert.Equal(CategoryOutcome.Declined, use.OutcomeOf("NS"));
    }

    [Fact]
    public void OneCategoryUsedAndTheOthersAcceptedAsNotApplicable_IsFull()
    {
        var request = InReview(new RequestBuilder().WithFiguresOf("TCAC").Build().SaysNotApplicable("ITTF_ND", "NS"))
            .Bears(1)
            .Judge()
            .Disposed();

        Assert.True(request.UseOf().IsFull);
        Assert.Equal(CategoryOutcome.NotApplicable, request.UseOf().OutcomeOf("NS"));
    }

    [Fact]
    public void AttachedButFoundNotToBear_ReopensItsCategory()
    {
        var request = InReview().Bears(1, 2).DoesNotBear(3).Disposed();

        var use = request.UseOf();

        Assert.Equal(UseValue.Open, use.Value);
        Assert.False(use.Categories.Single(category => category.CategoryCode == "NS").IsUsed);
        Assert.Equal(CategoryOutcome.Pending, use.OutcomeOf("NS"));
        Assert.True(request.PromptOf().Categories.Single(category => category.CategoryCode == "NS").NeedsAnswer);
        Assert.Contains(use.Pending, pending => pending.StartsWith("NS:", StringComparison.Ordinal));
    }

    [Fact]
    public void TypedFigureWithoutAToken_IsNoEvidence()
    {
        var request = new RequestBuilder().WithFiguresOf("TCAC").Build().Declines("ITTF_ND", "NS");
        var justification = request.Section(SectionKind.Justification);
        request.Do(
            request.Revise(
                SectionKind.Justification,
                "625 approved disruption and dismantlement reports in 402 distinct cases.",
                justification.Version,
                RequestBuilder.Author,
                RequestBuilder.At
            )
        );

        Assert.Equal(CategoryOutcome.Pending, request.UseOf().OutcomeOf("TCAC"));
        Assert.DoesNotContain(request.UseOf().Categories, category => category.IsUsed);

        NotUsed(request.Declines("TCAC"));

        Assert.Equal(UseValue.NotUsed, request.UseOf().Value);
    }

    [Theory]
    [InlineData(SectionKind.Description, false)]
    [InlineData(SectionKind.IfNotFunded, false)]
    [InlineData(SectionKind.Impact, true)]
    public void Token_IsEvidenceInJustificationAndImpactOnly(SectionKind section, bool isEvidence)
    {
        var request = new RequestBuilder().WithFiguresOf("TCAC").Build();
        Revise(request, SectionKind.Justification, "The need follows the cases.");

        Revise(request, section, "{S1} reports.");

        Assert.Equal(isEvidence, request.IsCited(1));
        Assert.Equal(
            isEvidence ? CategoryDecision.Attached : CategoryDecision.Unanswered,
            request.PromptOf().Categories.Single(category => category.CategoryCode == "TCAC").Decision
        );
    }

    [Fact]
    public void MergedRequest_IsMergedIntoTheOther_AndItsOpenAnswersMoveAlong()
    {
        var target = InReview();
        var request = InReview(new RequestBuilder().Numbered(2).Build()).Recommends("CYB");

        request.Do(request.MergeInto(target, request.PromptOf(), "The same need.", People.Compiler, RequestBuilder.At));

        Assert.Equal("Merged into FY2029-VAP-001", request.UseOf().Words(request));
        Assert.Contains(target.Recommendations, made => made.CategoryCode == "CYB");
        Assert.Equal(CategoryOutcome.Pending, target.Bears(1, 2, 3).UseOf().OutcomeOf("CYB"));
        Assert.Equal(UseValue.Open, target.Disposed().UseOf().Value);
    }

    [Fact]
    public void WithdrawnBeforeTransmission_SaysSo()
    {
        var request = InReview().Bears(1, 2, 3).Disposed();

        request.Do(request.Act(RequestAction.Withdraw, "Postponed.", People.Compiler, RequestBuilder.At));

        Assert.Equal("Withdrawn before transmission", request.UseOf().Words(request));
    }

    [Fact]
    public void TransmittedRequest_IsNotWithdrawn()
    {
        var request = InReview().Bears(1, 2, 3).Disposed().Transmitted();

        var outcome = request.Act(RequestAction.Withdraw, "Postponed.", People.Compiler, RequestBuilder.At);

        Assert.False(outcome.IsDone);
        Assert.Equal("Used (full)", request.UseOf().Words(request));
    }

    [Fact]
    public void RecommendedAfterSubmission_OpensTheRequestUntilTheOfficeHasAnswered()
    {
        var request = InReview().Bears(1, 2, 3).Disposed();

        request.Recommends("CYB");

        Assert.Equal(UseValue.Open, request.UseOf().Value);
        Assert.True(request.UseOf().Categories.Single(category => category.CategoryCode == "CYB").IsApplicable);

        request.Return().Attaches("CYB").HandInAgain().Bears(4);
        Assert.Equal(UseValue.Open, request.UseOf().Value);

        request.Disposed(DispositionKind.Recommended);
        Assert.Equal(UseValue.Used, request.UseOf().Value);
        Assert.True(request.UseOf().IsFull);
    }

    [Fact]
    public void RecommendedAfterTransmission_IsLateAndChangesNothing()
    {
        var request = InReview().Bears(1, 2, 3).Disposed().Transmitted();

        request.Recommends("CYB");

        Assert.True(request.Recommendations[^1].IsLate);
        Assert.Equal("Used (full)", request.UseOf().Words(request));
        Assert.DoesNotContain(request.UseOf().Categories, category => category.CategoryCode == "CYB");
    }

    [Fact]
    public void RemovedDownstream_StaysUsedAsTransmitted()
    {
        var request = InReview().Bears(1, 2, 3).Disposed().Transmitted();

        request.Do(
            request.RecordRemoval("OMB", new DateOnly(2027, 11, 30), "Passback.", People.Compiler, RequestBuilder.At)
        );

        Assert.Equal(UseValue.Used, request.UseOf().Value);
        Assert.Equal("Used (full) as transmitted; removed at OMB, Nov 30, 2027", request.UseOf().Words(request));
    }

    [Fact]
    public void EveryCategoryDeclinedAndAccepted_IsNotUsed()
    {
        var request = NotUsed(new RequestBuilder().WithoutFigures().Build().Declines(All)).Transmitted();

        var use = request.UseOf();

        Assert.Equal(UseValue.NotUsed, use.Value);
        Assert.Equal("Not used", use.Words(request));
        Assert.All(All, code => Assert.Equal(CategoryOutcome.Declined, use.OutcomeOf(code)));
    }

    [Fact]
    public void EveryCategoryAcceptedAsNotApplicable_IsConsideredNotApplicable()
    {
        var request = InReview(new RequestBuilder().WithoutFigures().Build().SaysNotApplicable(All))
            .Judge()
            .Disposed(DispositionKind.AgreedNotApplicable)
            .Transmitted();

        Assert.Equal(UseValue.ConsideredNotApplicable, request.UseOf().Value);
        Assert.DoesNotContain(request.UseOf().Categories, category => category.IsApplicable);
    }

    [Fact]
    public void NotApplicableThatNobodyAccepted_LeavesTheCategoryApplicable()
    {
        var use = InReview(new RequestBuilder().WithoutFigures().Build().SaysNotApplicable(All)).UseOf();

        Assert.Equal(UseValue.Open, use.Value);
        Assert.All(
            use.Categories.Where(category => All.Contains(category.CategoryCode)),
            category =>
            {
                Assert.True(category.IsApplicable);
                Assert.Equal(CategoryOutcome.Pending, category.Outcome);
            }
        );
    }

    [Fact]
    public void NotApplicableThatWasRefused_NeedsAnAnswerAgain()
    {
        var request = InReview(new RequestBuilder().WithFiguresOf("TCAC", "NS").Build().SaysNotApplicable("ITTF_ND"))
            .Bears(1, 2)
            .Judge(Verdict.Refused)
            .Disposed();

        Assert.Equal(UseValue.Open, request.UseOf().Value);
        Assert.True(request.PromptOf().Categories.Single(category => category.CategoryCode == "ITTF_ND").NeedsAnswer);
    }

    [Fact]
    public void NoneAppliesAndAccepted_IsConsideredNotApplicable()
    {
        var office = ReviewSteps.NoStanding;
        var request = new RequestBuilder().WithoutFigures().Build();
        request.Do(request.MarkNoneApplies("This request funds a roof.", RequestBuilder.Author, RequestBuilder.At));
        request.Submit(office).TakeUp();
        Assert.Equal(UseValue.Open, request.UseOf(office).Value);

        request.Judge(office: office).Disposed(DispositionKind.AgreedNotApplicable, office).Transmitted(office);

        Assert.Equal("Considered, not applicable", request.UseOf(office).Words(request));
    }

    private static ResourceRequest InReview(ResourceRequest? request = null) =>
        (request ?? new RequestBuilder().Build()).Submit().TakeUp();

    /// <summary>Declined, recommended, declined again and accepted: no other way leads a request without use through review.</summary>
    private static ResourceRequest NotUsed(ResourceRequest declined)
    {
        var request = InReview(declined).Recommends("TCAC").Return();
        request.Do(
            request.Respond(
                1,
                CategoryDecision.Declined,
                DeclineReason.DataNotReliableEnough,
                "Too few cases.",
                RequestBuilder.Author,
                RequestBuilder.At
            )
        );
        return request.HandInAgain().Judge().Disposed(DispositionKind.Recommended);
    }

    private static void Revise(ResourceRequest request, SectionKind section, string text) =>
        request.Do(
            request.Revise(section, text, request.Section(section).Version, RequestBuilder.Author, RequestBuilder.At)
        );
}
