using System.Globalization;

namespace ScrBudget.Application.ScrData;

/// <summary>How a file was read, in words.</summary>
internal static class ExtractLayout
{
    public static string Of(ExtractRows rows, int headerRow) =>
        Of(rows.Format, rows.EncodingName, rows.Delimiter, rows.SheetName, headerRow);

    /// <summary><c>CSV, semicolon, UTF-8, header in row 3</c>, or <c>XLSX, sheet “Data”, header in row 1</c>.</summary>
    public static string Of(string format, string? encoding, char? delimiter, string? sheet, int headerRow)
    {
        var how = sheet is null ? $"{Delimiters.Name(delimiter)}, {encoding}" : $"sheet “{sheet}”";
        return string.Create(CultureInfo.InvariantCulture, $"{format}, {how}, header in row {headerRow}");
    }
}
