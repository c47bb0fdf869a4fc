namespace ArabicNews;

/// <summary>Scores under keys, each key's kept as long as the table lives.</summary>
internal sealed class ScoreTable
{
    private readonly KeyTable _places = new(0);
    private double[] _scores = [];

    /// <summary>The score of a key; false, and 0, for one that has none.</summary>
    public bool TryGet(ulong key, out double score)
    {
        int place = _places.Find(key);
        score = place < 0 ? 0 : _scores[place];
        return place >= 0;
    }

    /// <summary>Gives a key its score, in place of the one that it may have.</summary>
    public void Set(ulong key, double score)
    {
        int place = _places.FindOrAdd(key, _places.Count);
        if (place == _scores.Length) Array.Resize(ref _scores, Math.Max(16, place * 2));
        _scores[place] = score;
    }
}
