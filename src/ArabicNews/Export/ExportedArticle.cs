using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ArabicNews;

/// <summary>What both vocabularies ask of an article, read out of its spans once.</summary>
internal sealed class ExportedArticle
{
    // Names of one field in a row: Arabic comma and a blank.
    private const string Comma = "\u060C ";

    // The first word of a role whose bearer did not write the text, as Match writes it and without its article: photographs, drawings, translations. «إعداد وتصوير» begins with the writing.
    private static readonly string[] s_contributions =
    [
        "\u062A\u0635\u0648\u064A\u0631", "\u0639\u062F\u0633\u0647", "\u0628\u0639\u062F\u0633\u0647", "\u0635\u0648\u0631", "\u0635\u0648\u0631\u0647", "\u0645\u0635\u0648\u0631", "\u0645\u0635\u0648\u0631\u0647",
        "\u0643\u0627\u0645\u064A\u0631\u0627", "\u0631\u0633\u0645", "\u0631\u0633\u0648\u0645", "\u062A\u0631\u062C\u0645\u0647", "\u062A\u0631\u062C\u0645\u0647\u0627", "\u0646\u0642\u0644\u0647\u0627",
    ]; // تصوير عدسة بعدسة صور صورة مصور مصورة كاميرا رسم رسوم ترجمة ترجمها نقلها

    private readonly NewsPage _page;
    private readonly Article _article;

    public ExportedArticle(NewsPage page, Article article, EntityExtraction? entities)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(article);
        (_page, _article, Entities) = (page, article, entities ?? EntityExtraction.Empty);
        IsMain = ReferenceEquals(article, page.Main) || article == page.Main;
        Metadata = IsMain ? page.Metadata : PageMetadata.Empty;
        Body = article.GetBody(page.Text);
        Persons = Join(article.Byline?.Persons, article.Dateline?.Persons);
        Places = Join(article.Dateline?.Places, article.Byline?.Places);
        Sources = [.. Names(Join(article.Byline?.Agencies, article.Dateline?.Agencies)).Concat(article.Sources.Select(source => source.Name))
            .Concat(Names(Join(article.Byline?.Outlets, article.Dateline?.Outlets))).Distinct(StringComparer.Ordinal)];
    }

    public EntityExtraction Entities { get; }

    public bool IsMain { get; }

    /// <summary>What the page says of itself; nothing for a related article.</summary>
    public PageMetadata Metadata { get; }

    public Uri? Url => Metadata.CanonicalUrl ?? Metadata.Url;

    public string Body { get; }

    public ImmutableArray<CreditedName> Persons { get; }

    public ImmutableArray<CreditedName> Places { get; }

    public ImmutableArray<string> Sources { get; }

    public ArticleDate? Published => _article.Published;

    public ArticleDate? Modified => _article.Modified;

    public string? Section => _article.Section;

    public ImmutableArray<string> Tags => _article.Tags.IsDefault ? [] : _article.Tags;

    public IEnumerable<ArticleImage> Images => _article.Images.IsDefault ? [] : _article.Images;

    public bool IsPaywalled => IsMain && _page.Flags.HasFlag(PageFlags.Paywalled);

    public bool IsPartial => IsPaywalled || _page.Flags.HasFlag(PageFlags.Truncated);

    /// <summary>Words and numbers of the body; signs do not count.</summary>
    public int WordCount
    {
        get
        {
            int words = 0;
            foreach (Token token in ArabicTokenizer.Tokenize(Body))
                if (token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol)) words++;
            return words;
        }
    }

    /// <summary>The first part of a kind, or null.</summary>
    public string? PartOf(ArticlePartKind kind)
    {
        foreach (ArticlePart part in _article.Parts)
            if (part.Kind == kind) return part.Span.In(_page.Text).ToString();
        return null;
    }

    /// <summary>Whether a person is credited for pictures or a translation and not for the text.</summary>
    public static bool IsContributor(CreditedName person)
    {
        if (person.Role is null) return false;
        string role = ArabicNormalizer.Match.Normalize(person.Role);
        int blank = role.IndexOf(' ', StringComparison.Ordinal);
        ReadOnlySpan<char> first = blank < 0 ? role : role.AsSpan(0, blank);
        if (first.Length > 4 && first.StartsWith(CreditWords.Article, StringComparison.Ordinal)) first = first[CreditWords.Article.Length..];
        foreach (string word in s_contributions)
            if (first.SequenceEqual(word)) return true;
        return false;
    }

    /// <summary>The names as one phrase; null without any.</summary>
    public static string? Phrase(IEnumerable<CreditedName> names) => string.Join(Comma, Names(names)) is { Length: > 0 } phrase ? phrase : null;

    /// <summary>Null for an empty list, so that it is not written.</summary>
    public static T[]? OrNull<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } array ? array : null;

    /// <summary>The address of an identifier of the gazetteer: a Wikidata item or a GeoNames row; null for the gazetteer's own.</summary>
    public static string? AddressOf(string? id)
    {
        if (id is ['Q', _, ..] && IsNumber(id.AsSpan(1))) return "http://www.wikidata.org/entity/" + id;
        const string geoNames = "geonames:";
        return id is not null && id.StartsWith(geoNames, StringComparison.Ordinal) && IsNumber(id.AsSpan(geoNames.Length)) ? $"https://sws.geonames.org/{id[geoNames.Length..]}/" : null;
    }

    /// <summary>The date as a moment of RFC 3339; null when not even its day is known.</summary>
    public static string? ToMoment(ArticleDate? date) =>
        date is { Precision: >= DatePrecision.Day } ? date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss" + (date.Value.Offset == TimeSpan.Zero ? "'Z'" : "zzz"), CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// A name for an article without an address, made of its headline and body: their FNV-1a hash of 128 bits (http://www.isthe.com/chongo/tech/comp/fnv) as a UUID of version 8 (RFC 9562, 5.8). To tell items
    /// apart, not to prove anything: whoever wants to can make two articles of one hash.
    /// </summary>
    public string ToUrn()
    {
        var prime = new UInt128(0x0000000001000000, 0x000000000000013B);
        var hash = new UInt128(0x6C62272E07BB0142, 0x62B821756295C58D);
        foreach (string text in new[] { PartOf(ArticlePartKind.Headline) ?? "", "\n", Body })
        {
            foreach (char c in text)
            {
                hash = unchecked((hash ^ (byte)c) * prime);
                hash = unchecked((hash ^ (byte)(c >> 8)) * prime);
            }
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static IEnumerable<string> Names(IEnumerable<CreditedName> names) => names.Select(name => name.Name).Distinct(StringComparer.Ordinal);

    private static ImmutableArray<CreditedName> Join(ImmutableArray<CreditedName>? first, ImmutableArray<CreditedName>? second)
    {
        IEnumerable<CreditedName> left = first is { IsDefault: false } one ? one : [], right = second is { IsDefault: false } two ? two : [];
        return [.. left.Concat(right).DistinctBy(name => name.Name, StringComparer.Ordinal)];
    }
}
