using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>
/// Texts of the page's head, whose room is limited. One that is longer than it may be ends with a note and is printed
/// again in full on a continuation page, so that nothing is lost.
/// </summary>
internal sealed class BoundedTexts(UnprintableLog log)
{
    private readonly List<(string Name, string Text)> _cut = [];

    /// <summary>The texts that were cut, under the names of their fields.</summary>
    public IReadOnlyList<(string Name, string Text)> Cut => _cut;

    public List<TextLine> Break(string name, string text, TextStyle style, double width, int mostLines)
    {
        var lines = LineBreaker.Break(text, style, width, name, log);
        if (lines.Count <= mostLines)
        {
            return lines;
        }

        _cut.Add((name, text));
        var note = LineBreaker.Break("… (in full on a later page)", style, width, name, log)[0];
        return [.. lines.Take(mostLines - 1), note];
    }
}
