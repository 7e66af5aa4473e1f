using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application.Requests;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.Storage;
using ScrBudget.Data;
using ScrBudget.Data.Identity;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Demo;

/// <summary>
/// Loads the demo: the synthetic snapshot and the three worked requests, submitted, through the same use cases as
/// everybody's, on fixed dates; for a site also a second snapshot that goes on to the present, the open FY 2029 call and
/// the demo accounts. Each step looks whether it
/// is done already, so that a load which was cut short is finished by the next.
/// </summary>
public sealed class LoadDemo(DatabaseChoice database)
{
    /// <summary>The open call of the demo site: two years ahead, as calls go out (domain.md section 2).</summary>
    public static FiscalYear OpenCall { get; } = new(2029);

    private static Refusal NotADemo { get; } =
        new(
            "not-a-demo",
            "The database holds work that is not the demo's: the demo was not loaded. It goes into an empty database only."
        );

    /// <param name="withSite">
    /// Also the open call, a draft in it, and the demo accounts; refused where the database is in use for anything else.
    /// </param>
    public async Task<Outcome> ExecuteAsync(
        bool withSite,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var clock = new DemoClock();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddScrBudget(database)
            .BuildServiceProvider();
        var prepared = await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(cancellation);
        if (!prepared.IsDone)
        {
            return prepared;
        }

        if (withSite && !await IsItsOwnAsync(services, cancellation))
        {
            return NotADemo;
        }

        if (withSite)
        {
            await AddAccountsAsync(services, clock, cancellation);
        }

        progress?.Report("Synthetic statistics");
        await ImportAsync(
            services,
            new DemoSnapshot(1, SyntheticExtract.AsOf, Through: null, SyntheticExtract.Quality),
            cancellation
        );
        foreach (var worked in WorkedRequests.All)
        {
            progress?.Report(worked.Facts.Title);
            await AddCycleAsync(
                services,
                new BudgetCycle(
                    new FiscalYear(worked.Year),
                    new FiscalYear(worked.Year),
                    new DateOnly(2022, 11, 1),
                    new DateOnly(2022, 11, 30),
                    Marking.Budget,
                    isWorkedExample: true
                ),
                DemoClock.Published,
                cancellation
            );
            await HandInAsync(services, worked, clock, cancellation);
        }

        if (withSite)
        {
            progress?.Report($"{OpenCall} call");
            await AddCycleAsync(
                services,
                new BudgetCycle(
                    OpenCall,
                    new FiscalYear(2027),
                    new DateOnly(2026, 10, 1),
                    new DateOnly(2027, 2, 26),
                    Marking.Budget
                ).WithSettings(),
                DemoClock.CallOpened,
                cancellation
            );
            clock.Now = DemoClock.CallOpened;
            await OpenCallSetup.AddTextsAsync(services, OpenCall, cancellation);
            clock.Now = DemoClock.LaterPublished;
            await ImportAsync(
                services,
                new DemoSnapshot(2, DemoClock.LaterAsOf, DemoClock.LaterAsOf, SyntheticExtract.LaterQuality),
                cancellation
            );
            clock.Now = DemoClock.OpenCallDrafted;
            await DraftAsync(services, WorkedRequests.OpenCallDraft, OpenCall, cancellation);
        }

        return Outcome.Done;
    }

