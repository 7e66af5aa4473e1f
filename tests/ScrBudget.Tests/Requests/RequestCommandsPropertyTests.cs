using System.Text.Json;
using FsCheck.Xunit;
using ScrBudget.Domain;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

/// <summary>Any sequence of commands: each moves the request and leaves one entry, or is refused by name and leaves all as it was.</summary>
public sealed class RequestCommandsPropertyTests
{
    private static readonly string[] Categories = ["TCAC", "NS", "ITTF_ND", "CYB"];

    private static DateTime At => TestClock.StartUtc;

    /// <summary>The second byte chooses among texts, lines, sections and categories, wrong ones included.</summary>
    private static Func<ResourceRequest, int, Refusal?>[] Commands { get; } =
    [
        (r, n) => r.Revise(Kind(n), Text(n), r.Section(Kind(n)).Version, People.Colleague, At).Refusal,
        (r, n) => r.Revise(Kind(n), Text(n + 1), Guid.Empty, People.Colleague, At).Refusal,
        (r, n) => r.ReviseFacts(r.Facts with { Contact = Text(n), Title = Text(n / 2) }, r.FactsVersion, At).Refusal,
        (r, n) => r.AddPositions(Position(n), At).Refusal,
        (r, n) => r.AddNonPersonnel(Item(n), At).Refusal,
        (r, n) => r.RevisePositions(Line(r, n), Position(n / 2), r.LineVersion(Line(r, n)), At).Refusal,
        (r, n) => r.ReviseNonPersonnel(Line(r, n), Item(n / 2), r.LineVersion(Line(r, n)), At).Refusal,
        (r, n) => r.SetRemoved(Line(r, n), n % 2 == 0, r.LineVersion(Line(r, n)), At).Refusal,
        (r, n) =>
            r.Override(Line(r, n), 2028 + (n % 7), Amount(n), Text(n / 3), 5, r.LineVersion(Line(r, n)), At).Refusal,
        (r, n) =>
            r.Attach(
                TestSnapshots.Query(Categories[n % 4]),
                n % 9 == 0 ? TestSnapshots.Candidate() : TestSnapshots.Published(),
                Kind(n / 4),
                "subject",
                Text(n),
                People.Colleague,
                At
            ).Refusal,
        (r, n) => r.Decline(Categories[n % 4], (DeclineReason)(n / 4 % 4), Text(n), People.Colleague, At).Refusal,
        (r, n) => r.MarkNotApplicable(Categories[n % 4], Text(n / 4), People.Colleague, At).Refusal,
        (r, n) => r.MarkNoneApplies(Text(n), People.Colleague, At).Refusal,
        (r, n) => r.Confirm(Categories[n % 4], People.Colleague, At).Refusal,
        (r, n) => r.Dismiss(Categories[n % 4], People.Colleague, At).Refusal,
        (r, n) =>
            n % 5 == 0
                ? r.Submit(RequestBuilder.CompletenessOf(r), "{}", new string('0', 64), People.Approver, At).Refusal
                : null,
    ];

    [Property(MaxTest = 500)]
    public void AnySequence_MovesAsExpectedOrIsRefusedByName(bool complete, (byte Command, byte Choice)[] sequence)
    {
        var request = complete
            ? new RequestBuilder().Build()
            : new RequestBuilder().WithoutFigures().Without(SectionKind.Impact).Build();
        var trail = new List<AuditEntry>();
        Write(request, trail);

        foreach (var (command, choice) in sequence)
        {
            var before = StateOf(request);
            var (answers, figures, status) = (request.Answers, request.Figures, request.Status);

            var refusal = Commands[command % Commands.Length](request, choice);

            var hasChanged = StateOf(request) != before;
            Assert.Equal(hasChanged ? 1 : 0, request.Audit.Pending.Count);
            Assert.False(refusal is not null && hasChanged);
            Assert.True(refusal is null || (refusal.Code.Length > 0 && refusal.Message.Length > 0));
            Assert.False(status == RequestStatus.Submitted && hasChanged);
            Assert.Equal(answers, request.Answers.Take(answers.Count));
            Assert.Equal(figures, request.Figures.Take(figures.Count));
            Write(request, trail);
        }

        Assert.Equal(trail.Count, request.Audit.Sequence);
        Assert.Empty(AuditChain.Verify(request.AuditSubject, trail, request.Audit));
        Assert.Equal(Enumerable.Range(1, request.Answers.Count), request.Answers.Select(answer => answer.Sequence));
        Assert.Equal(Enumerable.Range(1, request.Figures.Count), request.Figures.Select(figure => figure.Number));
        Assert.Equal(request.Status == RequestStatus.Submitted ? 1 : 0, request.Submissions.Count);
        _ = request.Cost(5).Headline;
    }

    private static void Write(ResourceRequest request, List<AuditEntry> trail) =>
        trail.AddRange(request.Audit.Write(request.AuditSubject, People.Colleague, At, request.State()));

    /// <summary>All that a request holds but the head of its chain.</summary>
    private static string StateOf(ResourceRequest request) =>
        JsonSerializer.Serialize(
            new
            {
                request.Status,
                request.Facts,
                request.FactsVersion,
                request.Sections,
                request.PositionLines,
                request.NonPersonnelLines,
                request.CostOverrides,
                request.Figures,
                request.Answers,
                request.Submissions,
            }
        );

    private static SectionKind Kind(int choice) => SectionKinds.All[choice % SectionKinds.All.Count];

    private static string Text(int choice) =>
        (choice % 6) switch
        {
            0 => "",
            1 => "{S1} of {S2.cases}",
            2 => "This request funds rooms.",
            3 => "•\tA bullet\0\r\n",
            4 => new string('x', choice > 100 ? 20_001 : 130),
            _ => "Some words.",
        };

    private static PositionLineInput Position(int choice) =>
        new(choice % 5 == 0 ? "" : "Agent", (choice % 7) - 1, choice * 1000L, (choice % 50) + 1);

    private static NonPersonnelLineInput Item(int choice) =>
        new(
            "Lease",
            choice % 4 == 0 ? ObjectClass.Assets : ObjectClass.ContractsAndSupplies,
            choice - 3,
            choice % 5,
            choice % 2 == 0
        );

    private static Money? Amount(int choice) => choice % 3 == 0 ? null : new Money(choice * 700L);

    private static Guid Line(ResourceRequest request, int choice)
    {
        var lines = request
            .PositionLines.Select(line => line.Id)
            .Concat(request.NonPersonnelLines.Select(line => line.Id))
            .Append(Guid.Empty)
            .ToList();
        return lines[choice % lines.Count];
    }
}
