using PdfSharp.Drawing;

namespace ScrBudget.Documents.Pdf;

/// <summary>How text looks.</summary>
/// <param name="Size">In points; never below <see cref="Styles.SmallestText"/>.</param>
/// <param name="Leading">Height of a line in font sizes.</param>
internal sealed record TextStyle(
    double Size,
    XColor Colour,
    bool Bold = false,
    bool Italic = false,
    double Leading = 1.26
)
{
    /// <summary>Height of one line in points.</summary>
    public double LineHeight { get; } = Size * Leading;

    /// <summary>From the top of a line to its baseline: the glyphs stand in the middle of the leading.</summary>
    public double Baseline { get; } = (Size * Leading / 2) + (Size * 0.35);

    public XSolidBrush Brush { get; } = new(Colour);
}

/// <summary>Sizes in points and colours of every PDF; the one place to change them.</summary>
internal static class Styles
{
    /// <summary>No text is smaller, whatever must fit.</summary>
    public const double SmallestText = 9;

    public const double LetterLong = 792;
    public const double LetterShort = 612;
    public const double Margin = 28;
    public const double Gap = 10;
    public const double Padding = 8;
    public const double CellPadding = 3;
    public const double ParagraphSpace = 4;
    public const double HeadingBar = 19;
    public const double BulletIndent = 11;

    public static readonly XColor Ink = XColor.FromArgb(0x1B, 0x1B, 0x1B);
    public static readonly XColor Navy = XColor.FromArgb(0x16, 0x2E, 0x51);
    public static readonly XColor Grey = XColor.FromArgb(0x4A, 0x50, 0x57);
    public static readonly XColor White = XColors.White;
    public static readonly XColor Pale = XColor.FromArgb(0xD9, 0xE8, 0xF6);

    public static readonly XSolidBrush NavyFill = new(Navy);
    public static readonly XSolidBrush PaleFill = new(Pale);
    public static readonly XSolidBrush StripeFill = new(XColor.FromArgb(0xF0, 0xF3, 0xF7));
    public static readonly XSolidBrush NoticeFill = new(XColor.FromArgb(0xFA, 0xF3, 0xD1));
    public static readonly XSolidBrush NoticeEdge = new(XColor.FromArgb(0xC2, 0x85, 0x0C));
    public static readonly XSolidBrush BarFill = new(XColor.FromArgb(0x00, 0x5E, 0xA2));
    public static readonly XPen Rule = new(XColor.FromArgb(0xA9, 0xAE, 0xB1), 0.6);
    public static readonly XPen StrongRule = new(Navy, 0.9);

    public static readonly TextStyle Banner = new(10.5, Ink, Bold: true);
    public static readonly TextStyle Title = new(16, White, Bold: true, Leading: 1.2);
    public static readonly TextStyle BandText = new(10, White);
    public static readonly TextStyle BandStrong = new(10, White, Bold: true);
    public static readonly TextStyle Headline = new(12, White, Bold: true, Leading: 1.3);
    public static readonly TextStyle Notice = new(9, Ink, Bold: true);
    public static readonly TextStyle Heading = new(11, Navy, Bold: true);
    public static readonly TextStyle Body = new(9.5, Ink);
    public static readonly TextStyle NoResponse = new(9.5, Grey, Italic: true);
    public static readonly TextStyle Continued = new(9, Grey, Italic: true);
    public static readonly TextStyle Small = new(9, Grey, Leading: 1.22);
    public static readonly TextStyle Footer = new(9, Grey);
    public static readonly TextStyle Cell = new(9, Ink, Leading: 1.22);
    public static readonly TextStyle CellStrong = new(9, Ink, Bold: true, Leading: 1.22);
    public static readonly TextStyle CellHead = new(9, White, Bold: true, Leading: 1.22);
    public static readonly TextStyle ChartText = new(9, Ink, Leading: 1.2);
    public static readonly TextStyle ChartTitle = new(9, Navy, Bold: true, Leading: 1.2);

    /// <summary>Light enough that text printed over it keeps its contrast.</summary>
    public static readonly TextStyle Draft = new(170, XColor.FromArgb(0xEE, 0xEF, 0xF2), Bold: true);
}
