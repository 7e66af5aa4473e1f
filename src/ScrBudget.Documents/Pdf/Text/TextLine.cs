using ScrBudget.Documents.Pdf.Fonts;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>One line, ready to draw.</summary>
/// <param name="Width">In points, without the space at its end.</param>
/// <param name="Source">Index of its first character in the text that was given.</param>
internal sealed record TextLine(IReadOnlyList<LineSegment> Segments, double Width, int Source)
{
    public static TextLine Empty { get; } = new([], 0, 0);
}

/// <summary>A stretch of one face.</summary>
/// <param name="X">In points from the start of the line.</param>
internal readonly record struct LineSegment(string Text, FontKey Font, double X);
