namespace ScrBudget.Documents;

/// <summary>The four quadrants of a quad chart, in reading order.</summary>
public enum Quadrant
{
    Description,
    Justification,
    Cost,
    Impact,
}

/// <summary>What the layout found when it placed a request on its one page.</summary>
/// <param name="Excess">Quadrants whose content is longer than their room, with how many lines do not fit.</param>
/// <param name="Unprintable">Characters that no font has or that need shaping which is not done here.</param>
public sealed record LayoutFinding(
    IReadOnlyList<QuadrantExcess> Excess,
    IReadOnlyList<UnprintableCharacter> Unprintable
);

/// <param name="Lines">Lines that do not fit, at least 1.</param>
/// <param name="From">
/// For text: where the excess begins, as a block index and a character index in that block's plain text; null for Cost.
/// </param>
public sealed record QuadrantExcess(Quadrant Quadrant, int Lines, (int Block, int Character)? From);

/// <param name="Place">The section or field, in words.</param>
/// <param name="Character">The character itself.</param>
/// <param name="Name">Its code point as <c>U+AC00</c> and why it cannot be printed.</param>
public sealed record UnprintableCharacter(string Place, string Character, string Name);
