namespace ScrBudget.Documents.Pdf.Flow;

/// <summary>Where the next slice goes: down a column, then the next column, then the next page.</summary>
internal sealed class FlowCursor
{
    // Sums of line heights must not fail a room by the rounding of doubles.
    private const double Tolerance = 0.01;
    private readonly double[] _columns;
    private readonly double _top;
    private readonly double _bottom;
    private readonly Action? _newPage;
    private int _column;

    /// <param name="columns">Left edges, in points.</param>
    /// <param name="newPage">Called before the first column of a page after the first.</param>
    public FlowCursor(double[] columns, double top, double bottom, Action? newPage = null)
    {
        (_columns, _top, _bottom, _newPage) = (columns, top, bottom, newPage);
        Y = top;
    }

    public double Y { get; private set; }

    public double X => _columns[_column];

    /// <summary>Pages begun, the first included.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>A cursor down one place whose content is known to fit.</summary>
    public static FlowCursor Down(double x, double top) => new([x], top, double.PositiveInfinity);

    /// <summary>Leaves the space before a block, or moves on when its start would not stand together.</summary>
    public void Begin(double space, double kept)
    {
        if (Y > _top)
        {
            Y += space;
            if (Y + kept > _bottom + Tolerance && kept <= _bottom - _top)
            {
                Next();
            }
        }
    }

    /// <summary>The place of a slice of this height.</summary>
    public (double X, double Y) Advance(double height)
    {
        if (Y + height > _bottom + Tolerance && Y > _top)
        {
            Next();
        }

        var place = (X, Y);
        Y += height;
        return place;
    }

    private void Next()
    {
        Y = _top;
        _column++;
        if (_column == _columns.Length)
        {
            _column = 0;
            Pages++;
            _newPage?.Invoke();
        }
    }
}
