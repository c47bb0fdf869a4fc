using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// The way back from a text to the text that it was made from. It keeps only the places where lengths differ: a text that was only folded,
/// one code unit for one, has an empty map. Immutable; compared by content.
/// </summary>
/// <remarks>
/// A code unit that came out of several, or several out of one (a ligature spelled out), belong to the whole of what they came from. What was removed
/// belongs to the code unit before it, so a span of a stripped text covers the marks of its last letter, and a highlight cuts no letter in two.
/// </remarks>
public sealed class OffsetMap : IEquatable<OffsetMap>
{
    private readonly ImmutableArray<Edit> _edits;

    private OffsetMap(ImmutableArray<Edit> edits, int sourceLength, int length)
    {
        _edits = edits;
        SourceLength = sourceLength;
        Length = length;
    }

    /// <summary>Length of the text that was made, in UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>Length of the source, in UTF-16 code units.</summary>
    public int SourceLength { get; }

    /// <summary>Number of places where source and text differ in length.</summary>
    public int EditCount => _edits.Length;

    /// <summary>The map of a text of <paramref name="length"/> code units that is its own source.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static OffsetMap Identity(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new OffsetMap([], length, length);
    }

    /// <summary>
    /// Where the code unit at <paramref name="offset"/> comes from: the start of its source. <see cref="Length"/> gives <see cref="SourceLength"/>.
    /// Never decreases as <paramref name="offset"/> grows. O(log n) in the number of edits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is not in [0, <see cref="Length"/>].</exception>
    public int ToSource(int offset)
    {
        if ((uint)offset > (uint)Length) throw new ArgumentOutOfRangeException(nameof(offset));
        int index = LastEditAtOrBefore(offset);
        if (index < 0) return offset;
        Edit edit = _edits[index];
        return offset < edit.End ? edit.SourceStart : edit.SourceEnd + (offset - edit.End);
    }

    /// <summary>
    /// The smallest span of the source that covers everything that the code units of <paramref name="span"/> came from, and what was removed right after
    /// the last of them. An empty span stays empty, at <see cref="ToSource(int)"/> of its start. O(log n) in the number of edits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> does not lie in the text.</exception>
    public TextSpan ToSource(TextSpan span)
    {
        if (span.Start < 0 || span.Length < 0 || span.Start > Length - span.Length) throw new ArgumentOutOfRangeException(nameof(span));
        int start = ToSource(span.Start);
        return span.IsEmpty ? new TextSpan(start, 0) : TextSpan.FromBounds(start, SourceEndOf(span.End));
    }

    /// <summary>
    /// The map of two steps: from the text of <paramref name="next"/>, whose source is the text of this map, back to the source of this map. O(n + m) in the edits of both.
    /// </summary>
    /// <exception cref="ArgumentException">The source of <paramref name="next"/> is not as long as the text of this map.</exception>
    public OffsetMap Then(OffsetMap next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.SourceLength != Length) throw new ArgumentException("The second map must start where the first ends: its source has another length.", nameof(next));
        if (next._edits.IsEmpty) return this;
        if (_edits.IsEmpty) return next;

        // Both lists are ordered in the text between. What overlaps there becomes one edit; what does not keeps its own.
        var builder = new Builder();
        int i = 0, j = 0, copied = 0;
        while (i < _edits.Length || j < next._edits.Length)
        {
            bool firstIsOurs = j == next._edits.Length || (i < _edits.Length && _edits[i].Start <= next._edits[j].SourceStart);
            int start = firstIsOurs ? _edits[i].Start : next._edits[j].SourceStart;
            int end = start, sourceLength = 0, length = 0;
            builder.Copy(start - copied);
            while (true)
            {
                if (i < _edits.Length && Touches(_edits[i].Start, start, end))
                {
                    Edit edit = _edits[i++];
                    sourceLength += edit.SourceEnd - edit.SourceStart - (edit.End - edit.Start);
                    end = Math.Max(end, edit.End);
                }
                else if (j < next._edits.Length && Touches(next._edits[j].SourceStart, start, end))
                {
                    Edit edit = next._edits[j++];
                    length += edit.End - edit.Start - (edit.SourceEnd - edit.SourceStart);
                    end = Math.Max(end, edit.SourceEnd);
                }
                else
                {
                    break;
                }
            }

            builder.Replace(sourceLength + (end - start), length + (end - start));
            copied = end;
        }

        builder.Copy(Length - copied);
        return builder.Build();

        static bool Touches(int position, int start, int end) => position == start || position < end;
    }

    /// <inheritdoc/>
    public bool Equals(OffsetMap? other)
        => other is not null && Length == other.Length && SourceLength == other.SourceLength && _edits.AsSpan().SequenceEqual(other._edits.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OffsetMap);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, SourceLength, _edits.Length);

    // Where the source of everything before offset ends. Inside an expansion that is the end of the whole; else it is where the code unit at
    // offset starts, so that what was stripped between the two falls to the left.
    private int SourceEndOf(int offset)
    {
        int index = LastEditAtOrBefore(offset);
        if (index < 0) return offset;
        Edit edit = _edits[index];
        if (offset == edit.Start && edit.End > edit.Start)
            return index > 0 && _edits[index - 1].End == offset ? _edits[index - 1].SourceEnd : edit.SourceStart;
        return offset < edit.End ? edit.SourceEnd : edit.SourceEnd + (offset - edit.End);
    }

    // Of several edits at one offset, which are a removal and an expansion behind it, the last.
    private int LastEditAtOrBefore(int offset)
    {
        ReadOnlySpan<Edit> edits = _edits.AsSpan();
        int low = 0, high = edits.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            if (edits[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    // [SourceStart, SourceEnd) of the source became [Start, End) of the text.
    private readonly record struct Edit(int SourceStart, int SourceEnd, int Start, int End);

    /// <summary>
    /// Builds a map front to back, by saying of each run what became of it. Not thread-safe; one builder makes one map.
    /// </summary>
    /// <example><code>
    /// var builder = new OffsetMap.Builder();
    /// builder.Copy(5);        // five code units as they were
    /// builder.Replace(6, 1);  // &amp;quot; became "
    /// builder.Skip(3);        // three code units left out
    /// OffsetMap map = builder.Build();
    /// </code></example>
    public sealed class Builder
    {
        private readonly List<Edit> _edits = [];

        /// <summary>Length of the source so far.</summary>
        public int SourceLength { get; private set; }

        /// <summary>Length of the text so far.</summary>
        public int Length { get; private set; }

        /// <summary>The next <paramref name="length"/> code units are the same in both, or each replaced by one.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
        public void Copy(int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            SourceLength = checked(SourceLength + length);
            Length = checked(Length + length);
        }

        /// <summary>The next <paramref name="sourceLength"/> code units of the source are left out.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="sourceLength"/> is negative.</exception>
        public void Skip(int sourceLength) => Replace(sourceLength, 0);

        /// <summary>The next <paramref name="length"/> code units of the text have no source; they point at the place where they were put in.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
        public void Insert(int length) => Replace(0, length);

        /// <summary>The next <paramref name="sourceLength"/> code units of the source became, as a whole, the next <paramref name="length"/> of the text.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
        public void Replace(int sourceLength, int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sourceLength);
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            if (sourceLength == length && length <= 1)
            {
                Copy(length);
                return;
            }

            int sourceEnd = checked(SourceLength + sourceLength);
            int end = checked(Length + length);

            // Removals that follow each other are one.
            Edit edit = new(SourceLength, sourceEnd, Length, end);
            if (length == 0 && _edits.Count > 0 && _edits[^1] is { } last && last.Start == last.End && last.End == Length && last.SourceEnd == SourceLength)
                _edits[^1] = last with { SourceEnd = sourceEnd };
            else
                _edits.Add(edit);
            SourceLength = sourceEnd;
            Length = end;
        }

        /// <summary>The map of what was said so far.</summary>
        public OffsetMap Build() => new([.. CollectionsMarshal.AsSpan(_edits)], SourceLength, Length);

        /// <summary>
        /// Joins everything from <paramref name="start"/> of the text, and the next <paramref name="sourceLength"/> code units of the source, into one edit: a letter, the
        /// marks behind it and the hamza that went into it.
        /// </summary>
        internal void JoinFrom(int start, int sourceLength)
        {
            while (_edits.Count > 0 && (_edits[^1].End > start || _edits[^1].Start > start))
            {
                start = Math.Min(start, _edits[^1].Start);
                _edits.RemoveAt(_edits.Count - 1);
            }

            int sourceStart = _edits.Count == 0 ? start : _edits[^1].SourceEnd + (start - _edits[^1].End);
            SourceLength = checked(SourceLength + sourceLength);
            _edits.Add(new Edit(sourceStart, SourceLength, start, Length));
        }
    }
}
