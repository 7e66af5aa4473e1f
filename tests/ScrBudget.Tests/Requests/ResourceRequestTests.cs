using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class ResourceRequestTests
{
    private static readonly PositionLineInput Agent = new("Agent", 1, 100_000);
    private static readonly NonPersonnelLineInput Lease = new("Lease", ObjectClass.Assets, 1_000, 1, IsRecurring: true);

    private static DateTime At => TestClock.StartUtc;

    /// <summary>Every command that changes a draft, with input that a draft accepts.</summary>
    public static TheoryData<string> Commands => [.. All.Keys];

    private static Dictionary<string, Func<ResourceRequest, Refusal?>> All { get; } =
        new()
        {
            ["Revise"] = r =>
                r.Revise(
                    SectionKind.Impact,
                    "New.",
                    r.Section(SectionKind.Impact).Version,
                    People.Colleague,
                    At
                ).Refusal,
            ["ReviseFacts"] = r => r.ReviseFacts(r.Facts with { Contact = "New" }, r.FactsVersion, At).Refusal,
            ["AddPositions"] = r => r.AddPositions(Agent, At).Refusal,
            ["AddNonPersonnel"] = r => r.AddNonPersonnel(Lease, At).Refusal,
            ["RevisePositions"] = r =>
                r.RevisePositions(r.PositionLines[0].Id, Agent, r.LineVersion(r.PositionLines[0].Id), At).Refusal,
            ["ReviseNonPersonnel"] = r =>
                r.ReviseNonPersonnel(
                    r.NonPersonnelLines[0].Id,
                    Lease,
                    r.LineVersion(r.NonPersonnelLines[0].Id),
                    At
                ).Refusal,
            ["SetRemoved"] = r =>
                r.SetRemoved(r.PositionLines[0].Id, true, r.LineVersion(r.PositionLines[0].Id), At).Refusal,
            ["Override"] = r =>
                r.Override(
                    r.PositionLines[0].Id,
                    2029,
                    new Money(1000),
                    "reason",
                    5,
                    r.LineVersion(r.PositionLines[0].Id),
                    At
                ).Refusal,
            ["Attach"] = r =>
                r.Attach(
                    TestSnapshots.Query("CYB"),
                    TestSnapshots.Published(),
                    SectionKind.Impact,
                    "Cyber",
                    "",
                    People.Colleague,
                    At
                ).Refusal,
            ["Decline"] = r =>
                r.Decline("CP", DeclineReason.OtherDataStronger, "A survey.", People.Colleague, At).Refusal,
            ["MarkNotApplicable"] = r =>
                r.MarkNotApplicable("CP", "This request funds rooms.", People.Colleague, At).Refusal,
            ["Confirm"] = r => r.Confirm("CP", People.Colleague, At).Refusal,
            ["Dismiss"] = r => r.Dismiss("CP", People.Colleague, At).Refusal,
            ["Submit"] = r =>
                r.Submit(RequestBuilder.CompletenessOf(r), "{}", new string('0', 64), People.Approver, At).Refusal,
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_InDraft_IsDoneAndNotesOneChange(string command)
    {
        var request = Saved(new RequestBuilder().Costing([Agent with { Count = 2 }], Lease with { Quantity = 2 }));

        Assert.Null(All[command](request));

        Assert.Single(request.Audit.Pending);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_InSubmitted_IsRefusedByNameAndNotesNothing(string command)
    {
        var request = Saved(
            new RequestBuilder().Costing([Agent with { Count = 2 }], Lease with { Quantity = 2 }).Submitted()
        );

        var refusal = All[command](request);

        Assert.Equal(command == "Submit" ? "state-does-not-allow" : "request-not-draft", refusal?.Code);
        Assert.Contains("submitted", refusal?.Message, StringComparison.Ordinal);
        Assert.Empty(request.Audit.Pending);
    }

    [Fact]
    public void MarkNoneApplies_InSubmitted_IsRefusedByName()
    {
        var request = Saved(new RequestBuilder().Submitted());

        var refused = request.MarkNoneApplies("This request funds rooms.", People.Colleague, At);

        Assert.Equal("request-not-draft", refused.Refusal?.Code);
    }

    [Fact]
    public void Create_StartsADraftWithFourEmptySections()
    {
        var request = Draft(new RequestFacts { Title = " Tools\r\n" }).Value;

        Assert.Equal(RequestStatus.Draft, request.Status);
        Assert.Equal("Tools", request.Facts.Title);
        Assert.Equal(SectionKinds.All, request.Sections.Select(section => section.Kind));
        Assert.All(request.Sections, section => Assert.Empty(section.Text));
        Assert.Equal("Created the request", Assert.Single(request.Audit.Pending).Action);
        Assert.Equal("request FY2029-VAP-001", request.AuditSubject);
    }

    [Fact]
    public void Create_WithoutATitle_IsRefused() =>
        Assert.Equal("title-missing", Draft(new RequestFacts { Title = "\0 " }).Refusal?.Code);

    [Fact]
    public void Facts_AtTheirLimitsAreKept_BeyondOneIsRefusedAndNamed()
    {
        var fullest = new RequestFacts
        {
            Title = new string('x', RequestFacts.TitleLength),
            Authority = new string('y', RequestFacts.LongFactLength),
        };
        Assert.True(Draft(fullest).IsDone);

        var refusal = Draft(fullest with { Contact = new string('z', RequestFacts.FactLength + 1) }).Refusal;

        Assert.Equal("text-too-long", refusal?.Code);
        Assert.StartsWith("Contact has 201 characters; at most 200", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_AllAppearInTheTrail()
    {
        var filled = new RequestFacts();
        foreach (var property in typeof(RequestFacts).GetProperties().Where(p => p.PropertyType == typeof(string)))
        {
            property.SetValue(filled, $"value of {property.Name}");
        }

        var lines = filled.ToString().Split('\n');

        Assert.Equal(14, lines.Length);
        Assert.Equal(filled, filled.Checked().Value);
    }

    [Fact]
    public void Revise_ReplacesTheTextAndNotesBothTexts()
    {
        var request = Saved(new RequestBuilder().With(SectionKind.Impact, "Before."));
        var later = At.AddHours(1);

        Assert.True(
            request.Revise(SectionKind.Impact, "•\tAfter.\r\n", Version(request), People.Colleague, later).IsDone
        );

        var section = request.Section(SectionKind.Impact);
        Assert.Equal(("- After.", "colleague", later), (section.Text, section.RevisedBy, section.RevisedAt));
        Assert.Equal(later, request.ChangedAt);
        var change = Assert.Single(request.Audit.Pending);
        Assert.Equal(("Revised Impact", "Before.", "- After."), (change.Action, change.Before, change.After));
    }

    [Fact]
    public void Revise_ToTheSameText_NotesNothing_EvenFromAnOldVersion()
    {
        var request = Saved(new RequestBuilder().With(SectionKind.Impact, "Same."));
        var version = Version(request);

        Assert.True(
            request.Revise(SectionKind.Impact, "Same.  \n", Guid.NewGuid(), People.Colleague, At.AddDays(1)).IsDone
        );

        Assert.Empty(request.Audit.Pending);
        Assert.Equal((version, At), (Version(request), request.ChangedAt));
    }

    [Fact]
    public void Revise_FromAnOldVersion_IsRefusedAndNamesWhoChangedIt()
    {
        var request = Saved(new RequestBuilder());
        var seen = Version(request);
        _ = request.Revise(SectionKind.Impact, "The colleague's.", seen, People.Colleague, At);

        var refusal = request.Revise(SectionKind.Impact, "Mine.", seen, RequestBuilder.Author, At).Refusal;

        Assert.Equal("section-changed", refusal?.Code);
        Assert.Equal("Impact was changed by colleague meanwhile. Compare both and decide.", refusal?.Message);
        Assert.Equal("The colleague's.", request.Section(SectionKind.Impact).Text);
    }

    [Fact]
    public void Revise_FromAVersionThatNeverWas_NamesNobody()
    {
        var request = Saved(new RequestBuilder());

        var refusal = request
            .Revise(SectionKind.IfNotFunded, "Mine.", Guid.NewGuid(), RequestBuilder.Author, At)
            .Refusal;

        Assert.Equal(
            "If not funded was changed by somebody else meanwhile. Compare both and decide.",
            refusal?.Message
        );
    }

    [Fact]
    public void Revise_AnotherSection_KeepsThisOnesVersion()
    {
        var request = Saved(new RequestBuilder());
        var version = Version(request);

        _ = request.Revise(
            SectionKind.Description,
            "New.",
            request.Section(SectionKind.Description).Version,
            People.Colleague,
            At
        );

        Assert.Equal(version, Version(request));
    }

    [Fact]
    public void Revise_AtTheLimitIsKept_BeyondItIsRefusedAndKeepsTheOld()
    {
        var request = Saved(new RequestBuilder());
        var longest = new string('x', RequestSection.TextLength);

        Assert.True(request.Revise(SectionKind.Impact, longest, Version(request), People.Colleague, At).IsDone);
        var refused = request.Revise(SectionKind.Impact, longest + "y", Version(request), People.Colleague, At);

        Assert.Equal("text-too-long", refused.Refusal?.Code);
        Assert.Equal(longest, request.Section(SectionKind.Impact).Text);
    }

    [Fact]
    public void ReviseFacts_FromAnOldVersion_IsRefused_ToTheSame_NotesNothing()
    {
        var request = Saved(new RequestBuilder());
        var seen = request.FactsVersion;
        Assert.True(request.ReviseFacts(request.Facts with { Contact = "A" }, seen, At).IsDone);

        Assert.Equal(
            "section-changed",
            request.ReviseFacts(request.Facts with { Contact = "B" }, seen, At).Refusal?.Code
        );
        Assert.True(request.ReviseFacts(request.Facts with { Contact = " A " }, seen, At).IsDone);
        Assert.Single(request.Audit.Pending);
        Assert.Equal("A", request.Facts.Contact);
    }

    [Fact]
    public void Submit_WithUnansweredCategory_IsRefusedAndNamesIt()
    {
        var request = Saved(new RequestBuilder().WithFiguresOf("ITTF_ND", "NS"));

        var refusal = All["Submit"](request);

        Assert.Equal("request-incomplete", refusal?.Code);
        Assert.Equal("1 gap stands before submission.", refusal?.Message);
        Assert.StartsWith("TCAC:", Assert.Single(refusal!.Details), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Draft, request.Status);
        Assert.Empty(request.Submissions);
        Assert.Empty(request.Audit.Pending);
    }

    [Fact]
    public void Submit_FreezesTheDocumentAndWritesItsHashIntoTheTrail()
    {
        var request = Saved(new RequestBuilder());
        var hash = new string('a', 64);

        Assert.True(
            request.Submit(RequestBuilder.CompletenessOf(request), "the document", hash, People.Approver, At).IsDone
        );

        Assert.Equal(RequestStatus.Submitted, request.Status);
        var submission = Assert.Single(request.Submissions);
        Assert.Equal((1, "the document", hash), (submission.Number, submission.Document, submission.DocumentSha256));
        var change = Assert.Single(request.Audit.Pending);
        Assert.Equal(("Submitted", "Draft"), (change.Action, change.Before));
        Assert.Contains(hash, change.After, StringComparison.Ordinal);
    }

    private static Outcome<ResourceRequest> Draft(RequestFacts facts) =>
        ResourceRequest.Create(
            RequestNumber.Create(new Domain.Cycles.FiscalYear(2029), "VAP", 1),
            facts,
            RequestBuilder.Author,
            At
        );

    /// <summary>Everything up to here is in the trail: what is pending after a command is the command's.</summary>
    private static ResourceRequest Saved(RequestBuilder builder)
    {
        var request = builder.Build();
        _ = request.Audit.Write(request.AuditSubject, RequestBuilder.Author, At, request.State());
        return request;
    }

    private static Guid Version(ResourceRequest request) => request.Section(SectionKind.Impact).Version;
}
