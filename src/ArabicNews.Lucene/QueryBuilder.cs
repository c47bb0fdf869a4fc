using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ArabicNews.Lucene;

/// <summary>Turns a <see cref="NewsQuery"/> into Lucene's, and collects the words to highlight. One builder for one query.</summary>
internal sealed class QueryBuilder(Analyzer analyzer, TextStatistics statistics, SearchClock clock)
{
    private const int WordsOfLike = 30;

    // What may be attached to a name: nothing, و، ف، ب، ل، ك. Names are highlighted as they are spelled, since a stem may be another word's: سوريا and السور.
    private static readonly string[] s_nameParticles = ["", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643"];

    /// <summary>The words of the query that rank, for highlights.</summary>
    public MatchedWords Words { get; } = new();

    /// <summary>The runs of letters in those words, with how often the query has them.</summary>
    public Dictionary<string, int> Grams { get; } = new(StringComparer.Ordinal);

    /// <param name="query">The query.</param>
    /// <param name="like">The article of <see cref="NewsQuery.LikeId"/>; null for a query of words.</param>
    public Query Build(NewsQuery query, StoredArticle? like)
    {
        var all = new BooleanQuery();
        if (like is not null)
        {
            all.Add((Query?)BuildLike(like) ?? Filter(new BooleanQuery()), Occur.MUST);
            all.Add(new TermQuery(new Term(ArticleDocument.Page, like.Id)), Occur.MUST_NOT);
        }

        if (BuildParts(query) is { } parts) all.Add(parts, Occur.MUST);
        AddFilters(all, query.People, QueryPartKind.Person);
        AddFilters(all, query.Places, QueryPartKind.Place);
        AddFilters(all, query.Countries, QueryPartKind.Country);
        if (query.Near is { } area) all.Add(Near(area), Occur.MUST);
        if (query.Story is { } story) all.Add(Filter(new TermQuery(new Term(ArticleDocument.Story, story))), Occur.MUST);
        AddFilters(all, query.Sources, QueryPartKind.Source);
        AddFilters(all, query.Sections, QueryPartKind.Section);
        if (query.PublishedFrom is not null || query.PublishedBefore is not null) all.Add(Published(query.PublishedFrom, query.PublishedBefore), Occur.MUST);
        return all.Clauses.Count == 0 ? Filter(new MatchAllDocsQuery()) : all;
    }

    private void AddFilters(BooleanQuery all, IEnumerable<string> values, QueryPartKind kind)
    {
        foreach (string value in values) all.Add(BuildField(kind, value) ?? Filter(new BooleanQuery()), Occur.MUST);
    }

    private Query? BuildParts(NewsQuery query) => QueryFold.Fold(query.Parts, (part, isExcluded) => new Operand(BuildOperand(part, highlight: !isExcluded)))?.ToQuery();

    private Query? BuildOperand(QueryPart part, bool highlight) => part.Kind switch
    {
        QueryPartKind.Text => BuildWords(part.Text, all: false, ranks: highlight),
        QueryPartKind.Word => BuildWords(part.Text, all: true, ranks: highlight),
        QueryPartKind.Prefix or QueryPartKind.Fuzzy => BuildPattern(part, highlight),
        QueryPartKind.Phrase => BuildPhrase(ArticleDocument.Exact, part.Text, highlight),
        QueryPartKind.Title => BuildIn(ArticleDocument.Headline, part.Text, highlight),
        QueryPartKind.Lede => BuildIn(ArticleDocument.Lede, part.Text, highlight),
        QueryPartKind.Near => Near(part.Area!.Value),
        QueryPartKind.After => Published(part.Date, null),
        QueryPartKind.Before => Published(null, part.Date),
        _ => BuildField(part.Kind, part.Text),
    };

    // Every word in all its forms. A word that is repeated weighs as often.
    private WordsQuery? BuildWords(string text, bool all, bool ranks)
    {
        var words = ImmutableArray.CreateBuilder<QueryWord>();
        foreach (IGrouping<string, AnalyzedWord> word in Analyze(ArticleDocument.Text, text).GroupBy(word => string.Join(' ', word.Terms), StringComparer.Ordinal).Take(NewsQuery.MaxParts))
        {
            if (ranks) Words.Add(word.First().Terms);
            words.Add(new QueryWord(word.First().Terms, word.Count()));
        }

        if (words.Count == 0) return null;
        if (ranks) foreach (AnalyzedWord run in Analyze(ArticleDocument.Grams, text)) foreach (string gram in run.Terms) Grams[gram] = Grams.GetValueOrDefault(gram) + 1;
        return new WordsQuery(words.DrainToImmutable(), all, statistics, clock);
    }

    // A pattern that no word of the index fits finds nothing.
    private WordsQuery? BuildPattern(QueryPart part, bool ranks)
    {
        if (Analyze(ArticleDocument.Exact, part.Text) is not [var word, ..]) return null;
        string written = word.Terms[0];
        List<string> found = part.Kind == QueryPartKind.Prefix ? statistics.Words(clock).BeginningWith(written) : statistics.Words(clock).Like(written, part.MaxEdits, stems: true);
        if (found.Count == 0) found.Add(written);
        if (ranks) Words.Add(found);
        return new WordsQuery([new QueryWord(found, AreAlternatives: true)], true, statistics, clock);
    }

    // The words that tell most of the article: how often it has them, those of the headline counting as in the index, and how rare they are.
    private WordsQuery? BuildLike(StoredArticle article)
    {
        var counts = new Dictionary<string, (List<string> Terms, int Count)>(StringComparer.Ordinal);
        foreach (ArticlePart part in article.Parts)
            foreach (AnalyzedWord word in Analyze(ArticleDocument.Text, article.TextOf(part.Span)))
            {
                (List<string> terms, int count) = counts.GetValueOrDefault(word.Terms[0], (word.Terms, 0));
                counts[word.Terms[0]] = (terms, count + (part.Kind == ArticlePartKind.Headline ? ArticleDocument.HeadlineRepeats : 1));
            }

        var words = ImmutableArray.CreateBuilder<QueryWord>();
        foreach ((List<string> terms, double weight, _) in counts.Values.Select(word => (word.Terms, Weight: 1 + Math.Log(word.Count), Articles: statistics.Find(ArticleDocument.Text, word.Terms[0]).Count))
            .Where(word => word.Articles > 1).OrderByDescending(word => word.Weight * statistics.RarityOf(word.Articles)).ThenBy(word => word.Terms[0], StringComparer.Ordinal).Take(WordsOfLike))
        {
            Words.Add(terms);
            words.Add(new QueryWord(terms, (float)weight));
        }

        return words.Count == 0 ? null : new WordsQuery(words.DrainToImmutable(), false, statistics, clock);
    }

    private BooleanQuery? BuildIn(string field, string text, bool highlight)
    {
        var all = new BooleanQuery();
        foreach (AnalyzedWord word in Analyze(field, text).Take(NewsQuery.MaxParts))
        {
            if (highlight) Words.Add(word.Terms);
            var forms = new BooleanQuery();
            foreach (string term in word.Terms) forms.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
            all.Add(forms, Occur.MUST);
        }

        return all.Clauses.Count == 0 ? null : all;
    }

    private Query? BuildPhrase(string field, string text, bool highlight)
    {
        List<AnalyzedWord> words = Analyze(field, text);
        if (words.Count == 0) return null;
        if (highlight) foreach (AnalyzedWord word in words) Words.Add(word.Terms);
        if (words.Count == 1) return new TermQuery(new Term(field, words[0].Terms[0]));
        var phrase = new PhraseQuery();
        foreach (AnalyzedWord word in words.Take(NewsQuery.MaxParts)) phrase.Add(new Term(field, word.Terms[0]), word.Position);
        return phrase;
    }

    // A condition without weight: by identifier or by name.
    private ConstantScoreQuery? BuildField(QueryPartKind kind, string value)
    {
        switch (kind)
        {
            case QueryPartKind.Person:
                return ByIdOrName(ArticleDocument.PersonId, ArticleDocument.Person, value);
            case QueryPartKind.Place:
                return ByIdOrName(ArticleDocument.PlaceId, ArticleDocument.Place, value);
            case QueryPartKind.Country:
                return Filter(new TermQuery(new Term(ArticleDocument.Country, CountryCodeOf(value))));
            default:
                string field = kind switch
                {
                    QueryPartKind.Source => ArticleDocument.Source,
                    QueryPartKind.Section => ArticleDocument.Section,
                    _ => ArticleDocument.Tag,
                };
                return BuildPhrase(field, value, highlight: false) is { } phrase ? Filter(phrase) : null;
        }
    }

    private ConstantScoreQuery ByIdOrName(string idField, string nameField, string value)
    {
        var either = new BooleanQuery { { new TermQuery(new Term(idField, value)), Occur.SHOULD } };
        if (BuildPhrase(nameField, value, highlight: false) is { } name) either.Add(name, Occur.SHOULD);
        foreach (AnalyzedWord word in Analyze(nameField, value)) Words.Add(s_nameParticles.Select(particle => word.Terms[0].Insert(1, particle)));
        return Filter(either);
    }

    // The places of the index say themselves where they are; those without coordinates are nowhere.
    private ConstantScoreQuery Near(GeoCircle area)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (FacetNames.Name name in statistics.FacetNames.All)
            if (name.Value.Place is { } place && area.Contains(place.Latitude, place.Longitude)) places.Add(place.Id);
        return new ConstantScoreQuery(new AnyTermFilter(ArticleDocument.PlaceId, places)) { Boost = 0 };
    }

