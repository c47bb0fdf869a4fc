using System.Runtime.Intrinsics;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Groups words by the company they keep: for each word how much more often than by chance each frequent word stands right before and right behind it, and one further (positive pointwise mutual information), then
/// k-means by the angle between those vectors. Seeded; sums have a fixed order.
/// </summary>
internal sealed class WordClusterer
{
    private const int MinCount = 3, ContextWords = 3000, Positions = 4, Rounds = 12, FineGroups = 512, CoarseGroups = 64;

    // Keys below are signs, numbers and words of other scripts.
    private const ulong FirstWord = 70_000;

    private static readonly string[] s_corpora = ["anercorp", "wikifane", "wojoodsample", "idrisi"];

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _text = [];

    /// <summary>Groups the words of ANT news and the training parts of the annotated corpora.</summary>
    public static (uint[] Fingerprints, byte[] Coarse, ushort[] Fine) Cluster(string sharedData)
    {
        var clusterer = new WordClusterer();
        foreach (string text in AntCorpus.Texts(sharedData)) clusterer.Read(text);
        foreach (string corpus in s_corpora)
            foreach ((string[] tokens, _) in TaggerCorpus.Sentences(Path.Combine(sharedData, $"ner/{corpus}.train.conll")))
                clusterer.Read(string.Join(' ', tokens));
        (int[] words, (int Dimension, float Value)[][] vectors) = clusterer.Vectors();
        int[] fine = KMeans(vectors, FineGroups), coarse = KMeans(vectors, CoarseGroups);
        uint[] fingerprints = [.. words.Select(word => NameLists.FingerprintOf(clusterer._keys[word]))];
        int[] order = [.. Enumerable.Range(0, words.Length).OrderBy(i => fingerprints[i]).ThenBy(i => i)];
        return ([.. order.Select(i => fingerprints[i])], [.. order.Select(i => (byte)(coarse[i] + 1))], [.. order.Select(i => (ushort)(fine[i] + 1))]);
    }

    private void Read(string text)
    {
        Break();
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind == TokenKind.Word) Add(TextWords.KeyOf(token.Span.In(text)) is var key && key == 0 ? 2 : key);
            else if (token.Kind == TokenKind.Number) Add(3);
            else if (token.Kind == TokenKind.Punctuation) Add(text[token.Span.Start] + 16UL);
        }

        Break();
    }

    private void Break()
    {
        for (int i = 0; i < 2; i++) Add(1);
    }

    private void Add(ulong key)
    {
        if (!_ids.TryGetValue(key, out int id))
        {
            _ids.Add(key, id = _keys.Count);
            _keys.Add(key);
            _counts.Add(0);
        }

        _counts[id]++;
        _text.Add(id);
    }

    private (int[] Words, (int, float)[][] Vectors) Vectors()
    {
        int[] byCount = [.. Enumerable.Range(0, _keys.Count).OrderByDescending(id => _counts[id]).ThenBy(id => id)];
        int[] context = new int[_keys.Count];
        Array.Fill(context, -1);
        for (int i = 0; i < Math.Min(ContextWords, byCount.Length); i++) context[byCount[i]] = i;
        int[] words = [.. byCount.Where(id => _counts[id] >= MinCount && _keys[id] >= FirstWord)];
        int[] rank = new int[_keys.Count];
        Array.Fill(rank, -1);
        for (int i = 0; i < words.Length; i++) rank[words[i]] = i;

        var pairs = new List<long>();
        int[] dimensions = new int[ContextWords * Positions];
        for (int i = 2; i + 2 < _text.Count; i++)
        {
            int word = rank[_text[i]];
            for (int position = 0; position < Positions; position++)
            {
                int other = context[_text[i + (position switch { 0 => -1, 1 => 1, 2 => -2, _ => 2 })]];
                if (other < 0) continue;
                int dimension = (position * ContextWords) + other;
                dimensions[dimension]++;
                if (word >= 0) pairs.Add(((long)word << 32) | (uint)dimension);
            }
        }

        pairs.Sort();
        var vectors = new List<(int, float)>[words.Length];
        for (int i = 0, next; i < pairs.Count; i = next)
        {
            for (next = i + 1; next < pairs.Count && pairs[next] == pairs[i];) next++;
            int word = (int)(pairs[i] >> 32), dimension = (int)pairs[i];
            double information = Log2((double)(next - i) * _text.Count / ((double)_counts[words[word]] * dimensions[dimension]));

            // What stands one word further away says half as much.
            if (information > 0) (vectors[word] ??= []).Add((dimension, (float)(dimension < 2 * ContextWords ? information : information / 2)));
        }

        return (words, [.. vectors.Select(Unit)]);
    }

    private static (int, float)[] Unit(List<(int Dimension, float Value)>? vector)
    {
        if (vector is null) return [];
        double square = 0;
        foreach ((_, float value) in vector) square += (double)value * value;
        float scale = (float)(1 / Math.Sqrt(square));
        return [.. vector.Select(entry => (entry.Dimension, entry.Value * scale))];
    }

    // By our own steps, so that no library's last bit can change a group.
    private static double Log2(double x)
    {
        double whole = 0, step = 1, fraction = 0;
        while (x >= 2) (x, whole) = (x / 2, whole + 1);
        while (x < 1) (x, whole) = (x * 2, whole - 1);
        for (int i = 0; i < 24; i++)
        {
            x *= x;
            step /= 2;
            if (x < 2) continue;
            x /= 2;
            fraction += step;
        }

        return whole + fraction;
    }

    private static int[] KMeans((int Dimension, float Value)[][] vectors, int groups)
    {
        const int Lanes = 16;
        float[] centers = new float[ContextWords * Positions * groups], scores = new float[groups];
        int[] group = new int[vectors.Length];

        // The most frequent words come first: each of these begins a group.
        for (int i = 0; i < groups; i++)
            foreach ((int dimension, float value) in vectors[i]) centers[(dimension * groups) + i] = value;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < vectors.Length; i++)
            {
                Array.Clear(scores);
                foreach ((int dimension, float value) in vectors[i])
                {
                    Vector512<float> weight = Vector512.Create(value);
                    for (int lane = 0; lane < groups; lane += Lanes)
                        (Vector512.Create(scores, lane) + (weight * Vector512.Create(centers, (dimension * groups) + lane))).CopyTo(scores, lane);
                }

                int best = 0;
                for (int j = 1; j < groups; j++)
                    if (scores[j] > scores[best]) best = j;
                group[i] = best;
            }

            Array.Clear(centers);
            for (int i = 0; i < vectors.Length; i++)
                foreach ((int dimension, float value) in vectors[i]) centers[(dimension * groups) + group[i]] += value;
            double[] squares = new double[groups];
            for (int i = 0; i < centers.Length; i++) squares[i % groups] += (double)centers[i] * centers[i];
            for (int i = 0; i < centers.Length; i++)
                if (squares[i % groups] > 0) centers[i] /= (float)Math.Sqrt(squares[i % groups]);
        }

        return group;
    }
}
