using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace ArabicNews.Lucene;

/// <summary>
/// What a token is, in one object: Lucene clears and reads attributes one by one, through interfaces, which costs a stream of many short terms more than making them does. It behaves as Lucene's separate
/// attributes do, and whoever asks a stream for one of them gets this.
/// </summary>
internal sealed class TermAttributes : CharTermAttribute, IOffsetAttribute, IPositionIncrementAttribute, IPositionLengthAttribute, ITypeAttribute
{
    /// <summary>What is copied of a term at least, in code units.</summary>
    public const int CopyLength = 16;

    private int _start;
    private int _end;
    private int _increment = 1;
    private int _length = 1;
    private string _type = TypeAttribute.DEFAULT_TYPE;

    /// <inheritdoc/>
    public int StartOffset => _start;

    /// <inheritdoc/>
    public int EndOffset => _end;

    /// <inheritdoc/>
    public int PositionIncrement
    {
        get => _increment;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _increment = value;
        }
    }

    /// <inheritdoc/>
    public int PositionLength
    {
        get => _length;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _length = value;
        }
    }

    /// <inheritdoc/>
    public string Type
    {
        get => _type;
        set => _type = value;
    }

    /// <inheritdoc/>
    public void SetOffset(int startOffset, int endOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startOffset);
        ArgumentOutOfRangeException.ThrowIfLessThan(endOffset, startOffset);
        (_start, _end) = (startOffset, endOffset);
    }

    /// <summary>Sets what a term does not tell; of the type only what differs from that of a word.</summary>
    public void Set(int start, int end, int increment, TokenKind kind)
    {
        (_start, _end, _increment) = (start, end, increment);
        if (kind != TokenKind.Word) _type = TokenTypes.Of(kind);
    }

    /// <summary>Sets the term to the first <paramref name="length"/> code units of <paramref name="text"/>, which has at least <see cref="CopyLength"/>.</summary>
    public void SetTerm(ReadOnlySpan<char> text, int length)
    {
        Copy(text, length, Room(length));
        Length = length;
    }

    /// <summary>The same behind a mark.</summary>
    public void SetTerm(char mark, ReadOnlySpan<char> text, int length)
    {
        Span<char> term = Room(length + 1);
        term[0] = mark;
        Copy(text, length, term[1..]);
        Length = length + 1;
    }

    /// <summary>Sets the term to a mark and letters as <see cref="WordTerms.Skeleton"/> has them.</summary>
    public void SetTerm(char mark, ulong letters, int length)
    {
        Span<char> term = Room(length + 1);
        term[0] = mark;
        (Vector128.WidenLower(Vector128.CreateScalar(letters).AsByte()) + Vector128.Create((ushort)0x0600)).CopyTo(MemoryMarshal.Cast<char, ushort>(term[1..]));
        Length = length + 1;
    }

    /// <summary>Sets the term to a mark and as much of a string as a term may have.</summary>
    public void SetTerm(char mark, string text)
    {
        int length = ArabicNewsTokenizer.CutLength(text);
        Span<char> term = Room(length + 1);
        term[0] = mark;
        text.AsSpan(0, length).CopyTo(term[1..]);
        ArabicNewsTokenizer.ReplaceInvalid(term.Slice(1, length));
        Length = length + 1;
    }

    // Most words are shorter than a vector, and how long one is cannot be predicted: a copy of always the same length costs a third.
    private static void Copy(ReadOnlySpan<char> text, int length, Span<char> destination)
    {
        if (length <= CopyLength) Vector256.Create(MemoryMarshal.Cast<char, ushort>(text)).CopyTo(MemoryMarshal.Cast<char, ushort>(destination));
        else text[..length].CopyTo(destination);
    }

    private Span<char> Room(int length)
    {
        char[] buffer = Buffer;
        return buffer.Length >= length + CopyLength ? buffer : ResizeBuffer(length + CopyLength);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        (_start, _end, _increment, _length, _type) = (0, 0, 1, 1, TypeAttribute.DEFAULT_TYPE);
    }

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target)
    {
        base.CopyTo(target);
        if (target is not TermAttributes other) return;
        (other._start, other._end, other._increment, other._length, other._type) = (_start, _end, _increment, _length, _type);
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) =>
        other is TermAttributes that && base.Equals(other) && _start == that._start && _end == that._end && _increment == that._increment && _length == that._length && _type == that._type;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _start, _end, _increment, _length, _type);

    /// <inheritdoc/>
    public override void ReflectWith(IAttributeReflector reflector)
    {
        ArgumentNullException.ThrowIfNull(reflector);
        base.ReflectWith(reflector);
        reflector.Reflect<IOffsetAttribute>("startOffset", _start);
        reflector.Reflect<IOffsetAttribute>("endOffset", _end);
        reflector.Reflect<IPositionIncrementAttribute>("positionIncrement", _increment);
        reflector.Reflect<IPositionLengthAttribute>("positionLength", _length);
        reflector.Reflect<ITypeAttribute>("type", _type);
    }

    /// <summary>Makes <see cref="TermAttributes"/> of what it is, and Lucene's own of everything else.</summary>
    public sealed class Factory : AttributeSource.AttributeFactory
    {
        public static Factory Instance { get; } = new();

        public override Attribute CreateAttributeInstance<T>() =>
            typeof(T).IsAssignableFrom(typeof(TermAttributes)) ? new TermAttributes() : DEFAULT_ATTRIBUTE_FACTORY.CreateAttributeInstance<T>();
    }
}
