namespace ArabicNews;

/// <summary>A token as it is indexed. Its <see cref="Text"/> holds until the enumerator that found it moves on.</summary>
public readonly ref struct IndexTerm
{
    internal IndexTerm(Token token, ReadOnlySpan<char> text)
    {
        Token = token;
        Text = text;
    }

    /// <summary>Where it stands in the text as it was, and what it is.</summary>
    public Token Token { get; }

    /// <summary>The normalized code units.</summary>
    public ReadOnlySpan<char> Text { get; }
}
