using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

/// <summary>What was decided on an older screen never replaces what stands now: submissions, cost lines, working copies.</summary>
public sealed class StaleScreenTests
{
    private static Person Author => People.AuthorAndApprover;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_OfWhatWasSeen_IsDone()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var seen = (await system.ReadAsync(number)).Request.Version;

        var submitted = await system
            .Get<SubmitRequest>()
            .ExecuteAsync(new SubmitRequestInput(number, seen), People.Approver, Cancellation);

        Assert.Null(submitted.Refusal);
    }

    [Fact]
    public async Task Submit_OfSomethingNewerThanWasSeen_IsRefusedAndNamesWhoChangedIt()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var seen = (await system.ReadAsync(number)).Request.Version;
        await system.ReviseAsync(number, SectionKind.Description, "Changed after the look.", People.Colleague);

        var refused = await system
            .Get<SubmitRequest>()
            .ExecuteAsync(new SubmitRequestInput(number, seen), People.Approver, Cancellation);

        Assert.Equal("request-changed", refused.Refusal?.Code);
        Assert.Equal(
            $"{number} was changed by colleague meanwhile (last: Revised Description). It is shown as it now stands, and what you wrote is kept: look again.",
            refused.Refusal?.Message
        );
        var reading = await system.ReadAsync(number);
        Assert.Equal(RequestStatus.Draft, reading.Request.Status);
        Assert.Empty(reading.Request.Submissions);
    }

    [Fact]
    public async Task CostLineOpenedByTwo_IsNotOverwrittenBySecond_WhoIsToldWhatStandsThere()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var seen = Assert.Single((await system.ReadAsync(number)).Request.PositionLines);
        var lines = system.Get<SavePositionLine>();

        var first = await lines.ExecuteAsync(
            number,
            seen.Id,
            new PositionLineInput(seen.Type, 12, 200_000),
            seen.Version,
            People.Colleague,
            Cancellation
        );
        var second = await lines.ExecuteAsync(
            number,
            seen.Id,
            new PositionLineInput(seen.Type, 20, 200_000),
            seen.Version,
            Author,
            Cancellation
        );

        Assert.Null(first.Refusal);
        Assert.Equal("cost-line-changed", second.Refusal?.Code);
        Assert.Contains(
            "12 × Victim Assistance Specialist at $200,000 a year, first year 50 %",
            second.Refusal?.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(12, Assert.Single((await system.ReadAsync(number)).Request.PositionLines).Count);
    }

    [Fact]
    public void EveryChangeOfALine_MakesTheOlderViewOfItStale()
    {
        var request = new RequestBuilder()
            .Costing([new PositionLineInput("Agent", 1, 1000)], Lease)
            .WithoutFigures()
            .Build();
        var positions = request.PositionLines[0];
        var item = request.NonPersonnelLines[0];
        var (seenPositions, seenItem) = (positions.Version, item.Version);
        Done(request.Override(positions.Id, 2030, new Money(5000), "phased", 5, seenPositions, RequestBuilder.At));
        Done(request.SetRemoved(item.Id, isRemoved: true, seenItem, RequestBuilder.At));

        Outcome[] late =
        [
            request.RevisePositions(positions.Id, new("Agent", 2, 1000), seenPositions, RequestBuilder.At),
            request.SetRemoved(positions.Id, isRemoved: true, seenPositions, RequestBuilder.At),
            request.Override(positions.Id, 2030, new Money(7000), "later", 5, seenPositions, RequestBuilder.At),
            request.ReviseNonPersonnel(item.Id, Lease with { Quantity = 9 }, seenItem, RequestBuilder.At),
            request.SetRemoved(item.Id, isRemoved: false, seenItem, RequestBuilder.At),
        ];

        Assert.All(late, outcome => Assert.Equal("cost-line-changed", outcome.Refusal?.Code));
        Assert.Contains("$5,000 entered for FY 2030 (phased)", late[0].Refusal?.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "recurring, removed. Nothing was replaced: look at it, then repeat the command or leave it.",
            late[3].Refusal?.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((1, 5000L), (positions.Count, Assert.Single(request.CostOverrides).Dollars));
    }

    [Fact]
    public async Task SecondWindow_DoesNotOverwriteTheCopyOfTheFirst()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var first = await SaveAsync(system, number, "Of the first window", copy: null);

        var second = await SaveAsync(system, number, "Of the second window", copy: null);
        var again = await SaveAsync(system, number, "Of the first window, longer", first.Value.Version);

        Assert.Equal("working-copy-changed", second.Refusal?.Code);
        Assert.Null(again.Refusal);
        Assert.Equal("Of the first window, longer", await CopyAsync(system, number));
    }

    [Fact]
    public async Task LeavingInOneWindow_KeepsTheCopyOfTheOther()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        _ = await SaveAsync(system, number, "Of the other window", copy: null);
        var version = (await system.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;

        var left = await system
            .Get<ReviseSection>()
            .ExecuteAsync(new SectionInput(number, SectionKind.Impact, "Of this one", version), Author, Cancellation);

        Assert.Null(left.Refusal);
        var reading = await system.ReadAsync(number);
        Assert.Equal("Of this one", reading.Request.Section(SectionKind.Impact).Text);
        Assert.Equal("Of the other window", reading.WorkingCopies[SectionKind.Impact].Text);
        Assert.Equal(SectionKind.Impact, Assert.Single(reading.LeftOut).Section);
    }

    [Fact]
    public async Task TextThatOthersHoldOpen_IsToldToOthers_ByNameAndSectionAlone()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        _ = await SaveAsync(system, number, "Not in the request", copy: null);

        var open = Assert.Single((await system.ReadAsync(number, People.Approver)).OpenElsewhere);

        Assert.Equal(new OpenElsewhere(SectionKind.Impact, Author.Name), open);
        Assert.Empty((await system.ReadAsync(number, Author)).OpenElsewhere);
    }

    private static NonPersonnelLineInput Lease => new("Lease", ObjectClass.Assets, 1000, 1, true);

    private static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);

    private static async Task<Outcome<SavedCopy>> SaveAsync(TestSystem system, string number, string text, Guid? copy)
    {
        var version = (await system.ReadAsync(number)).Request.Section(SectionKind.Impact).Version;
        return await system
            .Get<SaveWorkingCopy>()
            .ExecuteAsync(new SectionInput(number, SectionKind.Impact, text, version, copy), Author, Cancellation);
    }

    private static async Task<string> CopyAsync(TestSystem system, string number) =>
        (await system.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text;
}
