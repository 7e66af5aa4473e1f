using Bunit;
using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>The request's page leads to submitting it where its approver may submit it now.</summary>
public sealed class RequestMovesTests : RequestScreenTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_IsOfferedToTheApproverOfADraft_UnlessTheOfficeApprovesFirst(bool officeApproves)
    {
        Assert.Null(
            await System.ReviseCycleAsync(settings => settings with { RequiresOfficeApproval = officeApproves })
        );
        var number = await System.CreateCompleteDraftAsync();
        Be(People.Holding(Role.ProgramOfficeApprover));

        var page = Render<RequestPage>(p => p.Add(one => one.Number, number));
        page.WaitForElement("h1", TimeSpan.FromSeconds(10));

        Assert.Equal(officeApproves ? 0 : 1, page.FindAll($"a[href='{SubmitPage.Address(number)}']").Count);
    }
}
