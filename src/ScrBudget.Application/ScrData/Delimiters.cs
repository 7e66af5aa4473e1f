using nietras.SeparatedValues;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Which character stands between the fields of a text file.</summary>
internal static class Delimiters
{
    /// <summary>Characters from which it is found.</summary>
    private const int SampleLength = 1 << 16;

    /// <summary>In the order in which they are preferred where nothing tells them apart.</summary>
    private static readonly char[] All = [',', ';', '\t', '|'];

    public static string Name(char? delimiter) =>
        delimiter switch
        {
            ';' => "semicolon",
            '\t' => "tab",
            '|' => "vertical bar",
            _ => "comma",
        };

    /// <summary>How the rows are read with one of them.</summary>
    public static SepReaderOptions Read(char delimiter) =>
        Sep.New(delimiter)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true });

    private static string Sample(TextForm form, Stream stream)
    {
        using var text = form.Open(stream);
        var sample = new char[SampleLength];
        return new string(sample, 0, text.ReadBlock(sample));
    }

    /// <summary>The one under which a row has most of the known columns; then the one with most fields.</summary>
    public static char Find(TextForm form, Stream stream, ExtractChoices choices)
    {
        var sample = Sample(form, stream);
        return All.MaxBy(delimiter => Fit(sample, delimiter, choices));
    }

    private static (int Known, int Fields) Fit(string sample, char delimiter, ExtractChoices choices)
    {
        var best = (Known: 0, Fields: 0);
        try
        {
            using var csv = Read(delimiter).FromText(sample);
            foreach (var row in csv)
            {
                if (row.RowIndex >= HeaderSearch.Rows)
                {
                    break;
                }

                if (row.ColCount <= HeaderSearch.MaximumFields)
                {
                    var names = new string[row.ColCount];
                    for (var i = 0; i < names.Length; i++)
                    {
                        names[i] = row[i].Span.Trim().ToString();
                    }

                    var fit = (
                        ExtractHeader.Match(names, choices.Columns).Count(match => match is not null),
                        row.ColCount
                    );
                    best = fit.CompareTo(best) > 0 ? fit : best;
                }
            }
        }
        catch (NotSupportedException)
        {
            // Too long a row for this delimiter: what was seen of it stands.
        }

        return best;
    }
}
