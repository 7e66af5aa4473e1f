using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.EndToEnd.Requests;

/// <summary>Drafts made behind the screens, so that a test begins where its own matter begins.</summary>
internal static class Drafts
{
    public const string Description = "Specialists who sit with a victim before the first interview.";
    public const string Justification = "Offices without a specialist reach victims late.";
    public const string Impact = "Every victim is offered help within five days.";

    /// <summary>A new draft of the person's office in the FY 2029 call, with a title and nothing else.</summary>
    public static async Task<string> NewAsync(IServiceProvider site, DemoPerson author, string title)
    {
        var created = await site.GetRequiredService<CreateRequest>()
            .ExecuteAsync(
                new CreateRequestInput(LoadDemo.OpenCall.Year, author.OfficeCode!, new RequestFacts { Title = title }),
                author.AsPerson(),
                TestContext.Current.CancellationToken
            );
        return created.Value.ToString();
    }

    /// <summary>A new draft in which nothing is missing but the answers to the SCR prompt.</summary>
    public static async Task<string> FilledAsync(IServiceProvider site, DemoPerson author, string title)
    {
        var number = await NewAsync(site, author, title);
        var filled = await site.GetRequiredService<ChangeRequest>()
            .ExecuteAsync(
                number,
                author.AsPerson(),
                Permission.DraftRequests,
                inHand =>
                {
                    foreach (
                        var (kind, text) in new[]
                        {
                            (SectionKind.Description, Description),
                            (SectionKind.Justification, Justification),
                            (SectionKind.Impact, Impact),
                        }
                    )
                    {
                        var version = inHand.Request.Section(kind).Version;
                        Assert.True(inHand.Request.Revise(kind, text, version, inHand.By, inHand.At).IsDone);
                    }

                    _ = inHand.Request.AddPositions(new PositionLineInput("Specialist", 2, 190_000), inHand.At).Value;
                    return Domain.Outcome.Done;
                },
                TestContext.Current.CancellationToken
            );
        Assert.True(filled.IsDone, filled.Refusal?.Message);
        return number;
    }

    /// <summary>Answers each category that the prompt asks of such a draft: declined.</summary>
    public static async Task DeclineAllAsync(IServiceProvider site, string number, DemoPerson author)
    {
        foreach (var category in (string[])["ITTF_ND", "TCAC", "NS"])
        {
            var declined = await site.GetRequiredService<AnswerCategory>()
                .ExecuteAsync(
                    new AnswerCategoryInput(
                        number,
                        category,
                        CategoryDecision.Declined,
                        DeclineReason.OtherDataStronger,
                        "A survey of offices says more."
                    ),
                    author.AsPerson(),
                    TestContext.Current.CancellationToken
                );
            Assert.Null(declined.Refusal);
        }
    }

    /// <summary>The request as everybody may read it now.</summary>
    public static async Task<RequestReading> ReadAsync(IServiceProvider site, string number) =>
        (
            await site.GetRequiredService<ReadRequest>()
                .ExecuteAsync(number, DemoPeople.Auditor.AsPerson(), TestContext.Current.CancellationToken)
        ).Value;

    /// <summary>Waits until the request is as told, which another circuit brings about: no screen of ours shows when.</summary>
    public static async Task UntilAsync(IServiceProvider site, string number, Func<ResourceRequest, bool> isSo)
    {
        using var timeout = new CancellationTokenSource(BrowserFixture.Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo((await ReadAsync(site, number)).Request))
        {
            await look.WaitForNextTickAsync(timeout.Token);
        }
    }
}
