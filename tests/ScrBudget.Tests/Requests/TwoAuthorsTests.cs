using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class TwoAuthorsTests
{
    private static Person Author => People.AuthorAndApprover;

    private static Person Colleague => People.Colleague;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoAuthors_InTwoSections_DoNotCollide()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;

        var both = await Task.WhenAll(
            Task.Run(() => ReviseAsync(system, number, SectionKind.Impact, "Mine.", seen, Author), Cancellation),
            Task.Run(() => ReviseAsync(system, number, SectionKind.Description, "Ours.", seen, Colleague), Cancellation)
        );

        Assert.All(both, outcome => Assert.Null(outcome.Refusal));
        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal("Mine.", request.Section(SectionKind.Impact).Text);
        Assert.Equal("Ours.", request.Section(SectionKind.Description).Text);
        Assert.Equal(3, request.Audit.Sequence);
    }

    [Fact]
    public async Task TenChangesAtOnce_AreAllKept_EachWithItsEntry()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();

        var added = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(count =>
                    Task.Run(
                        () =>
                            system
                                .Get<SavePositionLine>()
                                .ExecuteAsync(
                                    number,
                                    null,
                                    new PositionLineInput("Agent", count, 1000),
                                    Guid.Empty,
                                    Author
                                ),
                        Cancellation
                    )
                )
        );

        Assert.All(added, outcome => Assert.True(outcome.IsDone));
        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal(55, request.Cost(5).Positions);
        Assert.Equal(Enumerable.Range(1, 10), request.PositionLines.Select(line => line.Order));
        Assert.Equal(11, request.Audit.Sequence);
    }

    [Fact]
    public async Task TwoAuthors_InOneSection_CollideOnce_AndBothTextsAreThere()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;

        var both = await Task.WhenAll(
            Task.Run(() => ReviseAsync(system, number, SectionKind.Impact, "Mine.", seen, Author), Cancellation),
            Task.Run(() => ReviseAsync(system, number, SectionKind.Impact, "Ours.", seen, Colleague), Cancellation)
        );

        var refusal = Assert.Single(both, outcome => !outcome.IsDone).Refusal;
        Assert.Equal("section-changed", refusal?.Code);
        var loser = both[0].IsDone ? Colleague : Author;
        var reading = await system.ReadAsync(number, loser);
        var texts = (string[])
            [reading.Request.Section(SectionKind.Impact).Text, reading.WorkingCopies[SectionKind.Impact].Text];
        Assert.Equal(["Mine.", "Ours."], texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TextThatCollides_IsKeptAsTheWorkingCopy_ThoughItWasNeverAutosaved()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        await ReviseAsync(system, number, SectionKind.Impact, "Ours.", seen, Colleague);

        var refused = await ReviseAsync(system, number, SectionKind.Impact, "Mine.", seen, Author);

        Assert.Equal("Impact was changed by colleague meanwhile. Compare both and decide.", refused.Refusal?.Message);
        var copy = (await system.ReadAsync(number)).WorkingCopies[SectionKind.Impact];
        Assert.Equal(("Mine.", seen.Section(SectionKind.Impact).Version), (copy.Text, copy.BasedOn));
    }

    [Fact]
    public async Task WorkingCopy_IsSeenByItsOwnerAlone_AndLeavesTheSectionAsItWas()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var before = (await system.ReadAsync(number)).Request;

        await SaveAsync(system, number, "• still typ\0", before);

        var own = await system.ReadAsync(number);
        Assert.Equal("• still typ", own.WorkingCopies[SectionKind.Impact].Text);
        Assert.Empty(own.Request.Section(SectionKind.Impact).Text);
        Assert.Equal(before.Version, own.Request.Version);
        Assert.Empty((await system.ReadAsync(number, Colleague)).WorkingCopies);
        Assert.Empty((await system.ReadAsync(number, People.Auditor)).WorkingCopies);
        Assert.Equal(1, own.Request.Audit.Sequence);
    }

    [Fact]
    public async Task LeavingTheSection_PromotesTheWorkingCopy_WithAnEntry()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        var copy = await SaveAsync(system, number, "Typed", seen);

        var revised = await ReviseAsync(system, number, SectionKind.Impact, "Typed.", seen, Author, copy.Value.Version);

        var reading = await system.ReadAsync(number);
        Assert.Empty(reading.WorkingCopies);
        Assert.Equal("Typed.", reading.Request.Section(SectionKind.Impact).Text);
        Assert.Equal(reading.Request.Section(SectionKind.Impact).Version, revised.Value);
        Assert.Equal(2, reading.Request.Audit.Sequence);
    }

    [Fact]
    public async Task LeavingTheSectionUnchanged_DropsTheWorkingCopyWithoutAnEntry()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        var copy = await SaveAsync(system, number, "Typed and taken back", seen);

        await ReviseAsync(system, number, SectionKind.Impact, "", seen, Author, copy.Value.Version);

        var reading = await system.ReadAsync(number);
        Assert.Empty(reading.WorkingCopies);
        Assert.Equal((1, seen.Version), (reading.Request.Audit.Sequence, reading.Request.Version));
    }

    [Fact]
    public async Task DiscardedWorkingCopy_IsGone_TheOthersStay()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        await SaveAsync(system, number, "Mine", seen);
        await SaveAsync(system, number, "Ours", seen, Colleague);
        await SaveAsync(system, number, "Description", seen, Author, SectionKind.Description);

        await system.Get<DiscardWorkingCopy>().ExecuteAsync(number, SectionKind.Impact, Author, Cancellation);

        Assert.Equal([SectionKind.Description], (await system.ReadAsync(number)).WorkingCopies.Keys);
        Assert.Equal("Ours", (await system.ReadAsync(number, Colleague)).WorkingCopies[SectionKind.Impact].Text);
    }

    [Fact]
    public async Task WorkingCopy_AtTheLimitIsSaved_BeyondItIsRefusedAndKeepsTheLast()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        var longest = new string('x', RequestSection.TextLength);

        Assert.True((await SaveAsync(system, number, longest, seen)).IsDone);
        Assert.Equal("text-too-long", (await SaveAsync(system, number, longest + "y", seen)).Refusal?.Code);

        Assert.Equal(longest, (await system.ReadAsync(number)).WorkingCopies[SectionKind.Impact].Text);
    }

    [Fact]
    public async Task WorkingCopies_OfTwoWindowsAtOnce_AreSavedOrRefusedByName()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;

        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => SaveAsync(system, number, $"Window {i}", seen), Cancellation))
        );

        Assert.Contains(saved, outcome => outcome.IsDone);
        Assert.All(saved, outcome => Assert.True(outcome.IsDone || outcome.Refusal.Code == "working-copy-changed"));
        Assert.Single((await system.ReadAsync(number)).WorkingCopies);
    }

    [Fact]
    public async Task FactsRevisedByTwo_CollideOnce()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateDraftAsync();
        var seen = (await system.ReadAsync(number)).Request;
        var facts = system.Get<ReviseFacts>();

        var first = await facts.ExecuteAsync(
            new ReviseFactsInput(number, seen.Facts with { Contact = "A" }, seen.FactsVersion),
            Author,
            Cancellation
        );
        var second = await facts.ExecuteAsync(
            new ReviseFactsInput(number, seen.Facts with { Contact = "B" }, seen.FactsVersion),
            Colleague,
            Cancellation
        );

        Assert.True(first.IsDone);
        Assert.Equal("section-changed", second.Refusal?.Code);
        Assert.Equal("A", (await system.ReadAsync(number)).Request.Facts.Contact);
    }

    private static Task<Outcome<Guid>> ReviseAsync(
        TestSystem system,
        string number,
        SectionKind section,
        string text,
        ResourceRequest seen,
        Person by,
        Guid? copy = null
    ) =>
        system
            .Get<ReviseSection>()
            .ExecuteAsync(
                new SectionInput(number, section, text, seen.Section(section).Version, copy),
                by,
                Cancellation
            );

    private static Task<Outcome<SavedCopy>> SaveAsync(
        TestSystem system,
        string number,
        string text,
        ResourceRequest seen,
        Person? by = null,
        SectionKind section = SectionKind.Impact,
        Guid? copy = null
    ) =>
        system
            .Get<SaveWorkingCopy>()
            .ExecuteAsync(
                new SectionInput(number, section, text, seen.Section(section).Version, copy),
                by ?? Author,
                Cancellation
            );
}
