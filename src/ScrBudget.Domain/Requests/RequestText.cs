using System.Globalization;
using System.Text;

namespace ScrBudget.Domain.Requests;

/// <summary>A piece of a line: literal text with its emphasis, or a token that prints a figure.</summary>
/// <param name="Text">The literal text, or the token as typed: <c>{S1.cases}</c>.</param>
/// <param name="Token">Null for literal text.</param>
public sealed record TextPiece(string Text, bool Bold, bool Italic, FigureToken? Token);

/// <param name="Number">1 for <c>{S1}</c>.</param>
/// <param name="Cases">True for <c>{S1.cases}</c>: distinct cases instead of reports.</param>
public sealed record FigureToken(int Number, bool Cases)
{
    /// <summary>As typed: <c>{S1}</c> or <c>{S1.cases}</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{{S{Number}{(Cases ? ".cases" : string.Empty)}}}");
}

public sealed record TextLine(bool IsBullet, IReadOnlyList<TextPiece> Pieces);

/// <summary>
/// The text format (docs/decisions/0005): each line that is not blank is a paragraph, <c>- </c> at its start makes it a
/// bullet, <c>**bold**</c>, <c>*italic*</c> and the tokens <c>{S1}</c>, <c>{S1.cases}</c>; everything else is literal.
/// </summary>
public static class RequestText
{
    /// <summary>Above any number of figures that a one-page request can cite.</summary>
    public const int MaximumToken = 999;

    private const int LongestToken = 12;

    public static IReadOnlyList<TextLine> Parse(string text) =>
        [
            .. text.Split('\n')
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line =>
                {
                    var content = line.Trim();
                    var isBullet = content.StartsWith("- ", StringComparison.Ordinal);
                    return new TextLine(isBullet, Pieces(isBullet ? content[2..].TrimStart() : content));
                }),
        ];

    /// <summary>The tokens that stand in a text, each once, in order of appearance.</summary>
    public static IReadOnlyList<FigureToken> Tokens(string text) =>
        [.. Parse(text).SelectMany(line => line.Pieces).Select(piece => piece.Token).OfType<FigureToken>().Distinct()];

    private static List<TextPiece> Pieces(string line)
    {
        var parts = Split(line);
        Pair(parts, "**");
        Pair(parts, "*");
        var pieces = new List<TextPiece>();
        var literal = new StringBuilder();
        bool bold = false,
            italic = false;

        void Close()
        {
            if (literal.Length > 0)
            {
                pieces.Add(new TextPiece(literal.ToString(), bold, italic, null));
                literal.Clear();
            }
        }

        foreach (var part in parts)
        {
            if (part.Token is not null)
            {
                Close();
                pieces.Add(new TextPiece(part.Text, bold, italic, part.Token));
            }
            else if (part.IsEmphasis)
            {
                Close();
                (bold, italic) = part.Text == "**" ? (!bold, italic) : (bold, !italic);
            }
            else
            {
                literal.Append(part.Text);
            }
        }

        Close();
        return pieces;
    }

    /// <summary>A token, a mark (<c>**</c> or <c>*</c>), or the literal text between them.</summary>
    private sealed record Part(string Text, FigureToken? Token, bool IsMark, bool CanOpen, bool CanClose)
    {
        /// <summary>Paired with another mark; one that is not is literal.</summary>
        public bool IsEmphasis { get; set; }
    }

    private static List<Part> Split(string line)
    {
        var parts = new List<Part>();
        var literalFrom = 0;

        void Add(int at, int length, FigureToken? token)
        {
            if (at > literalFrom)
            {
                parts.Add(new Part(line[literalFrom..at], null, IsMark: false, CanOpen: false, CanClose: false));
            }

            if (length > 0)
            {
                var end = at + length;
                parts.Add(
                    new Part(
                        line[at..end],
                        token,
                        IsMark: token is null,
                        // A mark opens before a character that is not a space, and closes after one.
                        CanOpen: end < line.Length && !char.IsWhiteSpace(line[end]),
                        CanClose: at > 0 && !char.IsWhiteSpace(line[at - 1])
                    )
                );
            }

            literalFrom = at + length;
        }

        for (var i = 0; i < line.Length; i = Math.Max(i + 1, literalFrom))
        {
            if (TokenAt(line, i, out var token, out var length))
            {
                Add(i, length, token);
            }
            else if (line[i] == '*')
            {
                Add(i, StartsAt(line, i, "**") ? 2 : 1, null);
            }
        }

        Add(line.Length, 0, null);
        return parts;
    }

    /// <summary>
    /// Pairs each mark of a kind that opens with the next that closes and has something between; one without its other
    /// half stays literal. One pass, so that a long line of asterisks costs no more than any other.
    /// </summary>
    private static void Pair(List<Part> parts, string mark)
    {
        Part? open = null;
        var hasContent = false;
        foreach (var part in parts)
        {
            if (!part.IsMark)
            {
                hasContent = true;
            }
            else if (part.Text == mark)
            {
                if (open is not null && part.CanClose && hasContent)
                {
                    open.IsEmphasis = part.IsEmphasis = true;
                    open = null;
                }
                else if (open is null && part.CanOpen)
                {
                    open = part;
                    hasContent = false;
                }
            }
        }
    }

    private static bool StartsAt(string line, int at, string mark) =>
        string.CompareOrdinal(line, at, mark, 0, mark.Length) == 0;

    private static bool TokenAt(string line, int at, out FigureToken? token, out int length)
    {
        token = null;
        length = 0;
        if (!StartsAt(line, at, "{S"))
        {
            return false;
        }

        // {S999.cases} is the longest: a brace further on is none of this token's.
        var end = line.IndexOf('}', at, Math.Min(LongestToken, line.Length - at));
        if (end < 0)
        {
            return false;
        }

        var name = line.AsSpan(at + 2, end - at - 2);
        var cases = name.EndsWith(".cases", StringComparison.Ordinal);
        if (
            !int.TryParse(cases ? name[..^6] : name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > MaximumToken
        )
        {
            return false;
        }

        token = new FigureToken(number, cases);
        length = end - at + 1;
        return true;
    }
}
