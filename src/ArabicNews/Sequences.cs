using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Content equality for the arrays inside result records; a default array equals an empty one.</summary>
internal static class Sequences
{
    public static bool Equal<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefaultOrEmpty ? right.IsDefaultOrEmpty : !right.IsDefaultOrEmpty && left.AsSpan().SequenceEqual(right.AsSpan());

    public static int Hash<T>(ImmutableArray<T> items)
    {
        var hash = new HashCode();
        foreach (var item in items.IsDefault ? [] : items) hash.Add(item);
        return hash.ToHashCode();
    }
}
