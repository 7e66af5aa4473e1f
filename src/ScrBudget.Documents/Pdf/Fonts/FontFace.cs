using System.Buffers.Binary;

namespace ScrBudget.Documents.Pdf.Fonts;

/// <summary>
/// What layout needs of one TrueType file: which characters it has and how far each advances. PDFsharp neither kerns
/// nor shapes, so sums of these advances are exactly what it prints.
/// </summary>
internal sealed class FontFace
{
    private const int BasicPlane = 0x10000;
    private readonly ushort[] _basicGlyphs = new ushort[BasicPlane];
    private readonly Dictionary<int, ushort> _otherGlyphs = [];
    private readonly double[] _advances;

    /// <summary>Reads the tables <c>head</c>, <c>hhea</c>, <c>maxp</c>, <c>hmtx</c> and <c>cmap</c>.</summary>
    public FontFace(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reader = new Reader(file);
        var tables = reader.Tables();
        double unitsPerEm = reader.Word(tables["head"] + 18);
        int measured = reader.Word(tables["hhea"] + 34);
        _advances = new double[reader.Word(tables["maxp"] + 4)];
        for (var glyph = 0; glyph < _advances.Length; glyph++)
        {
            // Glyphs after the last measured one share its advance.
            _advances[glyph] = reader.Word(tables["hmtx"] + (Math.Min(glyph, measured - 1) * 4)) / unitsPerEm;
        }

        ReadCharacterMap(reader, tables["cmap"]);
    }

    public bool Has(int codePoint) => GlyphOf(codePoint) != 0;

    /// <summary>Advance in ems; multiply by the font size for points.</summary>
    public double Advance(int codePoint) => _advances[GlyphOf(codePoint)];

    private ushort GlyphOf(int codePoint) =>
        codePoint < BasicPlane ? _basicGlyphs[codePoint] : _otherGlyphs.GetValueOrDefault(codePoint);

    private void Map(int codePoint, int glyph)
    {
        if (glyph <= 0 || glyph >= _advances.Length)
        {
            return;
        }

        if (codePoint < BasicPlane)
        {
            _basicGlyphs[codePoint] = (ushort)glyph;
        }
        else
        {
            _otherGlyphs[codePoint] = (ushort)glyph;
        }
    }

    private void ReadCharacterMap(Reader reader, int table)
    {
        var offsets = Enumerable.Range(0, reader.Word(table + 2)).Select(i => table + reader.Long(table + 8 + (i * 8)));
        var byFormat = offsets
            .GroupBy(offset => reader.Word(offset))
            .ToDictionary(group => group.Key, group => group.First());
        if (byFormat.TryGetValue(12, out var full))
        {
            ReadSegmentedCoverage(reader, full);
        }
        else if (byFormat.TryGetValue(4, out var basic))
        {
            ReadSegmentMapping(reader, basic);
        }
        else
        {
            throw new InvalidDataException("The font has no character map of format 4 or 12.");
        }
    }

    private void ReadSegmentedCoverage(Reader reader, int map)
    {
        var groups = reader.Long(map + 12);
        for (var i = 0; i < groups; i++)
        {
            var group = map + 16 + (i * 12);
            var first = reader.Long(group);
            var last = reader.Long(group + 4);
            var glyph = reader.Long(group + 8);
            for (var codePoint = first; codePoint <= last; codePoint++)
            {
                Map(codePoint, glyph + codePoint - first);
            }
        }
    }

    private void ReadSegmentMapping(Reader reader, int map)
    {
        var segments = reader.Word(map + 6) / 2;
        var ends = map + 14;
        var starts = ends + (segments * 2) + 2;
        var deltas = starts + (segments * 2);
        var rangeOffsets = deltas + (segments * 2);
        for (var i = 0; i < segments; i++)
        {
            var start = reader.Word(starts + (i * 2));
            var end = reader.Word(ends + (i * 2));
            var delta = reader.Word(deltas + (i * 2));
            var rangeAt = rangeOffsets + (i * 2);
            var range = reader.Word(rangeAt);
            for (int codePoint = start; codePoint <= end && codePoint != 0xFFFF; codePoint++)
            {
                int glyph = range == 0 ? codePoint : reader.Word(rangeAt + range + ((codePoint - start) * 2));
                Map(codePoint, glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    /// <summary>Big-endian numbers of an OpenType file.</summary>
    private sealed class Reader(byte[] file)
    {
        public ushort Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

        public int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));

        public Dictionary<string, int> Tables() =>
            Enumerable
                .Range(0, Word(4))
                .Select(i => 12 + (i * 16))
                .ToDictionary(at => System.Text.Encoding.ASCII.GetString(file, at, 4), at => Long(at + 8));
    }
}
