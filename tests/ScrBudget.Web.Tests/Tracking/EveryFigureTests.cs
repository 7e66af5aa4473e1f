using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Tracking;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Tracking;
using ScrBudget.TestSupport;
using ScrBudget.Web.Tests.Requests;
using ScrBudget.Web.Tracking;

namespace ScrBudget.Web.Tests.Tracking;

/// <summary>Over an invented cycle, in every scope: each figure of tracking is as long as the list that it leads to.</summary>
public sealed class EveryFigureTests : RequestScreenTest
{
    private const int Requests = 96;

    [Fact]
    public async Task EveryFigure_IsAsLongAsItsList_InEveryScope()
    {
        Be(People.Analyst);
        var all = await GenerateAsync(seed: 1);
        var scopes = Scopes(all.Choices);
        var differing = new List<string>();
        var compared = 0;
        foreach (var scope in scopes)
        {
            Services
                .GetRequiredService<NavigationManager>()
                .NavigateTo(TrackingAddress.Of(scope).At(TrackingPaths.Overview));
            var page = Render<TrackingPage>();
            foreach (var link in page.FindComponents<CountLink>().Select(link => link.Instance))
            {
                var list = (await System.Get<ListTracked>().ExecuteAsync(link.Of, People.Analyst, Cancellation)).Value;
                var listed = link.Of.Recommendation is null ? list.Requests.Count : list.Recommendations.Count;
                compared++;
                if (listed != link.Number)
                {
                    differing.Add($"{scope}: {link.What}: {link.Number}, but {listed} listed");
                }
            }
        }

        Assert.Empty(differing);
        Assert.InRange(compared, scopes.Count * 30, int.MaxValue);
    }

    [Fact]
    public async Task OfACategory_UseIsItsOwn_AndNoRateHasMoreUsedThanApplicable()
    {
        var all = await GenerateAsync(seed: 1);

        var others = 0;
        foreach (var (code, _) in all.Choices.Categories)
        {
            var reading = await ReadAsync(new TrackingScope(CategoryCode: code));
            var table = Assert.Single(reading.Categories);
            Assert.Equal(code, table.Code);
            Assert.Equal(table.Transmitted.Used, reading.Transmitted.Used);
            Assert.Equal(table.Transmitted.Applicable, reading.Transmitted.Applicable);
            Assert.Equal(table.Transmitted.NotApplicable, reading.Transmitted.ConsideredNotApplicable);
            Assert.Equal(table.Interim.Pending, reading.Interim.Open);
            Assert.InRange(reading.Transmitted.Used, 0, reading.Transmitted.Applicable);
            others += await System.Get<ListTracked>().CountOfOthersAsync(code);
        }

        // Requests that used another category than the one that was asked for: what a count of any category counts wrongly.
        Assert.InRange(others, 1, int.MaxValue);
    }

    private async Task<TrackingReading> GenerateAsync(ulong seed)
    {
        var generated = await System
            .Get<GenerateRequests>()
            .ExecuteAsync(
                new GenerateRequestsInput(Requests, new FiscalYear(TestSystem.OpenYear), seed),
                Person.SystemOperator,
                Cancellation
            );
        Assert.True(generated.IsDone, generated.Refusal?.Message);
        return await ReadAsync(new TrackingScope());
    }

    private async Task<TrackingReading> ReadAsync(TrackingScope scope) =>
        (
            await System.Get<ReadTracking>().ExecuteAsync(new ReadTrackingInput(scope), People.Analyst, Cancellation)
        ).Value;

    private static IReadOnlyList<TrackingScope> Scopes(TrackingChoices choices)
    {
        var categories = choices.Categories.Select(category => (string?)category.Code).Prepend(null);
        string?[] offices = [null, choices.Offices[0].Code, choices.Offices[^1].Code];
        return
        [
            .. from category in categories
            from office in offices
            select new TrackingScope(OfficeCode: office, CategoryCode: category),
            new TrackingScope(BudgetYear: TestSystem.OpenYear),
            new TrackingScope(SubmissionYear: TestSystem.OpenYear, CategoryCode: choices.Categories[0].Code),
        ];
    }

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;
}

file static class OtherCategories
{
    /// <summary>Transmitted requests of the category's scope that used SCR data, but none of this category.</summary>
    public static async Task<int> CountOfOthersAsync(this ListTracked list, string code)
    {
        var listed = await list.ExecuteAsync(
            new ListTrackedInput(new TrackingScope(CategoryCode: code), CountedAs.Transmitted),
            People.Analyst,
            Xunit.TestContext.Current.CancellationToken
        );
        return listed.Value.Requests.Count(request =>
            request.Use.Value == UseValue.Used && request.UseOf(code) != UseValue.Used
        );
    }
}
