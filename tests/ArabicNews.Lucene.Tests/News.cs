using System.Collections.Immutable;
using System.Globalization;

namespace ArabicNews.Lucene.Tests;

/// <summary>Makes articles for the tests of the index: a headline, a lede, paragraphs, and names that stand in them.</summary>
internal static class News
{
    public static readonly PlaceInfo Gaza = new("Q1", "غزة", "Gaza", "PS", 31.5, 34.47, PlaceKind.City);
    public static readonly PlaceInfo Beirut = new("Q2", "بيروت", "Beirut", "LB", 33.89, 35.5, PlaceKind.Capital);
    public static readonly PlaceInfo Lebanon = new("Q3", "لبنان", "Lebanon", "LB", 33.8, 35.8, PlaceKind.Country);

    /// <summary>The first line is the headline, the second the lede, the rest are paragraphs.</summary>
    public static NewsPage Page(string text, string? published = null, string? section = null, string[]? sources = null, string? related = null)
    {
        string whole = related is null ? text : text + "\n" + related;
        return new NewsPage
        {
            Text = whole,
            Main = ArticleOf(whole, 0, text.Length, published, section, sources),
            Related = related is null ? [] : [ArticleOf(whole, text.Length + 1, whole.Length, published, null, null)],
        };
    }

    /// <summary>A page that is one article of one paragraph.</summary>
    public static NewsPage Paragraph(string text) => new() { Text = text, Main = Paragraph(0, text.Length) };

    /// <summary>An article that is one paragraph.</summary>
    public static Article Paragraph(int start, int length) => new() { Span = new TextSpan(start, length), Parts = [new ArticlePart(new TextSpan(start, length), ArticlePartKind.Paragraph)] };

    /// <summary>Entities of a text: each name with all its places; a place as <see cref="PlaceInfo"/>, a person by name with an optional id behind <c>#</c>.</summary>
    public static EntityExtraction Entities(string text, params object[] names)
    {
        var entities = new List<Entity>();
        foreach (object name in names)
        {
            var place = name as PlaceInfo;
            string[] parts = place is null ? ((string)name).Split('#') : [place.Name, place.Id];
            EntityKind kind = place is null ? EntityKind.Person : EntityKind.Place;
            var mentions = ImmutableArray.CreateBuilder<Mention>();
            for (int at = text.IndexOf(parts[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal))
                mentions.Add(new Mention(new TextSpan(at, parts[0].Length), kind, 1, MentionEvidence.Gazetteer));
            entities.Add(new Entity(kind, parts[0], parts.Length > 1 ? parts[1] : null, mentions.ToImmutable(), null, place));
        }

        return new EntityExtraction([.. entities]);
    }

    public static DateTimeOffset Day(string date) => DateTimeOffset.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Article ArticleOf(string text, int start, int end, string? published, string? section, string[]? sources)
    {
        var parts = ImmutableArray.CreateBuilder<ArticlePart>();
        for (int from = start; from < end;)
        {
            int to = text.IndexOf('\n', from, end - from);
            if (to < 0) to = end;
            ArticlePartKind kind = parts.Count switch { 0 => ArticlePartKind.Headline, 1 => ArticlePartKind.Lede, _ => ArticlePartKind.Paragraph };
            if (to > from) parts.Add(new ArticlePart(TextSpan.FromBounds(from, to), kind));
            from = to + 1;
        }

        return new Article
        {
            Span = TextSpan.FromBounds(start, end),
            Parts = parts.ToImmutable(),
            Published = published is null ? null : new ArticleDate(default, Day(published), DatePrecision.Day, CalendarKind.Gregorian),
            Section = section,
            Sources = [.. (sources ?? []).Select(source => new ArticleSource(default, source, SourceRole.Agency))],
        };
    }
}
