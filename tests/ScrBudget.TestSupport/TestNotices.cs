using ScrBudget.Application;
using ScrBudget.Application.Notices;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Notices;

namespace ScrBudget.TestSupport;

/// <summary>Notices in a <see cref="TestSystem"/>, made through its <see cref="Notifier"/>.</summary>
public static class TestNotices
{
    /// <summary>A notice to this person, who has an account, caused by the budget analyst, at the clock's time.</summary>
    public static async Task NotifyAsync(
        this TestSystem system,
        NoticeKind kind,
        Person to,
        string number = "FY2029-VAP-001"
    )
    {
        await using var context = system.CreateContext();
        await system
            .Get<Notifier>()
            .NotifyAsync(
                context,
                kind,
                new NoticeParameters
                {
                    Number = number,
                    BudgetYear = TestSystem.OpenYear,
                    By = People.Analyst,
                },
                Recipients.Accounts(to.Id),
                system.Clock.Now()
            );
        await context.SaveChangesAsync();
    }
}
