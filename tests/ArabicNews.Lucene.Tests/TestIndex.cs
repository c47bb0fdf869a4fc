using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ArabicNews.Lucene.Tests;

/// <summary>
/// An index whose every state can be told from a number: what batch n adds, replaces and removes follows from n, so that whoever knows the last batch knows all that an index must hold, to the letter.
/// </summary>
internal static class TestIndex
{
    /// <summary>Pages that a batch adds or replaces.</summary>
    public const int BatchSize = 4;

    private const int Ids = 40;

    /// <summary>The pages of an index after so many batches: texts by id.</summary>
    public static SortedDictionary<string, string> StateAfter(int batches) => StateAfter(Enumerable.Range(1, batches).SelectMany(Batch));

    /// <summary>The pages of an index after changes: texts by id.</summary>
    public static SortedDictionary<string, string> StateAfter(IEnumerable<(string Id, string? Text)> changes)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string id, string? text) in changes)
            if (text is null) state.Remove(id);
            else state[id] = text;

        return state;
    }

    /// <summary>What a batch does, in order: ids with their new text, null to remove. Among them is the number of the batch.</summary>
    public static IEnumerable<(string Id, string? Text)> Batch(int batch)
    {
        var random = new Random(batch);
        for (int i = 0; i < BatchSize; i++) yield return (IdOf(random.Next(Ids)), TextOf(batch, i, random.Next(1, 60)));
        yield return (IdOf(random.Next(Ids)), null);
        yield return ("batch", string.Create(CultureInfo.InvariantCulture, $"دفعة {batch}\nانتهت الدفعة w{batch}"));
    }

    /// <summary>Does it, without a commit.</summary>
    public static void Apply(NewsIndex index, int batch)
    {
        foreach ((string id, string? text) in Batch(batch)) Apply(index, id, text);
    }

    /// <summary>Does one change of a batch, without a commit.</summary>
    public static void Apply(NewsIndex index, string id, string? text)
    {
        if (text is null) index.Remove(id);
        else index.Add(id, News.Page(text), EntityExtraction.Empty);
    }

    /// <summary>The texts of what is committed in a directory, by id, each read as it is stored.</summary>
    public static SortedDictionary<string, string> Read(global::Lucene.Net.Store.Directory directory)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            IBits live = leaf.AtomicReader.LiveDocs;
            for (int doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is not null && !live.Get(doc)) continue;
                BytesRef bytes = leaf.AtomicReader.Document(doc).GetBinaryValue(ArticleDocument.Stored);
                StoredArticle article = StoredArticle.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
                state.Add(article.Id, article.Text);
            }
        }

        return state;
    }

    /// <inheritdoc cref="Read(global::Lucene.Net.Store.Directory)"/>
    public static SortedDictionary<string, string> Read(string folder)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        return Read(directory);
    }

    /// <summary>The last batch of a state; 0 where there is none.</summary>
    public static int LastBatch(SortedDictionary<string, string> state) =>
        state.TryGetValue("batch", out string? text) ? int.Parse(text.AsSpan(text.LastIndexOf('w') + 1), CultureInfo.InvariantCulture) : 0;

    private static string IdOf(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    private static string TextOf(int batch, int number, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"خبر رقم b{batch}n{number}\nنص الخبر w{batch} {string.Join(' ', Enumerable.Range(0, length).Select(i => i.ToString(CultureInfo.InvariantCulture)))}\nنهاية b{batch}n{number}");
}
