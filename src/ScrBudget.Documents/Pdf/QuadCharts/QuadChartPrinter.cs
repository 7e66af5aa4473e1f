using PdfSharp.Drawing;
using PdfSharp.Pdf.Structure;
using ScrBudget.Documents.Pdf.Flow;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>Draws a plan, in reading order.</summary>
internal sealed class QuadChartPrinter(QuadChartPlan plan)
{
    public byte[] Print()
    {
        var request = plan.Request;
        using var pdf = new TaggedPdf(
            new PdfProperties($"{request.Number}: {request.Title}", $"Quad chart, {request.FiscalYear}", request.AsOf)
        );
        plan.Frame.Begin(pdf, isFirst: true);
        pdf.Section(() => DrawFirstPage(pdf));
        plan.Frame.End(pdf, 1, plan.Pages);
        if (plan.Continuations.Count > 0)
        {
            DrawContinuations(pdf);
        }

        return pdf.Save();
    }

    private void DrawFirstPage(TaggedPdf pdf)
    {
        plan.Band.Draw(pdf, plan.Frame.Top);
        plan.Frame.DrawNotices(pdf, plan.NoticeTop, isFirst: true);
        pdf.Artifact(graphics =>
        {
            foreach (var (_, frame) in plan.Quadrants)
            {
                graphics.DrawRectangle(Styles.PaleFill, frame.X, frame.Y, frame.Width, Styles.HeadingBar);
                graphics.DrawRectangle(Styles.Rule, frame);
            }
        });
        foreach (var placed in plan.Quadrants)
        {
            pdf.Section(() => DrawQuadrant(pdf, placed));
        }

        plan.Frame.DrawDesignation(pdf);
    }

    private void DrawQuadrant(TaggedPdf pdf, PlacedQuadrant placed)
    {
        var (fit, frame) = placed;
        var x = frame.X + Styles.Padding;
        plan.Heading(fit.Content.Quadrant).Draw(pdf, FlowCursor.Down(x, frame.Y + 2.5));
        var cursor = FlowCursor.Down(x, frame.Y + QuadChartPlan.QuadrantHead);
        Draw(pdf, cursor, fit.Before);
        if (plan.Notes.TryGetValue(fit.Content.Quadrant, out var note))
        {
            note.Draw(pdf, cursor);
        }

        Draw(pdf, cursor, fit.After);
        if (fit.Excess is null)
        {
            DrawExtras(pdf, cursor, fit.Content, frame);
        }
    }

    /// <summary>What gives way before any text does.</summary>
    private static void DrawExtras(TaggedPdf pdf, FlowCursor cursor, QuadrantContent content, XRect frame)
    {
        var bottom = frame.Bottom - QuadChartPlan.QuadrantFoot;
        if (content.Details is { } details && cursor.Y + details.SpaceBefore + details.Height <= bottom)
        {
            details.Draw(pdf, cursor);
        }

        var top = cursor.Y + Styles.ParagraphSpace;
        if (content.Chart is { } chart && top < bottom)
        {
            chart.Draw(pdf, new XRect(cursor.X, top, frame.Width - (2 * Styles.Padding), bottom - top));
        }
    }

    private void DrawContinuations(TaggedPdf pdf)
    {
        var page = 1;
        void NewPage()
        {
            if (page > 1)
            {
                plan.Frame.End(pdf, page, plan.Pages);
            }

            page++;
            plan.Frame.Begin(pdf, isFirst: false);
            plan.Frame.DrawNotices(pdf, plan.Frame.Top, isFirst: false);
        }

        NewPage();
        var cursor = plan.ContinuationCursor(NewPage);
        foreach (var continuation in plan.Continuations)
        {
            pdf.Section(() =>
            {
                continuation.Heading.Draw(pdf, cursor);
                Draw(pdf, cursor, continuation.Blocks);
            });
        }

        plan.Frame.End(pdf, page, plan.Pages);
    }

    private static void Draw(TaggedPdf pdf, FlowCursor cursor, IEnumerable<FlowBlock> blocks)
    {
        foreach (var block in blocks)
        {
            block.Draw(pdf, cursor);
        }
    }
}
