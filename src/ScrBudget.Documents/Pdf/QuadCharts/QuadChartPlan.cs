using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Flow;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>Where everything of a quad chart goes: measuring is making a plan, printing is drawing it.</summary>
internal sealed class QuadChartPlan
{
    private const double ColumnWidth = (Styles.LetterLong - (2 * Styles.Margin) - Styles.Gap) / 2;
    private const double TextWidth = ColumnWidth - (2 * Styles.Padding);

    /// <summary>From a quadrant's top to its content: the heading's bar and a space.</summary>
    public const double QuadrantHead = Styles.HeadingBar + 6;

    /// <summary>The space under a quadrant's content.</summary>
    public const double QuadrantFoot = 6;
    private const double QuadrantFrame = QuadrantHead + QuadrantFoot;

    private readonly Dictionary<Quadrant, ParagraphBlock> _headings;

    private QuadChartPlan(RequestDocument request)
    {
        var log = new UnprintableLog();
        var texts = new BoundedTexts(log);
        Request = request;
        Frame = new PageFrame(request, texts, log);
        Band = new TitleBand(request, texts);
        var contents = QuadrantContent.Of(request, TextWidth, log);
        NoticeTop = Frame.Top + Band.Height + (Frame.NoticeHeight > 0 ? 4 : 0);
        var gridTop = NoticeTop + Frame.NoticeHeight + 7;
        var rows = RowHeights(contents, Frame.Bottom - gridTop - Styles.Gap);
        Quadrants =
        [
            .. contents.Select(
                (content, i) =>
                    new PlacedQuadrant(
                        QuadrantFit.Of(content, rows[i / 2] - QuadrantFrame),
                        new XRect(
                            Styles.Margin + (i % 2 * (ColumnWidth + Styles.Gap)),
                            gridTop + (i / 2 * (rows[0] + Styles.Gap)),
                            ColumnWidth,
                            rows[i / 2]
                        )
                    )
            ),
        ];
        _headings = contents.ToDictionary(content => content.Quadrant, content => Heading(content.Heading, log));
        Continuations = Continue(texts, log);
        Notes = PlaceContinuations(log);
        Finding = new LayoutFinding(
            [.. Quadrants.Select(placed => placed.Fit.Excess).OfType<QuadrantExcess>()],
            log.Found
        );
    }

    public RequestDocument Request { get; }

    public PageFrame Frame { get; }

    public TitleBand Band { get; }

    public double NoticeTop { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PlacedQuadrant> Quadrants { get; }

    public IReadOnlyList<Continuation> Continuations { get; }

    /// <summary>For each quadrant that continues, the note that says where.</summary>
    public IReadOnlyDictionary<Quadrant, ParagraphBlock> Notes { get; }

    public int Pages { get; private set; } = 1;

    public LayoutFinding Finding { get; }

    /// <summary>Top of a continuation page's columns, under its notices.</summary>
    private double ContinuationTop => Frame.Top + Frame.NoticeHeight + 8;

    public static QuadChartPlan Of(RequestDocument request) => new(request);

    public ParagraphBlock Heading(Quadrant quadrant) => _headings[quadrant];

    /// <summary>A cursor through the columns of the continuation pages.</summary>
    public FlowCursor ContinuationCursor(Action? newPage = null) =>
        new(
            [Styles.Margin + Styles.Padding, Styles.Margin + ColumnWidth + Styles.Gap + Styles.Padding],
            ContinuationTop,
            Frame.Bottom,
            newPage
        );

    /// <summary>
    /// The two rows share the height: each has what it needs where that is possible, then the chart and the details of
    /// cost, and what is left is halved. Where both need more than half, each has half.
    /// </summary>
    private static double[] RowHeights(QuadrantContent[] contents, double available)
    {
        double Need(int first) => Math.Max(contents[first].Height, contents[first + 1].Height) + QuadrantFrame;
        var (top, bottom) = (Need(0), Need(2));
        var half = available / 2;
        if (top + bottom > available)
        {
            top = top <= half ? top : Math.Max(half, available - bottom);
            return [top, available - top];
        }

        var wanted = Math.Max(contents[2].WantedHeight, contents[3].WantedHeight) + QuadrantFrame;
        bottom = Math.Min(Math.Max(bottom, wanted), available - top);
        var left = available - top - bottom;
        return [top + (left / 2), bottom + (left / 2)];
    }

    private List<Continuation> Continue(BoundedTexts texts, UnprintableLog log)
    {
        var heads = texts.Cut.Select(cut =>
        {
            var whole = new TextBlocks(TextWidth, cut.Name, log).Paragraph(
                cut.Text,
                Styles.Body,
                Styles.ParagraphSpace
            );
            return new Continuation(null, Heading($"{cut.Name}, in full", log, whole), [whole]);
        });
        var quadrants = Quadrants
            .Select(placed => placed.Fit)
            .Where(fit => fit.Rest.Count > 0)
            .Select(fit => new Continuation(
                fit.Content.Quadrant,
                Heading($"{fit.Content.Heading}, continued", log, fit.Rest[0]),
                fit.Rest
            ));
        return [.. heads, .. quadrants];
    }

    private ParagraphBlock Heading(string text, UnprintableLog log, FlowBlock next) =>
        Heading(text, log, next.SpaceBefore + (next.Kept < Frame.Bottom - ContinuationTop - 40 ? next.Kept : 0));

    private static ParagraphBlock Heading(string text, UnprintableLog log, double keptAfter = 0) =>
        new(
            LineBreaker.Break(text, Styles.Heading, TextWidth, text, log),
            Styles.Heading,
            spaceBefore: 12,
            tag: PdfBlockLevelElementTag.Heading2
        )
        {
            KeptAfter = keptAfter,
        };

    /// <summary>A dry run, so that each quadrant can name the page on which it continues.</summary>
    private Dictionary<Quadrant, ParagraphBlock> PlaceContinuations(UnprintableLog log)
    {
        var notes = new Dictionary<Quadrant, ParagraphBlock>();
        if (Continuations.Count == 0)
        {
            return notes;
        }

        var cursor = ContinuationCursor();
        var text = new TextBlocks(TextWidth, "Continuation", log);
        foreach (var continuation in Continuations)
        {
            continuation.Heading.Place(cursor);
            if (continuation.Quadrant is { } quadrant)
            {
                notes[quadrant] = text.Paragraph(
                    $"Continued on page {cursor.Pages + 1}.",
                    Styles.Continued,
                    Styles.ParagraphSpace
                );
            }

            foreach (var block in continuation.Blocks)
            {
                block.Place(cursor);
            }
        }

        Pages = 1 + cursor.Pages;
        return notes;
    }
}

/// <summary>A quadrant in its frame on the first page.</summary>
internal sealed record PlacedQuadrant(QuadrantFit Fit, XRect Frame);

/// <summary>What stands on a continuation page under a heading of its own.</summary>
/// <param name="Quadrant">Null for a text of the page's head.</param>
internal sealed record Continuation(Quadrant? Quadrant, ParagraphBlock Heading, IReadOnlyList<FlowBlock> Blocks);
