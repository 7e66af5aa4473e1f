using System.Text;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>What reading one file gave, without a database.</summary>
internal sealed record ReadExtract(
    IReadOnlyList<ScrRecord> Records,
    IReadOnlyList<ExtractProblem> Problems,
    Refusal? Refusal,
    string Layout,
    bool SaysSynthetic,
    int Rows
)
{
    public ExtractProblem Problem => Assert.Single(Problems);

    public ScrRecord Record => Assert.Single(Records);

    /// <summary>What matters of the records, in a line each.</summary>
    public IEnumerable<string> Lines =>
        Records.Select(record =>
            string.Join(
                '|',
                record.ScrNumber,
                record.CaseNumber,
                record.Type,
                record.CategoryCode,
                record.Subcategory,
                record.ApprovedOn.ToString("yyyy-MM-dd", null),
                record.RecordedTco,
                record.TcoInvolvement,
                record.HasAssociation,
                record.CrossesBorders,
                record.Office
            )
        );
}

/// <summary>Reads files through the checks.</summary>
internal static class ExtractReader
{
    public static DateOnly AsOf { get; } = new(2025, 10, 31);

    public static CategoryCatalogue Catalogue { get; } =
        new(ScrCategories.Initial(), ScrCategories.InitialSubcategories());

    public static ReadExtract Read(string text, ExtractChoices? choices = null, CategoryCatalogue? catalogue = null) =>
        Read(Encoding.UTF8.GetBytes(text), "extract.csv", choices, catalogue);

    public static ReadExtract Read(
        byte[] bytes,
        string fileName = "extract.csv",
        ExtractChoices? choices = null,
        CategoryCatalogue? catalogue = null,
        CancellationToken? cancellation = null
    )
    {
        var reading = new ExtractReading(1, AsOf, catalogue ?? Catalogue);
        var file = new ExtractFile(new MemoryStream(bytes), fileName, reading, choices);
        var records = file.Records(null, cancellation ?? TestContext.Current.CancellationToken).ToList();
        return new ReadExtract(
            records,
            reading.TakeProblems(),
            file.Refusal,
            file.Layout,
            file.SaysSynthetic,
            reading.Rows
        );
    }

    /// <summary>One record beneath a header with these columns.</summary>
    public static ReadExtract Row(params (string Column, string Text)[] changes) =>
        Read(Text(changes), catalogue: Catalogue);

    public static string Text(params (string Column, string Text)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCR Number"] = "SCR-1",
            ["Case Number"] = "C-1",
            ["SCR Type"] = "Initial Investigation",
            ["Category"] = "Cyber-Enabled Crime",
            ["Approved Date"] = "2022-03-01",
            ["TCO Involvement"] = "",
        };
        foreach (var (column, text) in changes)
        {
            fields[column] = text;
        }

        return string.Join(',', fields.Keys)
            + "\n"
            + string.Join(
                ',',
                fields.Values.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            )
            + "\n";
    }
}
