using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ScrBudget.Documents.Pdf;

/// <summary>
/// Mends what PDFsharp 6.2.4 saves: its streams are deflated here with their checksum, its metadata (no PDF/UA part, an
/// unescaped title) is replaced, and what it draws from chance (font tags, identifiers) is derived from the content, so
/// that the same input gives the same bytes. PDFsharp writes a plain cross-reference table and no object streams, which
/// keeps this short: cut at the objects, replace, write a new table.
/// </summary>
internal static partial class PdfRewriter
{
    private const int EntryLength = 20;
    private static readonly byte[] EndOfStream = "\nendstream\nendobj\n"u8.ToArray();

    public static byte[] Rewrite(ReadOnlyMemory<byte> file, PdfProperties properties)
    {
        var source = file.Span;
        var table = CrossReferences.Read(source);
        var tags = new FontTags();
        using var body = new MemoryStream(file.Length);
        body.Write(source[..table.FirstOffset]);
        var offsets = new long[table.Count];
        foreach (var (number, start, end) in table.Objects())
        {
            offsets[number] = body.Position;
            WriteObject(body, source[start..end], number, tags, properties);
        }

        WriteTable(body, offsets, Encoding.Latin1.GetString(source[table.TrailerStart..table.TrailerEnd]));
        return body.ToArray();
    }

    private static void WriteObject(
        MemoryStream body,
        ReadOnlySpan<byte> source,
        int number,
        FontTags tags,
        PdfProperties properties
    )
    {
        var streamAt = source.IndexOf("stream\n"u8);
        var head = streamAt < 0 ? source : source[..streamAt];
        if (head.IndexOf("/Subtype/XML"u8) >= 0 || head.IndexOf("/Subtype /XML"u8) >= 0)
        {
            var packet = Encoding.UTF8.GetBytes(XmpPacket.Write(properties));
            Write(body, $"{number} 0 obj\n<</Type/Metadata/Subtype/XML/Length {packet.Length}>>\nstream\n");
            body.Write(packet);
            body.Write(EndOfStream);
        }
        else if (streamAt >= 0)
        {
            WriteStream(body, head, source[(streamAt + "stream\n".Length)..]);
        }
        else if (head.IndexOf("/FontName"u8) >= 0 || head.IndexOf("/BaseFont"u8) >= 0)
        {
            Write(body, tags.Replace(Encoding.Latin1.GetString(head)));
        }
        else
        {
            body.Write(source);
        }
    }

    private static void WriteStream(MemoryStream body, ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest)
    {
        var dictionary = Encoding.Latin1.GetString(head);
        var length = LengthEntry().Match(dictionary);
        if (!length.Success || dictionary.Contains("/Filter", StringComparison.Ordinal))
        {
            throw new InvalidDataException("PDFsharp wrote a stream that is not plain: " + dictionary);
        }

        var content = rest[..int.Parse(length.Groups["length"].Value, CultureInfo.InvariantCulture)];
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(ToUnicodeMap.Is(content) ? ToUnicodeMap.Mend(content) : content);
        }

        Write(
            body,
            string.Concat(
                dictionary.AsSpan(0, length.Index),
                $"/Length {packed.Length}/Filter/FlateDecode",
                dictionary.AsSpan(length.Index + length.Length)
            )
        );
        body.Write("stream\n"u8);
        packed.WriteTo(body);
        body.Write(EndOfStream);
    }

    private static void WriteTable(MemoryStream body, long[] offsets, string trailer)
    {
        var start = body.Position;
        var identifier = Convert.ToHexString(
            SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)).AsSpan(0, 16)
        );
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Length}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 {(offset > 0 ? 'n' : 'f')} \n");
        }

        var withoutIdentifier = IdentifierEntry().Replace(trailer, "");
        var close = withoutIdentifier.LastIndexOf(">>", StringComparison.Ordinal);
        text.Append(withoutIdentifier.AsSpan(0, close))
            .Append(CultureInfo.InvariantCulture, $"/ID[<{identifier}><{identifier}>]>>\nstartxref\n{start}\n%%EOF\n");
        Write(body, text.ToString());
    }

    private static void Write(MemoryStream body, string latin1) => body.Write(Encoding.Latin1.GetBytes(latin1));

    [GeneratedRegex(@"/Length (?<length>\d+)(?! \d+ R)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LengthEntry();

    [GeneratedRegex(@"/ID\s*\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex IdentifierEntry();

    /// <summary>Where the objects of the saved file lie.</summary>
    private sealed record CrossReferences(int[] Offsets, int Table, int TrailerStart, int TrailerEnd)
    {
        public int Count => Offsets.Length;

        public int FirstOffset => Offsets.Where(offset => offset > 0).Min();

        public static CrossReferences Read(ReadOnlySpan<byte> file)
        {
            var startAt = file.LastIndexOf("startxref"u8);
            var table = Number(file[(startAt + "startxref".Length)..], out _);
            var at = table + "xref".Length;
            _ = Number(file[at..], out var used);
            at += used;
            var offsets = new int[Number(file[at..], out used)];
            at += used;
            while (file[at] is (byte)'\r' or (byte)'\n' or (byte)' ')
            {
                at++;
            }

            for (var i = 0; i < offsets.Length; i++)
            {
                offsets[i] = Number(file[(at + (i * EntryLength))..], out _);
            }

            return new CrossReferences(offsets, table, table + file[table..].IndexOf("trailer"u8), startAt);
        }

        public IEnumerable<(int Number, int Start, int End)> Objects()
        {
            var inOrder = Enumerable.Range(1, Count - 1).Where(i => Offsets[i] > 0).OrderBy(i => Offsets[i]).ToArray();
            return inOrder.Select(
                (number, i) => (number, Offsets[number], i + 1 < inOrder.Length ? Offsets[inOrder[i + 1]] : Table)
            );
        }

        private static int Number(ReadOnlySpan<byte> text, out int used)
        {
            var skipped = 0;
            while (text[skipped] is (byte)' ' or (byte)'\r' or (byte)'\n')
            {
                skipped++;
            }

            if (!Utf8Parser.TryParse(text[skipped..], out int value, out var digits))
            {
                throw new InvalidDataException("PDFsharp's cross-reference table is not as expected.");
            }

            used = skipped + digits;
            return value;
        }
    }

    /// <summary>Subset tags (<c>ABCDEF+</c>) by order of appearance and name; PDFsharp's are random.</summary>
    private sealed partial class FontTags
    {
        private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

        public string Replace(string dictionary) =>
            TaggedName()
                .Replace(
                    dictionary,
                    match => $"/{match.Groups["entry"].Value}/{TagOf(match)}+{match.Groups["name"].Value}"
                );

        private string TagOf(Match match)
        {
            var name = match.Groups["name"].Value;
            var key = match.Groups["tag"].Value + name;
            if (!_tags.TryGetValue(key, out var tag))
            {
                var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_tags.Count}|{name}"));
                tag = string.Concat(hash.Take(6).Select(value => (char)('A' + (value % 26))));
                _tags.Add(key, tag);
            }

            return tag;
        }

        [GeneratedRegex(
            @"/(?<entry>FontName|BaseFont)\s*/(?<tag>[A-Z]{6})\+(?<name>[^\s/>]+)",
            RegexOptions.ExplicitCapture,
            1000
        )]
        private static partial Regex TaggedName();
    }
}
