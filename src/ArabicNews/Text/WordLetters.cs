using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// The letters of one word in the form of <see cref="WordLexicon.Form"/>, where each stands in the word, and the hash of every beginning. Lives on the stack.
/// </summary>
internal struct WordLetters
{
    /// <summary>A longer word is not segmented: no Arabic word with all its particles has as many letters.</summary>
    public const int MaxLetters = 24;

    private static readonly CharFolds s_folds = new(ArabicNormalization.Search & ~ArabicNormalization.FoldTehMarbuta);

    private Letters _letters;
    private Starts _starts;
    private Hashes _hashes;
    private uint _hamzas;
    private uint _maksuras;

    public int Count { get; private set; }

    public readonly char this[int index] => _letters[index];

    /// <summary>Whether letters <paramref name="start"/> and on begin with <paramref name="affix"/>.</summary>
    public readonly bool HasAt(int start, string affix)
    {
        if (start < 0 || start + affix.Length > Count) return false;
        for (int i = 0; i < affix.Length; i++)
            if (_letters[start + i] != affix[i]) return false;
        return true;
    }

    /// <summary>Whether letter <paramref name="index"/> is an alef that carries a hamza or madda in the word, and a bare one here.</summary>
    public readonly bool IsMarkedAlef(int index) => (_hamzas & (1u << index)) != 0;

    /// <summary>Whether one of <paramref name="length"/> letters from <paramref name="start"/> is such an alef. The alef of the article and of every ending is written bare: ألمانيا and قرآن have neither.</summary>
    public readonly bool HasMarkedAlef(int start, int length) => (_hamzas & (((1u << length) - 1) << start)) != 0;

    /// <summary>Letter <paramref name="index"/> as the word spells it, as far as that tells where to cut: an alef with hamza or madda is its own letter, and so is alef maksura.</summary>
    public readonly char Spelled(int index)
        => IsMarkedAlef(index) ? ArabicChars.AlefHamzaAbove : (_maksuras & (1u << index)) != 0 ? ArabicChars.AlefMaksura : _letters[index];

    /// <summary>Where letter <paramref name="index"/> begins in the word; for <see cref="Count"/> the length of the word. Marks belong to the letter before them.</summary>
    public readonly int StartOf(int index) => _starts[index];

    /// <summary>Whether the word can be cut before letter <paramref name="index"/>: not inside a ligature.</summary>
    public readonly bool CanCut(int index) => index == 0 || index == Count || _starts[index] > _starts[index - 1];

    /// <summary>Where each letter begins in the word, and last where the word ends.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<int> LetterStarts => ((ReadOnlySpan<int>)_starts)[..(Count + 1)];

    public readonly WordHash Hash(int start, int end) => new WordHash(_hashes[end], end).Without(new WordHash(_hashes[start], start));

    /// <summary>False when the word has other letters than Arabic's, none, or too many.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out WordLetters letters)
    {
        letters = default;
        for (int i = 0; i < word.Length; i++)
        {
            char folded = s_folds[word[i]];

            // A noncharacter in the text that looks like one of the marks is no letter either.
            if (folded == word[i] && folded is CharFolds.Strip or CharFolds.Expand or CharFolds.Join) return false;
            switch (folded)
            {
                case CharFolds.Strip:
                    break;
                case CharFolds.Expand:
                    foreach (char letter in PresentationForms.Expand(word[i]))
                        if (s_folds[letter] != CharFolds.Strip && !letters.TryAdd(letter, s_folds[letter], i)) return false;
                    break;
                case CharFolds.Join:
                    letters.Join(word[i]);
                    break;
                default:
                    if (!letters.TryAdd(word[i], folded, i)) return false;
                    break;
            }
        }

        if (letters.Count == 0) return false;
        letters._starts[0] = 0;
        letters._starts[letters.Count] = word.Length;
        var hash = default(WordHash);
        for (int i = 0; i < letters.Count; i++)
        {
            hash = hash.Append(letters._letters[i]);
            letters._hashes[i + 1] = hash.Value;
        }

        return true;
    }

    private bool TryAdd(char spelled, char letter, int start)
    {
        if (Count == MaxLetters || letter is < ArabicChars.Hamza or > ArabicChars.Yeh) return false;
        if (letter == ArabicChars.Alef && spelled is ArabicChars.AlefHamzaAbove or ArabicChars.AlefHamzaBelow or ArabicChars.AlefMadda) _hamzas |= 1u << Count;
        if (spelled == ArabicChars.AlefMaksura) _maksuras |= 1u << Count;
        _letters[Count] = letter;
        _starts[Count++] = start;
        return true;
    }

    private void Join(char mark)
    {
        if (Count == 0 || !s_folds.TryCompose(_letters[Count - 1], mark, out char composed)) return;
        _letters[Count - 1] = composed;
        if (composed == ArabicChars.Alef) _hamzas |= 1u << (Count - 1);
    }

    [InlineArray(MaxLetters)]
    private struct Letters
    {
        private char _first;
    }

    [InlineArray(MaxLetters + 1)]
    private struct Starts
    {
        private int _first;
    }

    [InlineArray(MaxLetters + 1)]
    private struct Hashes
    {
        private ulong _first;
    }
}
