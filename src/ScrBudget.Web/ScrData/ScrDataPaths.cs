namespace ScrBudget.Web.ScrData;

/// <summary>Addresses of the pages of SCR data, declared once.</summary>
internal static class ScrDataPaths
{
    public const string Explorer = ShellPaths.ScrData;
    public const string StatisticsCsv = "/scr-data/statistics.csv";
    public const string StatisticsWorkbook = "/scr-data/statistics.xlsx";
    public const string RecordsCsv = "/scr-data/records.csv";
    public const string RecordsWorkbook = "/scr-data/records.xlsx";
    public const string Records = "/scr-data/records";
    public const string Measure = "/scr-data/measure";
    public const string Published = "/scr-data/published";
    public const string Snapshots = "/scr-data/snapshots";
    public const string Imports = "/scr-data/imports";
    public const string Validation = "/scr-data/validation";
    public const string Editions = "/scr-data/validation/editions";
    public const string Samples = "/scr-data/samples";
}
