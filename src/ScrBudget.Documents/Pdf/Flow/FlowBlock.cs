using System.Runtime.InteropServices;

namespace ScrBudget.Documents.Pdf.Flow;

/// <summary>A part of a block that is never divided: a line of text or a row of a table.</summary>
/// <param name="Height">In points.</param>
/// <param name="Lines">Lines of text that it holds.</param>
/// <param name="Source">Where its text begins in the section it came from; null for tables.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Slice(double Height, int Lines, (int Block, int Character)? Source);

/// <summary>
/// A paragraph, list or table already broken to a width: its slices can be counted, divided between places and, at the
/// end, drawn. Measuring a page and printing it use the same blocks.
/// </summary>
internal abstract class FlowBlock
{
    protected FlowBlock(IReadOnlyList<Slice> slices, double spaceBefore)
    {
        Slices = slices;
        SpaceBefore = spaceBefore;
        Height = slices.Sum(slice => slice.Height);
    }

    public IReadOnlyList<Slice> Slices { get; }

    /// <summary>Left out at the top of a column.</summary>
    public double SpaceBefore { get; }

    /// <summary>Without the space before.</summary>
    public double Height { get; }

    /// <summary>How much must stand together at the start.</summary>
    public virtual double Kept => Slices.Take(2).Sum(slice => slice.Height);

    /// <summary>The first slices, and the block that carries on after them.</summary>
    public abstract (FlowBlock First, FlowBlock After) Split(int slices);

    /// <summary>Draws the block, asking the cursor for the place of each slice in order.</summary>
    public abstract void Draw(TaggedPdf pdf, FlowCursor cursor);

    /// <summary>Moves the cursor as <see cref="Draw"/> would, and draws nothing.</summary>
    public void Place(FlowCursor cursor)
    {
        Begin(cursor);
        foreach (var slice in Slices)
        {
            cursor.Advance(slice.Height);
        }
    }

    protected void Begin(FlowCursor cursor) => cursor.Begin(SpaceBefore, Kept);
}
