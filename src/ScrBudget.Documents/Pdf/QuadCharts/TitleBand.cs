using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>The band over the quadrants: title, office and appropriation; year, number, sums.</summary>
internal sealed class TitleBand
{
    private const double Inner = Styles.LetterLong - (2 * Styles.Margin);
    private const double RightWidth = 270;
    private const double LeftWidth = Inner - RightWidth - 16;
    private const double PaddingTop = 7;
    private const double PaddingBottom = 7;
    private readonly List<Item> _left;
    private readonly List<Item> _right;

    public TitleBand(RequestDocument request, BoundedTexts texts)
    {
        var title = string.IsNullOrWhiteSpace(request.Title) ? Wording.NoResponse : request.Title;
        var appropriation = string.IsNullOrWhiteSpace(request.Facts.Appropriation)
            ? "Appropriation: " + Wording.NoResponse
            : request.Facts.Appropriation;
        Item Left(string name, string text, TextStyle style, int lines) =>
            new(texts.Break(name, text, style, LeftWidth, lines), style);
        Item Right(string name, string text, TextStyle style) =>
            new(texts.Break(name, text, style, RightWidth, mostLines: 2), style);
        _left =
        [
            Left("Title", title, Styles.Title, 3),
            Left("Office and appropriation", $"{request.Office} · {appropriation}", Styles.BandText, 2),
        ];
        _right =
        [
            Right("Number", $"{request.FiscalYear} · {request.Number} · {request.Status}", Styles.BandStrong),
            Right("Headline", request.Headline, Styles.Headline),
        ];
    }

    /// <summary>In points.</summary>
    public double Height => Math.Max(HeightOf(_left), HeightOf(_right)) + PaddingTop + PaddingBottom;

    public void Draw(TaggedPdf pdf, double top)
    {
        pdf.Artifact(graphics => graphics.DrawRectangle(Styles.NavyFill, 0, top, Styles.LetterLong, Height));
        var y = top + PaddingTop;
        for (var i = 0; i < _left.Count; i++)
        {
            y = DrawItem(
                pdf,
                i == 0 ? PdfBlockLevelElementTag.Heading1 : PdfBlockLevelElementTag.Paragraph,
                _left[i],
                y,
                _ => Styles.Margin
            );
        }

        y = top + PaddingTop + 2;
        foreach (var item in _right)
        {
            y = DrawItem(
                pdf,
                PdfBlockLevelElementTag.Paragraph,
                item,
                y,
                width => Styles.LetterLong - Styles.Margin - width
            );
        }
    }

    private static double DrawItem(
        TaggedPdf pdf,
        PdfBlockLevelElementTag tag,
        Item item,
        double top,
        Func<double, double> leftEdge
    )
    {
        pdf.Element(
            tag,
            () =>
            {
                foreach (var line in item.Lines)
                {
                    pdf.Text(line, item.Style, leftEdge(line.Width), top);
                    top += item.Style.LineHeight;
                }
            }
        );
        return top;
    }

    private static double HeightOf(IEnumerable<Item> items) =>
        items.Sum(item => item.Lines.Count * item.Style.LineHeight);

    private sealed record Item(List<TextLine> Lines, TextStyle Style);
}
