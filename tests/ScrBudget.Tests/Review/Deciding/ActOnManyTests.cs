using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Review.Deciding;

/// <summary>One action on several requests: what the preview says is what becomes of them, and it saves nothing.</summary>
public sealed class ActOnManyTests
{
    private const string Recommended = "FY2029-VAP-001";
    private const string Decided = "FY2029-VAP-002";
    private const string Draft = "FY2029-VAP-003";

    private static readonly ChosenRequest[] Three = [new(Recommended), new(Decided), new(Draft)];
    private static readonly Lazy<Task<byte[]>> Requests = new(MakeAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BulkAction.Approve, "Approved, $2,000,000", null, null)]
    [InlineData(BulkAction.DoNotSelect, "Not selected, $0", null, null)]
    [InlineData(BulkAction.Transmit, null, "Transmitted", null)]
    [InlineData(BulkAction.Withdraw, "Withdrawn", "Withdrawn", "Withdrawn")]
    [InlineData(BulkAction.Reopen, "In review", "In review", null)]
    public async Task Preview_SaysWhatEachWouldBecome_SavesNothing_AndExecutingGivesTheSame(
        BulkAction action,
        string? recommended,
        string? decided,
        string? draft
    )
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        var before = await FingerprintAsync(system);
        var input = new ActOnManyInput(Three, action, "The reason of the test.");

        var preview = (await system.Get<ActOnMany>().PreviewAsync(input, People.Compiler, Cancellation)).Value;

        Assert.Equal(before, await FingerprintAsync(system));
        Assert.Equal([recommended, decided, draft], preview.Select(line => line.Becomes));
        Assert.Equal(["Recommended", "Approved in part, $1,200,000", "Draft"], preview.Select(line => line.Now));
        Assert.All(preview, line => Assert.Equal(line.Becomes is null, line.Refusal is not null));
        Assert.All(
            preview.Where(line => line.Refusal is not null),
            line => Assert.Equal("state-does-not-allow", line.Refusal?.Code)
        );

        var chosen = preview.Select(line => new ChosenRequest(line.Number, line.Seen)).ToList();
        var results = (
            await system.Get<ActOnMany>().ExecuteAsync(input with { Requests = chosen }, People.Compiler, Cancellation)
        ).Value;

        Assert.Equal([recommended, decided, draft], results.Select(result => result.Became));
        Assert.NotEqual(before, await FingerprintAsync(system));
        var became = (await system.ReadAsync(Recommended, People.Compiler)).Request.Decision;
        Assert.Equal(
            action switch
            {
                BulkAction.Approve => Decision.Approved,
                BulkAction.DoNotSelect => Decision.NotSelected,
                _ => default(Decision?),
            },
            became
        );
    }

    [Fact]
    public async Task Approval_OfLessThanWasAskedFor_IsInPart()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateInReviewAsync();
        await system.FindAllToBearAsync(number);
        await system.DisposeAsync(number, DispositionKind.AlreadyUsed);
        var completed = await system
            .Get<Application.Review.CompleteReview>()
            .ExecuteAsync(new(number, new Amount(new Money(1_599_999), 8, 4), "", null), People.Analyst, Cancellation);
        Assert.Null(completed.Refusal);

        var results = (
            await system
                .Get<ActOnMany>()
                .ExecuteAsync(new([new(number)], BulkAction.Approve, ""), People.Compiler, Cancellation)
        ).Value;

        Assert.Equal("Approved in part, $1,599,999", Assert.Single(results).Became);
        var oao = (await system.ReadAsync(number)).Request.AmountAt(Stages.Oao);
        Assert.Equal((1_599_999, 8, 4), (oao?.Dollars, oao?.Positions, oao?.Fte));
    }

    [Fact]
    public async Task RequestThatChangedSinceThePreview_IsRefused_AndTheOthersAreDone()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        var input = new ActOnManyInput(Three[..2], BulkAction.Reopen, "Anew.");
        var preview = (await system.Get<ActOnMany>().PreviewAsync(input, People.Compiler, Cancellation)).Value;
        await system.ActAsync(Recommended, RequestAction.Reopen, People.Analyst);

        var results = (
            await system
                .Get<ActOnMany>()
                .ExecuteAsync(
                    input with
                    {
                        Requests = [.. preview.Select(line => new ChosenRequest(line.Number, line.Seen))],
                    },
                    People.Compiler,
                    Cancellation
                )
        ).Value;

        Assert.Equal(RequestRefusals.RequestChangedCode, results[0].Refusal?.Code);
        Assert.Contains(People.Analyst.Name, results[0].Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal("In review", results[1].Became);
    }

    [Fact]
    public async Task MissingReason_IsToldInThePreviewOfEach()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);

        var preview = (
            await system
                .Get<ActOnMany>()
                .PreviewAsync(new(Three, BulkAction.Withdraw, " "), People.Compiler, Cancellation)
        ).Value;

        Assert.All(preview, line => Assert.Equal("reason-missing", line.Refusal?.Code));
    }

    [Fact]
    public async Task NothingChosen_OrNoAction_IsRefusedByItsField()
    {
        await using var system = await TestSystem.FromFileAsync(await Requests.Value);
        var acting = system.Get<ActOnMany>();

        var none = await acting.PreviewAsync(new([], BulkAction.Approve, ""), People.Compiler, Cancellation);
        var what = await acting.ExecuteAsync(new(Three, default, ""), People.Compiler, Cancellation);
        var unknown = await acting.PreviewAsync(
            new([new("FY2029-VAP-999")], BulkAction.Approve, ""),
            People.Compiler,
            Cancellation
        );

        Assert.Equal(("no-request-chosen", "action"), (none.Refusal?.Code, what.Refusal?.Field));
        Assert.Equal("request-not-found", Assert.Single(unknown.Value).Refusal?.Code);
    }

    private static async Task<string> FingerprintAsync(TestSystem system)
    {
        await using var context = system.CreateContext();
        return string.Join(
            ' ',
            [
                $"{await context.AuditEntries.CountAsync(Cancellation)}",
                .. await context
                    .Requests.Select(request => request.Version.ToString())
                    .Order()
                    .ToListAsync(Cancellation),
            ]
        );
    }

    private static async Task<byte[]> MakeAsync()
    {
        await using var system = await TestSystem.CreateAsync();
        await system.CreateRecommendedAsync();
        await system.DecideAsync(await system.CreateRecommendedAsync());
        await system.CreateCompleteDraftAsync();
        return await system.FileAsync();
    }
}
