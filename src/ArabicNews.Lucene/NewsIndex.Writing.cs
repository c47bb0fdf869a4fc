using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace ArabicNews.Lucene;

/// <content>Adding, removing, committing, and what happens when that fails.</content>
public sealed partial class NewsIndex
{
    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    // Set once, by the first write or merge that fails.
    private NewsIndexException? _failure;
    private NewsIndexException? _mergeFailure;

    /// <summary>Adds the articles of a page, or replaces those that were added under the same id.</summary>
    /// <param name="id">The caller's id of the page: 1 to <see cref="MaxIdLength"/> UTF-16 code units without NUL.</param>
    /// <param name="page">The page; one without articles only removes what was there.</param>
    /// <param name="entities">What the main article names; null finds it here. What related articles name is always found here.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not as said.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of an article lies outside the text of the page.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    /// <exception cref="NewsIndexException">Writing failed, now or before.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public void Add(string id, NewsPage page, EntityExtraction? entities = null)
    {
        CheckId(id);
        ArgumentNullException.ThrowIfNull(page);
        Replace(id, DocumentsOf(id, page, entities));
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
    /// <exception cref="NewsIndexException">Writing failed, now or before.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
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
    /// <exception cref="NewsIndexException">Writing failed, now or before.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public void Remove(string id)
    {
        CheckId(id);
        Replace(id, []);
    }

    /// <summary>Writes everything added and removed so far to the directory. Once this has returned it survives a crash and a power cut; a crash before leaves all of it or nothing.</summary>
    /// <remarks>Costs some flushes of the disk, whether for one article or a million: commit for each batch, not for each article.</remarks>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    /// <exception cref="NewsIndexException">Writing failed, now or before; what was added since the last commit is lost.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public void Commit() => Write(writer => writer.Commit(), isAddition: false);

    /// <summary>
    /// Commits, merges segments until no more than a number are left and nothing is kept of what was removed, and commits again. Needs as much room again as the index takes, and time with its size; others go on adding and
    /// searching meanwhile.
    /// </summary>
    /// <param name="maxSegments">At least 1. One is worth it for an index that will not change any more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSegments"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    /// <exception cref="NewsIndexException">Writing failed, now or before.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public void Merge(int maxSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        Commit();
        Write(writer => writer.ForceMerge(maxSegments));
        Commit();
        Interlocked.Increment(ref _changes);
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

    private List<IndexedArticle> DocumentsOf(string id, NewsPage page, EntityExtraction? entities) =>
        [.. StoredArticle.ArticlesOf(page).Select(of => DocumentOf(id, of.Number, of.Article, page.Text, page.Metadata, of.Number == 0 ? entities : null))];

    private IndexedArticle DocumentOf(string id, int number, Article article, string text, PageMetadata metadata, EntityExtraction? entities) => new(
        ArticleDocument.Create(StoredArticle.Create(id, number, article, text, metadata), entities ?? _extractor.Extract(article, text), text),
        StoryKeyOf(id, number),
        _stories is null ? null : StorySignature.Create(article, text),
        article.Published?.Value,
        IsAgencySite(metadata));

    private void Replace(string id, List<IndexedArticle> articles)
    {
        var page = new Term(ArticleDocument.Page, id);
        Write(writer =>
        {
            PutIntoStories(id, articles);
            if (articles.Count == 0) writer.DeleteDocuments(page);
            else writer.UpdateDocuments(page, articles.ConvertAll(article => (IEnumerable<IIndexableField>)article.Document));
        });
        Interlocked.Increment(ref _changes);
    }

    private void Write(Action<IndexWriter> write, bool isAddition = true)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        IndexWriter writer = _writer ?? throw new InvalidOperationException("The index was opened read-only.");
        if ((_failure ?? (isAddition ? _mergeFailure : null)) is { } known) throw new NewsIndexException(known.Problem, known.Message, known);
        try
        {
            write(writer);
        }
        catch (Exception) when (_disposed != 0)
        {
            throw new ObjectDisposedException(GetType().FullName, "The index was disposed while something was written to it.");
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw Fail(problem);
        }
    }

    // Lucene may have dropped what it held in memory, and does not say so: nothing is committed from here on.
    private NewsIndexException Fail(Exception problem)
    {
        NewsIndexException failure = IndexProblems.OnWriting(_name, problem);
        return Interlocked.CompareExchange(ref _failure, failure, null) ?? failure;
    }

    private void Close()
    {
        _searchers.Dispose();
        if (_writer is null) return;
        try
        {
            if (_failure is null) _writer.Dispose();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw Fail(problem);
        }
        finally
        {
            Abandon(_writer);
        }
    }

    // Does nothing where the writer is closed. Whatever goes wrong, the lock is given back.
    private void Abandon(IndexWriter writer)
    {
        try
        {
            writer.Rollback();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Files that cannot be deleted now are deleted when the index is opened next.
        }
        finally
        {
            _directory.ClearLock(IndexWriter.WRITE_LOCK_NAME);
        }
    }

    /// <summary>Merges on threads of its own, as Lucene's does, which would end the process when one fails.</summary>
    private sealed class WatchedMergeScheduler(NewsIndex index) : ConcurrentMergeScheduler
    {
        protected override void HandleMergeException(Exception exc) => Interlocked.CompareExchange(ref index._mergeFailure, IndexProblems.OnMerging(index._name, exc), null);
    }
}
