using ScrBudget.Application.Requests;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

/// <summary>What was typed and never left, as when a window was closed, is part of the request for whatever comes next.</summary>
public sealed class LeftBehindTextTests
{
    private static Person Author => People.AuthorAndApprover;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpeningTheEditorAgain_PutsItIn_AndTheFirstWindowGoesOnFromThere()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await SectionAsync(system, number)).Version;
        var first = await TypeAsync(system, number, "Typed", seen, null);

        Assert.Null((await system.Get<PutInOwnTexts>().ExecuteAsync(number, Author, Cancellation)).Refusal);

        var put = await SectionAsync(system, number);
        Assert.Equal("Typed", put.Text);
        await using (var context = system.CreateContext())
        {
            Assert.Empty(context.WorkingCopies);
        }

        // The first window knows nothing of it, and types on.
        var second = await TypeAsync(system, number, "Typed on", seen, first.Version);
        Assert.Equal(put.Version, second.BasedOn);
        var left = await system
            .Get<ReviseSection>()
            .ExecuteAsync(Input(number, "Typed on.", second.BasedOn, second.Version), Author, Cancellation);
        Assert.Null(left.Refusal);
        Assert.Equal("Typed on.", (await SectionAsync(system, number)).Text);
    }

    [Fact]
    public async Task FirstWindow_ThatLeavesWithoutTypingOn_DoesNotCollideWithItsOwnText()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await SectionAsync(system, number)).Version;
        var copy = await TypeAsync(system, number, "Typed", seen, null);
        await system.Get<PutInOwnTexts>().ExecuteAsync(number, Author, Cancellation);

        var left = await system
            .Get<ReviseSection>()
            .ExecuteAsync(Input(number, "Typed, and left.", seen, copy.Version), Author, Cancellation);

        Assert.Null(left.Refusal);
        Assert.Equal("Typed, and left.", (await SectionAsync(system, number)).Text);
    }

    [Fact]
    public async Task TextThatAColleagueRevisedMeanwhile_StaysApart_AndTheOthersAreIn()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await SectionAsync(system, number)).Version;
        await TypeAsync(system, number, "Typed", seen, null);
        var impact = (await system.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;
        Assert.Null(
            (
                await system
                    .Get<SaveWorkingCopy>()
                    .ExecuteAsync(
                        new SectionInput(number, SectionKind.Impact, "Its effect", impact),
                        Author,
                        Cancellation
                    )
            ).Refusal
        );
        await system.ReviseAsync(number, SectionKind.Justification, "The colleague’s.", People.Colleague);

        Assert.Null((await system.Get<PutInOwnTexts>().ExecuteAsync(number, Author, Cancellation)).Refusal);

        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal("The colleague’s.", request.Section(SectionKind.Justification).Text);
        Assert.Equal("Its effect", request.Section(SectionKind.Impact).Text);
        await using var context = system.CreateContext();
        Assert.Equal("Typed", Assert.Single(context.WorkingCopies).Text);
    }

    [Fact]
    public async Task StatisticAttachedBesideIt_StandsAfterIt_AndCounts()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        await TypeAsync(system, number, "The need.", (await SectionAsync(system, number)).Version, null);

        var attached = await system
            .Get<AttachStatistic>()
            .ExecuteAsync(
                new AttachStatisticInput(
                    number,
                    new StatisticQuery("TCAC", null, new FiscalYear(2018), new FiscalYear(2022)),
                    1,
                    SectionKind.Justification,
                    ""
                ),
                Author,
                Cancellation
            );

        Assert.Null(attached.Refusal);
        var seen = (await system.Get<ReadRequest>().WhileTypingAsync(number, Author, Cancellation)).Value;
        Assert.StartsWith(
            "The need.\n",
            seen.Request.Section(SectionKind.Justification).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, seen.Composed.Prompt.Answered);
    }

    private static SectionInput Input(string number, string text, Guid basedOn, Guid? copy) =>
        new(number, SectionKind.Justification, text, basedOn, copy);

    private static async Task<RequestSection> SectionAsync(TestSystem system, string number) =>
        (await system.ReadAsync(number)).Request.Section(SectionKind.Justification);

    private static async Task<SavedCopy> TypeAsync(
        TestSystem system,
        string number,
        string text,
        Guid basedOn,
        Guid? copy
    ) =>
        (
            await system.Get<SaveWorkingCopy>().ExecuteAsync(Input(number, text, basedOn, copy), Author, Cancellation)
        ).Value;
}
