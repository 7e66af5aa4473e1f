using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.TestSupport;

/// <summary>Requests in a <see cref="TestSystem"/>, made through its use cases as people make them.</summary>
public static class RequestDrafts
{
    /// <summary>A draft with a title alone; returns its number.</summary>
    public static async Task<string> CreateDraftAsync(this TestSystem system, Person? by = null)
    {
        var author = by ?? People.AuthorAndApprover;
        var created = await system
            .Get<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(
                    TestSystem.OpenYear,
                    author.OfficeCode!,
                    new RequestFacts { Title = "Victim assistance tools and resources" }
                ),
                author
            );
        return created.Value.ToString();
    }

    /// <summary>A draft of the Victim Assistance Program that lacks nothing; returns its number.</summary>
    public static async Task<string> CreateCompleteDraftAsync(this TestSystem system)
    {
        var author = People.AuthorAndApprover;
        var number = await system.CreateDraftAsync(author);
        await system.ReviseAsync(number, SectionKind.Description, "Sixteen positions for victim assistance.", author);
        await system.ReviseAsync(number, SectionKind.Justification, "The need follows the cases.", author);
        await system.ReviseAsync(number, SectionKind.Impact, "Every victim is offered help within five days.", author);
        var line = await system
            .Get<SavePositionLine>()
            .ExecuteAsync(
                number,
                null,
                new PositionLineInput("Victim Assistance Specialist", 16, 200_000),
                Guid.Empty,
                author
            );
        MustBeDone(line.Refusal);
        foreach (var category in (string[])["ITTF_ND", "TCAC", "NS"])
        {
            await system.AttachAsync(number, category, author);
        }

        return number;
    }

    public static async Task<string> CreateSubmittedAsync(this TestSystem system)
    {
        var number = await system.CreateCompleteDraftAsync();
        var submitted = await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover);
        MustBeDone(submitted.Refusal);
        return number;
    }

    /// <summary>Results of FY 2017 to 2021 of snapshot 1, placed in Justification.</summary>
    public static async Task AttachAsync(this TestSystem system, string number, string category, Person by) =>
        MustBeDone(
            (
                await system
                    .Get<AttachStatistic>()
                    .ExecuteAsync(
                        new AttachStatisticInput(
                            number,
                            TestSnapshots.Query(category),
                            SnapshotNumber: 1,
                            SectionKind.Justification,
                            "The cases bring victims."
                        ),
                        by
                    )
            ).Refusal
        );

    /// <summary>Leaves a section with this text, as somebody who saw its present version.</summary>
    public static async Task ReviseAsync(
        this TestSystem system,
        string number,
        SectionKind section,
        string text,
        Person by
    )
    {
        var version = (await system.ReadAsync(number)).Request.Section(section).Version;
        var revised = await system
            .Get<ReviseSection>()
            .ExecuteAsync(new SectionInput(number, section, text, version), by);
        MustBeDone(revised.Refusal);
    }

    /// <summary>The request as its own office reads it.</summary>
    public static async Task<RequestReading> ReadAsync(this TestSystem system, string number, Person? by = null) =>
        (await system.Get<ReadRequest>().ExecuteAsync(number, by ?? People.AuthorAndApprover)).Value;

    internal static void MustBeDone(Domain.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(
                $"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Details)}"
            );
        }
    }
}
