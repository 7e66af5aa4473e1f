using System.Globalization;
using Bunit;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

public sealed class DataTests : ComponentTest
{
    private static readonly ChartBar[] Years =
    [
        new("FY 20", 50),
        new("FY 21", null),
        new("FY 22", 100) { BreakBefore = "the definition of a case changed." },
        new("FY 23", 3) { Printed = "fewer than 5" },
        new("FY 24", 0),
    ];

    [Fact]
    public void DataTable_HasACaptionAndScopedHeadersWithUnits()
    {
        var table = RenderTable();

        Assert.Equal("Cost lines", table.Find("caption").TextContent);
        Assert.All(table.FindAll("thead th"), header => Assert.Equal("col", header.GetAttribute("scope")));
        Assert.Contains("(dollars)", table.FindAll("thead th")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("row", table.Find("tbody th").GetAttribute("scope"));
    }

    [Fact]
    public void DataTable_AlignsNumbersInHeaderAndCells()
    {
        var table = RenderTable();

        Assert.Equal(2, table.FindAll(".sb-number-cell").Count);
        Assert.Equal("1,200", table.Find("td.sb-number-cell").TextContent);
    }

    [Fact]
    public void DataTable_IsReachedByKeyboardWhereItScrolls()
    {
        var frame = RenderTable().Find("[role=region]");

        Assert.Equal("0", frame.GetAttribute("tabindex"));
        Assert.Equal("Cost lines", frame.GetAttribute("aria-label"));
    }

    [Fact]
    public void BarChart_IsAnImageNamedWithEveryValue()
    {
        var svg = RenderChart().Find("svg");

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal(
            "Reports by year: FY 20 50, FY 21 no data, FY 22 100, FY 23 fewer than 5, FY 24 0",
            svg.GetAttribute("aria-label")
        );
    }

    [Fact]
    public void BarChart_LeavesAGapWithWordsWhereThereIsNoData()
    {
        var chart = RenderChart();

        Assert.Equal(4, chart.FindAll("rect").Count);
        Assert.Equal("no data", chart.Find(".sb-chart__gap").TextContent);
    }

    [Fact]
    public void BarChart_DrawsHeightsInProportionAndANoughtFlat()
    {
        var heights = RenderChart()
            .FindAll("rect")
            .Select(bar => decimal.Parse(bar.GetAttribute("height")!, CultureInfo.InvariantCulture))
            .ToList();

        Assert.Equal(heights[1], heights[0] * 2);
        Assert.Equal(0, heights[3]);
    }

    [Fact]
    public void BarChart_ShowsABreakOfDefinitionAndSaysIt()
    {
        var chart = RenderChart();

        Assert.Single(chart.FindAll(".sb-chart__break"));
        Assert.Equal("Before FY 22: the definition of a case changed.", chart.Find(".sb-chart__note").TextContent);
    }

    [Fact]
    public void BarChart_HasTheSameValuesAsATable()
    {
        var cells = RenderChart().FindAll("tbody td").Select(cell => cell.TextContent);

        Assert.Equal(["50", "no data", "100", "fewer than 5", "0"], cells);
    }

    [Fact]
    public void BarChart_HasNoInlineStyle()
    {
        Assert.DoesNotContain("style=", RenderChart().Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void BarChart_EncodesItsWords()
    {
        var chart = Render<BarChart>(p =>
            p.Add(c => c.Name, "Reports").Add(c => c.Bars, [new ChartBar("<b>", 1)]).Add(c => c.ShowTable, false)
        );

        Assert.Equal("<b>", chart.Find(".sb-chart__label").TextContent);
    }

    [Fact]
    public void BarChart_WithoutBars_Renders()
    {
        var chart = Render<BarChart>(p => p.Add(c => c.Name, "Reports").Add(c => c.Bars, []));

        Assert.Empty(chart.FindAll("rect"));
    }

    private IRenderedComponent<BarChart> RenderChart() =>
        Render<BarChart>(p => p.Add(c => c.Name, "Reports by year").Add(c => c.Bars, Years));

    private IRenderedComponent<DataTable<(string Item, int Dollars)>> RenderTable() =>
        Render<DataTable<(string Item, int Dollars)>>(p =>
            p.Add(t => t.Caption, "Cost lines")
                .Add(t => t.Rows, [("Interview rooms", 1200)])
                .Add(
                    t => t.Columns,
                    [
                        new("Item", row => row.Item) { IsRowHeader = true },
                        new("Cost", row => $"{row.Dollars:N0}") { IsNumber = true, Unit = "dollars" },
                    ]
                )
        );
}
