using ScrBudget.Documents.Pdf.QuadCharts;

namespace ScrBudget.Documents.Pdf;

/// <summary>The quad chart of a request: one landscape Letter page, tagged (PDF/UA-1), and what does not fit on others.</summary>
public static class QuadChartPdf
{
    /// <summary>The PDF file; the same request gives the same bytes. Safe to call from several threads.</summary>
    /// <exception cref="FileNotFoundException">The fonts are not beside the program.</exception>
    public static byte[] Print(RequestDocument request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new QuadChartPrinter(QuadChartPlan.Of(request)).Print();
    }

    /// <summary>What printing would find: quadrants that run on, and characters that cannot be printed.</summary>
    /// <exception cref="FileNotFoundException">The fonts are not beside the program.</exception>
    public static LayoutFinding Measure(RequestDocument request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return QuadChartPlan.Of(request).Finding;
    }
}
