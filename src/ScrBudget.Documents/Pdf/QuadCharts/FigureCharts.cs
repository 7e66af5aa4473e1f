using System.Globalization;
using PdfSharp.Drawing;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf.QuadCharts;

/// <summary>
/// Reports by fiscal year of the figures cited: one small chart each, side by side, all on one scale of their own and
/// with each number printed, so that nothing rests on colour. Where there is no room for all, the first alone; else none.
/// </summary>
internal sealed class FigureCharts
{
    private const double BarRoom = 20;
    private const double MostBarRoom = 70;
    private const double Between = 12;
    private readonly IReadOnlyList<Panel> _all;
    private readonly IReadOnlyList<Panel> _first;

    private FigureCharts(IReadOnlyList<Panel> all, IReadOnlyList<Panel> first) => (_all, _first) = (all, first);

    /// <summary>Null when there is no figure, or none whose labels would fit.</summary>
    public static FigureCharts? Of(CitedFigures figures, double width, UnprintableLog log)
    {
        var drawable = figures.Items.Where(figure => figure.ByYear.Count > 0).ToList();
        if (drawable.Count == 0)
        {
            return null;
        }

        var panelWidth = (width - (Between * (drawable.Count - 1))) / drawable.Count;
        var all = drawable.ConvertAll(figure => new Panel(figure, panelWidth, log));
        var first = new Panel(drawable[0], width, log);
        return new FigureCharts(all.TrueForAll(panel => panel.LabelsFit) ? all : [], first.LabelsFit ? [first] : []);
    }

    /// <summary>Height in points at which every figure has its chart at its best.</summary>
    public double WantedHeight => _all.Count == 0 ? Needed(_first) : Needed(_all) + 12;

    /// <summary>Draws what fits the room; returns false, having drawn nothing, when nothing does.</summary>
    public bool Draw(TaggedPdf pdf, XRect room)
    {
        var panels = Fits(_all, room) ? _all : _first;
        if (!Fits(panels, room))
        {
            return false;
        }

        var height = Math.Min(room.Height, Needed(panels) - BarRoom + MostBarRoom);
        var bounds = new XRect(room.X, room.Y, room.Width, height);
        pdf.Figure(
            Alternative(panels),
            bounds,
            graphics =>
            {
                var x = room.X;
                foreach (var panel in panels)
                {
                    panel.Draw(
                        pdf,
                        graphics,
                        new XRect(x, room.Y, panel.Width, height),
                        panels.Max(p => p.TitleHeight)
                    );
                    x += panel.Width + Between;
                }
            }
        );
        return true;
    }

    private static bool Fits(IReadOnlyList<Panel> panels, XRect room) =>
        panels.Count > 0 && Needed(panels) <= room.Height;

    private static double Needed(IReadOnlyList<Panel> panels) =>
        panels.Count == 0 ? 0 : panels.Max(panel => panel.TitleHeight) + (2 * Styles.ChartText.LineHeight) + BarRoom;

    private static string Alternative(IReadOnlyList<Panel> panels) =>
        $"Bar chart{(panels.Count > 1 ? "s" : "")} of reports by fiscal year. "
        + string.Join(" ", panels.Select(panel => panel.Alternative));

    /// <summary>One figure's chart.</summary>
    private sealed class Panel
    {
        private readonly CitedFigure _figure;
        private readonly List<TextLine> _title;
        private readonly List<TextLine> _years;
        private readonly List<TextLine> _values;

        public Panel(CitedFigure figure, double width, UnprintableLog log)
        {
            (_figure, Width) = (figure, width);
            _title = Lines($"{figure.Category}: reports", Styles.ChartTitle, width, log);
            _values = figure.ByYear.Select(year => Label(year.Printed, log)).ToList();
            _years = figure.ByYear.Select(year => Label(year.Label, log)).ToList();
            if (!FitSlots(_years))
            {
                _years = figure.ByYear.Select(year => Label(Shorten(year.Label), log)).ToList();
            }

            LabelsFit = FitSlots(_years) && FitSlots(_values);
        }

        public double Width { get; }

        public bool LabelsFit { get; }

        public double TitleHeight => _title.Count * Styles.ChartTitle.LineHeight;

        public string Alternative =>
            $"{_figure.Category}, {_figure.Measure}: "
            + string.Join(", ", _figure.ByYear.Select(year => $"{year.Label}: {year.Printed}"))
            + ".";

        private double Slot => Width / _figure.ByYear.Count;

        public void Draw(TaggedPdf pdf, XGraphics graphics, XRect room, double titleHeight)
        {
            var y = room.Y + titleHeight - TitleHeight;
            foreach (var line in _title)
            {
                pdf.Text(line, Styles.ChartTitle, room.X, y);
                y += Styles.ChartTitle.LineHeight;
            }

            var most = Math.Max(1, _figure.ByYear.Max(year => year.Reports ?? 0));
            var foot = room.Bottom - Styles.ChartText.LineHeight;
            var tallest = foot - y - Styles.ChartText.LineHeight;
            for (var i = 0; i < _figure.ByYear.Count; i++)
            {
                var centre = room.X + (Slot * (i + 0.5));
                var height = tallest * (_figure.ByYear[i].Reports ?? 0) / most;
                graphics.DrawRectangle(Styles.BarFill, centre - (Slot * 0.31), foot - height, Slot * 0.62, height);
                pdf.Text(
                    _values[i],
                    Styles.ChartText,
                    centre - (_values[i].Width / 2),
                    foot - height - Styles.ChartText.LineHeight
                );
                pdf.Text(_years[i], Styles.ChartText, centre - (_years[i].Width / 2), foot);
            }

            graphics.DrawLine(Styles.Rule, room.X, foot, room.Right, foot);
        }

        /// <summary>The year's last two digits: <c>’17</c>; a label that says more is too long to shorten.</summary>
        private static string Shorten(string label)
        {
            var year = label.Split(' ')[^1];
            return year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? "’" + year[2..]
                : label;
        }

        private bool FitSlots(List<TextLine> labels) => labels.TrueForAll(label => label.Width <= Slot - 1);

        private static TextLine Label(string text, UnprintableLog log) =>
            Lines(text, Styles.ChartText, double.MaxValue, log)[0];

        private static List<TextLine> Lines(string text, TextStyle style, double width, UnprintableLog log) =>
            LineBreaker.Break(text, style, width, FiguresSection.Place, log);
    }
}
