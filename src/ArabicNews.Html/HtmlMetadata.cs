using System.Text.Json;

namespace ArabicNews.Html;

/// <summary>
/// What a page claims about itself: JSON-LD before microdata before OpenGraph before plain meta, the first that says something. Dates are kept all, since sites contradict
/// themselves and <see cref="PublicationDate"/> decides between them.
/// </summary>
internal sealed class HtmlMetadata
{
    // A page may hold any amount of JSON; what describes it is small and flat.
    private const int LongestJson = 1 << 20;
    private const int MaxJsonDepth = 32;
    private const int MaxTags = 100;
    private const int MaxAuthors = 20;
    private const int MaxDates = 20;

    // The name of an item stands near its start.
    private const int NodesSearchedForName = 64;

    private static readonly string[] ArticleTypes =
        ["NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "Report"];

    private readonly List<string> _tags = [];
    private readonly List<string> _authors = [];
    private readonly List<Uri> _images = [];
    private readonly Uri? _source;

    private HtmlMetadata(Uri? source) => _source = source;

    /// <summary>The page's claims for the core's parser; <see cref="PageMetadata.Published"/> is left to the vote.</summary>
    public PageMetadata Page => new()
    {
        Url = _source,
        CanonicalUrl = Canonical,
        Title = Title,
        Description = Description,
        SiteName = SiteName,
        Language = Language,
        Section = Section,
        Tags = [.. _tags],
        Authors = [.. _authors],
        Images = [.. _images],
    };

    public string? Title { get; private set; }

    /// <summary>The text of the <c>title</c> element, the site's name included.</summary>
    public string? DocumentTitle { get; private set; }

    public string? SiteName { get; private set; }

    /// <summary>Whether the page says that it is an article.</summary>
    public bool ClaimsArticle { get; private set; }

    public bool IsAmp { get; private set; }

    public bool IsPaywalled { get; private set; }

    /// <summary>All claims of when it was published, the weightiest kind first.</summary>
    public List<ClaimedDate> Published { get; } = [];

    /// <summary>All claims of when it was changed.</summary>
    public List<ClaimedDate> Modified { get; } = [];

    private Uri? Canonical { get; set; }

    private string? Description { get; set; }

    private string? Language { get; set; }

    private string? Section { get; set; }

    /// <summary>Reads what stands in the tree. Never throws on content; O(n).</summary>
    public static HtmlMetadata Read(HtmlTree tree, Uri? source)
    {
        var metadata = new HtmlMetadata(source);
        metadata.ReadJson(tree);
        metadata.ReadElements(tree);
        metadata.Finish(tree);
        return metadata;
    }

    private void ReadJson(HtmlTree tree)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        for (int i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != HtmlTag.Script || tree.Get(i, HtmlAttributeName.Type) is not { } type
                || !type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) || nodes[i].End < i + 2)
                continue;
            TextSpan span = nodes[i + 1].Source;
            if (span.Length <= LongestJson) ReadJson(span.In(tree.Html));
        }
    }

    private void ReadJson(ReadOnlySpan<char> json)
    {
        // Sites wrap it in CDATA or a comment and leave line feeds inside strings.
        json = json.Trim();
        if (json.StartsWith("//", StringComparison.Ordinal)) json = json[2..].Trim();
        if (json.StartsWith("<![CDATA[", StringComparison.Ordinal)) json = json[9..];
        if (json.IndexOfAny('{', '[') is > 0 and int start) json = json[start..];
        if (json.LastIndexOfAny('}', ']') is >= 0 and int end) json = json[..(end + 1)];
        string text = string.Create(json.Length, json, static (chars, source) =>
        {
            for (int i = 0; i < source.Length; i++) chars[i] = source[i] < ' ' || char.IsSurrogate(source[i]) ? ' ' : source[i];
        });
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxJsonDepth });
            ReadThing(document.RootElement, 0);
        }
        catch (JsonException)
        {
            // Broken JSON says nothing.
        }
    }

    // Graphs, arrays and pages that hold their article; MaxJsonDepth bounds the recursion.
    private void ReadThing(JsonElement thing, int depth)
    {
        if (depth > MaxJsonDepth) return;
        if (thing.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in thing.EnumerateArray()) ReadThing(item, depth + 1);
            return;
        }

        if (thing.ValueKind != JsonValueKind.Object) return;
        if (thing.TryGetProperty("@graph", out JsonElement graph)) ReadThing(graph, depth + 1);
        if (IsOfType(thing, ArticleTypes)) ReadArticle(thing);
        else if (thing.TryGetProperty("mainEntity", out JsonElement entity)) ReadThing(entity, depth + 1);

        if (IsOfType(thing, ["WebSite", "NewsMediaOrganization", "Organization"]) && depth > 0) SiteName ??= NameOf(thing);
        if (IsOfType(thing, ["WebPage"]))
        {
            AddDate(Published, StringOf(thing, "datePublished"), DateEvidence.Structured);
            AddDate(Modified, StringOf(thing, "dateModified"), DateEvidence.Structured);
        }
    }

    private void ReadArticle(JsonElement article)
    {
        ClaimsArticle = true;
        Title ??= Clean(StringOf(article, "headline")) ?? Clean(StringOf(article, "name"));
        Description ??= Clean(StringOf(article, "description"));
        Language ??= Clean(StringOf(article, "inLanguage"));
        AddDate(Published, StringOf(article, "datePublished"), DateEvidence.Structured);
        AddDate(Published, StringOf(article, "dateCreated"), DateEvidence.Created);
        AddDate(Modified, StringOf(article, "dateModified"), DateEvidence.Structured);
        if (article.TryGetProperty("articleSection", out JsonElement section)) Section ??= Clean(FirstString(section));
        if (article.TryGetProperty("keywords", out JsonElement keywords)) AddTags(keywords.ValueKind == JsonValueKind.String ? SplitTags(keywords.GetString()!) : Strings(keywords));
        if (article.TryGetProperty("publisher", out JsonElement publisher) && NameOf(publisher) is { } site) SiteName ??= site;
        if (article.TryGetProperty("image", out JsonElement image)) AddImages(image);
        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
            IsPaywalled |= free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase));
        if (!article.TryGetProperty("author", out JsonElement author)) return;
        foreach (JsonElement one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToArray() : [author])
            if (!IsOfType(one, ["Organization", "NewsMediaOrganization"])) AddAuthor(one.ValueKind == JsonValueKind.String ? one.GetString() : NameOf(one));
    }

    private void ReadElements(HtmlTree tree)
    {
        ReadOnlySpan<HtmlNode> nodes = tree.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            switch (nodes[i].Tag)
            {
                case HtmlTag.Html:
                    Language = tree.Get(i, HtmlAttributeName.Lang) ?? Language;
                    IsAmp |= tree.Has(i, HtmlAttributeName.Amp) || tree.Has(i, HtmlAttributeName.Lightning);
                    break;
                case HtmlTag.Title when DocumentTitle is null && nodes[nodes[i].Parent].Tag != HtmlTag.Svg:
                    DocumentTitle = Clean(tree.GetText(i));
                    break;
                case HtmlTag.Meta:
                    ReadMeta(tree, i);
                    break;
                case HtmlTag.Link when tree.Get(i, HtmlAttributeName.Rel) is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    Canonical ??= Address(tree.Get(i, HtmlAttributeName.Href));
                    break;
                case HtmlTag.Text:
                    break;
                default:
                    if (tree.Get(i, HtmlAttributeName.Itemprop) is { } property) ReadProperty(tree, i, property);
                    break;
            }

            if (nodes[i].Tag != HtmlTag.Text && tree.TryGetRaw(i, HtmlAttributeName.Itemtype, out ReadOnlySpan<char> type)
                && type.EndsWith("NewsArticle", StringComparison.OrdinalIgnoreCase)) ClaimsArticle = true;
        }
    }

    private void ReadMeta(HtmlTree tree, int node)
    {
        string? content = tree.Get(node, HtmlAttributeName.Content);
        if (content is null) return;
        if (tree.Get(node, HtmlAttributeName.Itemprop) is { } property) ReadItem(property, content);
        string? name = tree.Get(node, HtmlAttributeName.Property) ?? tree.Get(node, HtmlAttributeName.Name);
        switch (name?.ToUpperInvariant())
        {
            case "OG:TITLE": OpenGraphTitle ??= Clean(content); break;
            case "TWITTER:TITLE": TwitterTitle ??= Clean(content); break;
            case "OG:DESCRIPTION": Description ??= Clean(content); break;
            case "DESCRIPTION": PlainDescription ??= Clean(content); break;
            case "OG:SITE_NAME": OpenGraphSite ??= Clean(content); break;
            case "APPLICATION-NAME": SiteName ??= Clean(content); break;
            case "OG:TYPE": ClaimsArticle |= content.Equals("article", StringComparison.OrdinalIgnoreCase); break;
            case "OG:URL": Canonical ??= Address(content); break;
            case "OG:IMAGE" or "OG:IMAGE:URL" or "TWITTER:IMAGE": AddImage(content); break;
            case "OG:LOCALE": Locale ??= content; break;
            case "ARTICLE:SECTION": Section ??= Clean(content); break;
            case "ARTICLE:TAG": ArticleTags.Add(content); break;
            case "KEYWORDS" or "NEWS_KEYWORDS": Keywords ??= content; break;
            case "AUTHOR" or "ARTICLE:AUTHOR" or "DC.CREATOR" or "PARSELY-AUTHOR" or "BYL" or "SAILTHRU.AUTHOR": AddAuthor(content); break;
            case "ARTICLE:PUBLISHED_TIME" or "OG:PUBLISHED_TIME" or "DATEPUBLISHED" or "PUBDATE" or "PUBLISHDATE" or "PUBLISH_DATE" or "DC.DATE.ISSUED" or "DC.DATE" or "DATE"
                or "PARSELY-PUB-DATE" or "SAILTHRU.DATE" or "CXENSEPARSE:RECS:PUBLISHTIME" or "ARTICLE.PUBLISHED":
                AddDate(Published, content, DateEvidence.Meta);
                break;
            case "ARTICLE:MODIFIED_TIME" or "OG:UPDATED_TIME" or "DATEMODIFIED" or "LASTMOD" or "LAST-MODIFIED":
                AddDate(Modified, content, DateEvidence.Meta);
                break;
        }
    }

    private void ReadProperty(HtmlTree tree, int node, string property)
    {
        string? value = tree.Nodes[node].Tag switch
        {
            HtmlTag.Time => tree.Get(node, HtmlAttributeName.Datetime) ?? tree.Get(node, HtmlAttributeName.Content),
            _ => tree.Get(node, HtmlAttributeName.Content),
        };
        if (value is null && property is "author" or "articleSection") value = NameIn(tree, node);
        if (property == "author" && tree.TryGetRaw(node, HtmlAttributeName.Itemtype, out ReadOnlySpan<char> type) && type.EndsWith("Organization", StringComparison.OrdinalIgnoreCase)) return;
        if (value is not null) ReadItem(property, value);
    }

    // The name of an item is in the element of its "name", or is its text.
    private static string? NameIn(HtmlTree tree, int node)
    {
        for (int i = node + 1; i < Math.Min(tree.Nodes[node].End, node + NodesSearchedForName); i++)
            if (tree.Nodes[i].Tag != HtmlTag.Text && tree.TryGetRaw(i, HtmlAttributeName.Itemprop, out ReadOnlySpan<char> property) && property.Equals("name", StringComparison.OrdinalIgnoreCase))
                return tree.Get(i, HtmlAttributeName.Content) ?? tree.GetText(i);
        string text = tree.Nodes[node].End - node < 16 ? tree.GetText(node) : "";
        return text.Length == 0 ? null : text;
    }

    private void ReadItem(string property, string value)
    {
        switch (property)
        {
            case "headline": ItemTitle ??= Clean(value); break;
            case "datePublished": AddDate(Published, value, DateEvidence.Microdata); break;
            case "dateCreated": AddDate(Published, value, DateEvidence.Created); break;
            case "dateModified": AddDate(Modified, value, DateEvidence.Microdata); break;
            case "articleSection": Section ??= Clean(value); break;
            case "author": AddAuthor(value); break;
            case "keywords": Keywords ??= value; break;
        }
    }

    private string? OpenGraphTitle { get; set; }

    private string? TwitterTitle { get; set; }

    private string? ItemTitle { get; set; }

    private string? OpenGraphSite { get; set; }

    private string? PlainDescription { get; set; }

    private string? Locale { get; set; }

    private string? Keywords { get; set; }

    private List<string> ArticleTags { get; } = [];

    private void Finish(HtmlTree tree)
    {
        // og:site_name is written for readers, a publisher in JSON-LD often for machines.
        SiteName = OpenGraphSite ?? SiteName;
        Title = WithoutSite(OpenGraphTitle ?? Title ?? ItemTitle ?? TwitterTitle ?? DocumentTitle);
        Description ??= PlainDescription;

        // The theme's language, not the text's, is what lang and og:locale of many Arabic pages give.
        if (Language is null || !Language.StartsWith("ar", StringComparison.OrdinalIgnoreCase))
            Language = HasArabicTitle ? "ar" : Language ?? Locale?.Replace('_', '-');

        if (_tags.Count == 0) AddTags(ArticleTags.Count == 1 ? SplitTags(ArticleTags[0]) : ArticleTags);
        if (_tags.Count == 0 && Keywords is not null) AddTags(SplitTags(Keywords));
        IsAmp |= tree.Nodes.Length > 0 && (tree.Has(0, HtmlAttributeName.Amp) || tree.Has(0, HtmlAttributeName.Lightning));
        if (_source is not null && PublicationDate.FromAddress(_source) is { } day) Published.Add(day);
    }

    private bool HasArabicTitle => Title is { } title && title.AsSpan().IndexOfAnyInRange('\u0621', '\u064A') >= 0; // hamza to yeh

    /// <summary>A title without « - site» or «site | » around it, where that part is the site's name.</summary>
    public string? WithoutSite(string? title)
    {
        if (title is null || SiteName is null) return title;
        foreach (string separator in new[] { " - ", " | ", " \u2013 ", " \u2014 ", " :: ", " : ", " \u00AB ", " \u00BB " })
        {
            int last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && SameName(title.AsSpan(last + separator.Length), SiteName)) return title[..last].TrimEnd();
            int first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && SameName(title.AsSpan(0, first), SiteName)) return title[(first + separator.Length)..].TrimStart();
        }

        return title;
    }

    private static bool SameName(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        ArabicNormalizer.Match.Normalize(left.Trim().ToString()) == ArabicNormalizer.Match.Normalize(right.Trim().ToString());

    private static void AddDate(List<ClaimedDate> dates, string? value, DateEvidence evidence)
    {
        if (value is not null && dates.Count < MaxDates && PublicationDate.Read(value, evidence) is { } date) dates.Add(date);
    }

    private void AddAuthor(string? name)
    {
        name = Clean(name);
        if (name is null || name.Length > 120 || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal)) return;
        if (_authors.Count < MaxAuthors && !_authors.Contains(name)) _authors.Add(name);
    }

    private void AddTags(IEnumerable<string?> tags)
    {
        foreach (string? tag in tags)
        {
            if (_tags.Count == MaxTags) return;
            if (Clean(tag) is { } clean && !_tags.Contains(clean)) _tags.Add(clean);
        }
    }

    // Comma, Arabic comma, semicolons, bar.
    private static string[] SplitTags(string tags) => tags.Split([',', '\u060C', ';', '\u061B', '|'], StringSplitOptions.RemoveEmptyEntries);

    private void AddImages(JsonElement image)
    {
        foreach (JsonElement one in image.ValueKind == JsonValueKind.Array ? image.EnumerateArray().ToArray() : [image])
            AddImage(one.ValueKind == JsonValueKind.Object ? StringOf(one, "url") ?? StringOf(one, "contentUrl") : one.ValueKind == JsonValueKind.String ? one.GetString() : null);
    }

    private void AddImage(string? address)
    {
        if (Address(address?.Trim()) is { } image && _images.Count < MaxTags && !_images.Contains(image)) _images.Add(image);
    }

    private Uri? Address(string? address)
    {
        if (address is null) return null;
        bool isAddress = _source is { IsAbsoluteUri: true } ? Uri.TryCreate(_source, address, out Uri? uri) : Uri.TryCreate(address, UriKind.Absolute, out uri);
        return isAddress && uri!.Scheme is "http" or "https" ? uri : null;
    }

    private static string? Clean(string? text)
    {
        if (text is null) return null;
        text = HtmlTree.Collapse(text.Contains('&', StringComparison.Ordinal) ? HtmlText.Decode(text) : text);
        return text.Length == 0 ? null : text;
    }

    private static bool IsOfType(JsonElement thing, ReadOnlySpan<string> types)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty("@type", out JsonElement type)) return false;
        foreach (string? name in Strings(type))
        {
            if (name is null) continue;
            string last = name[(name.LastIndexOf('/') + 1)..];
            foreach (string one in types)
                if (last == one) return true;
        }

        return false;
    }

    private static string? StringOf(JsonElement thing, string property) => thing.TryGetProperty(property, out JsonElement value) ? FirstString(value) : null;

    private static string? FirstString(JsonElement value) => Strings(value).FirstOrDefault(text => text is not null);

    private static IEnumerable<string?> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()],
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null),
        _ => [],
    };

    private static string? NameOf(JsonElement thing) => thing.ValueKind switch
    {
        JsonValueKind.String => Clean(thing.GetString()),
        JsonValueKind.Object => thing.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String ? Clean(name.GetString()) : null,
        JsonValueKind.Array => thing.EnumerateArray().Select(NameOf).FirstOrDefault(one => one is not null),
        _ => null,
    };
}
