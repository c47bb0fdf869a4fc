namespace ArabicNews;

/// <summary>A few words that a rule asks for, by their <see cref="TextWords.KeyOf"/>.</summary>
internal sealed class KeywordSet
{
    private readonly ulong[] _keys;

    /// <param name="words">In any spelling.</param>
    public KeywordSet(params string[] words)
    {
        _keys = new ulong[words.Length];
        for (int i = 0; i < words.Length; i++) _keys[i] = TextWords.KeyOf(words[i]);
    }

    /// <summary>Whether a word has one of the keys.</summary>
    public bool Contains(ulong key)
    {
        foreach (ulong each in _keys)
            if (each == key) return true;
        return false;
    }
}
