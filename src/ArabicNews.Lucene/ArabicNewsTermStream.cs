using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// What <see cref="ArabicNewsTokenizer"/>, <see cref="ArabicNewsNormalizationFilter"/>, <see cref="ArabicNewsStopFilter"/> and <see cref="ArabicNewsStemFilter"/> give one behind the other, from one stream: the words of a text
/// are found and normalized many at a time when the first is asked for, and a term is then a copy of some letters. Those four are the definition; a law holds this one against them. It alone knows of names and synonyms, for which the
/// words around a word must be known.
/// </summary>
internal sealed class ArabicNewsTermStream : Tokenizer
{
    // Buffers up to this size are kept for the next text, enough for one of forty pages; larger ones are given back.
    private const int KeptLength = 256 * 1024;
    private const int KeptWords = KeptLength / 8;

    // Behind the last letter, for who reads more than a word has.
    private const int Slack = WordTermsCache.MaxLength + TermAttributes.CopyLength;

    // Addresses of more code units get an array of their own.
    private const int TermBufferLength = 512;

    private readonly WordTraits _left;
    private readonly TermForms _forms;
    private readonly PhraseReader? _phrases;
    private readonly Gazetteer _gazetteer;
    private readonly WordTermsCache? _cache;
    private readonly TermAttributes _attributes;
    private readonly char[] _buffer = new char[TermBufferLength];
    private char[] _text = new char[4096];
    private int _length;
    private bool _read;

    // The normalized words of the text, one behind the other, and what is known of each.
    private char[] _letters = new char[4096];
    private int _letterCount;
    private IndexWord[] _words = new IndexWord[512];
    private int _count;
    private int _skipped;

    // The word of the last token, and the forms of it that are still to come.
    private int _current;
    private TermForms _pending;

    public ArabicNewsTermStream(TextReader input, ArabicNewsAnalyzerOptions options)
        : base(TermAttributes.Factory.Instance, input)
    {
        _left = options.StopWords ? WordTraits.StopWord : WordTraits.None;
        _forms = options.Forms;
        _gazetteer = options.Gazetteer;
        if (options.Names != NameTerms.None || options.Synonyms is not null) _phrases = new PhraseReader(options);
        if (options.Gazetteer != Gazetteer.Default) _cache = new WordTermsCache(options.Gazetteer);
        _attributes = (TermAttributes)AddAttribute<ICharTermAttribute>();
        _current = -1;
    }

    public override bool IncrementToken()
    {
        if (!_read) ReadAll();
        ClearAttributes();
        int increment = 0;
        if (_pending == TermForms.None)
        {
            if (_phrases is not null && _phrases.TryTake(_current, out Phrase phrase))
            {
                SetPhrase(phrase);
                return true;
            }

            if (_current + 1 >= _count) return false;
            increment = _words[++_current].Increment;
            _pending = _forms;
        }

        ref IndexWord word = ref _words[_current];
        TermForms form = _pending & (TermForms)(-(int)_pending);
        _pending &= ~form;
        _attributes.Set(word.Start, word.End, increment, word.Kind);
        switch (form)
        {
            case TermForms.Stem:
                _attributes.SetTerm(_letters.AsSpan(word.Letters + word.Terms.StemStart), word.Terms.StemLength);
                break;
            case TermForms.Word:
                _attributes.SetTerm(ArabicNewsStemFilter.SurfaceMark, _letters.AsSpan(word.Letters), word.Length);
                break;
            default:
                if (word.Terms.SkeletonLength > 0) _attributes.SetTerm(ArabicNewsStemFilter.SkeletonMark, word.Terms.Skeleton, word.Terms.SkeletonLength);
                else SetLongSkeleton(_letters.AsSpan(word.Letters + word.Terms.StemStart, word.Terms.StemLength));
                break;
        }

        return true;
    }

    private void SetPhrase(Phrase phrase)
    {
        _attributes.Set(_words[phrase.First].Start, _words[phrase.Last].End, increment: 0, TokenKind.Word);
        _attributes.Type = phrase.Type;
        _attributes.PositionLength = phrase.Positions;
        _attributes.SetTerm(phrase.Mark, phrase.Term);
    }

    private void SetLongSkeleton(ReadOnlySpan<char> stem)
    {
        Span<char> skeleton = stackalloc char[ArabicNewsTokenizer.MaxTermLength + TermAttributes.CopyLength];
        _attributes.SetTerm(ArabicNewsStemFilter.SkeletonMark, skeleton, StemLetters.WriteKept(stem, StemLetters.SkeletonOf(stem), skeleton));
    }

    public override void End()
    {
        base.End();
        int end = CorrectOffset(_length);
        _attributes.SetOffset(end, end);
        _attributes.PositionIncrement = _skipped;
    }

    public override void Reset()
    {
        base.Reset();
        Forget();
        if (_text.Length > KeptLength) _text = new char[KeptLength];
        if (_letters.Length > KeptLength) _letters = new char[KeptLength];
        if (_words.Length > KeptWords) _words = new IndexWord[KeptWords];
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Forget();
    }

