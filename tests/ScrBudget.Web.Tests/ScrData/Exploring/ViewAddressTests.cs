using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;
using ScrBudget.Domain.ScrData.Exploring;
using ScrBudget.Web.ScrData.Exploring;

namespace ScrBudget.Web.Tests.ScrData.Exploring;

public sealed class ViewAddressTests
{
    [Fact]
    public void EmptyValues_AreAsGoodAsNone()
    {
        var choice = new ViewAddress("", " ", "", "", "", "", "", "", "", "").Read().Value;

        Assert.Equal(new Application.ScrData.Exploring.ViewChoice(), choice);
    }

    [Fact]
    public void Names_AreReadInAnyCase_AndYearsAsPeopleWriteThem()
    {
        var choice = new ViewAddress(
            "CYB",
            "Malware",
            "FY 2018",
            "2022",
            "initial",
            "NOTRECORDED",
            "cases",
            "type",
            "3",
            "0"
        )
            .Read()
            .Value;

        Assert.Equal(("CYB", "Malware"), (choice.Category, choice.Subcategory));
        Assert.Equal((new FiscalYear(2018), new FiscalYear(2022)), (choice.FirstYear, choice.LastYear));
        Assert.Equal((Measure.Initial, TcoFilter.NotRecorded), (choice.Measure, choice.Tco));
        Assert.Equal((CountUnit.Cases, RowsBy.Type), (choice.Count, choice.Rows));
        Assert.Equal(new SnapshotChoice(3, 0), choice.Snapshot);
    }

    [Theory]
    [InlineData("from", "soon", "a fiscal year such as 2022")]
    [InlineData("to", "99999", "a fiscal year such as 2022")]
    [InlineData("measure", "everything", "Results, Disruptions")]
    [InlineData("measure", "17", "Results, Disruptions")]
    [InlineData("tco", "maybe", "All, Yes, No, NotRecorded")]
    [InlineData("count", "dollars", "Scrs, Cases")]
    [InlineData("rows", "office", "Category, Subcategory")]
    [InlineData("snapshot", "-1", "the number of a snapshot")]
    [InlineData("edition", "2", "an edition together with its snapshot")]
    public void ValueThatCannotBeRead_IsNamed_WithWhatCan(string field, string value, string remedy)
    {
        string? If(string name) => field == name ? value : null;
        var address = new ViewAddress(
            null,
            null,
            If("from"),
            If("to"),
            If("measure"),
            If("tco"),
            If("count"),
            If("rows"),
            If("snapshot"),
            If("edition")
        );

        var refusal = address.Read().Refusal;

        Assert.Equal(field, refusal?.Field);
        Assert.Contains($"{field}={value}", refusal?.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_LeavesOutWhatIsNotGiven_AndEscapesWhatIs() =>
        Assert.Equal(
            "/scr-data?category=CYB&subcategory=Fraud%20%26%20scams&snapshot=2",
            new ViewAddress("CYB", "Fraud & scams", Snapshot: "2", From: " ").At("/scr-data")
        );
}
