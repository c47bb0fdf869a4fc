using System.Buffers.Binary;

namespace ArabicNews;

/// <summary>
/// What tells copies of one wire story apart from all other articles: a sample of the word sequences of the body, and one of its figures. It is made from the text alone, the same on every machine, and takes at most
/// <see cref="MaxByteCount"/> bytes however long the article is. Immutable; equal when the samples are equal.
/// </summary>
/// <remarks>
/// <para>
/// Headline, credits, dateline, subheads and captions are left out: an outlet writes its own. Words are compared without the letters whose spelling varies, so other hamzas, marks, digits or vowels of a foreign name make no difference.
/// </para>
/// <para>
/// A signature is empty when the body has fewer than seven words, or hardly two different ones: no story can be told by so little, and an empty signature is a copy of nothing.
/// </para>
/// </remarks>
/// <example><code>
/// StorySignature ours = StorySignature.Create(page.Main, page.Text);
/// if (ours.IsCopyOf(theirs)) Console.WriteLine("the same story, whole or in part");
/// </code></example>
public sealed class StorySignature : IEquatable<StorySignature>
{
    /// <summary>Most bytes of a signature, as <see cref="ToBytes"/> writes it.</summary>
    public const int MaxByteCount = HeadLength + (sizeof(uint) * (MaxSequences + MaxFigures));

    /// <summary>Most numbers in <see cref="BandTerms"/>.</summary>
    public const int MaxBandTerms = 16;

    // With 128 as many copies are found within a thousandth, with 64 a thousandth fewer.
    internal const int MaxSequences = 96, MaxFigures = 16;

    private const int MinSequences = 4;
    private const byte Format = 1;

    // The format, how many sequences, how many figures; then the numbers.
    private const int HeadLength = 3;

    private readonly uint[] _sequences;
    private readonly uint[] _figures;

    private StorySignature(uint[] sequences, uint[] figures)
    {
        _sequences = sequences;
        _figures = figures;
    }

    /// <summary>The signature of an article without words.</summary>
    public static StorySignature Empty { get; } = new([], []);

    /// <summary>Whether there is too little text to tell a story by.</summary>
    public bool IsEmpty => _sequences.Length == 0;

    /// <summary>
    /// Numbers of which two copies share some and other articles hardly any, ascending: what an index keeps to find candidates for <see cref="IsCopyOf"/>. A number that very many articles have is a stock phrase and may be skipped.
    /// Empty for an empty signature.
    /// </summary>
    public ReadOnlySpan<uint> BandTerms => _sequences.AsSpan(0, Math.Min(_sequences.Length, MaxBandTerms));

    /// <summary>About how many different word sequences the body has, which is about how many words.</summary>
    public int EstimatedLength => _sequences.Length < MaxSequences ? _sequences.Length : (int)(MaxSequences * (double)uint.MaxValue / _sequences[^1]);

    /// <summary>The signature of an article's body. Linear in its length; allocates the signature, and an array for a word of more than 448 code units.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text"><see cref="NewsPage.Text"/> of its page.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part does not lie inside <paramref name="text"/>.</exception>
    public static StorySignature Create(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var sketcher = new StorySketcher(stackalloc uint[StorySketcher.RoomForSequences], stackalloc uint[StorySketcher.RoomForFigures]);
        Span<char> buffer = stackalloc char[StorySketcher.TermBufferLength];
        foreach (ArticlePart part in article.Parts.IsDefault ? [] : article.Parts)
        {
            if (Article.IsBody(part.Kind) && part.Kind != ArticlePartKind.Subhead) sketcher.Add(part.Span.In(text), buffer);
        }

        return Create(ref sketcher);
    }

    /// <summary>The signature of a body that stands by itself. Linear in its length; allocates the signature, and an array for a word of more than 448 code units.</summary>
    /// <param name="body">Any text, without headline and credits.</param>
    public static StorySignature Create(ReadOnlySpan<char> body)
    {
        var sketcher = new StorySketcher(stackalloc uint[StorySketcher.RoomForSequences], stackalloc uint[StorySketcher.RoomForFigures]);
        sketcher.Add(body, stackalloc char[StorySketcher.TermBufferLength]);
        return Create(ref sketcher);
    }

    /// <summary>Reads what <see cref="ToBytes"/> has written.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a signature, or of another version.</exception>
    public static StorySignature FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || bytes[0] != Format) throw new InvalidDataException("This is no signature of a story, or one of another version.");
        int sequences = bytes[1], figures = bytes[2];
        bool isPossible = sequences <= MaxSequences && figures <= MaxFigures && (sequences >= MinSequences || (sequences == 0 && figures == 0));
        if (!isPossible || bytes.Length != HeadLength + (sizeof(uint) * (sequences + figures))) throw new InvalidDataException("The signature of a story is damaged: its length is wrong.");
        ReadOnlySpan<byte> numbers = bytes[HeadLength..];
        return sequences == 0 ? Empty : new StorySignature(Read(numbers[..(sequences * sizeof(uint))]), Read(numbers[(sequences * sizeof(uint))..]));
    }

    /// <summary>The signature as bytes, at most <see cref="MaxByteCount"/>; the same on every machine.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeadLength + (sizeof(uint) * (_sequences.Length + _figures.Length))];
        bytes[0] = Format;
        bytes[1] = (byte)_sequences.Length;
        bytes[2] = (byte)_figures.Length;
        Span<byte> rest = bytes.AsSpan(HeadLength);
        foreach (uint[] numbers in (ReadOnlySpan<uint[]>)[_sequences, _figures])
        {
            foreach (uint number in numbers)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(rest, number);
                rest = rest[sizeof(uint)..];
            }
        }

        return bytes;
    }

    /// <summary>Whether one of the two is a copy of the other, whole or in part. Symmetric, but not transitive; a signature is a copy of itself unless it is empty. Takes a few hundred steps, allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool IsCopyOf(StorySignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StoryLikeness.Of(this, other).IsCopy;
    }

    /// <summary>About which share of the shorter body's word sequences the other has too, in [0, 1]; 0 when one is empty. Symmetric.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public double GetOverlap(StorySignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StoryLikeness.Of(this, other).Overlap;
    }

    /// <summary>About which share of all word sequences of the two bodies both have, in [0, 1]; 0 when one is empty. Symmetric, and never above <see cref="GetOverlap"/>: of two copies, the one of more resemblance is nearer in length, too.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public double GetResemblance(StorySignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return StoryLikeness.Of(this, other).Resemblance;
    }

    /// <inheritdoc/>
    public bool Equals(StorySignature? other) => other is not null && _sequences.AsSpan().SequenceEqual(other._sequences) && _figures.AsSpan().SequenceEqual(other._figures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StorySignature);

    /// <inheritdoc/>
    public override int GetHashCode() => _sequences.Length == 0 ? 0 : (int)(_sequences[0] ^ _sequences[^1]);

    internal ReadOnlySpan<uint> Sequences => _sequences;

    internal ReadOnlySpan<uint> Figures => _figures;

    private static StorySignature Create(ref StorySketcher sketcher)
    {
        ReadOnlySpan<uint> sequences = sketcher.GetSequences();
        return sequences.Length < MinSequences ? Empty : new StorySignature(sequences.ToArray(), sketcher.GetFigures().ToArray());
    }

    private static uint[] Read(ReadOnlySpan<byte> bytes)
    {
        uint[] numbers = new uint[bytes.Length / sizeof(uint)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
            if (i > 0 && numbers[i] <= numbers[i - 1]) throw new InvalidDataException("The signature of a story is damaged: its numbers do not ascend.");
        }

        return numbers;
    }
}
