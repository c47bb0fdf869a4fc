using System.Collections.Immutable;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>What the index keeps of an article as it is: its original text with its parts, and what a hit shows.</summary>
internal sealed record StoredArticle
{
    public required string Id { get; init; }

    /// <summary>0 for the main article of a page, else its place among the related ones, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where <see cref="Text"/> starts in the text of the page.</summary>
    public required int Start { get; init; }

    /// <summary>The part of the page's text from the first part of the article to the last.</summary>
    public required string Text { get; init; }

    /// <summary>The parts, with spans into the text of the page.</summary>
    public required ImmutableArray<ArticlePart> Parts { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DatePrecision Precision { get; init; }

    public string? Section { get; init; }

    public string? Url { get; init; }

    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The articles of a page with their numbers, the main one first.</summary>
    public static IEnumerable<(int Number, Article Article)> ArticlesOf(NewsPage page)
    {
        if (page.Main is { } main) yield return (0, main);
        for (int i = 0; i < (page.Related.IsDefault ? 0 : page.Related.Length); i++) yield return (i + 1, page.Related[i]);
    }

    /// <summary>Takes from an article what is kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part does not lie inside <paramref name="text"/>: it is another page's article.</exception>
    public static StoredArticle Create(string id, int number, Article article, string text, PageMetadata metadata)
    {
        int start = article.Parts.IsDefaultOrEmpty ? 0 : article.Parts.Min(part => part.Span.Start), end = article.Parts.IsDefaultOrEmpty ? 0 : article.Parts.Max(part => part.Span.End);
        if (start < 0 || end > text.Length) throw new ArgumentOutOfRangeException(nameof(article), "A part of the article lies outside the text.");
        return new StoredArticle
        {
            Id = id,
            Number = number,
            Start = start,
            Text = text[start..end],
            Parts = article.Parts.IsDefault ? [] : article.Parts,
            Published = article.Published?.Value,
            Precision = article.Published?.Precision ?? default,
            Section = article.Section ?? (number == 0 ? metadata.Section : null),
            Url = (metadata.CanonicalUrl ?? metadata.Url)?.OriginalString,
            Sources = SourcesOf(article, number == 0 ? metadata.SiteName : null),
            Tags = article.Tags.IsDefault ? [] : article.Tags,
        };
    }

    /// <summary>Where the first part of a kind stands; null without one.</summary>
    public TextSpan? FirstOf(ArticlePartKind kind)
    {
        foreach (ArticlePart part in Parts)
            if (part.Kind == kind) return part.Span;
        return null;
    }

    /// <summary>The words of a span of the page's text that lies inside the article.</summary>
    public string TextOf(TextSpan span) => Text.Substring(span.Start - Start, span.Length);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream(Text.Length);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Id);
        writer.Write7BitEncodedInt(Number);
        writer.Write7BitEncodedInt(Start);
        byte[] text = PackedText.Pack(Text);
        writer.Write7BitEncodedInt(text.Length);
        writer.Write(text);
        writer.Write7BitEncodedInt(Parts.Length);
        foreach (ArticlePart part in Parts)
        {
            writer.Write((byte)part.Kind);
            writer.Write7BitEncodedInt(part.Span.Start - Start);
            writer.Write7BitEncodedInt(part.Span.Length);
        }

        writer.Write(Published is not null);
        writer.Write(Published?.Ticks ?? 0);
        writer.Write((short)(Published?.TotalOffsetMinutes ?? 0));
        writer.Write((byte)Precision);
        Write(writer, Section);
        Write(writer, Url);
        Write(writer, Sources);
        Write(writer, Tags);
        return stream.ToArray();
    }

    public static StoredArticle FromBytes(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length), Encoding.UTF8);
        string id = reader.ReadString();
        int number = reader.Read7BitEncodedInt(), start = reader.Read7BitEncodedInt();
        string text = PackedText.Unpack(reader.ReadBytes(reader.Read7BitEncodedInt()));
        var parts = new ArticlePart[reader.Read7BitEncodedInt()];
        for (int i = 0; i < parts.Length; i++)
        {
            var kind = (ArticlePartKind)reader.ReadByte();
            parts[i] = new ArticlePart(new TextSpan(start + reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()), kind);
        }

        bool dated = reader.ReadBoolean();
        var published = new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16()));
        return new StoredArticle
        {
            Id = id,
            Number = number,
            Start = start,
            Text = text,
            Parts = [.. parts],
            Published = dated ? published : null,
            Precision = (DatePrecision)reader.ReadByte(),
            Section = ReadOptional(reader),
            Url = ReadOptional(reader),
            Sources = ReadAll(reader),
            Tags = ReadAll(reader),
        };
    }

    // Whoever is credited, each once however it is spelled.
    private static ImmutableArray<string> SourcesOf(Article article, string? site)
    {
        var names = new List<string>();
        foreach (ArticleSource source in article.Sources.IsDefault ? [] : article.Sources) names.Add(source.Name);
        foreach (CreditedName name in article.Byline is { } byline ? [.. byline.Agencies, .. byline.Outlets] : ImmutableArray<CreditedName>.Empty) names.Add(name.Name);
        foreach (CreditedName name in article.Dateline is { } dateline ? [.. dateline.Agencies, .. dateline.Outlets] : ImmutableArray<CreditedName>.Empty) names.Add(name.Name);
        if (site is not null) names.Add(site);
        return [.. names.DistinctBy(ArabicNormalizer.Match.Normalize, StringComparer.Ordinal)];
    }

    private static void Write(BinaryWriter writer, string? value)
    {
        writer.Write(value is not null);
        if (value is not null) writer.Write(value);
    }

    private static void Write(BinaryWriter writer, ImmutableArray<string> values)
    {
        writer.Write7BitEncodedInt(values.Length);
        foreach (string value in values) writer.Write(value);
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static ImmutableArray<string> ReadAll(BinaryReader reader)
    {
        string[] values = new string[reader.Read7BitEncodedInt()];
        for (int i = 0; i < values.Length; i++) values[i] = reader.ReadString();
        return [.. values];
    }
}
