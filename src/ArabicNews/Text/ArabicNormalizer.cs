using System.Buffers;

namespace ArabicNews;

/// <summary>
/// Strips, folds, expands and composes what <see cref="ArabicNormalization"/> names, in one pass, with or without the way back to the source.
/// </summary>
/// <remarks>
/// Immutable and thread-safe; build one per combination of flags and keep it (about 136 KiB of tables), or take <see cref="Display"/>, <see cref="Search"/> or <see cref="Match"/>.
/// Total over all UTF-16: lone surrogates, NUL and unassigned code points pass through. No culture and no ICU is asked, so results are the same everywhere.
/// Normalizing twice is normalizing once. All methods take time linear in the text.
/// </remarks>
/// <example><code>
/// string key = ArabicNormalizer.Search.Normalize("الإسـلامُ");   // "الاسلام"
/// NormalizedText result = ArabicNormalizer.Search.NormalizeWithOffsets("هٰذا");
/// TextSpan source = result.Offsets.ToSource(new TextSpan(0, 1)); // ه and its dagger alef
/// </code></example>
public sealed partial class ArabicNormalizer
{
    private readonly CharFolds _folds;
    private readonly VectorFolds _vectorFolds;

    /// <summary>A normalizer for any combination of flags.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="forms"/> has a bit that is no flag.</exception>
    public ArabicNormalizer(ArabicNormalization forms)
    {
        if ((forms & ~(ArabicNormalization.Match | ArabicNormalization.Display)) != 0) throw new ArgumentOutOfRangeException(nameof(forms));
        Forms = forms;
        _folds = new CharFolds(forms);
        _vectorFolds = new VectorFolds(_folds);
    }

    /// <summary>Clean code points, same spelling: <see cref="ArabicNormalization.Display"/>.</summary>
    public static ArabicNormalizer Display => ForDisplay.Normalizer;

    /// <summary>For matching and indexing words: <see cref="ArabicNormalization.Search"/>.</summary>
    public static ArabicNormalizer Search => ForSearch.Normalizer;

    /// <summary>For names and copies of texts: <see cref="ArabicNormalization.Match"/>.</summary>
    public static ArabicNormalizer Match => ForMatch.Normalizer;

    /// <summary>What this normalizer does.</summary>
    public ArabicNormalization Forms { get; }

    /// <summary>
    /// A length that is enough for any text of <paramref name="sourceLength"/> code units: the same, or 22 times as much with
    /// <see cref="ArabicNormalization.ExpandPresentationForms"/>; at most <see cref="int.MaxValue"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sourceLength"/> is negative.</exception>
    public int GetMaxLength(int sourceLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceLength);
        return !_folds.Expands ? sourceLength : (int)Math.Min(int.MaxValue, (long)sourceLength * PresentationForms.MaxLength);
    }

    /// <summary>Offset of the first code unit that does not stay as it is; -1 when <paramref name="text"/> is normalized already. Allocates nothing.</summary>
    public int IndexOfFirstChange(ReadOnlySpan<char> text) => FindFirstChange(text);

    /// <summary>
    /// Writes the normalized <paramref name="source"/> to <paramref name="destination"/>. False when it does not fit; then nothing behind the end is written, what lies
    /// in <paramref name="destination"/> is undefined, and <paramref name="charsWritten"/> is 0. Allocates nothing.
    /// </summary>
    /// <remarks>The two may overlap in any way, at the price of a rented buffer and a copy, which <see cref="NormalizeInPlace"/> mostly saves.</remarks>
    public bool TryNormalize(ReadOnlySpan<char> source, Span<char> destination, out int charsWritten)
    {
        if (!ByteVector512.IsSupported || (uint)(source.Length - 1) >= WordWidth || !TryRunWord(source, destination, out int length))
            length = source.Overlaps(destination) ? RunAside(source, destination) : source.Length <= ScalarWidth ? RunScalar(source, destination) : Run(source, destination);
        charsWritten = Math.Max(length, 0);
        return length >= 0;
    }

    /// <summary>
    /// Normalizes <paramref name="text"/> where it stands and returns its new length; what lies behind it is undefined. Returns -1, with <paramref name="text"/>
    /// untouched, when the result would be longer. Allocates nothing, but rents a buffer when the text holds a ligature or form that becomes several letters.
    /// </summary>
    public int NormalizeInPlace(Span<char> text) => TryRunInPlace(text, out int length) ? length : RunAside(text, text);

    /// <summary>The normalized text; the same instance when nothing changes, so that an unchanged text costs one scan and no allocation.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int bound = GetLengthBound(text);
        char[] buffer = ArrayPool<char>.Shared.Rent(bound);
        ReadOnlySpan<char> normalized = buffer.AsSpan(0, Run(text, buffer.AsSpan(0, bound)));
        string result = normalized.SequenceEqual(text) ? text : normalized.ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>The normalized text with the map of its offsets back to <paramref name="text"/>; the same instance when nothing changes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public NormalizedText NormalizeWithOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int bound = GetLengthBound(text);

        // Where nothing becomes several and nothing is missing in the end, every code unit stands where it stood.
        if (bound == text.Length && Normalize(text) is { } folded && folded.Length == text.Length) return new NormalizedText(folded, OffsetMap.Identity(text.Length));

        char[] buffer = ArrayPool<char>.Shared.Rent(bound);
        var offsets = new BuiltOffsets(new OffsetMap.Builder());
        ReadOnlySpan<char> normalized = buffer.AsSpan(0, RunWithOffsets(text, buffer.AsSpan(0, bound), offsets));
        string result = normalized.SequenceEqual(text) ? text : normalized.ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return new NormalizedText(result, offsets.Build(text.Length));
    }

    /// <summary>
    /// Writes the normalized <paramref name="source"/> to <paramref name="destination"/>, which is as long, where every code unit becomes one, so that all offsets stand still; false, with
    /// <paramref name="destination"/> undefined, where something is removed or becomes several.
    /// </summary>
    internal bool TryFold(ReadOnlySpan<char> source, Span<char> destination) => GetLengthBound(source) == source.Length && Run(source, destination) == source.Length;

    // An expansion early in the text may overtake the reader although the whole shrinks.
    private int RunAside(ReadOnlySpan<char> source, Span<char> destination)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(destination.Length);
        int length = Run(source, buffer.AsSpan(0, destination.Length));
        if (length >= 0) buffer.AsSpan(0, length).CopyTo(destination);
        ArrayPool<char>.Shared.Return(buffer);
        return length;
    }

    // Each of the three is made when it is asked for: its tables take longer than a short text.
    private static class ForDisplay
    {
        public static readonly ArabicNormalizer Normalizer = new(ArabicNormalization.Display);
    }

    private static class ForSearch
    {
        public static readonly ArabicNormalizer Normalizer = new(ArabicNormalization.Search);
    }

    private static class ForMatch
    {
        public static readonly ArabicNormalizer Normalizer = new(ArabicNormalization.Match);
    }
}
