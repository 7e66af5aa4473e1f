using ScrBudget.Documents;

namespace ScrBudget.Application.Review.Comparing;

/// <summary>What happened to a part from one document to the other.</summary>
public enum Change
{
    None = 0,
    Added = 1,
    Removed = 2,

    /// <summary>In both, and not the same.</summary>
    Changed = 3,
}

/// <summary>A stretch of text with one emphasis: in both documents, added, or removed.</summary>
/// <param name="Change">Never <see cref="Change.Changed"/>: a stretch that was replaced is one removed and one added.</param>
public sealed record ComparedRun(Change Change, string Text, bool Bold = false, bool Italic = false);

/// <summary>A paragraph or a bullet with what happened to its words.</summary>
/// <param name="IsBullet">In the later document; in the earlier one where it was removed.</param>
/// <param name="WasBullet">In the earlier document; as <paramref name="IsBullet"/> where it was added.</param>
public sealed record ComparedBlock(Change Change, bool IsBullet, bool WasBullet, IReadOnlyList<ComparedRun> Runs)
{
    /// <summary>Neighbouring runs to which the same happened, whatever their emphasis: what is marked as one.</summary>
    public IReadOnlyList<IReadOnlyList<ComparedRun>> Stretches
    {
        get
        {
            var stretches = new List<List<ComparedRun>>();
            foreach (var run in Runs)
            {
                if (stretches is [.., var last] && last[0].Change == run.Change)
                {
                    last.Add(run);
                }
                else
                {
                    stretches.Add([run]);
                }
            }

            return stretches;
        }
    }
}

/// <summary>A text in two documents, as one text in which every stretch says where it stands.</summary>
/// <param name="Title">As printed: <c>Justification</c>.</param>
/// <param name="Blocks">All of them, unchanged ones too, in reading order; what was removed stands before what replaced it.</param>
public sealed record ComparedText(string Title, IReadOnlyList<ComparedBlock> Blocks)
{
    public bool IsChanged => Blocks.Any(block => block.Change != Change.None);

    /// <summary>Words that only the later document has.</summary>
    public int WordsAdded => Words(Change.Added);

    /// <summary>Words that only the earlier document has.</summary>
    public int WordsRemoved => Words(Change.Removed);

    /// <summary>The text as the earlier document has it; neighbouring runs of one emphasis are joined.</summary>
    public FormattedText Before => Without(Change.Added, block => block.WasBullet);

    /// <summary>The text as the later document has it; neighbouring runs of one emphasis are joined.</summary>
    public FormattedText After => Without(Change.Removed, block => block.IsBullet);

    public static ComparedText Of(string title, FormattedText before, FormattedText after) =>
        new(title, [.. BlockComparison.Of(before, after)]);

    public static ComparedText Of(string title, string before, string after) => Of(title, Line(before), Line(after));

    private static FormattedText Line(string text) =>
        text.Length == 0 ? FormattedText.Empty : new FormattedText([new TextBlock(IsBullet: false, [new(text)])]);

    private FormattedText Without(Change change, Func<ComparedBlock, bool> isBullet) =>
        new([
            .. Blocks
                .Where(block => block.Change != change)
                .Select(block => new TextBlock(
                    isBullet(block),
                    Pieces.Joined(
                        block
                            .Runs.Where(run => run.Change != change)
                            .Select(run => new TextRun(run.Text, run.Bold, run.Italic))
                    )
                )),
        ]);

    private int Words(Change change) =>
        Blocks
            .SelectMany(block => block.Stretches)
            .Where(stretch => stretch[0].Change == change)
            .Sum(stretch => Pieces.Words(string.Concat(stretch.Select(run => run.Text))));
}
