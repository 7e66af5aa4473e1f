using System.Security.Cryptography;
using System.Text;
using ScrBudget.Domain.Audit;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Audit;

public sealed class AuditChainTests
{
    private const string Subject = "request FY2029-VAP-001";

    private static SubjectState State => new SubjectState().With("Cost", [16, "positions"]);

    public static TheoryData<string, object?> Tamperings =>
        new()
        {
            { nameof(AuditEntry.Subject), "request FY2029-VAP-002" },
            { nameof(AuditEntry.Sequence), 7 },
            { nameof(AuditEntry.At), TestClock.StartUtc.AddMilliseconds(1) },
            { nameof(AuditEntry.ById), "somebody" },
            { nameof(AuditEntry.ByName), "somebody" },
            { nameof(AuditEntry.Action), "Read" },
            { nameof(AuditEntry.Why), "" },
            { nameof(AuditEntry.Before), null },
            { nameof(AuditEntry.After), "changed" },
            { nameof(AuditEntry.State), "Cost 00" },
            { nameof(AuditEntry.PreviousHash), new string('0', 64) },
            { nameof(AuditEntry.Hash), new string('0', 64) },
        };

    [Fact]
    public void UntouchedChain_HasNoProblem()
    {
        var (entries, head) = Chain();

        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Sequence));
        Assert.Empty(AuditChain.Verify(Subject, entries, head));
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void ChangedField_IsFoundAtItsEntry(string field, object? value)
    {
        var (entries, head) = Chain();
        Set(entries[1], field, value);

        var problem = Assert.Single(AuditChain.Verify(Subject, entries, head));

        Assert.Equal((Subject, 2), (problem.Subject, problem.Sequence));
    }

    [Fact]
    public void Tamperings_CoverEveryFieldButTheKey() =>
        Assert.Equal(
            typeof(AuditEntry).GetProperties().Select(property => property.Name).Except(["Id"]).Order(),
            Tamperings.Select(row => row.Data.Item1).Order()
        );

    [Fact]
    public void ChangedEntryWithItsHashMadeAnew_IsFoundAtTheNext()
    {
        var (entries, head) = Chain();
        Set(entries[1], nameof(AuditEntry.After), "changed");
        Set(entries[1], nameof(AuditEntry.Hash), entries[1].ComputeHash());

        Assert.Equal(3, Assert.Single(AuditChain.Verify(Subject, entries, head)).Sequence);
    }

    [Fact]
    public void ChangedLastEntryWithItsHashMadeAnew_IsFoundByTheHead()
    {
        var (entries, head) = Chain();
        Set(entries[2], nameof(AuditEntry.After), "changed");
        Set(entries[2], nameof(AuditEntry.Hash), entries[2].ComputeHash());

        Assert.Single(AuditChain.Verify(Subject, entries, head));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void RemovedEntry_IsFound(int index)
    {
        var (entries, head) = Chain();
        entries.RemoveAt(index);

        Assert.Single(AuditChain.Verify(Subject, entries, head));
    }

    [Fact]
    public void RemovedChain_IsFound()
    {
        var (_, head) = Chain();

        Assert.Single(AuditChain.Verify(Subject, [], head));
    }

    [Fact]
    public void InsertedEntry_IsFound()
    {
        var (entries, head) = Chain();
        var (others, _) = Chain();
        entries.Insert(1, others[1]);

        Assert.Equal(3, Assert.Single(AuditChain.Verify(Subject, entries, head)).Sequence);
    }

    [Fact]
    public void AppendedEntry_IsFound()
    {
        var (entries, head) = Chain();
        var (longer, _) = Chain("one more");

        Assert.Single(AuditChain.Verify(Subject, [.. entries, longer[3]], head));
    }

    [Fact]
    public void ReorderedEntries_AreFound()
    {
        var (entries, head) = Chain();
        (entries[0], entries[1]) = (entries[1], entries[0]);

        Assert.Equal(1, Assert.Single(AuditChain.Verify(Subject, entries, head)).Sequence);
    }

    [Fact]
    public void EntriesWhoseSubjectIsGone_AreFound() =>
        Assert.Single(AuditChain.Verify(Subject, Chain().Entries, head: null));

    [Fact]
    public void Hash_IsSha256OverEveryFieldWithItsLength()
    {
        var (entries, _) = Chain();

        var state = $"Cost {Sha256("2:16;9:positions;")}";
        var text =
            $"22:{Subject};1:1;24:2027-01-15T14:00:00.000Z;19:author-and-approver;19:author-and-approver;13:Revised größe;-1:;6:before;0:;69:{state};0:;";

        Assert.Equal(state, entries[0].State);
        Assert.Equal(Sha256(text), entries[0].Hash);
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
    }

    [Fact]
    public void Hash_DoesNotMoveTextFromOneFieldIntoTheNext()
    {
        var log = new AuditLog();
        log.Note("a", before: "b;1:c", after: "d");
        var other = new AuditLog();
        other.Note("a", before: "b", after: "c;1:d");

        Assert.NotEqual(
            log.Write(Subject, People.Analyst, TestClock.StartUtc, State)[0].Hash,
            other.Write(Subject, People.Analyst, TestClock.StartUtc, State)[0].Hash
        );
    }

    private static (List<AuditEntry> Entries, AuditLog Head) Chain(params string[] more)
    {
        var log = new AuditLog();
        log.Note("Revised größe", before: "before", after: "");
        log.Note("Answered TCAC", before: "before", after: "after", why: "why");
        foreach (var action in (string[])["Submitted", .. more])
        {
            log.Note(action);
        }

        return ([.. log.Write(Subject, People.AuthorAndApprover, TestClock.StartUtc, State)], log);
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Set(AuditEntry entry, string field, object? value) =>
        typeof(AuditEntry).GetProperty(field)!.SetValue(entry, value);
}
