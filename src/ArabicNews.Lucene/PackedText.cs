using System.Buffers.Binary;
using System.IO.Compression;

namespace ArabicNews.Lucene;

/// <summary>
/// A text in few bytes: one for each character of ASCII and of the Arabic block, and those deflated. On news that is a quarter less than deflating UTF-8, and less than brotli in either form. What is no valid UTF-16
/// becomes U+FFFD.
/// </summary>
internal static class PackedText
{
    private const char FirstArabic = '\u0600', LastArabic = '\u067E';
    private const byte ArabicOffset = 0x80, Other = 0xFF;

    public static byte[] Pack(string text)
    {
        using var packed = new MemoryStream((text.Length / 2) + 16);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        packed.Write(length);
        byte[] bytes = ToBytes(text);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    public static string Unpack(byte[] packed)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(packed);
        using var deflate = new DeflateStream(new MemoryStream(packed, sizeof(int), packed.Length - sizeof(int)), CompressionMode.Decompress);
        using var bytes = new MemoryStream(length);
        deflate.CopyTo(bytes);
        return string.Create(length, bytes.GetBuffer(), static (text, from) =>
        {
            int at = 0;
            for (int i = 0; i < text.Length; i++)
            {
                byte first = from[at++];
                if (first < ArabicOffset)
                {
                    text[i] = (char)first;
                }
                else if (first < Other)
                {
                    text[i] = (char)(first - ArabicOffset + FirstArabic);
                }
                else
                {
                    text[i] = (char)((from[at] << 8) | from[at + 1]);
                    at += 2;
                }
            }
        });
    }

    private static byte[] ToBytes(string text)
    {
        char[] letters = text.ToCharArray();
        ArabicNewsTokenizer.ReplaceInvalid(letters);
        byte[] bytes = new byte[letters.Length * 3];
        int length = 0;
        foreach (char c in letters)
        {
            if (c < ArabicOffset)
            {
                bytes[length++] = (byte)c;
            }
            else if (c is >= FirstArabic and <= LastArabic)
            {
                bytes[length++] = (byte)(c - FirstArabic + ArabicOffset);
            }
            else
            {
                bytes[length++] = Other;
                bytes[length++] = (byte)(c >> 8);
                bytes[length++] = (byte)c;
            }
        }

        return bytes[..length];
    }
}
