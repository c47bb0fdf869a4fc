namespace ArabicNews.Lucene;

/// <summary>One page of <see cref="NewsIndex.AddRangeAsync"/>.</summary>
/// <param name="Id">The caller's id of the page, as in <see cref="NewsIndex.Add(string, NewsPage, EntityExtraction?)"/>.</param>
/// <param name="Read">Makes the page. It is called once, on a thread of the run, so that parsing goes on in parallel too; what it throws makes this item a failure, and no more.</param>
/// <param name="Entities">What the main article names; null finds it, in parallel as well.</param>
public sealed record NewsIndexItem(string Id, Func<NewsPage> Read, EntityExtraction? Entities = null)
{
    /// <summary>A page that is parsed already.</summary>
    public NewsIndexItem(string id, NewsPage page, EntityExtraction? entities = null)
        : this(id, () => page, entities)
    {
    }
}
