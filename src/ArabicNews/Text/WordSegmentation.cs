using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>What a part of a word is.</summary>
public enum SegmentKind : byte
{
    /// <summary>The question particle أ: <c>أ+لم</c>.</summary>
    Interrogative,

    /// <summary>و or ف, "and", "so": <c>و+قال</c>.</summary>
    Conjunction,

    /// <summary>ب, ك or ل, "in", "like", "for": <c>ب+القاهرة</c>.</summary>
    Preposition,

    /// <summary>س of the future: <c>س+يكون</c>.</summary>
    Future,

    /// <summary>ال; behind ل only its second letter is written: <c>ل+ل+مدرسة</c>.</summary>
    Article,

    /// <summary>What is left, of two letters at least unless the word is shorter. Only a particle that carries a pronoun has none (<c>ب+ه</c>).</summary>
    Stem,

    /// <summary>Endings of nouns: ة, ات, ون, ين, ان, and ت before a pronoun (<c>مدرس+ت+هم</c>).</summary>
    NominalSuffix,

    /// <summary>The alef that carries tanwin: <c>كتاب+ا</c>.</summary>
    Case,

    /// <summary>Endings of verbs that name the doer: ت, وا, ون, ان, نا, ن.</summary>
    Subject,

    /// <summary>Attached pronouns: ه, ها, هم, هما, هن, ك, كم, ي, ني, نا.</summary>
    Pronoun,
}

/// <summary>A part of a word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, in UTF-16 code units of the word. Marks belong to the letter before them.</param>
public readonly record struct WordSegment(SegmentKind Kind, TextSpan Span);

/// <summary>The parts of a word in order, covering it from end to end. A value: nothing is allocated.</summary>
public readonly struct WordSegmentation : IEquatable<WordSegmentation>
{
    internal const int Capacity = 12;

    private readonly Ends _ends;
    private readonly long _kinds;

    internal WordSegmentation(ReadOnlySpan<(SegmentKind Kind, int End)> segments)
    {
        Count = segments.Length;
        for (int i = 0; i < segments.Length; i++)
        {
            _ends[i] = segments[i].End;
            _kinds |= (long)segments[i].Kind << (4 * i);
        }
    }

    /// <summary>Number of parts; 0 for the empty word.</summary>
    public int Count { get; }

    /// <summary>The part at <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in [0, <see cref="Count"/>).</exception>
    public WordSegment this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(index));
            return new WordSegment((SegmentKind)((_kinds >> (4 * index)) & 0xF), TextSpan.FromBounds(index == 0 ? 0 : _ends[index - 1], _ends[index]));
        }
    }

    /// <summary>The span of the stem; the whole word where a particle carries a pronoun and nothing else is there (<c>ب+ه</c>).</summary>
    public TextSpan Stem
    {
        get
        {
            for (int i = 0; i < Count; i++)
                if (this[i].Kind == SegmentKind.Stem) return this[i].Span;
            return Count == 0 ? default : new TextSpan(0, _ends[Count - 1]);
        }
    }

    /// <summary>Walks the parts in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public bool Equals(WordSegmentation other)
        => Count == other.Count && _kinds == other._kinds && ((ReadOnlySpan<int>)_ends)[..Count].SequenceEqual(((ReadOnlySpan<int>)other._ends)[..Count]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WordSegmentation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, _kinds, Count == 0 ? 0 : _ends[Count - 1]);

    /// <summary>Whether both have the same parts.</summary>
    public static bool operator ==(WordSegmentation left, WordSegmentation right) => left.Equals(right);

    /// <summary>Whether a part differs.</summary>
    public static bool operator !=(WordSegmentation left, WordSegmentation right) => !left.Equals(right);

    [InlineArray(Capacity)]
    private struct Ends
    {
        private int _first;
    }

    /// <summary>Walks the parts of a word.</summary>
    public struct Enumerator
    {
        private readonly WordSegmentation _segments;
        private int _index;

        internal Enumerator(WordSegmentation segments)
        {
            _segments = segments;
            _index = -1;
        }

        /// <summary>The part that <see cref="MoveNext"/> reached.</summary>
        public readonly WordSegment Current => _segments[_index];

        /// <summary>Goes to the next part; false behind the last.</summary>
        public bool MoveNext() => ++_index < _segments.Count;
    }
}
