using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// Finds the people, places and organizations that a text names: by the gazetteer, by titles and verbs beside names, by words that look like names, and by the short forms of names
/// that the text gives whole. Immutable and thread-safe; results do not depend on the culture.
/// </summary>
/// <remarks>Any text of any length is allowed, lone surrogates and NUL too; time and memory are linear in its length.</remarks>
/// <example><code>
/// foreach (Entity place in EntityExtractor.Default.Extract(text).Places)
///     Console.WriteLine($"{place.Name} {place.Place?.CountryCode} {place.Mentions.Length}");
/// </code></example>
public sealed class EntityExtractor
{
    private readonly Gazetteer _gazetteer;
    private readonly EntityExtractorOptions _options;
    private readonly TaggerModel? _model;

    /// <summary>An extractor; it holds no state, so that one is enough for all threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EntityExtractorOptions.MinScore"/> is not in [0, 1].</exception>
    public EntityExtractor(EntityExtractorOptions? options = null)
        : this(LoadGazetteer(), options)
    {
    }

    /// <summary>An extractor that knows the names of <paramref name="gazetteer"/>, such as <see cref="Gazetteer.Default"/> with lists of your own.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="gazetteer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EntityExtractorOptions.MinScore"/> is not in [0, 1].</exception>
    public EntityExtractor(Gazetteer gazetteer, EntityExtractorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        options ??= EntityExtractorOptions.Default;
        if (!(options.MinScore is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), "MinScore must be in [0, 1].");
        _gazetteer = gazetteer;
        _options = options;
        Preparation.Start();
    }

    private EntityExtractor(TaggerModel model)
    {
        _gazetteer = Gazetteer.Default;
        _options = EntityExtractorOptions.Default;
        _model = model;
    }

    /// <summary>An extractor with the default settings.</summary>
    public static EntityExtractor Default { get; } = new();

    /// <summary>An extractor with another model than the one that is shipped, for who trains one.</summary>
    internal static EntityExtractor Of(TaggerModel model) => new(model);

    /// <summary>Finds what a plain text names. Short forms are joined with whole names across the whole of it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public EntityExtraction Extract(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Group(text, Read(text, null), null);
    }

    /// <summary>
    /// Finds what one article of a page names; spans are into <paramref name="text"/>, the page's whole text. Only the article's own parts, byline and dateline are read,
    /// and no mention crosses from one into another.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part does not lie inside <paramref name="text"/>: it is another page's article.</exception>
    public EntityExtraction Extract(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        return Group(text, Read(article, text, null), null);
    }

    /// <summary>Finds what the main article of a page names; empty for a page without one.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    public EntityExtraction Extract(NewsPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Main is { } article ? Extract(article, page.Text) : EntityExtraction.Empty;
    }

    /// <summary>
    /// Tells how <see cref="Extract(string)"/> comes to what it finds: for each mention, and for what was thought of as one, who decided what and why. Takes about twice as long and three times the memory; both are linear in the text, of which
    /// the first 20,000 words are explained.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public EntityExplanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trace = new EntityTrace(_gazetteer, text);
        return Explain(text, Read(text, trace), trace);
    }

    /// <summary>The same of <see cref="Extract(Article, string)"/>.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part does not lie inside <paramref name="text"/>: it is another page's article.</exception>
    public EntityExplanation Explain(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var trace = new EntityTrace(_gazetteer, text);
        return Explain(text, Read(article, text, trace), trace);
    }

    /// <summary>The same of <see cref="Extract(NewsPage)"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    public EntityExplanation Explain(NewsPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Main is { } article ? Explain(article, page.Text) : EntityExplanation.Empty;
    }

    private EntityExplanation Explain(string text, EntityReading reading, EntityTrace trace) => trace.Explain(Group(text, reading, trace), reading);

    // While this thread reads the names, another makes ready what comes behind them.
    private static Gazetteer LoadGazetteer()
    {
        Preparation.Start();
        return Gazetteer.Default;
    }

    private EntityReading Read(string text, EntityTrace? trace)
    {
        var reading = new EntityReading(_gazetteer, text, trace, _model);
        reading.ReadPart(new TextSpan(0, text.Length), MentionEvidence.None);
        return reading;
    }

    private EntityReading Read(Article article, string text, EntityTrace? trace)
    {
        var reading = new EntityReading(_gazetteer, text, trace, _model);
        int end = 0;
        foreach ((TextSpan span, ImmutableArray<CreditedName> persons, ImmutableArray<CreditedName> places, ImmutableArray<CreditedName> bodies, bool isCredit) in PartsOf(article))
        {
            // Parts do not overlap by contract; one that does is read from where the other ends.
            if (span.End <= end) continue;
            TextSpan rest = TextSpan.FromBounds(Math.Max(span.Start, end), span.End);
            end = span.End;
            if (persons.IsDefault) reading.ReadPart(rest, isCredit ? MentionEvidence.CreditLine : MentionEvidence.None);
            else reading.ReadCredits(rest, persons, places, bodies);
        }

        return reading;
    }

    // The article's parts in text order, with the credits of those that the parser has read as credit lines.
    private static IEnumerable<(TextSpan Span, ImmutableArray<CreditedName> Persons, ImmutableArray<CreditedName> Places, ImmutableArray<CreditedName> Bodies, bool IsCredit)> PartsOf(Article article)
    {
        var parts = new List<(TextSpan Span, ImmutableArray<CreditedName> Persons, ImmutableArray<CreditedName> Places, ImmutableArray<CreditedName> Bodies, bool IsCredit)>();
        if (article.Byline is { } byline) parts.Add((byline.Span, byline.Persons, byline.Places, [.. byline.Agencies, .. byline.Outlets], true));
        if (article.Dateline is { } dateline) parts.Add((dateline.Span, dateline.Persons, dateline.Places, [.. dateline.Agencies, .. dateline.Outlets], true));
        foreach (ArticlePart part in article.Parts)
            if (!(article.Byline?.Span.Contains(part.Span) ?? false) && !(article.Dateline?.Span.Contains(part.Span) ?? false))
                parts.Add((part.Span, default, default, default, part.Kind is ArticlePartKind.Byline or ArticlePartKind.Dateline));
        return parts.OrderBy(part => part.Span.Start);
    }

    private EntityExtraction Group(string text, EntityReading reading, EntityTrace? trace)
    {
        List<FoundName> found = reading.Names();
        List<FoundNationality> nationalities = reading.Nationalities;
        if (found.Count == 0 && nationalities.Count == 0) return EntityExtraction.Empty;
        var grouper = new EntityGrouper(_gazetteer, text, reading, found, trace);
        ImmutableArray<Entity> entities = grouper.Group(_options.MinScore, nationalities, _options.HomeCountry, out ImmutableArray<Nationality> known);
        return new EntityExtraction(entities) { Nationalities = known };
    }
}
