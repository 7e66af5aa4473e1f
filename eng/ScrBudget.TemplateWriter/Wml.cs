using System.Xml.Linq;

namespace ScrBudget.TemplateWriter;

/// <summary>The few pieces of WordprocessingML that the templates are made of.</summary>
internal static class Wml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static int lastControlId = 1000;

    /// <summary>A root element with the namespaces that its content uses.</summary>
    public static XElement Root(string name, params object[] content) =>
        new(
            W + name,
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XAttribute(XNamespace.Xmlns + "r", R),
            new XAttribute(XNamespace.Xmlns + "w15", W15),
            new XAttribute(XNamespace.Xmlns + "mc", Mc),
            new XAttribute(Mc + "Ignorable", "w15"),
            content
        );

    /// <summary>An element with its <c>w:val</c>.</summary>
    public static XElement Value(string name, object value) => new(W + name, new XAttribute(W + "val", value));

    public static XElement Paragraph(string style, params object[] content) =>
        new(W + "p", new XElement(W + "pPr", Value("pStyle", style)), content.Select(Inline));

    /// <summary>A run of fixed text, in a character style where one is named.</summary>
    public static XElement Run(string text, string? style = null) =>
        new(
            W + "r",
            style is null ? null : new XElement(W + "rPr", Value("rStyle", style)),
            new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)
        );

    public static XElement TabStop() => new(W + "r", new XElement(W + "tab"));

    /// <summary>A field that Word computes, such as <c>PAGE</c>.</summary>
    public static XElement Field(string name) =>
        new(W + "fldSimple", new XAttribute(W + "instr", $" {name} "), Run("1"));

    /// <summary>A control for one line of text, showing its tag in brackets, a list's field without the list.</summary>
    public static XElement Text(string tag) =>
        Control(
            tag,
            new XElement(W + "text", new XAttribute(W + "multiLine", 1)),
            Run($"[{tag[(tag.IndexOf('.', StringComparison.Ordinal) + 1)..]}]")
        );

    /// <summary>A control for paragraphs and bullets: its two paragraphs show how each looks.</summary>
    public static XElement Section(string tag) =>
        Control(
            tag,
            kind: null,
            Paragraph("Normal", $"[{tag}: paragraphs look like this]"),
            Paragraph("ListBullet", $"[{tag}: bullets look like this]")
        );

    /// <summary>A control whose content stays when the condition in its tag holds, and else goes.</summary>
    public static XElement Condition(string tag, params object[] content) => Control(tag, kind: null, content);

    /// <summary>The place of a chart, in a paragraph of its own.</summary>
    public static XElement Chart(string tag) => Control(tag, kind: null, Paragraph("Figure", $"[{tag}]"));

    /// <summary>A repeating list of items; <paramref name="total"/> shows how totals look where they differ.</summary>
    public static XElement List(string tag, object item, object? total = null) =>
        Control(tag, new XElement(W15 + "repeatingSection"), Item(item), total is null ? null : Item(total));

    private static XElement Item(object content) =>
        new(
            W + "sdt",
            new XElement(W + "sdtPr", Value("id", ++lastControlId), new XElement(W15 + "repeatingSectionItem")),
            new XElement(W + "sdtContent", content)
        );

    private static XElement Control(string tag, XElement? kind, params object?[] content) =>
        new(
            W + "sdt",
            new XElement(W + "sdtPr", Value("alias", tag), Value("tag", tag), Value("id", ++lastControlId), kind),
            new XElement(W + "sdtContent", content)
        );

    private static object Inline(object content) => content is string text ? Run(text) : content;
}
