using ScrBudget.Documents.Pdf.Fonts;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>One character as it will be printed.</summary>
/// <param name="CodePoint">After substitution; what the PDF's text says.</param>
/// <param name="Advance">In points.</param>
/// <param name="Source">Index of the character it came from, in the text that was given.</param>
/// <param name="BreakAfter">A line may end here because the author said so (zero-width space).</param>
internal readonly record struct Glyph(int CodePoint, FontKey Font, double Advance, int Source, bool BreakAfter = false)
{
    /// <summary>A space at which lines break; no-break spaces are not among them.</summary>
    public bool IsSpace => CodePoint is ' ' or '\u2002' or '\u2003' or '\u2009' or '\u3000';
}
