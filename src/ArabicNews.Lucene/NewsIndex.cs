using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lock = Lucene.Net.Store.Lock;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>
/// A search index of news articles, in a directory or in memory: one document for each article, those of a page added, replaced and removed together.
/// </summary>
/// <remarks>
/// <para>Thread-safe: any number of threads may add and search at once. What is added is found by the next search, and survives a crash and a power cut from the next <see cref="Commit"/> on. One index at a time writes to a
/// directory, on this machine; others open it with <see cref="NewsIndexOptions.ReadOnly"/>.</para>
/// <para>A write that fails (no room, no permission) ends all writing: Lucene drops what it held in memory, so a later commit could only pretend to hold it. The failing call and every write after it throw a
/// <see cref="NewsIndexException"/> that says so; searches go on with what was there last. What is committed is safe.</para>
/// </remarks>
/// <example><code>
/// using var index = NewsIndex.Open("news.index");
/// index.Add("page-1", ArticleParser.Default.Parse(text));
/// foreach (NewsHit hit in index.Search(NewsQuery.Parse("غزة -رياضة")).Hits) Console.WriteLine(hit.Headline?.ToHtml());
/// </code></example>
public sealed partial class NewsIndex : IDisposable, IAsyncDisposable
{
    /// <summary>The version of what an index holds; an index of another version is refused.</summary>
    public const int SchemaVersion = ArticleDocument.SchemaVersion;

    /// <summary>Longest id of a page, in UTF-16 code units.</summary>
    public const int MaxIdLength = 512;

    private const string InMemory = "memory";

    private static readonly Similarity s_similarity = new NewsSimilarity();

    private readonly string _name;
    private readonly CommitDirectory _directory;
    private readonly EntityExtractor _extractor;
    private readonly Analyzer _analyzer = ArticleDocument.CreateAnalyzer();
    private readonly NewsIndexVersions _versions;
    private readonly SnapshotDeletionPolicy? _snapshots;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;
    private readonly NewsSearcher _newsSearcher;
    private long _changes;
    private long _changesSeen;
    private int _disposed;

