using System.Runtime.CompilerServices;

namespace ArabicNews;

// Emoji with all their parts, by Unicode Technical Standard #51 (https://www.unicode.org/reports/tr51/), section 1.4, definitions ED-9a to ED-17.
public ref partial struct TokenEnumerator
{
    private const char VariationSelector16 = '\uFE0F', Keycap = '\u20E3', ZeroWidthJoiner = '\u200D';

    // A symbol with what belongs to it: marks (WB4), variation selectors (ED-9a) and keycaps among them, skin tones (ED-13), tags (ED-14a), what a joiner adds (ED-16, WB3c), and
    // the two letters of a flag (ED-14, WB15). Marks of Arabic belong to the word behind.
    private readonly int SymbolEnd(int start)
    {
        ClassAt(start, out int length);
        int position = start + length;
        if (IsRegionalIndicator(start) && IsRegionalIndicator(position)) position += 2;
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out length);
            if (kind == CharClass.Mark && !ArabicMarkAt(position)) position += length;
            else if (IsSkinToneOrTag(position)) position += 2;
            else if (_text[position] == ZeroWidthJoiner && position + 1 < _text.Length && ClassAt(position + 1, out length) == CharClass.Symbol) position += 1 + length;
            else break;
        }

        return position;
    }

    // Digits, punctuation and one letter that become emoji by what follows: a keycap on 0 to 9, # or * (ED-14c, the selector between them may be missing), and the emoji selector on ‼ ⁉ ℹ 〰
    // (ED-9a; of the bases in emoji-variation-sequences.txt these alone are no symbols by category).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsEmojiOfText(int position) =>
        position + 1 < _text.Length && _text[position + 1] is VariationSelector16 or Keycap && IsBaseOfEmoji(position, _text[position + 1]);

    private readonly bool IsBaseOfEmoji(int position, char next)
    {
        bool hasKeycap = next == Keycap || (position + 2 < _text.Length && _text[position + 2] == Keycap);
        return _text[position] switch
        {
            (>= '0' and <= '9') or '#' or '*' => hasKeycap,
            '\u203C' or '\u2049' or '\u2139' or '\u3030' => next == VariationSelector16,
            _ => false,
        };
    }

    private readonly bool ArabicMarkAt(int position) => _text[position] is >= '\u0600' and <= '\u08FF';

    // U+1F1E6 to U+1F1FF.
    private readonly bool IsRegionalIndicator(int position)
        => position + 1 < _text.Length && _text[position] == '\uD83C' && _text[position + 1] is >= '\uDDE6' and <= '\uDDFF';

    // U+1F3FB to U+1F3FF, and U+E0020 to U+E007F.
    private readonly bool IsSkinToneOrTag(int position)
        => position + 1 < _text.Length && ((_text[position] == '\uD83C' && _text[position + 1] is >= '\uDFFB' and <= '\uDFFF')
            || (_text[position] == '\uDB40' && _text[position + 1] is >= '\uDC20' and <= '\uDC7F'));
}
