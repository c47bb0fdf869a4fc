using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>Counts what an index holds.</summary>
internal static class IndexMeasure
{
    public static NewsIndexStatistics Measure(IndexReader reader, LuceneDirectory directory, NewsIndexVersions versions)
    {
        int pages = 0;
        long first = long.MaxValue, last = long.MinValue;
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            pages += CountPages(leaf.AtomicReader);
            (long earliest, long latest) = Dates(leaf.AtomicReader);
            (first, last) = (Math.Min(first, earliest), Math.Max(last, latest));
        }

        return new NewsIndexStatistics
        {
            ArticleCount = reader.NumDocs,
            PageCount = pages,
            DeletedCount = reader.NumDeletedDocs,
            SegmentCount = reader.Leaves.Count,
            FirstPublished = first <= last ? new DateTimeOffset(first, TimeSpan.Zero) : null,
            LastPublished = first <= last ? new DateTimeOffset(last, TimeSpan.Zero) : null,
            Size = SizeOf(directory),
            Versions = versions,
        };
    }

    public static NewsIndexSize SizeOf(LuceneDirectory directory)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string file in directory.ListAll())
        {
            if (file == IndexWriter.WRITE_LOCK_NAME) continue;
            try
            {
                AddSize(sizes, directory, file);
            }
            catch (FileNotFoundException)
            {
                // Merged away since the files were listed.
            }
        }

        long Sum(params string[] kinds) => kinds.Sum(kind => sizes.GetValueOrDefault(kind));
        long articles = Sum("fdt", "fdx"), terms = Sum("tim", "tip"), postings = Sum("doc", "pos", "pay"), values = Sum("dvd", "dvm", "nvd", "nvm");
        return new NewsIndexSize(articles, terms, postings, values, sizes.Values.Sum() - articles - terms - postings - values);
    }

    private static void AddSize(Dictionary<string, long> sizes, LuceneDirectory directory, string file)
    {
        string kind = KindOf(file);
        long length = directory.FileLength(file);
        foreach ((string inner, long innerLength) in kind == "cfs" ? FilesIn(directory, file) : [])
        {
            Add(sizes, KindOf(inner), innerLength);
            length -= innerLength;
        }

        Add(sizes, kind, length);
    }

    private static List<(string Name, long Length)> FilesIn(LuceneDirectory directory, string compoundFile)
    {
        try
        {
            using var compound = new CompoundFileDirectory(directory, compoundFile, IOContext.READ_ONCE, openForWrite: false);
            return [.. compound.ListAll().Select(file => (file, compound.FileLength(file)))];
        }
        catch (IOException problem) when (problem is not FileNotFoundException)
        {
            // It is being written at this moment, or is damaged, of which only verifying tells.
            return [];
        }
    }

    private static void Add(Dictionary<string, long> sizes, string kind, long length) => sizes[kind] = sizes.GetValueOrDefault(kind) + length;

    private static string KindOf(string file) => file[(file.LastIndexOf('.') + 1)..];

    // The articles of a page lie side by side, so a page begins where the id is not that of the article before.
    private static int CountPages(AtomicReader reader)
    {
        SortedDocValues keys = reader.GetSortedDocValues(ArticleDocument.Key);
        if (keys is null) return 0;
        IBits live = reader.LiveDocs;
        BytesRef key = new(), before = new();
        int pages = 0;
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (live is not null && !live.Get(doc)) continue;
            keys.Get(doc, key);
            ReadOnlySpan<byte> id = IdOf(key);
            if (pages > 0 && id.SequenceEqual(IdOf(before))) continue;
            pages++;
            before = BytesRef.DeepCopyOf(key);
        }

        return pages;
    }

    private static ReadOnlySpan<byte> IdOf(BytesRef key)
    {
        ReadOnlySpan<byte> bytes = key.Bytes.AsSpan(key.Offset, key.Length);
        int end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }

    private static (long First, long Last) Dates(AtomicReader reader)
    {
        (long first, long last) = (long.MaxValue, long.MinValue);
        var published = new PublishedColumn(reader);
        IBits? live = reader.LiveDocs;
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (live?.Get(doc) == false || !published.TryGet(doc, out long ticks)) continue;
            (first, last) = (Math.Min(first, ticks), Math.Max(last, ticks));
        }

        return (first, last);
    }
}
