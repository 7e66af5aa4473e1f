using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Tests.Tracking;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review;

/// <summary>A superseded figure is refreshed or kept with a reason before release; a withdrawn one is refreshed.</summary>
public sealed class KeptFigureTests
{
    [Fact]
    public async Task Transmit_OfASupersededFigure_WaitsUntilItIsKeptWithAReason()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateRecommendedAsync();
        await system.DecideAsync(number);
        await system.PublishAnotherAsync(seed: 2);
        var changes = await ChangesAsync(system, number);

        var refused = await TransmitAsync(system, number);
        Assert.Equal("figure-superseded", refused?.Code);
        Assert.StartsWith($"S1 of {number} cites ", refused?.Message, StringComparison.Ordinal);

        foreach (var change in changes)
        {
            Assert.Null(
                await KeepAsync(system, number, change, "Committed with the hearing’s figures.", People.Compiler)
            );
        }

        Assert.Null(await TransmitAsync(system, number));
        var request = (await system.ReadAsync(number)).Request;
        Assert.Equal(RequestStatus.Transmitted, request.Status);
        Assert.Equal(changes.Select(change => change.Now), request.KeptFigures.Select(kept => kept.Against));
        Assert.NotEmpty(request.StandingAtTransmission!);
    }

    [Fact]
    public async Task KeptFigure_IsNoWarning_UntilYetAnotherSnapshotGivesSomethingElse()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await system.PublishAnotherAsync(seed: 2);
        var change = (await ChangesAsync(system, number))[0];
        Assert.Contains("figure-moved", await WarningsAsync(system, number, change.Token));

        Assert.Null(await KeepAsync(system, number, change, "It was quoted so.", People.AuthorAndApprover));
        Assert.Empty(await WarningsAsync(system, number, change.Token));

        await system.PublishAnotherAsync(seed: 3);
        Assert.Contains("figure-moved", await WarningsAsync(system, number, change.Token));
        Assert.Equal(
            "figure-moved",
            (await KeepAsync(system, number, change, "As before.", People.AuthorAndApprover))?.Code
        );
    }

    [Fact]
    public async Task WithdrawnFigure_IsNotKept()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await system.PublishAnotherAsync(seed: 2);
        await system.WithdrawSnapshotAsync(1);

        var change = (await ChangesAsync(system, number))[0];

        Assert.Equal(
            "figure-withdrawn",
            (await KeepAsync(system, number, change, "It was quoted so.", People.AuthorAndApprover))?.Code
        );
    }

    [Fact]
    public async Task Office_KeepsNothingOnceTheRequestIsHandedIn()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        await system.PublishAnotherAsync(seed: 2);
        var change = (await ChangesAsync(system, number))[0];

        Assert.Equal(
            RequestRefusals.NotDraftCode,
            (await KeepAsync(system, number, change, "Why not.", People.AuthorAndApprover))?.Code
        );
        Assert.Equal("not-allowed", (await KeepAsync(system, number, change, "Why not.", People.Auditor))?.Code);
        Assert.Equal("reason-missing", (await KeepAsync(system, number, change, " ", People.Analyst))?.Code);
    }

    [Fact]
    public void UseOfATransmittedRequest_GoesByTheCategoriesThatItsOfficeHadThen()
    {
        var request = new RequestBuilder().Build().Submit().TakeUp().Bears(1, 2, 3).Disposed().Transmitted();
        var later = RequestBuilder.OfficeOf("CCU");
        Assert.NotEqual(
            RequestBuilder.Office.StandingCategories.Select(category => category.CategoryCode),
            later.StandingCategories.Select(category => category.CategoryCode)
        );

        Assert.Equal(request.PromptOf(RequestBuilder.Office).Categories, request.PromptOf(later).Categories);
    }

    private static async Task<IReadOnlyList<FigureChange>> ChangesAsync(TestSystem system, string number)
    {
        var reading = await system.ReadAsync(number);
        return reading.Composed.Figures.Changed(reading.Request);
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(TestSystem system, string number, string token) =>
        [
            .. (await system.ReadAsync(number))
                .Composed.Completeness.Warnings.Where(warning =>
                    warning.Message.StartsWith($"{token} cites", StringComparison.Ordinal)
                )
                .Select(warning => warning.Code),
        ];

    private static async Task<Refusal?> KeepAsync(
        TestSystem system,
        string number,
        FigureChange change,
        string reason,
        Person by
    ) =>
        (
            await system
                .Get<KeepFigure>()
                .ExecuteAsync(new KeepFigureInput(number, change.Number, change.Now!, reason), by)
        ).Refusal;

    private static async Task<Refusal?> TransmitAsync(TestSystem system, string number) =>
        (
            await system
                .Get<ActOnRequest>()
                .ExecuteAsync(new ActOnRequestInput(number, RequestAction.Transmit, "", null), People.Compiler)
        ).Refusal;
}
