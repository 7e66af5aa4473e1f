using System.Text;

namespace ScrBudget.Tests.ScrData;

/// <summary>A valid row of an extract; a test changes what matters to it.</summary>
internal sealed record ExtractLine(string ScrNumber)
{
    public string Case { get; init; } = "C-1";

    public string Type { get; init; } = "Initial Investigation";

    public string Category { get; init; } = "Cyber-Enabled Crime";

    public string Subcategory { get; init; } = "Network intrusion";

    public string ApprovedOn { get; init; } = "2022-03-01";

    public string Tco { get; init; } = "";

    public string Association { get; init; } = "";

    public string CrossesBorders { get; init; } = "";

    public string Office { get; init; } = "SAC Alpha";

    public override string ToString() =>
        string.Join(
            ',',
            new[]
            {
                ScrNumber,
                Case,
                Type,
                Category,
                Subcategory,
                ApprovedOn,
                Tco,
                Association,
                CrossesBorders,
                Office,
            }.Select(field => field.Contains(',') ? $"\"{field}\"" : field)
        );
}

/// <summary>Extracts as files.</summary>
internal static class ExtractText
{
    public const string Header =
        "SCR Number,Case Number,SCR Type,Category,Subcategory,Approved Date,TCO Involvement,Association of Individuals,Crosses International Borders,Office";

    public static MemoryStream Of(params IEnumerable<object> lines) =>
        File(string.Join('\n', lines.Prepend(Header)) + "\n");

    public static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));
}
