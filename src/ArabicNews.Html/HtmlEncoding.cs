using System.Buffers;
using System.Text;

namespace ArabicNews.Html;

/// <summary>
/// Finds the encoding of a page's bytes. The order is that of the HTML standard (byte order mark, transport, declaration) with one difference: bytes that are well-formed UTF-8 with
/// Arabic in it are UTF-8 whatever is declared, and bytes that are not are not. Aggregators copy declarations from the pages they copy.
/// </summary>
internal static class HtmlEncoding
{
    // The standard looks for a declaration in 1024 bytes; pages put scripts before it.
    private const int DeclarationLength = 4096;

    // Detection of what is declared nowhere looks at this much.
    private const int SampleLength = 1 << 16;

    // So many sequences of UTF-8 do not come about by accident.
    private const int CertainSequences = 8;

    private const int Windows1256CodePage = 1256, Windows1252CodePage = 1252, Iso88596CodePage = 28596;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"';/>");

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The page as text, without a byte order mark. Bytes that mean nothing become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        Encoding encoding = Detect(bytes, charset, out int skip);
        return encoding.GetString(bytes[skip..]);
    }

    /// <summary>The encoding of a page, and the length of its byte order mark.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes, string? charset, out int markLength)
    {
        if (FromMark(bytes, out markLength) is { } marked) return marked;
        if (LooksLikeUtf16(bytes) is { } utf16) return utf16;

        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        (int sequences, int errors) = CountUtf8(sample);
        if (sequences >= CertainSequences && errors * 20 <= sequences) return Utf8;

        Encoding? declared = FromName(charset) ?? FromName(Declared(bytes[..Math.Min(bytes.Length, DeclarationLength)]));
        if (declared is not null && !(declared is UTF8Encoding && errors > sequences)) return IsArabicAs1252(declared, sample) ? Guess(sample) : declared;
        if (errors == 0) return Utf8;
        return Guess(sample);
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 3;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8;
        length = 2;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        length = 0;
        return null;
    }

    // Markup has ASCII in it whatever the language, so every other byte of many is zero.
    private static UnicodeEncoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, 1024)];
        int even = 0, odd = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        int many = sample.Length / 8;
        if (sample.Length < 4) return null;
        if (odd > many && even * 8 <= odd) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even > many && odd * 8 <= even ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    // Well-formed sequences of two bytes and more, and bytes that are in none. The cut at the end of the sample is no error.
    private static (int Sequences, int Errors) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, errors = 0;
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int length);
            if (status == OperationStatus.NeedMoreData) break;
            if (status == OperationStatus.Done) sequences++;
            else errors++;
            bytes = bytes[length..];
        }

        return (sequences, errors);
    }

    // <meta charset=X>, <meta http-equiv content="…; charset=X"> and <?xml encoding="X"?>: the first "charset" or "encoding" with a value inside a tag.
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes);
        int position = 0;
        while (position < head.Length)
        {
            int tag = head.IndexOf('<', position);
            if (tag < 0) return null;
            int end = head.IndexOf('>', tag);
            if (end < 0) end = head.Length;
            ReadOnlySpan<char> text = head.AsSpan(tag, end - tag);
            if (text.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && ValueOf(text, "charset") is { } charset) return charset;
            if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && ValueOf(text, "encoding") is { } encoding) return encoding;
            position = text.StartsWith("<!--", StringComparison.Ordinal) && head.IndexOf("-->", tag, StringComparison.Ordinal) is > 0 and int comment ? comment + 3 : end;
        }

        return null;
    }

    private static string? ValueOf(ReadOnlySpan<char> tag, string name)
    {
        int index = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (index < 0) return null;
        ReadOnlySpan<char> rest = tag[(index + name.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        int end = rest.IndexOfAny(ValueEnds);
        string value = (end < 0 ? rest : rest[..end]).ToString();
        return value.Length == 0 ? null : value;
    }

    // The labels of https://encoding.spec.whatwg.org/#names-and-labels for the encodings that Arabic pages use; UTF-16 in a declaration means UTF-8, as there.
    private static Encoding? FromName(string? name) => name?.Trim().Trim('"', '\'').ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "UNICODE-1-1-UTF-8" or "UTF-16" or "UTF-16LE" or "UTF-16BE" => Utf8,
        "WINDOWS-1256" or "CP1256" or "X-CP1256" or "WINDOWS1256" => CodePage(Windows1256CodePage),
        "ISO-8859-6" or "ISO8859-6" or "ISO88596" or "ISO_8859-6" or "ISO-8859-6-E" or "ISO-8859-6-I" or "ARABIC" or "ASMO-708" or "ECMA-114" or "CSISOLATINARABIC"
            or "ISO-IR-127" => CodePage(Iso88596CodePage),
        "ISO-8859-1" or "ISO8859-1" or "LATIN1" or "ASCII" or "US-ASCII" or "WINDOWS-1252" or "CP1252" => CodePage(Windows1252CodePage),
        _ => null,
    };

    // Servers say Latin-1 where nobody has said anything. Western text is mostly ASCII, Arabic in a code page of one byte mostly is not.
    private static bool IsArabicAs1252(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        if (encoding.CodePage != Windows1252CodePage) return false;
        int runs = 0;
        for (int i = 3; i < sample.Length; i++)
            if (sample[i] >= 0xC0 && sample[i - 1] >= 0xC0 && sample[i - 2] >= 0xC0 && sample[i - 3] >= 0xC0) runs++;
        return runs * 50 > sample.Length;
    }

    // The two code pages share the letters from hamza to dad; behind them they part. Bytes that are common letters in the one and Latin letters, marks or nothing in the other decide:
    // heh, waw and yeh (E7, E8, EA) of ISO-8859-6; ghain to kaf, alef maksura and yeh (DB..DF, EC, ED) and the punctuation (80..9F) of windows-1256.
    private static Encoding Guess(ReadOnlySpan<byte> sample)
    {
        int iso = 0, windows = 0;
        foreach (byte b in sample)
        {
            if (b is 0xE7 or 0xE8 or 0xEA) iso++;
            if (b is (>= 0xDB and <= 0xDF) or 0xEC or 0xED or (>= 0x80 and <= 0x9F)) windows++;
        }

        return CodePage(iso > windows ? Iso88596CodePage : Windows1256CodePage);
    }

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
