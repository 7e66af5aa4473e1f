using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Structure;
using PdfSharp.UniversalAccessibility;
using ScrBudget.Documents.Pdf.Fonts;
using ScrBudget.Documents.Pdf.Text;

namespace ScrBudget.Documents.Pdf;

/// <summary>What a PDF says about itself.</summary>
/// <remarks>The date stands for the time of creation: documents know no clock.</remarks>
internal sealed record PdfProperties
{
    public const string Language = "en-US";
    public const string Creator = "ScrBudget";

    public PdfProperties(string title, string subject, DateOnly date) =>
        (Title, Subject, Date) = (Printable(title), Printable(subject), date);

    public string Title { get; }

    public string Subject { get; }

    public DateOnly Date { get; }

    /// <summary>Metadata are XML, which has no place for control characters and lone surrogates.</summary>
    private static string Printable(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune)
        );
}

/// <summary>
/// A tagged PDF (PDF/UA-1) drawn page after page over PDFsharp. What is drawn stands either in a structure element or in
/// an artifact. Only the last page can be drawn; an element may run on to the next.
/// </summary>
internal sealed class TaggedPdf : IDisposable
{
    private readonly PdfDocument _document = new();
    private readonly PdfProperties _properties;
    private readonly UAManager _manager;
    private readonly StructureBuilder _structure;
    private XGraphics? _graphics;
    private bool _contentOpen;
    private bool _firstContentOfPage;
    private bool _inArtifact;

    public TaggedPdf(PdfProperties properties)
    {
        _properties = properties;
        _manager = UAManager.ForDocument(_document);
        _manager.SetDocumentLanguage(PdfProperties.Language);
        _structure = _manager.StructureBuilder;
        var date = properties.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        _document.Info.Title = properties.Title;
        _document.Info.Subject = properties.Subject;
        _document.Info.Creator = PdfProperties.Creator;
        _document.Info.CreationDate = date;
        _document.Info.ModificationDate = date;
        _document.ViewerPreferences.DisplayDocTitle = true;

        // The rewriter compresses: PDFsharp's own deflate streams lack their checksum.
        _document.Options.NoCompression = true;
        _document.Options.CompressContentStreams = false;
    }

    private XGraphics Graphics => _graphics ?? throw new InvalidOperationException("Add a page before drawing.");

    /// <summary>Starts a page; sizes in points.</summary>
    public void AddPage(double width, double height)
    {
        if (_graphics is not null)
        {
            CloseContent();
            _graphics.Dispose();
        }

        var page = _document.AddPage();
        page.Width = XUnit.FromPoint(width);
        page.Height = XUnit.FromPoint(height);
        page.Elements.SetName("/Tabs", "/S");
        _graphics = XGraphics.FromPdfPage(page);
        _firstContentOfPage = true;

        // Without an artifact first, PDFsharp ends a text object inside the page's first marked content.
        Artifact(graphics => graphics.DrawRectangle(XBrushes.White, 0, 0, width, 0.01));
    }

    /// <summary>A section, which groups and holds no text of its own.</summary>
    public void Section(Action content)
    {
        _structure.BeginElement(PdfGroupingElementTag.Section);
        content();
        _structure.End();
    }

    /// <summary>A heading, paragraph, list, table or part of one.</summary>
    public void Element(PdfBlockLevelElementTag tag, Action content)
    {
        CloseContent();
        _structure.BeginElement(tag);
        content();
        CloseContent();
        _structure.End();
    }

    /// <summary>A bulleted list.</summary>
    public void List(Action items) =>
        Element(
            PdfBlockLevelElementTag.List,
            () =>
            {
                var attributes = new PdfDictionary(_document);
                attributes.Elements.SetName("/O", "/List");
                attributes.Elements.SetName("/ListNumbering", "/Disc");
                _structure.CurrentStructureElement.Elements["/A"] = attributes;
                items();
            }
        );

    /// <summary>A header cell for its column or its row: PDFsharp has no call for the scope.</summary>
    public void HeaderCell(CellScope scope, Action content) =>
        Element(
            PdfBlockLevelElementTag.TableHeaderCell,
            () =>
            {
                _structure.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/" + scope);
                content();
            }
        );

    /// <summary>A picture with the words that stand for it. Some text must have been drawn on the page before.</summary>
    public void Figure(string alternative, XRect bounds, Action<XGraphics> draw)
    {
        if (_firstContentOfPage)
        {
            throw new InvalidOperationException("The first marked content of a page must be text.");
        }

        CloseContent();

        // The bounding box is in the page's own space, from the bottom left; PDFsharp does not convert it.
        _structure.BeginElement(
            PdfIllustrationElementTag.Figure,
            alternative,
            Graphics.Transformer.WorldToDefaultPage(bounds)
        );
        _contentOpen = true;
        draw(Graphics);
        CloseContent();
        _structure.End();
    }

    /// <summary>What a screen reader passes over: rules, fills, running headers and footers.</summary>
    public void Artifact(Action<XGraphics> draw)
    {
        CloseContent();
        _structure.BeginArtifact();
        _inArtifact = true;
        draw(Graphics);
        _inArtifact = false;
        _manager.BeginGraphicMode();
        _structure.End();
    }

    /// <summary>Draws a line of text at its top left, in points.</summary>
    public void Text(TextLine line, TextStyle style, double x, double top)
    {
        // An empty line draws nothing, and PDFsharp opens marked content at the first thing drawn.
        if (!_inArtifact && line.Segments.Count > 0)
        {
            _contentOpen = true;
        }

        foreach (var segment in line.Segments)
        {
            Graphics.DrawString(
                segment.Text,
                FontLibrary.Font(segment.Font, style.Size),
                style.Brush,
                x + segment.X,
                top + style.Baseline
            );
        }
    }

    /// <summary>The finished file; the same calls give the same bytes.</summary>
    public byte[] Save()
    {
        CloseContent();
        Dispose();
        using var stream = new MemoryStream();
        _document.Save(stream, closeStream: false);
        return PdfRewriter.Rewrite(stream.GetBuffer().AsMemory(0, (int)stream.Length), _properties);
    }

    public void Dispose()
    {
        _graphics?.Dispose();
        _graphics = null;
    }

    /// <summary>
    /// Ends the marked content that is open. PDFsharp opens a page's first one inside a text object and the others
    /// outside, so that they nest (ISO 32000-1, 14.6.1) only when they are closed accordingly.
    /// </summary>
    private void CloseContent()
    {
        if (!_contentOpen)
        {
            _manager.BeginGraphicMode();
            return;
        }

        _contentOpen = false;
        if (_firstContentOfPage)
        {
            _firstContentOfPage = false;
            _structure.EndMarkedContentsWithId();
            _manager.BeginGraphicMode();
        }
        else
        {
            _manager.BeginGraphicMode();
            _structure.EndMarkedContentsWithId();
        }
    }
}

/// <summary>What a header cell heads.</summary>
internal enum CellScope
{
    Column,
    Row,
}
