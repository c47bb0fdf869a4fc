using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ArabicNews.Cli.Input;

/// <summary>From the bytes of a text to its characters.</summary>
internal static class TextBytes
{
    public const string NotUtf8 = "not UTF-8; --encoding names another encoding, such as windows-1256";

    /// <summary>UTF-8 that throws <see cref="DecoderFallbackException"/> where it is none.</summary>
    public static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The line without the byte order mark of UTF-8.</summary>
    public static byte[] WithoutMark(byte[] line) => line.AsSpan().StartsWith("\uFEFF"u8) ? line[3..] : line;

    /// <summary>Decodes by the byte order mark, else by <paramref name="encoding"/>, else as UTF-8; false when that is what it is not.</summary>
    public static bool TryDecode(byte[] bytes, Encoding? encoding, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = bytes.AsSpan() switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
                [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
                var all => (encoding ?? StrictUtf8).GetString(all),
            };
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
