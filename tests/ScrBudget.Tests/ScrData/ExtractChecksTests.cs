using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Each check of a row finds its fault, and only that.</summary>
public sealed class ExtractChecksTests
{
    [Theory]
    [InlineData("2022-03-31", 31)]
    [InlineData("3/31/2022", 31)]
    [InlineData("03/31/2022", 31)]
    [InlineData("2022/3/31", 31)]
    [InlineData("2022-03-31 23:59:59", 31)]
    [InlineData("2022-03-31T23:59:59.123Z", 31)]
    [InlineData("2022-03-31T23:59:59+09:00", 31)]
    [InlineData("3/31/2022 11:59 PM", 31)]
    [InlineData("3/1/2022 11:59:00 PM", 1)]
    [InlineData("3/1/2022 23:59", 1)]
    public void ADate_IsReadInIsoAndUsForm_WithOrWithoutATime(string text, int day)
    {
        var read = ExtractReader.Row(("Approved Date", text));

        Assert.Empty(read.Problems);
        Assert.Equal(new DateOnly(2022, 3, day), read.Record.ApprovedOn);
    }

    [Theory]
    [InlineData("31/02/2024")]
    [InlineData("31/03/2022")]
    [InlineData("2022-02-30")]
    [InlineData("3/31/22")]
    [InlineData("2022-03-31 25:00")]
    [InlineData("2022-03-31 soon")]
    [InlineData("March")]
    [InlineData("44651")]
    [InlineData("=TODAY()")]
    public void WhatIsNoDate_IsAnErrorAndNotGuessed(string text)
    {
        var read = ExtractReader.Row(("Approved Date", text));

        Assert.Equal(ProblemCodes.DateInvalid, read.Problem.Code);
        Assert.Equal(text, read.Problem.Value);
        Assert.Empty(read.Records);
    }

    [Theory]
    [InlineData("2025-11-01", ProblemCodes.DateAfterAsOf)]
    [InlineData("11/1/2031", ProblemCodes.DateAfterAsOf)]
    [InlineData("1/1/0022", ProblemCodes.DateOutOfRange)]
    [InlineData("", ProblemCodes.DateMissing)]
    public void ADateOutOfReach_IsAnError(string text, string code) =>
        Assert.Equal(code, ExtractReader.Row(("Approved Date", text)).Problem.Code);

    [Theory]
    [InlineData("2022")]
    [InlineData("FY2022")]
    [InlineData("fy 2022")]
    [InlineData("")]
    public void AFiscalYearThatAgrees_SaysNothing(string text) =>
        Assert.Empty(ExtractReader.Row(("FY", text)).Problems);

    [Theory]
    [InlineData("2023", ProblemCodes.FiscalYearDisagrees)]
    [InlineData("last", ProblemCodes.FiscalYearInvalid)]
    public void AFiscalYearThatDisagrees_IsAWarning_AndTheDateCounts(string text, string code)
    {
        var read = ExtractReader.Row(("FY", text));

        Assert.Equal((code, ProblemSeverity.Warning), (read.Problem.Code, read.Problem.Severity));
        Assert.Equal("Fiscal Year", read.Problem.Column);
        Assert.Equal(2022, read.Record.FiscalYear);
    }

    [Theory]
    [InlineData("Yes", TcoInvolvement.Yes)]
    [InlineData("y", TcoInvolvement.Yes)]
    [InlineData("TRUE", TcoInvolvement.Yes)]
    [InlineData("1", TcoInvolvement.Yes)]
    [InlineData("x", TcoInvolvement.Yes)]
    [InlineData("NO", TcoInvolvement.No)]
    [InlineData("n", TcoInvolvement.No)]
    [InlineData("False", TcoInvolvement.No)]
    [InlineData("0", TcoInvolvement.No)]
    [InlineData("", TcoInvolvement.NotRecorded)]
    [InlineData("N/A", TcoInvolvement.NotRecorded)]
    [InlineData("unknown", TcoInvolvement.NotRecorded)]
    [InlineData("Not recorded", TcoInvolvement.NotRecorded)]
    [InlineData("-", TcoInvolvement.NotRecorded)]
    public void YesAndNo_AreReadInTheUsualSpellings(string text, TcoInvolvement expected)
    {
        var read = ExtractReader.Row(("TCO Involvement", text));

        Assert.Empty(read.Problems);
        Assert.Equal((expected, expected), (read.Record.RecordedTco, read.Record.TcoInvolvement));
    }

