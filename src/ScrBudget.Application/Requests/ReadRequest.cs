using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.Review;
using ScrBudget.Application.ScrData;
using ScrBudget.Data;
using ScrBudget.Domain;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>A section as it stands in the database, whoever is typing in it.</summary>
public sealed record SavedSection(string Text, Guid Version, string RevisedBy, DateTime? RevisedAt);

/// <summary>Somebody else has typed into a section and not left it; the text is theirs alone.</summary>
public sealed record OpenElsewhere(SectionKind Section, string Who);

/// <summary>A request as a person may see it, with all that is derived from it.</summary>
/// <param name="Saved">The sections as saved; the request itself may show the person's working copies.</param>
/// <param name="WorkingCopies">What this person has typed and not yet left, by section.</param>
/// <param name="OpenElsewhere">Sections in which others hold a text that differs from the saved one.</param>
public sealed record RequestReading(
    ResourceRequest Request,
    RequestSurroundings Around,
    ComposedRequest Composed,
    IReadOnlyDictionary<SectionKind, SavedSection> Saved,
    IReadOnlyDictionary<SectionKind, WorkingCopy> WorkingCopies,
    IReadOnlyList<OpenElsewhere> OpenElsewhere
)
{
    /// <summary>What bears on its moves: a page offers those of <see cref="ResourceRequest.MovesOpenTo"/>, and no others.</summary>
    public required MoveRules MoveRules { get; init; }

    /// <summary>As headings and lists show it: worked examples say that they are illustrative.</summary>
    public string ShownTitle =>
        Around.Cycle.IsWorkedExample ? $"{Request.Facts.Title} (illustrative)" : Request.Facts.Title;

    /// <summary>Text of this person that the request does not hold, in reading order.</summary>
    public IReadOnlyList<WorkingCopy> LeftOut =>
        [
            .. WorkingCopies
                .Values.Where(copy => TextCleaning.Paragraphs(copy.Text) != Saved[copy.Section].Text)
                .OrderBy(copy => copy.Section),
        ];
}

