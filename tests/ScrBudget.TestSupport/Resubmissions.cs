using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;

namespace ScrBudget.TestSupport;

/// <summary>Requests that were handed in more than once.</summary>
public static class Resubmissions
{
    /// <summary>
    /// Submitted, opened again, changed and submitted again, each by the use cases; opened behind the product's back, so that
    /// who may reopen is no matter of the test. Returns the number.
    /// </summary>
    public static async Task<string> CreateResubmittedAsync(this TestSystem system)
    {
        var author = People.AuthorAndApprover;
        var number = await system.CreateSubmittedAsync();
        await system.ReopenAsync(number);
        await system.ReviseAsync(number, SectionKind.Description, "Eighteen positions for victim assistance.", author);
        var line = (await system.ReadAsync(number)).Request.PositionLines.Single();
        var revised = await system
            .Get<SavePositionLine>()
            .ExecuteAsync(
                number,
                line.Id,
                new PositionLineInput("Victim Assistance Specialist", 18, 200_000),
                line.Version,
                author
            );
        MustBeDone(revised.Refusal);
        await system.AttachAsync(number, "CYB", author);
        MustBeDone((await system.Get<SubmitRequest>().ExecuteAsync(number, author)).Refusal);
        return number;
    }

    /// <summary>A submitted request is a draft again.</summary>
    public static async Task ReopenAsync(this TestSystem system, string number)
    {
        var changed = await system.ExecuteSqlAsync(
            $"UPDATE Requests SET Status = '{RequestStatus.Draft}' WHERE Number = '{number}'"
        );
        if (changed != 1)
        {
            throw new InvalidOperationException($"{number} was not reopened.");
        }
    }

    private static void MustBeDone(Domain.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(
                $"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Details)}"
            );
        }
    }
}