    private void Forget()
    {
        (_length, _letterCount, _count, _skipped, _current, _pending, _read) = (0, 0, 0, 0, -1, TermForms.None, false);
        _phrases?.Forget();
    }

    private void ReadAll()
    {
        _length = ArabicNewsTokenizer.ReadToEnd(m_input, ref _text);
        SplitWords(_text.AsSpan(0, _length), _cache ?? WordTermsCache.Own);
        _phrases?.Read(_words.AsSpan(0, _count), _letters);
        _read = true;
        if (m_input is CharFilter)
            foreach (ref IndexWord word in _words.AsSpan(0, _count)) (word.Start, word.End) = (CorrectOffset(word.Start), CorrectOffset(word.End));
    }

    private void SplitWords(ReadOnlySpan<char> text, WordTermsCache cache)
    {
        foreach (IndexTerm term in ArabicTokenizer.SplitTerms(text, ArabicNewsNormalizationFilter.Normalizer, _buffer))
        {
            Token token = term.Token;
            if (token.Kind is TokenKind.Hashtag or TokenKind.Handle)
                foreach (TextSpan part in new TagParts(text, token.Span)) AddAlone(part.In(text), new Token(part, token.Kind), cache);
            else if (token.Span.Length > ArabicNewsTokenizer.MaxTermLength)
                AddAlone(token.Span.In(text), token, cache);
            else
                AddWord(term.Text, token, cache);
        }
    }

    // What is cut before it is normalized, as in the tokenizer.
    private void AddAlone(ReadOnlySpan<char> text, Token token, WordTermsCache cache)
    {
        text = text[..ArabicNewsTokenizer.CutLength(text)];
        if (ArabicNewsNormalizationFilter.Normalizer.TryNormalize(text, _buffer, out int length)) AddWord(_buffer.AsSpan(0, length), token, cache);
        else AddWord(ArabicNewsNormalizationFilter.Normalizer.Normalize(text.ToString()), token, cache);
    }

    // Hardly anything about a word can be predicted: its length, whether it is a stop word, whether it ends in a teh marbuta. So the common way asks none of it: all words are copied alike, folded alike and written alike, and the next
    // one takes the place of a stop word.
    private void AddWord(ReadOnlySpan<char> term, Token token, WordTermsCache cache)
    {
        int length = ArabicNewsTokenizer.CutLength(term);
        if (length == 0) return;
        if (_letters.Length < _letterCount + length + Slack) Array.Resize(ref _letters, 2 * (_letterCount + length + Slack));
        if (_count == _words.Length) Array.Resize(ref _words, _count * 2);
        Span<char> letters = _letters.AsSpan(_letterCount);
        if (token.Kind != TokenKind.Word || !TryAddCommon(term, letters, cache, out WordTerms terms))
        {
            term[..length].CopyTo(letters);
            ArabicNewsTokenizer.ReplaceInvalid(letters[..length]);
            if (token.Kind == TokenKind.Number) length = ArabicNewsNormalizationFilter.StripThousands(letters[..length]);
            terms = WordTerms.Of(letters[..length], _gazetteer);
            letters[..length].Replace(StemLetters.TehMarbuta, StemLetters.Heh);
        }

        int isKept = (terms.Traits & _left) == 0 ? 1 : 0;
        _words[_count] = new IndexWord { Start = token.Span.Start, End = token.Span.End, Letters = _letterCount, Length = (byte)length, Increment = _skipped + 1, Kind = token.Kind, Terms = terms };
        _count += isKept;
        _letterCount += isKept * length;
        _skipped = (_skipped + 1) * (1 - isKept);
    }

    private bool TryAddCommon(ReadOnlySpan<char> term, Span<char> letters, WordTermsCache cache, out WordTerms terms)
    {
        // Terms lie in the buffer, where more than their letters can be read.
        ref char first = ref MemoryMarshal.GetReference(term);
        nint place = Unsafe.ByteOffset(ref _buffer[0], ref first) / sizeof(char);
        if ((nuint)place > TermBufferLength - WordTermsCache.MaxLength)
        {
            terms = default;
            return false;
        }

        Vector256<ushort> units = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref first));
        if (!cache.TryGet(units, term, out terms)) return false;
        Vector256<ushort> isTehMarbuta = Vector256.Equals(units, Vector256.Create((ushort)StemLetters.TehMarbuta));
        Vector256.ConditionalSelect(isTehMarbuta, Vector256.Create((ushort)StemLetters.Heh), units).CopyTo(MemoryMarshal.Cast<char, ushort>(letters));
        return true;
    }
}

/// <summary>A word that becomes terms.</summary>
internal struct IndexWord
{
    // Where it stands in the text.
    public int Start;
    public int End;

    // Where it stands among the normalized ones, written as in search.
    public int Letters;
    public byte Length;

    public TokenKind Kind;
    public WordTerms Terms;
    public int Increment;

    public readonly ReadOnlySpan<char> In(char[] letters) => letters.AsSpan(Letters, Length);

    public readonly ReadOnlySpan<char> StemIn(char[] letters) => letters.AsSpan(Letters + Terms.StemStart, Terms.StemLength);
}
