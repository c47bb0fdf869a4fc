using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>The articles that have any of many terms of a field: postings are joined in a set of bits, without a clause for each.</summary>
internal sealed class AnyTermFilter(string field, IReadOnlyCollection<string> terms) : Filter
{
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        if (context.AtomicReader.GetTerms(field) is not { } dictionary) return null;
        TermsEnum entries = dictionary.GetEnumerator();
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        DocsEnum? docs = null;
        foreach (string term in terms)
        {
            if (!entries.SeekExact(new BytesRef(term))) continue;
            docs = entries.Docs(acceptDocs, docs, DocsFlags.NONE);
            for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc()) found.Set(doc);
        }

        return found;
    }
}
