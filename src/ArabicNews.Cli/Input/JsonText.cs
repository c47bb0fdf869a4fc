using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ArabicNews.Cli.Input;

/// <summary>
/// Strings of JSON that hold any UTF-16, lone surrogates too: a crawler that cut an emoji in two and escaped the rest wrote valid JSON, for which <see cref="Utf8JsonReader.GetString"/> throws.
/// </summary>
internal static class JsonText
{
    /// <summary>The string, or name of a key, at which the reader stands.</summary>
    /// <exception cref="JsonException">It is not UTF-8.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> bytes = reader.ValueSpan;
        try
        {
            return reader.ValueIsEscaped ? Unescape(bytes) : TextBytes.StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new JsonException("a string is not UTF-8", exception);
        }
    }

    // The reader has seen to it that each escape is one.
    private static string Unescape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int escape = bytes.IndexOf((byte)'\\');
            if (escape < 0) escape = bytes.Length;
            text.Append(TextBytes.StrictUtf8.GetString(bytes[..escape]));
            if (escape == bytes.Length) break;
            byte kind = bytes[escape + 1];
            bytes = bytes[(escape + 2)..];
            if (kind != (byte)'u')
            {
                text.Append(kind switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'b' => '\b', (byte)'f' => '\f', _ => (char)kind });
                continue;
            }

            text.Append(Utf8Parser.TryParse(bytes[..4], out ushort unit, out _, 'x') ? (char)unit : throw new JsonException("an escape is cut off"));
            bytes = bytes[4..];
        }

        return text.ToString();
    }
}
