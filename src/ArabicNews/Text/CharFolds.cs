using System.Buffers;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// What one combination of flags does to each of the 65,536 code units, as one look-up. An entry is the code unit itself (keep), another one (fold), or one
/// of the marks below. The marks are noncharacters, which no fold leads to; as code units of a text they stand for themselves, so
/// "keep" is asked first.
/// </summary>
internal sealed class CharFolds
{
    public const char Strip = '\uFDD0';

    /// <summary>A presentation form that becomes several letters; one that becomes one is folded.</summary>
    public const char Expand = '\uFDD1';

    /// <summary>A combining hamza or madda: joined, or stripped, or kept.</summary>
    public const char Join = '\uFDD2';

    private readonly char[] _map = new char[char.MaxValue + 1];
    private readonly char[] _compositions;
    private readonly bool _stripsMarks;
    private readonly Lazy<SearchValues<char>> _changed, _expandables;

    public CharFolds(ArabicNormalization forms)
    {
        KeepAll(_map);
        foreach ((ArabicNormalization flag, string from, string to) in CharTables.Folds)
        {
            if (!forms.HasFlag(flag)) continue;
            for (int i = 0; i < from.Length; i++) _map[from[i]] = to[i];
        }

        // Folds lead to folded letters (a Farsi teh marbuta to teh marbuta to heh): follow each to its end. There is no ring.
        foreach ((_, string from, _) in CharTables.Folds)
            foreach (char c in from)
                while (_map[_map[c]] != _map[c]) _map[c] = _map[_map[c]];

        foreach ((ArabicNormalization flag, string ranges) in CharTables.Strips)
        {
            if (!forms.HasFlag(flag)) continue;
            for (int i = 0; i < ranges.Length; i += 2) _map.AsSpan(ranges[i]..(ranges[i + 1] + 1)).Fill(Strip);
        }

        if (forms.HasFlag(ArabicNormalization.ExpandPresentationForms))
        {
            foreach (char form in CharTables.PresentationForms)
                _map[form] = PresentationForms.Expand(form) is [char letter] ? _map[letter] : Expand;
        }

        // A base that is folded itself composes in its folded shape, and so does the result.
        _compositions = CharTables.Compositions.ToCharArray();
        if (forms.HasFlag(ArabicNormalization.ComposeHamza))
        {
            for (int i = 0; i < _compositions.Length; i += 3)
            {
                _compositions[i] = _map[_compositions[i]];
                _compositions[i + 2] = _map[_compositions[i + 2]];
            }

            for (char c = ArabicChars.MaddahAbove; c <= ArabicChars.HamzaBelow; c++) _map[c] = Join;
        }

        _stripsMarks = forms.HasFlag(ArabicNormalization.StripDiacritics);
        Expands = forms.HasFlag(ArabicNormalization.ExpandPresentationForms);

        // Single words, which are what most first calls need the table for, ask for neither.
        _changed = new(() => SearchValues.Create(ChangesOf(_map, all: true)));
        _expandables = new(() => SearchValues.Create(ChangesOf(_map, all: false)));
    }

    /// <summary>The code units whose entry is not themselves.</summary>
    public SearchValues<char> Changed => _changed.Value;

    /// <summary>Whether some code units become several.</summary>
    public bool Expands { get; }

    /// <summary>The code units that become several; null when none do.</summary>
    public SearchValues<char>? Expandables => Expands ? _expandables.Value : null;

    /// <summary>Whether a combining hamza joins its letter.</summary>
    public bool ComposesHamza => _map[ArabicChars.HamzaAbove] == Join;

    /// <summary>Whether a combining hamza that finds no letter goes, like other marks.</summary>
    public bool StripsMarks => _stripsMarks;

    public char this[char c] => _map[c];

    /// <summary>The folded letter that <paramref name="letter"/>, folded already, makes with <paramref name="mark"/>; false when they do not join.</summary>
    public bool TryCompose(char letter, char mark, out char composed)
    {
        for (int i = 0; i < _compositions.Length; i += 3)
        {
            if (_compositions[i] != letter || _compositions[i + 1] != mark) continue;
            composed = _compositions[i + 2];
            return true;
        }

        composed = default;
        return false;
    }

    // Two loops over 65,536 entries that run once for each table, before any method has been found worth optimizing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KeepAll(char[] map)
    {
        for (int c = 0; c < map.Length; c++) map[c] = (char)c;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<char> ChangesOf(char[] map, bool all)
    {
        char[] changes = new char[map.Length];
        int count = 0;
        for (int c = 0; c < map.Length; c++)
            if (all ? map[c] != c : map[c] == Expand && c != Expand) changes[count++] = (char)c;
        return changes.AsSpan(0, count);
    }
}