/// <summary>Reads one request, for those who may see its office's.</summary>
public sealed class ReadRequest(
    IDbContextFactory<ScrBudgetContext> contexts,
    QueryStatistic statistics,
    TimeProvider time
)
{
    /// <summary>As saved: what everybody sees, and what is printed and submitted.</summary>
    public Task<Outcome<RequestReading>> ExecuteAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    ) => ReadAsync(number, by, withWorkingCopies: false, cancellation);

    /// <summary>As its author sees it while typing: with the own working copies in the place of the saved texts.</summary>
    public Task<Outcome<RequestReading>> WhileTypingAsync(
        string number,
        Person by,
        CancellationToken cancellation = default
    ) => ReadAsync(number, by, withWorkingCopies: true, cancellation);

    private async Task<Outcome<RequestReading>> ReadAsync(
        string number,
        Person by,
        bool withWorkingCopies,
        CancellationToken cancellation
    )
    {
        number = RequestNumber.Normalize(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var request = await context
            .Requests.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Number == number, cancellation);
        if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
        {
            return RequestRefusals.NotFound;
        }

        var around = await SurroundAsync(context, request, by, cancellation);
        if (!around.IsDone)
        {
            return around.Refusal;
        }

        var open = await context
            .WorkingCopies.AsNoTracking()
            .Where(copy => copy.RequestId == request.Id)
            .ToListAsync(cancellation);
        var copies = open.Where(copy => copy.AccountId == by.Id).ToDictionary(copy => copy.Section);
        var saved = request.Sections.ToDictionary(
            section => section.Kind,
            section => new SavedSection(section.Text, section.Version, section.RevisedBy, section.RevisedAt)
        );
        if (withWorkingCopies)
        {
            foreach (var copy in copies.Values)
            {
                // On this reading alone: nothing of it is saved. A text that the rule refuses stays as saved.
                _ = request.Revise(copy.Section, copy.Text, saved[copy.Section].Version, by, time.Now());
            }
        }

        return new RequestReading(
            request,
            around.Value,
            RequestComposer.Compose(request, around.Value, request.Status),
            saved,
            copies,
            await NamedAsync(context, Differing(open, saved, by), cancellation)
        )
        {
            MoveRules = await MoveCircumstances.OfAsync(context, request, around.Value.Cycle, cancellation),
        };
    }

    private static List<WorkingCopy> Differing(
        List<WorkingCopy> open,
        Dictionary<SectionKind, SavedSection> saved,
        Person by
    ) =>
        open.FindAll(copy => copy.AccountId != by.Id && TextCleaning.Paragraphs(copy.Text) != saved[copy.Section].Text);

    private static async Task<IReadOnlyList<OpenElsewhere>> NamedAsync(
        ScrBudgetContext context,
        List<WorkingCopy> copies,
        CancellationToken cancellation
    )
    {
        var ids = copies.Select(copy => copy.AccountId).ToList();
        var names = await context
            .Users.Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        return
        [
            .. copies
                .Select(copy => new OpenElsewhere(
                    copy.Section,
                    names.GetValueOrDefault(copy.AccountId, copy.AccountId)
                ))
                .OrderBy(copy => copy.Section)
                .ThenBy(copy => copy.Who, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the request stands among, its figures answered by the snapshots that they cite.</summary>
    internal async Task<Outcome<RequestSurroundings>> SurroundAsync(
        ScrBudgetContext context,
        ResourceRequest request,
        Person by,
        CancellationToken cancellation
    )
    {
        var office = await context.Offices.AsNoTracking().SingleAsync(o => o.Code == request.OfficeCode, cancellation);
        var cycle = await context
            .Cycles.AsNoTracking()
            .SingleAsync(c => c.BudgetYear == request.BudgetYear, cancellation);
        var answers = new Dictionary<int, Statistic>();
        foreach (var snapshot in request.Figures.GroupBy(figure => (figure.SnapshotNumber, figure.Edition)))
        {
            var asked = snapshot.ToList();
            var answered = await statistics.AskAsync(
                [.. asked.Select(figure => figure.Query)],
                new SnapshotChoice(snapshot.Key.SnapshotNumber, snapshot.Key.Edition),
                by,
                cancellation
            );
            if (!answered.IsDone)
            {
                return answered.Refusal;
            }

            foreach (var (figure, statistic) in asked.Zip(answered.Value))
            {
                answers[figure.Number] = statistic;
            }
        }

        return new RequestSurroundings(
            office,
            cycle,
            await CategoryCatalogues.LoadAsync(context, cancellation),
            new RequestFigures(answers, await CurrentAsync(request, answers, by, cancellation)),
            time.Today(),
            // Whoever may neither draft nor submit lacks nothing by it.
            (
                by.Can(Permission.DraftRequests, request.OfficeCode)
                || by.Can(Permission.SubmitRequests, request.OfficeCode)
            ) && await CheckTraining.IsMissingAsync(context, cycle, TrainingAudience.Authors, by, cancellation)
        );
    }

    /// <summary>What the newest edition of the current snapshot answers, for figures that cite another and whose years it covers.</summary>
    private async Task<IReadOnlyDictionary<int, Statistic>> CurrentAsync(
        ResourceRequest request,
        Dictionary<int, Statistic> cited,
        Person by,
        CancellationToken cancellation
    )
    {
        if (request.Figures.Count == 0)
        {
            return new Dictionary<int, Statistic>();
        }

        var asked = await statistics.AskAsync(
            [.. request.Figures.Select(figure => figure.Query)],
            null,
            by,
            cancellation
        );
        return asked.IsDone
            ? request
                .Figures.Zip(asked.Value)
                .Where(pair => pair.Second.Query.Years.All(pair.Second.Snapshot.Covers))
                .Where(pair => IsAnother(cited[pair.First.Number], pair.Second))
                .ToDictionary(pair => pair.First.Number, pair => pair.Second)
            : new Dictionary<int, Statistic>();

        static bool IsAnother(Statistic cited, Statistic current) =>
            (cited.Snapshot.Number, cited.Edition) != (current.Snapshot.Number, current.Edition);
    }
}
