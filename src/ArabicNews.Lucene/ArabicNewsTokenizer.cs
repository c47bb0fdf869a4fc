using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// <see cref="ArabicTokenizer"/> as Lucene's: words, numbers, addresses, and the words of hashtags and handles; punctuation and symbols are left out and
/// leave no gap. Offsets are UTF-16 code units of what the reader gives, corrected for char filters.
/// </summary>
/// <remarks>
/// The reader is read to its end at the first token. A token of more than <see cref="MaxTermLength"/> code units keeps its offsets and loses the rest of its term, so that Lucene,
/// which refuses a document for one term of 32 KiB, never does. What is no valid UTF-16 becomes U+FFFD in terms. Not thread-safe, as all token streams.
/// </remarks>
public sealed class ArabicNewsTokenizer : Tokenizer
{
    /// <summary>The longest term, in UTF-16 code units.</summary>
    public const int MaxTermLength = 128;

    // Buffers up to this size are kept for the next text; a larger one is given back.
    private const int KeptLength = 64 * 1024;
    private const char ReplacementCharacter = '\uFFFD';

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly ITypeAttribute _type;
    private char[] _text = new char[4096];
    private Token[] _tokens = new Token[512];
    private int _length;
    private int _count;
    private int _next;
    private bool _read;

    /// <summary>A tokenizer of what <paramref name="input"/> gives.</summary>
    public ArabicNewsTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_read) ReadAll();
        if (_next == _count) return false;
        Token token = _tokens[_next++];
        SetTerm(token.Span.In(_text));
        _offset.SetOffset(CorrectOffset(token.Span.Start), CorrectOffset(token.Span.End));
        _type.Type = TokenTypes.Of(token.Kind);
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        int end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_length, _count, _next, _read) = (0, 0, 0, false);
        if (_text.Length > KeptLength) (_text, _tokens) = (new char[KeptLength], new Token[KeptLength / 8]);
    }

    private void SetTerm(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxTermLength) text = text[..(char.IsHighSurrogate(text[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength)];
        Span<char> term = _term.ResizeBuffer(text.Length).AsSpan(0, text.Length);
        text.CopyTo(term);
        _term.Length = text.Length;
        if (!term.ContainsAnyInRange('\uD800', '\uDFFF')) return;
        for (int i = 0; i < term.Length; i++)
        {
            if (!char.IsSurrogate(term[i])) continue;
            if (i + 1 < term.Length && char.IsSurrogatePair(term[i], term[i + 1])) i++;
            else term[i] = ReplacementCharacter;
        }
    }

    private void ReadAll()
    {
        int read;
        while ((read = m_input.Read(_text, _length, _text.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _text.Length) Array.Resize(ref _text, _length * 2);
        }

        _read = true;
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind is TokenKind.Hashtag or TokenKind.Handle) AddParts(text, token);
            else if (token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol)) Add(token);
        }
    }

    // #كأس_العالم is the two words that a reader sees.
    private void AddParts(ReadOnlySpan<char> text, Token token)
    {
        int start = token.Span.Start + 1;
        while (start < token.Span.End)
        {
            int length = text[start..token.Span.End].IndexOf('_');
            int end = length < 0 ? token.Span.End : start + length;
            if (end > start) Add(new Token(TextSpan.FromBounds(start, end), token.Kind));
            start = end + 1;
        }
    }

    private void Add(Token token)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = token;
    }
}

/// <summary>The names of token kinds in Lucene's type attribute.</summary>
internal static class TokenTypes
{
    public const string Number = "number";

    private static readonly string[] s_names = ["word", Number, "punctuation", "symbol", "url", "email", "hashtag", "handle"];

    public static string Of(TokenKind kind) => s_names[(int)kind];
}