    private static string CountryCodeOf(string value)
    {
        foreach (PlaceInfo place in Gazetteer.Default.FindPlaces(value))
            if (place.Kind == PlaceKind.Country) return place.CountryCode;
        return value.ToUpperInvariant();
    }

    private static ConstantScoreQuery Published(DateTimeOffset? from, DateTimeOffset? before) =>
        Filter(NumericRangeQuery.NewInt64Range(ArticleDocument.Published, from?.UtcTicks, before?.UtcTicks, minInclusive: true, maxInclusive: false));

    private static ConstantScoreQuery Filter(Query query) => new(query) { Boost = 0 };

    private List<AnalyzedWord> Analyze(string field, string text) => AnalyzedWord.Of(analyzer, field, text);

    /// <summary>A part of the query that was built. Null asks for nothing; a negated one says what must not be found.</summary>
    private readonly record struct Operand(Query? Query, bool Negated = false) : IQueryOperand<Operand>
    {
        public Operand Negate() => this with { Negated = !Negated };

        public Operand And(Operand other)
        {
            if (Query is null) return other;
            if (other.Query is null) return this;

            // Words side by side are one list: no merging by Lucene.
            if (!Negated && !other.Negated && Query is WordsQuery { All: true } words && other.Query is WordsQuery { All: true } more) return new Operand(words.With(more));
            var both = new BooleanQuery { { Query, OccurOf(this) }, { other.Query, OccurOf(other) } };
            if (Negated && other.Negated) both.Add(Filter(new MatchAllDocsQuery()), Occur.MUST);
            return new Operand(both);
        }

        public Operand Or(Operand other)
        {
            if (Query is null) return other;
            if (other.Query is null) return this;
            return new Operand(new BooleanQuery { { ToQuery()!, Occur.SHOULD }, { other.ToQuery()!, Occur.SHOULD } });
        }

        public Query? ToQuery() => Query is null || !Negated ? Query : new BooleanQuery { { Filter(new MatchAllDocsQuery()), Occur.MUST }, { Query, Occur.MUST_NOT } };

        private static Occur OccurOf(Operand operand) => operand.Negated ? Occur.MUST_NOT : Occur.MUST;
    }
}

/// <summary>The words that a query looks for, each with its terms.</summary>
internal sealed class MatchedWords
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public MatchedWords() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The terms of all words with their word.</summary>
    public IReadOnlyDictionary<string, int> Terms => _words;

    public void Add(IEnumerable<string> terms)
    {
        foreach (string term in terms) _words.TryAdd(term, Count);
        Count++;
    }

    /// <summary>The word of a term; -1 when the query does not look for it.</summary>
    public int Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out int word) ? word : -1;
}
