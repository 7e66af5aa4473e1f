using Bunit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Tests.Components;

public sealed class EntryDetailsTests : ComponentTest
{
    [Fact]
    public void Entry_ShowsBeforeAndAfterOnDemand_ByItsNumber()
    {
        var details = Open(Entry(before: "", after: "a\nb"));

        Assert.Equal("Show entry 1", details.Find("details:not([open]) > summary").TextContent);
        Assert.Equal(["Nothing", "a\nb"], details.FindAll("dd").Select(shown => shown.TextContent));
    }

    [Fact]
    public void EntryWithoutBeforeAndAfter_HasNothingToOpen() => Assert.Empty(Open(Entry(null, null)).Markup.Trim());

    private IRenderedComponent<EntryDetails> Open(AuditEntry entry) =>
        Render<EntryDetails>(p =>
            p.Add(shown => shown.Entry, entry)
                .Add(
                    shown => shown.Catalogue,
                    new CategoryCatalogue(ScrCategories.Initial(), ScrCategories.InitialSubcategories())
                )
        );

    private static AuditEntry Entry(string? before, string? after)
    {
        var log = new AuditLog();
        log.Note("Revised Impact", before, after);
        return Assert.Single(
            log.Write("request FY2029-VAP-001", People.Analyst, TestClock.StartUtc, new SubjectState())
        );
    }
}
