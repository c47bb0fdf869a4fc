using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews;

/// <summary>
/// Undoes the commonest damage of Arabic pages: UTF-8 that was read as windows-1256, so that «ط£ظˆط³طھظ†» stands for أوستن. It strikes parts of a page (what came from a database,
/// not the template), so each run is repaired by itself.
/// </summary>
internal static class EncodingRepair
{
    // Fewest characters of a run; real text has a ط before a comma now and then, but not six such pairs and nothing else.
    private const int ShortestRun = 6;

    // The lead bytes 0xD8-0xDB of U+0600-06FF as windows-1256: tah, zah, ain, ghain.
    private const char FirstLead = '\u0637', LastLead = '\u063A';

    // windows-1256, the bytes 0x80 to 0xFF (https://encoding.spec.whatwg.org/index-windows-1256.txt).
    private const string Table =
        "\u20AC\u067E\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0679\u2039\u0152\u0686\u0698\u0688"
        + "\u06AF\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u06A9\u2122\u0691\u203A\u0153\u200C\u200D\u06BA"
        + "\u00A0\u060C\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u06BE\u00AB\u00AC\u00AD\u00AE\u00AF"
        + "\u00B0\u00B1\u00B2\u00B3\u00B4\u00B5\u00B6\u00B7\u00B8\u00B9\u061B\u00BB\u00BC\u00BD\u00BE\u061F"
        + "\u06C1\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062A\u062B\u062C\u062D\u062E\u062F"
        + "\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u00D7\u0637\u0638\u0639\u063A\u0640\u0641\u0642\u0643"
        + "\u00E0\u0644\u00E2\u0645\u0646\u0647\u0648\u00E7\u00E8\u00E9\u00EA\u00EB\u0649\u064A\u00EE\u00EF"
        + "\u064B\u064C\u064D\u064E\u00F4\u064F\u0650\u00F7\u0651\u00F9\u0652\u00FB\u00FC\u200E\u200F\u06D2";

    private static readonly byte[] s_bytes = Invert();

    /// <summary>The repaired text with the map back to <paramref name="text"/>; null when nothing is damaged. Linear.</summary>
    public static (string Text, OffsetMap Map)? Repair(string text)
    {
        // Nothing else gives so many of them: the lead bytes of U+0600-06FF are these four letters.
        if (CountLeads(text) < ShortestRun) return null;
        var repaired = new System.Text.StringBuilder(text.Length);
        var map = new OffsetMap.Builder();
        int copied = 0;
        for (int i = 0; i < text.Length;)
        {
            if (TryDecode(text, i, out _) == 0)
            {
                i++;
                continue;
            }

            int end = EndOfRun(text, i, out int characters);
            if (characters < ShortestRun)
            {
                i = end;
                continue;
            }

            repaired.Append(text, copied, i - copied);
            map.Copy(i - copied);
            while (i < end)
            {
                int length = TryDecode(text, i, out char decoded);
                repaired.Append(length == 0 ? text[i] : decoded);
                if (length == 0) map.Copy(1);
                else map.Replace(length, 1);
                i += Math.Max(length, 1);
            }

            copied = end;
        }

        if (copied == 0) return null;
        repaired.Append(text, copied, text.Length - copied);
        map.Copy(text.Length - copied);
        return (repaired.ToString(), map.Build());
    }

    // Nearly all of a sound text is passed over in vectors: in it a lead letter stands before another letter or a blank, hardly ever before one of the signs that the bytes 0x80-0xBF are.
    private static int CountLeads(string text)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        int leads = 0, start = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; start + Vector512<ushort>.Count < units.Length && leads < ShortestRun; start += Vector512<ushort>.Count)
            {
                Vector512<ushort> first = Vector512.Create(units[start..]), second = Vector512.Create(units[(start + 1)..]);
                Vector512<ushort> isLead = Vector512.LessThanOrEqual(first - Vector512.Create((ushort)FirstLead), Vector512.Create((ushort)(LastLead - FirstLead)));
                Vector512<ushort> isLetter = Vector512.LessThanOrEqual(second - Vector512.Create((ushort)ArabicChars.Hamza), Vector512.Create((ushort)('\u0652' - ArabicChars.Hamza))); // hamza to sukun
                Vector512<ushort> mayFollow = Vector512.GreaterThan(second, Vector512.Create((ushort)0x7F)) & ~isLetter;
                if ((isLead & mayFollow) != Vector512<ushort>.Zero) leads += CountLeads(text.AsSpan(start, Vector512<ushort>.Count + 1));
            }
        }

        return leads + CountLeads(text.AsSpan(start));
    }

    private static int CountLeads(ReadOnlySpan<char> text)
    {
        int leads = 0;
        for (int i = 0; i + 1 < text.Length && leads < ShortestRun; i++)
            if (text[i] is >= FirstLead and <= LastLead && ByteOf(text[i + 1]) is >= 0x80 and < 0xC0) leads++;
        return leads;
    }

    // A run is damaged characters with ASCII between them; it ends with a damaged character.
    private static int EndOfRun(string text, int start, out int characters)
    {
        characters = 0;
        int end = start;
        for (int i = start; i < text.Length;)
        {
            int length = TryDecode(text, i, out _);
            if (length > 0)
            {
                i += length;
                end = i;
                characters++;
            }
            else if (text[i] < '\u0080' && text[i] is not ('\n' or '\r'))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // The character whose two or three bytes stand here as windows-1256; its length in code units, or 0.
    private static int TryDecode(string text, int position, out char decoded)
    {
        decoded = default;
        int lead = ByteOf(text[position]);
        int length = lead switch
        {
            >= 0xC2 and < 0xE0 => 2,
            >= 0xE0 and < 0xF0 => 3,
            _ => 0,
        };
        if (length == 0 || position + length > text.Length) return 0;
        int value = lead & (length == 2 ? 0x1F : 0x0F);
        for (int i = 1; i < length; i++)
        {
            int next = ByteOf(text[position + i]);
            if (next is < 0x80 or >= 0xC0) return 0;
            value = (value << 6) | (next & 0x3F);
        }

        if (length == 3 && value < 0x800) return 0;
        if (char.IsSurrogate((char)value)) return 0;
        decoded = (char)value;
        return length;
    }

    private static int ByteOf(char c) => c < 0x80 ? c : s_bytes[c];

    private static byte[] Invert()
    {
        byte[] bytes = new byte[char.MaxValue + 1];
        for (int i = 0; i < Table.Length; i++) bytes[Table[i]] = (byte)(0x80 + i);
        return bytes;
    }
}