    /// <summary>Empty, or begun by a demo: its accounts are the first that it saves, all at once.</summary>
    private static async Task<bool> IsItsOwnAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var mark = DemoPeople.Administrator.AsPerson().Id;
        await using var context = await ContextAsync(services, cancellation);
        return await context.Users.AnyAsync(account => account.Id == mark, cancellation)
            // Whatever was ever saved left an entry.
            || !await context.AuditEntries.AnyAsync(cancellation);
    }

    private static async Task AddAccountsAsync(
        IServiceProvider services,
        DemoClock clock,
        CancellationToken cancellation
    )
    {
        clock.Now = DemoClock.Published;
        await using var context = await ContextAsync(services, cancellation);
        var known = await context.Users.Select(account => account.UserName).ToListAsync(cancellation);
        foreach (var person in DemoPeople.All.Where(person => !known.Contains(person.UserName)))
        {
            // No password: a demo account opens with one click in Development and not at all elsewhere.
            var account = new Account(person.UserName, person.DisplayName, person.OfficeCode, person.Roles)
            {
                Id = person.AsPerson().Id,
                NormalizedUserName = person.UserName.ToUpperInvariant(),
                SecurityStamp = person.UserName,
            };
            context.Add(account);
        }

        await context.SaveAsync(Person.SystemOperator, clock.Now(), cancellation);
    }

    private static async Task ImportAsync(
        IServiceProvider services,
        DemoSnapshot wanted,
        CancellationToken cancellation
    )
    {
        await using (var context = await ContextAsync(services, cancellation))
        {
            // A demo of which somebody went on to use the steward's pages keeps what they made.
            if (await context.Snapshots.AnyAsync(snapshot => snapshot.Number >= wanted.Number, cancellation))
            {
                return;
            }
        }

        await using var extract = SyntheticExtract.Create(
            SyntheticExtract.PublishedScrs,
            SyntheticExtract.DemoSeed,
            wanted.Through,
            withTitle: wanted.Through is not null
        );
        var imported = await services
            .GetRequiredService<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [
                        new(
                            extract,
                            SyntheticExtract.FileName(SyntheticExtract.PublishedScrs, SyntheticExtract.DemoSeed)
                        ),
                    ],
                    wanted.AsOf,
                    IsSynthetic: true,
                    wanted.Quality
                ),
                DemoPeople.Steward.AsPerson(),
                cancellation
            );
        _ = imported.Value;
    }

    private static async Task AddCycleAsync(
        IServiceProvider services,
        BudgetCycle cycle,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        await using var context = await ContextAsync(services, cancellation);
        if (!await context.Cycles.AnyAsync(known => known.BudgetYear == cycle.BudgetYear, cancellation))
        {
            context.Add(cycle);
            await context.SaveAsync(DemoPeople.Compiler.AsPerson(), at.UtcDateTime, cancellation);
        }
    }

    private static async Task HandInAsync(
        IServiceProvider services,
        WorkedRequest worked,
        DemoClock clock,
        CancellationToken cancellation
    )
    {
        var author = worked.Author.AsPerson();
        clock.Now = DemoClock.Drafted;
        var number = await DraftAsync(services, worked, new FiscalYear(worked.Year), cancellation);
        var read = await services.GetRequiredService<ReadRequest>().ExecuteAsync(number, author, cancellation);
        if (read.Value.Request.Status != RequestStatus.Draft)
        {
            return;
        }

        var snapshot = (await services.GetRequiredService<SnapshotQueries>().CurrentAsync(author, cancellation)).Value;
        var years = DefaultYears.For(snapshot, new FiscalYear(worked.Year))!.Value;
        foreach (var (category, target, shows) in worked.Categories)
        {
            if (read.Value.Request.Figures.All(figure => figure.CategoryCode != category))
            {
                var attached = await services
                    .GetRequiredService<AttachStatistic>()
                    .ExecuteAsync(
                        new AttachStatisticInput(
                            number,
                            new StatisticQuery(category, null, years.First, years.Last),
                            snapshot.Number,
                            target,
                            shows
                        ),
                        author,
                        cancellation
                    );
                _ = attached.Value;
            }
        }

        clock.Now = DemoClock.Submitted;
        var submitted = await services.GetRequiredService<SubmitRequest>().ExecuteAsync(number, author, cancellation);
        if (submitted.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{number}: {refusal.Message} {string.Join(' ', refusal.Details)}");
        }
    }

    /// <summary>The worked request's texts and costs as a draft of that budget year, nothing answered yet.</summary>
    /// <returns>Its number.</returns>
    private static async Task<string> DraftAsync(
        IServiceProvider services,
        WorkedRequest worked,
        FiscalYear year,
        CancellationToken cancellation
    )
    {
        var author = worked.Author.AsPerson();
        var number = RequestNumber.Create(year, author.OfficeCode!, 1).ToString();
        var read = await services.GetRequiredService<ReadRequest>().ExecuteAsync(number, author, cancellation);
        if (read.IsDone && read.Value.Request.Status != RequestStatus.Draft)
        {
            return number;
        }

        if (!read.IsDone)
        {
            var created = await services
                .GetRequiredService<CreateRequest>()
                .ExecuteAsync(
                    new CreateRequestInput(year.Year, author.OfficeCode!, worked.Facts),
                    author,
                    cancellation
                );
            _ = created.Value;
        }

        await services
            .GetRequiredService<ChangeRequest>()
            .ExecuteAsync(
                number,
                author,
                Permission.DraftRequests,
                inHand => Fill(inHand.Request, worked, author, inHand.At),
                cancellation
            );
        return number;
    }

    private static Outcome Fill(ResourceRequest request, WorkedRequest worked, Person author, DateTime at)
    {
        foreach (var (kind, text) in worked.Texts)
        {
            var section = request.Section(kind);
            // Never revised: an author who emptied it later meant it.
            if (section.RevisedAt is null)
            {
                _ = request.Revise(kind, text, section.Version, author, at);
            }
        }

        if (request.PositionLines.Count + request.NonPersonnelLines.Count == 0)
        {
            foreach (var line in worked.Positions)
            {
                _ = request.AddPositions(line, at).Value;
            }

            foreach (var line in worked.NonPersonnel)
            {
                _ = request.AddNonPersonnel(line, at).Value;
            }
        }

        return Outcome.Done;
    }

    private static Task<ScrBudgetContext> ContextAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IDbContextFactory<ScrBudgetContext>>().CreateDbContextAsync(cancellation);

    /// <param name="Through">The last day of approval; null for the fiscal years that the report covers.</param>
    private sealed record DemoSnapshot(int Number, DateOnly AsOf, DateOnly? Through, QualityStatements Quality);
}