    [Theory]
    [InlineData("2023-07-17", null, null)]
    [InlineData("2023-07-18", null, "approved on 2023-07-18")]
    [InlineData("2024-01-01", "2023-07-17", null)]
    [InlineData("2024-01-01", "7/18/2023", "created on 2023-07-18")]
    [InlineData("2024-01-01", "", "approved on 2024-01-01")]
    public void TcoNotRecorded_IsAWarningOnceTheBoxWasMandatoryAtCreation(
        string approved,
        string? created,
        string? says
    )
    {
        var read = created is null
            ? ExtractReader.Row(("Approved Date", approved))
            : ExtractReader.Row(("Approved Date", approved), ("Date Created", created));

        Assert.Single(read.Records);
        Assert.Equal(says is null ? [] : [ProblemCodes.TcoNotRecorded], read.Problems.Select(problem => problem.Code));
        Assert.All(read.Problems, problem => Assert.Contains(says!, problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("13/13/2023", ProblemCodes.CreatedDateInvalid)]
    [InlineData("2024-01-02", ProblemCodes.CreatedAfterApproved)]
    public void ACreationDateThatCannotBe_IsAWarning_AndTheApprovalStandsForIt(string created, string code)
    {
        var read = ExtractReader.Row(
            ("Approved Date", "2024-01-01"),
            ("Created Date", created),
            ("TCO Involvement", "Yes")
        );

        Assert.Equal(code, read.Problem.Code);
        Assert.Single(read.Records);
    }

    [Theory]
    [InlineData("Yes", "No", "Yes", ProblemCodes.TcoYesWithoutTest)]
    [InlineData("Yes", "Yes", "No", ProblemCodes.TcoYesWithoutTest)]
    [InlineData("Yes", "No", "No", ProblemCodes.TcoYesWithoutTest)]
    [InlineData("Yes", "", "No", ProblemCodes.TcoYesWithoutTest)]
    [InlineData("No", "Yes", "Yes", ProblemCodes.TcoNoWithBothTests)]
    public void ABoxThatContradictsItsTests_CountsAsNotRecordedAndKeepsWhatItSays(
        string tco,
        string association,
        string borders,
        string code
    )
    {
        var read = ExtractReader.Row(
            ("Approved Date", "2024-01-01"),
            ("TCO Involvement", tco),
            ("Association", association),
            ("Border Crossing", borders)
        );

        Assert.Equal((code, ProblemSeverity.Warning), (read.Problem.Code, read.Problem.Severity));
        Assert.Equal(Enum.Parse<TcoInvolvement>(tco), read.Record.RecordedTco);
        Assert.Equal(TcoInvolvement.NotRecorded, read.Record.TcoInvolvement);
    }

    [Theory]
    [InlineData("Yes", "Yes", "Yes")]
    [InlineData("Yes", "", "")]
    [InlineData("No", "Yes", "No")]
    [InlineData("No", "Yes", "")]
    public void ABoxThatAgreesWithItsTests_SaysNothing(string tco, string association, string borders)
    {
        var read = ExtractReader.Row(
            ("TCO Involvement", tco),
            ("Association", association),
            ("Crosses Borders", borders)
        );

        Assert.Empty(read.Problems);
        Assert.Equal(read.Record.RecordedTco, read.Record.TcoInvolvement);
    }

    [Theory]
    [InlineData("SCR Number", "=1+1")]
    [InlineData("Case Number", "@SUM(A1)")]
    [InlineData("Office", "+1 555 0100")]
    [InlineData("Office", "-2+3")]
    [InlineData("Office", "\t=1")]
    [InlineData("Office", "\tSAC Alpha")]
    [InlineData("Subcategory", "=HYPERLINK(\"http://example.invalid\",\"x\")")]
    public void AFieldThatBeginsAFormula_IsOneWarning_AndKeptAsText(string column, string text)
    {
        var read = ExtractReader.Row((column, text));

        Assert.Equal((column, ProblemCodes.FormulaText), (read.Problem.Column, read.Problem.Code));
        Assert.Equal(column == "Office" ? text.Trim() : "", read.Record.Office);
        Assert.Equal("", read.Record.Subcategory);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("-1,234.50")]
    [InlineData("-")]
    [InlineData("SAC = Alpha")]
    public void ANegativeNumberAndALoneDash_AreNoFormulas(string text)
    {
        Assert.Empty(ExtractReader.Row(("Office", text)).Problems);
        Assert.Equal(text, SpreadsheetText.Neutralise(text));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("\t1", "'\t1")]
    [InlineData("\r1", "'\r1")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("", "")]
    public void AFormula_IsExportedBehindAnApostrophe(string text, string expected) =>
        Assert.Equal(expected, SpreadsheetText.Neutralise(text));

    [Theory]
    [InlineData("illicit trade travel & finance - drug related", "ITTF_D")]
    [InlineData("CYBER ENABLED CRIME", "CYB")]
    [InlineData("Worksite Enforcement / Labor Exploitation", "WS")]
    [InlineData("ittf-nd", "ITTF_ND")]
    [InlineData("cyber stuff.", "CYB")]
    public void ACategory_MatchesVariantsOfCaseAndPunctuation_AndAliases(string text, string code)
    {
        var catalogue = new CategoryCatalogue(
            ScrCategories.Initial(),
            ScrCategories.InitialSubcategories(),
            [("Cyber Stuff", "CYB"), ("Retired", "NO_SUCH")]
        );

        var read = ExtractReader.Read(ExtractReader.Text(("Category", text)), catalogue: catalogue);

        Assert.Empty(read.Problems);
        Assert.Equal(code, read.Record.CategoryCode);
        Assert.False(catalogue.TryFind("Retired", out _));
    }

    [Fact]
    public void AnUnknownCategory_NamesTheNearest_AtMostThree()
    {
        var read = ExtractReader.Row(("Category", "Illicit Trade, Travel, and Finance"), ("Subcategory", "Nonsense"));

        Assert.Equal(ProblemCodes.CategoryUnknown, read.Problem.Code);
        Assert.Contains("(Drug-Related)", read.Problem.Message, StringComparison.Ordinal);
        Assert.All(
            (string[])["x", "Public Corruption", "Illicit Trade"],
            text => Assert.InRange(ExtractReader.Catalogue.NearestNames(text).Count, 1, 3)
        );
    }

    [Fact]
    public void ACategoryThatWasNotInForce_IsAnError_AndASubcategoryAWarning()
    {
        var categories = ScrCategories.Initial();
        var subcategories = ScrCategories.InitialSubcategories();
        Limit(categories.Single(category => category.Code == "CYB"), new DateOnly(2022, 3, 1));
        Limit(subcategories.Single(known => known.Name == "Dark-web markets"), new DateOnly(2022, 2, 1));
        var catalogue = new CategoryCatalogue(categories, subcategories);

        var last = ExtractReader.Read(
            ExtractReader.Text(("Subcategory", "Dark-web markets"), ("Approved Date", "2022-03-01")),
            catalogue: catalogue
        );
        var late = ExtractReader.Read(
            ExtractReader.Text(("Subcategory", "Dark-web markets"), ("Approved Date", "2022-03-02")),
            catalogue: catalogue
        );

        Assert.Equal(ProblemCodes.SubcategoryNotInForce, last.Problem.Code);
        Assert.Equal("", last.Record.Subcategory);
        Assert.Equal(ProblemCodes.CategoryNotInForce, late.Problem.Code);
        Assert.Contains("until 2022-03-01", late.Problem.Message, StringComparison.Ordinal);
        Assert.Empty(late.Records);
    }

    [Theory]
    [InlineData("Total,,,,,")]
    [InlineData("Grand Total,1,,,,")]
    [InlineData("total: 1")]
    [InlineData("Count,1")]
    public void ARowOfTotals_IsAWarning_LeftOutAndNotCounted(string totals)
    {
        var read = ExtractReader.Read(ExtractReader.Text() + totals + "\n");

        Assert.Equal(
            (3, "SCR Number", ProblemCodes.TotalsRow),
            (read.Problem.Row, read.Problem.Column, read.Problem.Code)
        );
        Assert.Equal((1, 1), (read.Rows, read.Records.Count));
    }

    [Fact]
    public void ARecordWhoseNumberOnlyLooksLikeATotal_IsRead()
    {
        var read = ExtractReader.Row(("SCR Number", "Total-7"));

        Assert.Equal("TOTAL-7", read.Record.ScrNumber);
    }

    [Fact]
    public void BlankRows_AreWarningsBetweenRecordsOnly_UpToANumber()
    {
        var line = ExtractReader.Text().Split('\n')[1];
        var header = ExtractReader.Text().Split('\n')[0];

        var read = ExtractReader.Read($"{header}\n\n{line}\n,,,,,\n \n{line}\n\n\n");
        var many = ExtractReader.Read($"{header}\n{line}\n{new string('\n', 500)}{line}\n");

        Assert.Equal(
            [(4, ProblemCodes.BlankRow), (5, ProblemCodes.BlankRow)],
            read.Problems.Select(p => (p.Row, p.Code))
        );
        Assert.Equal([3, 6], read.Records.Select(record => record.Row));
        Assert.Equal(100, many.Problems.Count);
        Assert.Equal([2, 503], many.Records.Select(record => record.Row));
    }

    [Fact]
    public void ExtraFieldsWithoutText_AreNoFault()
    {
        var read = ExtractReader.Read(ExtractReader.Text().Replace("\n", ",,\n", StringComparison.Ordinal));

        Assert.Empty(read.Problems);
        Assert.Single(read.Records);
    }

    private static void Limit(object subject, DateOnly last) =>
        subject.GetType().GetProperty("EffectiveTo")!.SetValue(subject, last);
}
