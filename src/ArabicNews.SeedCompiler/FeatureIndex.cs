namespace ArabicNews.SeedCompiler;

/// <summary>Numbers for the features that stand often enough in a corpus, in the order of their places in a table of open addressing.</summary>
internal sealed class FeatureIndex
{
    private ulong[] _keys = new ulong[1 << 22];
    private int[] _values = new int[1 << 22];
    private int _used;

    /// <summary>Number of numbered features.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one more occurrence.</summary>
    public void Add(ulong feature)
    {
        if (_used * 2 > _keys.Length) Grow();
        int slot = SlotOf(feature);
        if (_keys[slot] == 0)
        {
            _keys[slot] = feature;
            _used++;
        }

        _values[slot]++;
    }

    /// <summary>Turns counts into numbers, for features with at least <paramref name="minCount"/>.</summary>
    public void Number(int minCount)
    {
        for (int slot = 0; slot < _keys.Length; slot++)
            if (_keys[slot] != 0) _values[slot] = _values[slot] >= minCount ? Count++ : -1;
    }

    /// <summary>The number of a feature; -1 for one without.</summary>
    public int this[ulong feature]
    {
        get
        {
            int slot = SlotOf(feature);
            return _keys[slot] == 0 ? -1 : _values[slot];
        }
    }

    public IEnumerable<(ulong Feature, int Number)> Numbered()
    {
        for (int slot = 0; slot < _keys.Length; slot++)
            if (_keys[slot] != 0 && _values[slot] >= 0) yield return (_keys[slot], _values[slot]);
    }

    private int SlotOf(ulong feature)
    {
        int mask = _keys.Length - 1, slot = (int)(feature >> 20) & mask;
        while (_keys[slot] != 0 && _keys[slot] != feature) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        (ulong[] keys, int[] values) = (_keys, _values);
        _keys = new ulong[keys.Length * 2];
        _values = new int[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            int slot = SlotOf(keys[i]);
            (_keys[slot], _values[slot]) = (keys[i], values[i]);
        }
    }
}
