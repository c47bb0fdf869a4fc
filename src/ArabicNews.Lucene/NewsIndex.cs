using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>
/// A search index of news articles, in a directory or in memory: one document for each article, those of a page added, replaced and removed together.
/// </summary>
/// <remarks>
/// Thread-safe: any number of threads may add and search at once. What is added is found by the next search, and survives a crash from the next <see cref="Commit"/> on. One index at
/// a time writes to a directory; others open it with <see cref="NewsIndexOptions.ReadOnly"/>.
/// </remarks>
/// <example><code>
/// using var index = NewsIndex.Open("news.index");
/// index.Add("page-1", ArticleParser.Default.Parse(text));
/// foreach (NewsHit hit in index.Search(NewsQuery.Parse("غزة -رياضة")).Hits) Console.WriteLine(hit.Headline?.ToHtml());
/// </code></example>
public sealed class NewsIndex : IDisposable, IAsyncDisposable
{
    /// <summary>The version of what an index holds and of how its words are analyzed; an index of another version is refused.</summary>
    public const int SchemaVersion = ArticleDocument.SchemaVersion;

    /// <summary>Longest id of a page, in UTF-16 code units.</summary>
    public const int MaxIdLength = 512;

    private const string SchemaKey = "arabicnews.schema";
    private const int LockWaitMilliseconds = 100;

    private static readonly Similarity s_similarity = new NewsSimilarity();
    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly LuceneDirectory _directory;
    private readonly EntityExtractor _extractor;
    private readonly Analyzer _analyzer = ArticleDocument.CreateAnalyzer();
    private readonly SnapshotDeletionPolicy? _snapshots;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;
    private readonly NewsSearcher _newsSearcher;
    private long _changes;
    private long _changesSeen;
    private int _disposed;

