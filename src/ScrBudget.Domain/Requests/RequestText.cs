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
        [
            .. Parse(text)
                .SelectMany(line => line.Pieces)
                .Select(piece => piece.Token)
                .OfType<FigureToken>()
                .Distinct(),
        ];

    private static List<TextPiece> Pieces(string line)
    {
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

        for (var i = 0; i < line.Length; )
        {
            if (TokenAt(line, i, out var token, out var length))
            {
                Close();
                pieces.Add(new TextPiece(line.Substring(i, length), bold, italic, token));
                i += length;
            }
            else if (Marks(line, i, "**", bold))
            {
                Close();
                bold = !bold;
                i += 2;
            }
            else if (line[i] == '*' && !StartsAt(line, i, "**") && Marks(line, i, "*", italic))
            {
                Close();
                italic = !italic;
                i++;
            }
            else
            {
                // Two literal asterisks stay together: the second must not be read as the start of italics.
                var run = StartsAt(line, i, "**") ? 2 : 1;
                literal.Append(line, i, run);
                i += run;
            }
        }

        Close();
        return pieces;
    }

    /// <summary>
    /// Does the mark at this place open or close emphasis? It opens before a character that is not a space when a closing
    /// one follows; it closes after a character that is not a space.
    /// </summary>
    private static bool Marks(string line, int at, string mark, bool isOpen)
    {
        if (!StartsAt(line, at, mark))
        {
            return false;
        }

        return isOpen
            ? at > 0 && !char.IsWhiteSpace(line[at - 1])
            : at + mark.Length < line.Length
                && !char.IsWhiteSpace(line[at + mark.Length])
                && HasClosing(line, at + mark.Length, mark);
    }

    private static bool HasClosing(string line, int from, string mark)
    {
        for (var i = from + 1; i <= line.Length - mark.Length; i++)
        {
            if (!StartsAt(line, i, mark) || char.IsWhiteSpace(line[i - 1]))
            {
                continue;
            }

            // A single asterisk that is half of a double one closes nothing.
            if (mark.Length == 2 || (!StartsAt(line, i, "**") && line[i - 1] != '*'))
            {
                return true;
            }
        }

        return false;
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

        var end = line.IndexOf('}', at);
        if (end < 0)
        {
            return false;
        }

        var name = line.AsSpan(at + 2, end - at - 2);
        var cases = name.EndsWith(".cases", StringComparison.Ordinal);
        if (
            !int.TryParse(
                cases ? name[..^6] : name,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
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