    private NewsIndex(CommitDirectory directory, string name, NewsIndexOptions options)
    {
        _name = name;
        _directory = directory;
        _extractor = options.Extractor ?? EntityExtractor.Default;
        _newsSearcher = new NewsSearcher(_analyzer);
        var searcherFactory = new BM25SearcherFactory();
        if (options.ReadOnly)
        {
            SegmentInfos commit = IndexFolder.ReadLastCommit(directory, name) ?? throw new NewsIndexException(NewsIndexProblem.Missing, $"There is no index in {name}.");
            _versions = NewsIndexVersions.Read(commit.UserData);
            _searchers = new SearcherManager(directory, searcherFactory);
            return;
        }

        NewsIndexVersions? found = ReadVersionsForWriting(options.AcceptOtherAnalysis);
        _versions = found?.Then(NewsIndexVersions.Current) ?? NewsIndexVersions.Current;
        _snapshots = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        _writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
        {
            Similarity = s_similarity,
            IndexDeletionPolicy = _snapshots,
            MergeScheduler = new WatchedMergeScheduler(this),
            RAMBufferSizeMB = options.BufferMegabytes,
            WriteLockTimeout = 0,
        });
        try
        {
            // Only where it is news: setting it makes a commit of an index in which nothing has changed.
            if (found != _versions) _writer.SetCommitData(_versions.ToUserData());
            if (found is null) _writer.Commit();
            _searchers = new SearcherManager(_writer, applyAllDeletes: true, searcherFactory);
            if (options.GroupStories) _stories = new Lazy<StoryGrouper>(RestoreStories);
        }
        catch
        {
            Abandon(_writer);
            throw;
        }
    }

    /// <summary>Opens the index in a directory; a missing or empty directory becomes a new index.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="directory"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting of <paramref name="options"/> is.</exception>
    /// <exception cref="NewsIndexException">
    /// Another writer has the index open, it was made by another version, it is no index of this library, it is damaged, there is none to read, there is no room or no permission.
    /// </exception>
    public static NewsIndex Open(string directory, NewsIndexOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= NewsIndexOptions.Default;
        options.Check();
        string path = Path.GetFullPath(directory);
        if (File.Exists(path)) throw new NewsIndexException(NewsIndexProblem.NotAnIndex, $"{path} is a file: name a directory.");
        LuceneDirectory files;
        try
        {
            files = new DurableDirectory(path, create: !options.ReadOnly);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw IndexProblems.OnOpening(path, problem);
        }

        return Open(files, path, options);
    }

    /// <summary>An empty index in memory; it is gone when disposed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting of <paramref name="options"/> is.</exception>
    public static NewsIndex CreateInMemory(NewsIndexOptions? options = null)
    {
        options ??= NewsIndexOptions.Default;
        options.Check();
        return Open(new RAMDirectory(), InMemory, options with { ReadOnly = false });
    }

    /// <summary>Opens the index in a directory of Lucene's, and disposes of that with the index, or at once when it fails.</summary>
    internal static NewsIndex Open(LuceneDirectory directory, string name, NewsIndexOptions options)
    {
        try
        {
            return new NewsIndex(new CommitDirectory(directory), name, options);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            directory.Dispose();
            throw IndexProblems.OnOpening(name, problem);
        }
    }

    /// <summary>What made the index, and whether words are analyzed as in this version of the library.</summary>
    public NewsIndexVersions Versions => _versions;

    /// <summary>Finds articles. What was added or removed before the call is seen; where writing has failed, what was last seen before.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit or count of <paramref name="query"/> is negative, or its histogram is finer than a day.</exception>
    /// <exception cref="NewsIndexException">The index cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public NewsSearchResult Search(NewsQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.SnippetCount, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.FacetLimit, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.MapLimit, nameof(query));
        if (query.Histogram > DatePrecision.Day) throw new ArgumentOutOfRangeException(nameof(query), "A bar of the histogram is a year, a month or a day.");
        return Read(searcher => _newsSearcher.Search(searcher, query));
    }

    /// <summary>The articles of a page, the main one first, as they were added; of a page with more than a thousand the first ones. Empty for an id that is not there. Reads them from the disk.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="NewsIndexException">The index could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public ImmutableArray<NewsIndexArticle> GetArticles(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Read(searcher => NewsSearcher.ReadArticles(searcher, id));
    }

    /// <summary>How large the index is and what it holds. Takes time with the number of articles, some milliseconds for 100,000.</summary>
    /// <exception cref="NewsIndexException">The index cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public NewsIndexStatistics GetStatistics() => Read(searcher => IndexMeasure.Measure(searcher.IndexReader, _directory, _versions));

    /// <summary>Commits what was added, waits for segments that are being merged, and closes the index. Does nothing the second time.</summary>
    /// <exception cref="NewsIndexException">What was added since the last commit could not be written and is lost; the index is closed all the same.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        try
        {
            Close();
        }
        finally
        {
            _analyzer.Dispose();
            _directory.Dispose();
        }
    }

    /// <summary>As <see cref="Dispose"/>, on another thread: merging and writing may take a while.</summary>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));

    // Null for an index that is new.
    private NewsIndexVersions? ReadVersionsForWriting(bool acceptOtherAnalysis)
    {
        using Lock held = IndexFolder.Hold(_directory, _name);
        SegmentInfos? commit = IndexFolder.ReadLastCommit(_directory, _name);
        _directory.DeleteTornCommits();
        if (commit is null) return null;
        NewsIndexVersions found = NewsIndexVersions.Read(commit.UserData);
        found.CheckWritable(acceptOtherAnalysis);

        // Whoever wrote it may have been killed before it was safe: what this index builds on has to stay.
        _directory.Sync([.. IndexFolder.FilesOf(commit, _directory)]);
        return found;
    }

    private T Read<T>(Func<IndexSearcher, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        Refresh();
        IndexSearcher searcher = _searchers.Acquire();
        try
        {
            return read(searcher);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw IndexProblems.OnReading(_name, problem);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private void Refresh()
    {
        long changes = Interlocked.Read(ref _changes);
        if (_failure is not null || (_writer is not null && Interlocked.Read(ref _changesSeen) >= changes)) return;
        try
        {
            // Counted as seen only afterwards: until then every search waits for the new searcher.
            _searchers.MaybeRefreshBlocking();
            Interlocked.Exchange(ref _changesSeen, changes);
        }
        catch (Exception problem) when (_writer is not null && problem is not (OutOfMemoryException or ObjectDisposedException))
        {
            // A new searcher needs what is in memory as a segment. The next write tells; readers go on.
            Fail(problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw IndexProblems.OnReading(_name, problem);
        }
    }

    private sealed class BM25SearcherFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = s_similarity };
    }
}