    private NewsIndex(LuceneDirectory directory, NewsIndexOptions options)
    {
        _directory = directory;
        _extractor = options.Extractor ?? EntityExtractor.Default;
        _newsSearcher = new NewsSearcher(_analyzer);
        CheckSchema(directory, mayBeNew: !options.ReadOnly);
        var searcherFactory = new BM25SearcherFactory();
        if (options.ReadOnly)
        {
            _searchers = new SearcherManager(directory, searcherFactory);
            return;
        }

        _snapshots = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
        {
            Similarity = s_similarity,
            IndexDeletionPolicy = _snapshots,
            RAMBufferSizeMB = options.BufferMegabytes,
            WriteLockTimeout = LockWaitMilliseconds,
        };
        _writer = new IndexWriter(directory, config);
        _writer.SetCommitData(new Dictionary<string, string> { [SchemaKey] = SchemaVersion.ToString(CultureInfo.InvariantCulture) });
        if (!DirectoryReader.IndexExists(directory)) _writer.Commit();
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, searcherFactory);
    }

    /// <summary>Opens the index in a directory; a missing or empty directory becomes a new index.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="directory"/> is null.</exception>
    /// <exception cref="NewsIndexException">
    /// Another writer has the index open, it was made by another version, it is no index of this library, it is damaged, or there is none to read.
    /// </exception>
    public static NewsIndex Open(string directory, NewsIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Open(FSDirectory.Open(directory), directory, options ?? NewsIndexOptions.Default);
    }

    /// <summary>An empty index in memory; it is gone when disposed.</summary>
    public static NewsIndex CreateInMemory(NewsIndexOptions? options = null) => Open(new RAMDirectory(), "memory", (options ?? NewsIndexOptions.Default) with { ReadOnly = false });

    /// <summary>Adds the articles of a page, or replaces those that were added under the same id.</summary>
    /// <param name="id">The caller's id of the page: 1 to <see cref="MaxIdLength"/> UTF-16 code units without NUL.</param>
    /// <param name="page">The page; one without articles only removes what was there.</param>
    /// <param name="entities">What the main article names; null finds it here. What related articles name is always found here.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not as said.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    public void Add(string id, NewsPage page, EntityExtraction? entities = null)
    {
        CheckId(id);
        ArgumentNullException.ThrowIfNull(page);
        var documents = new List<IEnumerable<IIndexableField>>();
        if (page.Main is { } main) documents.Add(DocumentOf(id, 0, main, page.Text, page.Metadata, entities));
        for (int i = 0; i < (page.Related.IsDefault ? 0 : page.Related.Length); i++) documents.Add(DocumentOf(id, i + 1, page.Related[i], page.Text, page.Metadata, null));
        Replace(id, documents);
    }

    /// <summary>Adds one article as a page of its own, or replaces the page that was added under the same id.</summary>
    /// <param name="id">As in <see cref="Add(string, NewsPage, EntityExtraction?)"/>.</param>
    /// <param name="article">The article.</param>
    /// <param name="text">The text that its spans point into.</param>
    /// <param name="entities">What it names; null finds it here.</param>
    /// <param name="metadata">What is known about its page.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not as said.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of the article lies outside <paramref name="text"/>.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    public void Add(string id, Article article, string text, EntityExtraction? entities = null, PageMetadata? metadata = null)
    {
        CheckId(id);
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        Replace(id, [DocumentOf(id, 0, article, text, metadata ?? PageMetadata.Empty, entities)]);
    }

    /// <summary>Removes the articles of a page. Whether any was there is seen by the next search only.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is no id.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    public void Remove(string id)
    {
        CheckId(id);
        Replace(id, []);
    }

    /// <summary>Writes everything added and removed so far to the directory, so that it survives a crash.</summary>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    public void Commit() => Writer.Commit();

    /// <summary>Finds articles. What was added or removed before the call is seen.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit or count of <paramref name="query"/> is negative, or its histogram is finer than a day.</exception>
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

    /// <summary>How large the index is.</summary>
    public NewsIndexStatistics GetStatistics() => Read(searcher => new NewsIndexStatistics(
        searcher.IndexReader.NumDocs, searcher.IndexReader.NumDeletedDocs, searcher.IndexReader.Leaves.Count, _directory.ListAll().Sum(_directory.FileLength)));

    /// <summary>Commits, and copies the index as it is then into an empty or new directory, while others go on adding and searching. The copy is an index like any other.</summary>
    /// <exception cref="ArgumentException"><paramref name="directory"/> holds files.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    public void CopyTo(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        Writer.Commit();
        if (System.IO.Directory.Exists(directory) && System.IO.Directory.EnumerateFileSystemEntries(directory).Any())
            throw new ArgumentException("The directory for the copy holds files already.", nameof(directory));
        IndexCommit commit = _snapshots!.Snapshot();
        try
        {
            // The file that names the others comes last: a copy that was broken off is no index.
            using LuceneDirectory copy = FSDirectory.Open(directory);
            foreach (string file in commit.FileNames.Where(file => file != commit.SegmentsFileName).Append(commit.SegmentsFileName))
                _directory.Copy(copy, file, file, IOContext.DEFAULT);
            copy.Sync(commit.FileNames);
        }
        finally
        {
            _snapshots.Release(commit);
        }
    }

    /// <summary>Reads every file of the last commit in a directory and checks it. Takes as long as reading them does; the index may be open meanwhile.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="directory"/> is null.</exception>
    public static NewsIndexVerification Verify(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (!System.IO.Directory.Exists(directory)) return new NewsIndexVerification([$"There is no directory {directory}."]);
        using FSDirectory files = FSDirectory.Open(directory);
        try
        {
            CheckSchema(files, mayBeNew: false);
            CheckIndex.Status status = new CheckIndex(files).DoCheckIndex();
            if (status.Clean) return new NewsIndexVerification([]);
            return new NewsIndexVerification([status.MissingSegments
                ? "The list of segments cannot be read. Restore a copy of the index, or build it anew from its pages."
                : string.Create(CultureInfo.InvariantCulture, $"{status.NumBadSegments} of {status.NumSegments} segments are damaged, with {status.TotLoseDocCount} articles. Restore a copy of the index, or build it anew from its pages.")]);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return new NewsIndexVerification([problem.Message]);
        }
    }

    /// <summary>Commits what was added and closes the index. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _searchers.Dispose();
        _writer?.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }

    /// <summary>As <see cref="Dispose"/>, on another thread: merging and writing may take a while.</summary>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));

    private IndexWriter Writer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return _writer ?? throw new InvalidOperationException("The index was opened read-only.");
        }
    }

    private static NewsIndex Open(LuceneDirectory directory, string name, NewsIndexOptions options)
    {
        try
        {
            return new NewsIndex(directory, options);
        }
        catch (Exception problem)
        {
            directory.Dispose();
            if (problem is LockObtainFailedException)
                throw new NewsIndexException($"The index in {name} is open for writing elsewhere, in this process or another. Close it there, or open it here read-only.", problem);
            if (problem is NewsIndexException) throw new NewsIndexException($"{name}: {problem.Message}", problem);
            if (IsDamage(problem)) throw new NewsIndexException($"The index in {name} is damaged: {problem.Message} Restore a copy of it, or build it anew from its pages.", problem);
            throw;
        }
    }

    private static bool IsDamage(Exception problem) => problem is IOException or IndexOutOfRangeException or ArgumentException;

    private static void CheckSchema(LuceneDirectory directory, bool mayBeNew)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            if (mayBeNew) return;
            throw new NewsIndexException("There is no index.");
        }

        var segments = new SegmentInfos();
        segments.Read(directory);
        if (!segments.UserData.TryGetValue(SchemaKey, out string? version))
            throw new NewsIndexException("This is an index of Lucene's, but not one of news: open another directory.");
        if (version != SchemaVersion.ToString(CultureInfo.InvariantCulture))
            throw new NewsIndexException($"The index has schema {version}, and this version of the library reads schema {SchemaVersion}: build it anew from its pages, or use the version that made it.");
    }

    private static void CheckId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.Length > MaxIdLength || id.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException($"An id has at most {MaxIdLength} UTF-16 code units, none of them NUL.", nameof(id));
        try
        {
            _ = s_strictUtf8.GetByteCount(id);
        }
        catch (EncoderFallbackException problem)
        {
            throw new ArgumentException("The id is no valid UTF-16: it holds half of a surrogate pair.", nameof(id), problem);
        }
    }

    private Document DocumentOf(string id, int number, Article article, string text, PageMetadata metadata, EntityExtraction? entities) =>
        ArticleDocument.Create(StoredArticle.Create(id, number, article, text, metadata), entities ?? _extractor.Extract(article, text), text);

    private void Replace(string id, List<IEnumerable<IIndexableField>> documents)
    {
        var page = new Term(ArticleDocument.Page, id);
        if (documents.Count == 0) Writer.DeleteDocuments(page);
        else Writer.UpdateDocuments(page, documents);
        Interlocked.Increment(ref _changes);
    }

    private T Read<T>(Func<IndexSearcher, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        long changes = Interlocked.Read(ref _changes);
        if (_writer is null || Interlocked.Read(ref _changesSeen) < changes)
        {
            // Counted as seen only afterwards: until then every search waits for the new searcher.
            _searchers.MaybeRefreshBlocking();
            Interlocked.Exchange(ref _changesSeen, changes);
        }

        IndexSearcher searcher = _searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private sealed class BM25SearcherFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = s_similarity };
    }
}
