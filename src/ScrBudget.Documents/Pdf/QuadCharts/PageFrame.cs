using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>What stands on every page around its content: marking, notices, status, date, page number, DRAFT.</summary>
internal sealed class PageFrame
{
    private const double Edge = 11;
    private const double Inner = Styles.LetterLong - (2 * Styles.Margin);
    private readonly UnprintableLog _log;
    private readonly RequestDocument _request;
    private readonly List<TextLine> _banner;
    private readonly List<TextLine> _notices;
    private readonly List<TextLine> _designation;
    private readonly List<TextLine> _draft;

    public PageFrame(RequestDocument request, BoundedTexts texts, UnprintableLog log)
    {
        (_request, _log) = (request, log);
        _banner = texts.Break("Marking", request.Marking.Banner, Styles.Banner, Inner, mostLines: 2);
        _notices =
            request.Notices.Count == 0
                ? []
                : texts.Break("Notices", string.Join(" · ", request.Notices), Styles.Notice, Inner - 16, mostLines: 4);
        _designation =
            request.Marking.DesignatedBy.Length == 0
                ? []
                : texts.Break(
                    "Designated by",
                    $"Designated by: {request.Marking.DesignatedBy}",
                    Styles.Footer,
                    (Inner - _banner.Max(line => line.Width)) / 2 - Styles.Gap,
                    mostLines: 1
                );
        _draft = LineBreaker.Break("DRAFT", Styles.Draft, double.MaxValue, "Status", log);
    }

    /// <summary>Where content may begin and must end, in points from the top.</summary>
    public double Top => Edge + BannerHeight + 4;

    public double Bottom => FooterTop - 6;

    public double NoticeHeight => _notices.Count == 0 ? 0 : (_notices.Count * Styles.Notice.LineHeight) + 5;

    private double BannerHeight => _banner.Count * Styles.Banner.LineHeight;

    private double FooterTop => Styles.LetterShort - Edge - BannerHeight - Styles.Footer.LineHeight - 2;

    /// <summary>Starts a page. The marking is read aloud once, on the first.</summary>
    public void Begin(TaggedPdf pdf, bool isFirst)
    {
        pdf.AddPage(Styles.LetterLong, Styles.LetterShort);
        if (_request.IsDraft)
        {
            pdf.Artifact(graphics => DrawDraft(pdf, graphics));
        }

        if (isFirst)
        {
            pdf.Element(PdfBlockLevelElementTag.Paragraph, () => DrawBanner(pdf, Edge));
        }
        else
        {
            pdf.Artifact(_ => DrawBanner(pdf, Edge));
        }
    }

    /// <summary>The notices, in a strip that begins at <paramref name="top"/>.</summary>
    public void DrawNotices(TaggedPdf pdf, double top, bool isFirst)
    {
        if (_notices.Count == 0)
        {
            return;
        }

        pdf.Artifact(graphics =>
        {
            graphics.DrawRectangle(Styles.NoticeFill, Styles.Margin, top, Inner, NoticeHeight);
            graphics.DrawRectangle(Styles.NoticeEdge, Styles.Margin, top, 4, NoticeHeight);
        });
        if (isFirst)
        {
            pdf.Element(PdfBlockLevelElementTag.Paragraph, () => DrawNoticeText(pdf, top));
        }
        else
        {
            pdf.Artifact(_ => DrawNoticeText(pdf, top));
        }
    }

    /// <summary>Who designated the marking, beside it at the foot of the first page.</summary>
    public void DrawDesignation(TaggedPdf pdf)
    {
        foreach (var line in _designation)
        {
            pdf.Element(
                PdfBlockLevelElementTag.Paragraph,
                () =>
                    pdf.Text(
                        line,
                        Styles.Footer,
                        Styles.Margin,
                        Styles.LetterShort - Edge - Styles.Banner.LineHeight + 1
                    )
            );
        }
    }

    /// <summary>The foot of the page; its status and number stand in the first page's text as well.</summary>
    public void End(TaggedPdf pdf, int page, int pages) =>
        pdf.Artifact(graphics =>
        {
            var date = _request.AsOf.ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);
            graphics.DrawLine(
                Styles.Rule,
                Styles.Margin,
                FooterTop - 2,
                Styles.LetterLong - Styles.Margin,
                FooterTop - 2
            );
            pdf.Text(
                Line($"{_request.Status} · as of {date} · {_request.Number}"),
                Styles.Footer,
                Styles.Margin,
                FooterTop
            );
            var number = Line($"Page {page} of {pages}");
            pdf.Text(number, Styles.Footer, Styles.LetterLong - Styles.Margin - number.Width, FooterTop);
            DrawBanner(pdf, Styles.LetterShort - Edge - BannerHeight);
        });

    private TextLine Line(string text) => LineBreaker.Break(text, Styles.Footer, Inner * 0.8, "Status", _log)[0];

    private void DrawBanner(TaggedPdf pdf, double top)
    {
        foreach (var line in _banner)
        {
            pdf.Text(line, Styles.Banner, (Styles.LetterLong - line.Width) / 2, top);
            top += Styles.Banner.LineHeight;
        }
    }

    private void DrawNoticeText(TaggedPdf pdf, double top)
    {
        foreach (var line in _notices)
        {
            pdf.Text(line, Styles.Notice, Styles.Margin + 12, top + 2.5);
            top += Styles.Notice.LineHeight;
        }
    }

    private void DrawDraft(TaggedPdf pdf, XGraphics graphics)
    {
        var centre = new XPoint(Styles.LetterLong / 2, Styles.LetterShort / 2);
        var state = graphics.Save();
        graphics.RotateAtTransform(-30, centre);
        pdf.Text(_draft[0], Styles.Draft, centre.X - (_draft[0].Width / 2), centre.Y - (Styles.Draft.LineHeight / 2));
        graphics.Restore(state);
    }
}
