using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Tests.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>An answer that was put before the compiler: whose turn it is, and whose verdict is the last.</summary>
public sealed class EscalationTests
{
    [Fact]
    public void AfterTheCompilersVerdict_NoAnalystJudgesAgain_AndTheCompilerMayCorrectIt()
    {
        var (request, answer) = Escalated();
        Assert.Equal(Role.OaoCompiler, NextOf(request)?.Role);

        request.Do(Judge(request, answer, Verdict.Refused, People.Compiler));
        Assert.Equal(Role.BudgetAnalyst, NextOf(request)?.Role);

        Assert.Equal("answer-escalated", Judge(request, answer, Verdict.Accepted, People.Analyst).Refusal?.Code);
        request.Do(Judge(request, answer, Verdict.Accepted, People.Compiler));
        Assert.Equal(Verdict.Accepted, request.ReviewOf(answer)?.Verdict);
        Assert.Equal("field-invalid", Judge(request, answer, Verdict.Escalated, People.Compiler).Refusal?.Code);
    }

    [Fact]
    public void AnswerGivenAnew_IsTheAnalystsToJudge_NotTheCompilers()
    {
        var (request, answer) = Escalated();
        request.Return().SaysNotApplicable("TCAC").HandInAgain();

        Assert.Equal(Role.BudgetAnalyst, NextOf(request)?.Role);
        Assert.Equal("answer-not-current", Judge(request, answer, Verdict.Accepted, People.Compiler).Refusal?.Code);
        var anew = request.Answers.Last(given => given.CategoryCode == "TCAC");
        request.Do(Judge(request, anew, Verdict.Accepted, People.Analyst));
    }

    private static (ResourceRequest Request, CategoryAnswer Answer) Escalated()
    {
        var request = new RequestBuilder().WithFiguresOf("ITTF_ND", "NS").Build().Declines("TCAC").Submit().TakeUp();
        var answer = request.Answers.Last(given => given.CategoryCode == "TCAC");
        request.Do(Judge(request, answer, Verdict.Escalated, People.Analyst));
        return (request, answer);
    }

    private static Outcome Judge(ResourceRequest request, CategoryAnswer answer, Verdict verdict, Person by) =>
        request.ReviewAnswer(answer.Sequence, verdict, "It was looked at.", by, RequestBuilder.At);

    private static NextActor? NextOf(ResourceRequest request) => NextActor.Of(request, request.PromptOf());
}
