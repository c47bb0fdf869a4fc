using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>The words of an index, as they are spelled after normalization, with how many articles have each.</summary>
internal sealed class WordList(IndexReader reader, SearchClock clock)
{
    /// <summary>Most words that a pattern stands for: the most frequent ones.</summary>
    public const int MostFound = 256;

    // Words that are looked at for one pattern, however many begin with it.
    private const int MostRead = 100_000;
    private const int ClockInterval = 256;

    /// <summary>How many articles have a term of <see cref="ArticleDocument.Text"/>.</summary>
    public int CountOf(string term) => reader.DocFreq(new Term(ArticleDocument.Text, term));

    /// <summary>The words, and the stems of words, that begin so: <c>وزار</c> is the beginning of <c>وزارة</c> and of the stem of <c>والوزارات</c>.</summary>
    /// <param name="word">A term of <see cref="TermForms.Word"/>, mark and all.</param>
    public List<string> BeginningWith(string word)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string prefix in new[] { word, word[1..] })
        {
            var bytes = new BytesRef(prefix);
            foreach (AtomicReaderContext leaf in reader.Leaves)
            {
                if (leaf.AtomicReader.GetTerms(ArticleDocument.Text) is not { } dictionary) continue;
                TermsEnum terms = dictionary.GetEnumerator();
                if (terms.SeekCeil(bytes) == TermsEnum.SeekStatus.END) continue;
                do
                {
                    if (!StringHelper.StartsWith(terms.Term, bytes) || counts.Count == MostRead || (counts.Count % ClockInterval == 0 && clock.Check())) break;
                    Count(counts, terms);
                }
                while (terms.MoveNext());
            }
        }

        return MostFrequent(counts);
    }

    /// <summary>The words that so many insertions, omissions, exchanges or swaps of letters make of a word.</summary>
    /// <param name="word">A term of <see cref="TermForms.Word"/>, mark and all.</param>
    /// <param name="edits">1 or 2.</param>
    /// <param name="stems">Whether to find stems too: <c>زلرال</c> is one letter from the stem of <c>الزلزال</c>.</param>
    public List<string> Like(string word, int edits, bool stems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(ArticleDocument.Text) is not { } dictionary) continue;
            CountLike(counts, dictionary, word, edits, prefix: 1);
            if (stems) CountLike(counts, dictionary, word[1..], edits, prefix: 0);
        }

        return MostFrequent(counts);
    }

    private void CountLike(Dictionary<string, int> counts, Terms dictionary, string word, int edits, int prefix)
    {
        if (clock.Check()) return;
        var terms = new FuzzyTermsEnum(dictionary, new AttributeSource(), new Term(ArticleDocument.Text, word), edits, prefix, transpositions: true);
        while (counts.Count < MostRead && terms.MoveNext())
        {
            // Of the marked terms, only the first pass finds those that it is about.
            if (prefix == 0 && terms.Term.Bytes[terms.Term.Offset] is (byte)ArabicNewsStemFilter.SurfaceMark or (byte)ArabicNewsStemFilter.SkeletonMark) continue;
            Count(counts, terms);
        }
    }

    private static void Count(Dictionary<string, int> counts, TermsEnum terms) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, terms.Term.Utf8ToString(), out _) += terms.DocFreq;

    private static List<string> MostFrequent(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(MostFound).Select(word => word.Key)];
}
