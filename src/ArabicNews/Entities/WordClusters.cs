namespace ArabicNews;

/// <summary>Groups of words that stand in like company in news, a coarse and a fine one for each word; see <see cref="this"/>.</summary>
internal sealed class WordClusters(Dictionary<uint, (ushort Coarse, ushort Fine)> clusters)
{
    public static WordClusters None { get; } = new([]);

    /// <summary>The groups of a word by its key, from 1; zeros for a word that is in none.</summary>
    public (ushort Coarse, ushort Fine) this[ulong key] => clusters.TryGetValue(NameLists.FingerprintOf(key), out (ushort, ushort) found) ? found : default;
}
