using ScrBudget.Domain.Audit;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Requests;

/// <summary>The history needs no glossary, and changes nothing that a person wrote.</summary>
public sealed class HistoryWordsTests
{
    private static readonly CategoryCatalogue Catalogue = new(
        ScrCategories.Initial(),
        ScrCategories.InitialSubcategories()
    );

    [Theory]
    [InlineData("Answered TCAC", "Answered Transnational Crimes Against Children")]
    [InlineData("Judged the answer on NS", "Judged the answer on National Security")]
    [InlineData(
        "Took over TCAC, unanswered in FY2029-VAP-001",
        "Took over Transnational Crimes Against Children, unanswered in FY2029-VAP-001"
    )]
    [InlineData("Found on S1", "Judged whether S1 bears on the request")]
    [InlineData("Commented on if-not-funded", "Commented on If not funded")]
    [InlineData("Answered R1", "Answered R1")]
    [InlineData("Taken up for review", "Taken up for review")]
    public void Action_NamesCategoriesInFull(string written, string shown)
    {
        var entry = Entry(written);

        Assert.Equal(shown, HistoryWords.Action(entry, Catalogue));
        Assert.Equal(written, entry.Action);
    }

    [Theory]
    [InlineData("R1: TCAC, reports, FY 2022–2026", "R1: Transnational Crimes Against Children, reports, FY 2022–2026")]
    [InlineData("R12: NS (NS cases)", "R12: National Security (NS cases)")]
    [InlineData(
        "{S1}: reports, TCAC, FY 2022\nNS",
        "{S1}: reports, Transnational Crimes Against Children, FY 2022\nNS"
    )]
    [InlineData("NS officers travel.", "NS officers travel.")]
    [InlineData("R1 of NS: two offices.", "R1 of NS: two offices.")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Value_NamesCategoriesOnlyWhereTheProductWroteTheLine(string? written, string? shown) =>
        Assert.Equal(shown, HistoryWords.Value(written, Catalogue));

    private static AuditEntry Entry(string action)
    {
        var log = new AuditLog();
        log.Note(action, "before", "after");
        return Assert.Single(
            log.Write("request FY2029-VAP-001", People.Analyst, TestClock.StartUtc, new SubjectState())
        );
    }
}
