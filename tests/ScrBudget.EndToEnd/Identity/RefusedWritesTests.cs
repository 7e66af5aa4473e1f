using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.EndToEnd.Requests;
using ScrBudget.Web.Identity;

namespace ScrBudget.EndToEnd.Identity;

/// <summary>Every write of the journey, asked of the running site's own use cases by those who may not: the screen is not the guard.</summary>
public sealed class RefusedWritesTests(BrowserFixture fixture)
{
    private static readonly Dictionary<string, Write> Writes = new()
    {
        ["create"] = new(
            typeof(CreateRequest),
            async (on, by) =>
                (
                    await on.Of<CreateRequest>()
                        .ExecuteAsync(new CreateRequestInput(2029, "VAP", new RequestFacts { Title = "Mine" }), by)
                ).Refusal
        ),
        ["facts"] = new(
            typeof(ReviseFacts),
            async (on, by) =>
                (
                    await on.Of<ReviseFacts>()
                        .ExecuteAsync(
                            new ReviseFactsInput(on.Number, new RequestFacts { Title = "Mine" }, on.Version),
                            by
                        )
                ).Refusal
        ),
        ["keep what is typed"] = new(
            typeof(SaveWorkingCopy),
            async (on, by) => (await on.Of<SaveWorkingCopy>().ExecuteAsync(on.Section(SectionKind.Impact), by)).Refusal
        ),
        ["put in what was left behind"] = new(
            typeof(PutInOwnTexts),
            async (on, by) => (await on.Of<PutInOwnTexts>().ExecuteAsync(on.Number, by)).Refusal
        ),
        ["description"] = new(
            typeof(ReviseSection),
            async (on, by) =>
                (await on.Of<ReviseSection>().ExecuteAsync(on.Section(SectionKind.Description), by)).Refusal
        ),
        ["justification"] = new(
            typeof(ReviseSection),
            async (on, by) =>
                (await on.Of<ReviseSection>().ExecuteAsync(on.Section(SectionKind.Justification), by)).Refusal
        ),
        ["impact"] = new(
            typeof(ReviseSection),
            async (on, by) => (await on.Of<ReviseSection>().ExecuteAsync(on.Section(SectionKind.Impact), by)).Refusal
        ),
        ["if not funded"] = new(
            typeof(ReviseSection),
            async (on, by) =>
                (await on.Of<ReviseSection>().ExecuteAsync(on.Section(SectionKind.IfNotFunded), by)).Refusal
        ),
        ["add positions"] = new(
            typeof(SavePositionLine),
            async (on, by) =>
                (
                    await on.Of<SavePositionLine>().ExecuteAsync(on.Number, null, Target.Positions, Guid.Empty, by)
                ).Refusal
        ),
        ["change positions"] = new(
            typeof(SavePositionLine),
            async (on, by) =>
                (
                    await on.Of<SavePositionLine>().ExecuteAsync(on.Number, on.LineId, Target.Positions, Guid.Empty, by)
                ).Refusal
        ),
        ["add an item"] = new(
            typeof(SaveNonPersonnelLine),
            async (on, by) =>
                (await on.Of<SaveNonPersonnelLine>().ExecuteAsync(on.Number, null, Target.Item, Guid.Empty, by)).Refusal
        ),
        ["change an item"] = new(
            typeof(SaveNonPersonnelLine),
            async (on, by) =>
                (
                    await on.Of<SaveNonPersonnelLine>().ExecuteAsync(on.Number, on.LineId, Target.Item, Guid.Empty, by)
                ).Refusal
        ),
        ["remove a line"] = new(
            typeof(RemoveCostLine),
            async (on, by) =>
                (await on.Of<RemoveCostLine>().ExecuteAsync(on.Number, on.LineId, true, Guid.Empty, by)).Refusal
        ),
        ["put a line back"] = new(
            typeof(RemoveCostLine),
            async (on, by) =>
                (await on.Of<RemoveCostLine>().ExecuteAsync(on.Number, on.LineId, false, Guid.Empty, by)).Refusal
        ),
        ["enter an amount"] = new(
            typeof(OverrideAmount),
            async (on, by) =>
                (
                    await on.Of<OverrideAmount>()
                        .ExecuteAsync(
                            new OverrideAmountInput(on.Number, on.LineId, 2029, new Money(1000), "Why", Guid.Empty),
                            by
                        )
                ).Refusal
        ),
        ["attach"] = new(
            typeof(AttachStatistic),
            async (on, by) =>
                (
                    await on.Of<AttachStatistic>()
                        .ExecuteAsync(
                            new AttachStatisticInput(
                                on.Number,
                                new StatisticQuery(
                                    "NS",
                                    null,
                                    new Domain.Cycles.FiscalYear(2018),
                                    new Domain.Cycles.FiscalYear(2022)
                                ),
                                1,
                                SectionKind.Impact,
                                "Mine"
                            ),
                            by
                        )
                ).Refusal
        ),
        ["decline"] = new(typeof(AnswerCategory), (on, by) => on.AnswerAsync("NS", CategoryDecision.Declined, by)),
        ["not applicable"] = new(
            typeof(AnswerCategory),
            (on, by) => on.AnswerAsync("NS", CategoryDecision.NotApplicable, by)
        ),
        ["bears on it"] = new(
            typeof(AnswerCategory),
            (on, by) => on.AnswerAsync("CYB", CategoryDecision.BearsOnIt, by)
        ),
        ["dismiss"] = new(typeof(AnswerCategory), (on, by) => on.AnswerAsync("CYB", CategoryDecision.Dismissed, by)),
        ["none applies"] = new(
            typeof(AnswerCategory),
            (on, by) => on.AnswerAsync(string.Empty, CategoryDecision.NotApplicable, by)
        ),
        ["send for approval"] = new(
            typeof(SendForApproval),
            async (on, by) =>
                (await on.Of<SendForApproval>().ExecuteAsync(new SubmitRequestInput(on.Number, null), by)).Refusal
        ),
        ["submit"] = new(
            typeof(SubmitRequest),
            async (on, by) => (await on.Of<SubmitRequest>().ExecuteAsync(on.Number, by)).Refusal
        ),
    };

