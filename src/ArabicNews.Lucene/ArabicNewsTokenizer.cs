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
        Forget();
        if (_text.Length > KeptLength) (_text, _tokens) = (new char[KeptLength], new Token[KeptLength / 8]);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Whoever forgets to call Reset for the next text must hear of it, not get the rest of this one.
        base.Dispose(disposing);
        Forget();
    }

    /// <summary>What a term may have of <paramref name="text"/> at most, in code units; no pair of surrogates is cut.</summary>
    internal static int CutLength(ReadOnlySpan<char> text) =>
        text.Length <= MaxTermLength ? text.Length : char.IsHighSurrogate(text[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength;

    /// <summary>Reads a text into a buffer, which becomes larger as it must; its length.</summary>
    internal static int ReadToEnd(TextReader input, ref char[] text)
    {
        int length = 0, read;
        while ((read = input.Read(text, length, text.Length - length)) > 0)
        {
            length += read;
            if (length == text.Length) Array.Resize(ref text, length * 2);
        }

        return length;
    }

    /// <summary>Makes valid UTF-16 of a term, or of a text.</summary>
    internal static void ReplaceInvalid(Span<char> term)
    {
        if (!term.ContainsAnyInRange('\uD800', '\uDFFF')) return;
        for (int i = 0; i < term.Length; i++)
        {
            if (!char.IsSurrogate(term[i])) continue;
            if (i + 1 < term.Length && char.IsSurrogatePair(term[i], term[i + 1])) i++;
            else term[i] = ReplacementCharacter;
        }
    }

    private void Forget() => (_length, _count, _next, _read) = (0, 0, 0, false);

    private void SetTerm(ReadOnlySpan<char> text)
    {
        text = text[..CutLength(text)];
        Span<char> term = _term.ResizeBuffer(text.Length).AsSpan(0, text.Length);
        text.CopyTo(term);
        _term.Length = text.Length;
        ReplaceInvalid(term);
    }

    private void ReadAll()
    {
        _length = ReadToEnd(m_input, ref _text);
        _read = true;
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind is TokenKind.Hashtag or TokenKind.Handle)
                foreach (TextSpan part in new TagParts(text, token.Span)) Add(new Token(part, token.Kind));
            else if (token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol))
                Add(token);
        }
    }

    private void Add(Token token)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = token;
    }
}

/// <summary>Walks the words of a hashtag or handle: <c>#كأس_العالم</c> is the two that a reader sees.</summary>
internal ref struct TagParts(ReadOnlySpan<char> text, TextSpan tag)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next = tag.Start + 1;

    public TextSpan Current { get; private set; }

    public readonly TagParts GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < tag.End)
        {
            int length = _text[_next..tag.End].IndexOf('_'), start = _next;
            int end = length < 0 ? tag.End : start + length;
            _next = end + 1;
            if (end == start) continue;
            Current = TextSpan.FromBounds(start, end);
            return true;
        }

        return false;
    }
}

/// <summary>The names of token kinds in Lucene's type attribute.</summary>
internal static class TokenTypes
{
    public const string Number = "number";

    private static readonly string[] s_names = ["word", Number, "punctuation", "symbol", "url", "email", "hashtag", "handle"];

    public static string Of(TokenKind kind) => s_names[(int)kind];
}
