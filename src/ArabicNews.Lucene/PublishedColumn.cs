using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>When the articles of a segment were published, in UTC ticks.</summary>
internal sealed class PublishedColumn(AtomicReader reader)
{
    private readonly NumericDocValues? _ticks = reader.GetNumericDocValues(ArticleDocument.Published);
    private readonly IBits? _dated = reader.GetDocsWithField(ArticleDocument.Published);

    /// <summary>False for an article without a date.</summary>
    public bool TryGet(int doc, out long ticks)
    {
        bool isDated = _ticks is not null && _dated!.Get(doc);
        ticks = isDated ? _ticks!.Get(doc) : 0;
        return isDated;
    }
}