    /// <summary>Use cases of requests that write nothing of anybody else's: readings, and dropping one's own typed text.</summary>
    private static readonly Type[] NoWrites =
    [
        typeof(ReadRequest),
        typeof(ReadLateRecommendations),
        typeof(ListRequests),
        typeof(RequestDigests),
        typeof(PrintRequest),
        typeof(PromptFigures),
        typeof(DiscardWorkingCopy),
        // The way of all writes, which takes its permission from them.
        typeof(ChangeRequest),
    ];

    public static TheoryData<string> WriteNames => [.. Writes.Keys];

    [Theory]
    [MemberData(nameof(WriteNames))]
    public async Task Write_IsRefusedToAllButTheOffice(string write)
    {
        var on = await Target.OpenAsync(fixture.Services);
        var before = await on.StateAsync();

        // A new request belongs to nobody yet: there is nothing to hide.
        var toOthers = write == "create" ? "not-allowed" : "request-not-found";
        Assert.Equal(toOthers, (await Writes[write].AskAsync(on, DemoPeople.CyberCrimes.AsPerson()))?.Code);
        Assert.Equal("not-allowed", (await Writes[write].AskAsync(on, DemoPeople.Auditor.AsPerson()))?.Code);
        Assert.Equal("not-allowed", (await Writes[write].AskAsync(on, DemoPeople.Analyst.AsPerson()))?.Code);
        Assert.Equal(toOthers, (await Writes[write].AskAsync(on, new Person("nobody", "Nobody", null, [])))?.Code);
        Assert.Equal(
            toOthers,
            (await Writes[write].AskAsync(on, new Person("nobody", "Of the office, without a role", "VAP", [])))?.Code
        );

        Assert.Equal(before, await on.StateAsync());
    }

    [Fact]
    public async Task Writes_AreOpenToTheOffice_SoThatTheirRefusalSaysSomething()
    {
        var on = await Target.OpenAsync(fixture.Services);

        foreach (var (name, write) in Writes)
        {
            var refusal = await write.AskAsync(on, DemoPeople.VictimAssistance.AsPerson());
            Assert.True(refusal?.Code is not ("not-allowed" or "request-not-found"), $"{name}: {refusal?.Message}");
        }
    }

    [Fact]
    public void Anonymous_IsNobodyWhomAWriteCouldBeHandedTo() =>
        Assert.Throws<InvalidOperationException>(() => new System.Security.Claims.ClaimsPrincipal().AsPerson());

    [Fact]
    public void List_HoldsEveryUseCaseThatWritesRequests()
    {
        var listed = Writes.Values.Select(write => write.UseCase).Concat(NoWrites).ToHashSet();
        var useCases = typeof(SubmitRequest)
            .Assembly.GetExportedTypes()
            .Where(type =>
                type.Namespace == typeof(SubmitRequest).Namespace && fixture.Services.GetService(type) is not null
            )
            .ToList();

        Assert.NotEmpty(useCases);
        Assert.Empty(useCases.Where(useCase => !listed.Contains(useCase)).Select(useCase => useCase.Name));
    }

    /// <summary>One command of the journey.</summary>
    private sealed record Write(Type UseCase, Func<Target, Person, Task<Refusal?>> AskAsync);

    /// <summary>A filled draft of the Victim Assistance Program in the running site.</summary>
    private sealed record Target(IServiceProvider Site, string Number, Guid Version, Guid LineId)
    {
        public static PositionLineInput Positions { get; } = new("Mine", 1, 100_000);

        public static NonPersonnelLineInput Item { get; } = new("Mine", ObjectClass.Assets, 1_000, 1, true);

        public static async Task<Target> OpenAsync(IServiceProvider site)
        {
            var number = await Drafts.FilledAsync(site, DemoPeople.VictimAssistance, "Not yours");
            var reading = await Drafts.ReadAsync(site, number);
            return new Target(site, number, reading.Request.Version, reading.Request.PositionLines[0].Id);
        }

        public T Of<T>()
            where T : notnull => Site.GetRequiredService<T>();

        public SectionInput Section(SectionKind kind) => new(Number, kind, "Mine", Version);

        public async Task<Refusal?> AnswerAsync(string category, CategoryDecision decision, Person by) =>
            (
                await Of<AnswerCategory>()
                    .ExecuteAsync(
                        new AnswerCategoryInput(
                            Number,
                            category,
                            decision,
                            DeclineReason.Other,
                            "This request funds mine."
                        ),
                        by
                    )
            ).Refusal;

        /// <summary>What a write would change: the version, the trail, and what anybody has typed.</summary>
        public async Task<(Guid, int, int)> StateAsync()
        {
            var reading = await Drafts.ReadAsync(Site, Number);
            var history = await Of<Application.Audit.ReadHistory>().ExecuteAsync(Number, DemoPeople.Auditor.AsPerson());
            return (reading.Request.Version, history.Value.Count, reading.WorkingCopies.Count);
        }
    }
}
