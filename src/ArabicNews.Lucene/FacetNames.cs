using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>
/// Numbers the facet labels of an index, so that counting is adding in an array whatever segment an article is in. A label keeps its number, and its room, as long as the index is open. Thread-safe.
/// </summary>
internal sealed class FacetNames
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(FacetKind, string), int> _groups = [];
    private Name[] _names = [];

    /// <summary>All labels by number. One who is known is one <see cref="Name.Group"/> by id, one who is not by name in any spelling.</summary>
    public ReadOnlySpan<Name> All
    {
        get
        {
            lock (_lock) return _names.AsSpan(0, _numbers.Count);
        }
    }

    /// <summary>The number of each label of a segment, by ordinal.</summary>
    public int[] Add(SortedSetDocValues labels)
    {
        int[] numbers = new int[labels.ValueCount];
        var bytes = new BytesRef();
        lock (_lock)
        {
            for (int ord = 0; ord < numbers.Length; ord++)
            {
                labels.LookupOrd(ord, bytes);
                string label = bytes.Utf8ToString();
                if (!_numbers.TryGetValue(label, out numbers[ord])) numbers[ord] = Add(label);
            }
        }

        return numbers;
    }

    private int Add(string label)
    {
        (FacetKind kind, FacetCount value) = FacetLabel.Read(label);
        var key = (kind, FacetLabel.KeyOf(value.Id, value.Name));
        if (!_groups.TryGetValue(key, out int group)) _groups.Add(key, group = _groups.Count);
        int number = _numbers.Count;

        // A reader of the old array sees what it saw.
        if (number == _names.Length) Array.Resize(ref _names, Math.Max(256, 2 * number));
        _names[number] = new Name(kind, group, value);
        _numbers.Add(label, number);
        return number;
    }

    public readonly record struct Name(FacetKind Kind, int Group, FacetCount Value);
}
