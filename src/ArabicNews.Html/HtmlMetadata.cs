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
    private const int MaxHeadings = 8;
    private const int MaxStatements = 20;

    // A title cut to fewer letters may begin any other.
    private const int ShortestTitle = 10;

    // The name of an item stands near its start.
    private const int NodesSearchedForName = 64;

    private static readonly string[] ArticleTypes =
        ["NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "Report"];

    private readonly List<string> _tags = [];
    private readonly List<string> _authors = [];
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly List<ClaimedImage> _images = [];
    private readonly List<Statement> _statements = [];
    private readonly int[] _statementsOf = new int[(int)ArticleField.Section + 1];
    private readonly List<string> _headings = [];
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
        Images = [.. _images.Select(image => image.Url)],
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

    /// <summary>The pictures that the page claims for its article, the leading one first.</summary>
    public IReadOnlyList<ClaimedImage> Images => _images;

    /// <summary>What the page says of its article, as it stands there and where, in the order in which it was read.</summary>
    public IReadOnlyList<Statement> Statements => _statements;

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
            ReplaceLoneSurrogates(chars);
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

    // A parsed document throws where a string is read that escapes half a surrogate pair («\ud800»), in a name as in a value.
    private static void ReplaceLoneSurrogates(Span<char> json)
    {
        const int length = 6; // \uXXXX
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\') continue;
            char first = Escaped(json[i..]);
            if (char.IsHighSurrogate(first) && char.IsLowSurrogate(Escaped(json[(i + length)..]))) i += length;
            else if (char.IsSurrogate(first)) "fffd".CopyTo(json[(i + 2)..]);
            i++;
        }

        static char Escaped(ReadOnlySpan<char> text) =>
            text is ['\\', 'u', _, _, _, _, ..] && ushort.TryParse(text[2..length], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort code) ? (char)code : '\0';
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
            AddDate(ArticleField.Published, StringOf(thing, "datePublished"), DateEvidence.Structured, EvidenceSource.JsonLd);
            AddDate(ArticleField.Modified, StringOf(thing, "dateModified"), DateEvidence.Structured, EvidenceSource.JsonLd);
        }
    }

    private void ReadArticle(JsonElement article)
    {
        ClaimsArticle = true;
        AddTitle(Clean(StringOf(article, "headline")) ?? Clean(StringOf(article, "name")), EvidenceSource.JsonLd);
        StructuredAddress ??= Address(StringOf(article, "url")) ?? (article.TryGetProperty("mainEntityOfPage", out JsonElement entity) ? Address(AddressOf(entity)) : null);
        Description ??= Clean(StringOf(article, "description"));
        Language ??= Clean(StringOf(article, "inLanguage"));
        AddDate(ArticleField.Published, StringOf(article, "datePublished"), DateEvidence.Structured, EvidenceSource.JsonLd);
        AddDate(ArticleField.Published, StringOf(article, "dateCreated"), DateEvidence.Created, EvidenceSource.JsonLd);
        AddDate(ArticleField.Modified, StringOf(article, "dateModified"), DateEvidence.Structured, EvidenceSource.JsonLd);
        if (article.TryGetProperty("articleSection", out JsonElement section))
        {
            AddSection(FirstString(section), EvidenceSource.JsonLd);
            foreach (string? name in Strings(section))
                if (Clean(name) is { } clean && _sections.Count < MaxTags) _sections.Add(clean);
        }

        if (article.TryGetProperty("keywords", out JsonElement keywords)) AddTags(keywords.ValueKind == JsonValueKind.String ? SplitTags(keywords.GetString()!) : Strings(keywords));
        if (article.TryGetProperty("publisher", out JsonElement publisher) && NameOf(publisher) is { } site) SiteName ??= site;
        if (article.TryGetProperty("image", out JsonElement image)) AddImages(image);
        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
            IsPaywalled |= free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase));
        if (!article.TryGetProperty("author", out JsonElement author)) return;
        foreach (JsonElement one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToArray() : [author])
            AddAuthor(one.ValueKind == JsonValueKind.String ? one.GetString() : NameOf(one), EvidenceSource.JsonLd, !IsOfType(one, ["Organization", "NewsMediaOrganization"]));
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
                case HtmlTag.H1 when _headings.Count < MaxHeadings:
                    if (Clean(tree.GetText(i)) is { } heading) _headings.Add(heading);
                    goto default;
                case HtmlTag.Meta:
                    ReadMeta(tree, i);
                    break;
                case HtmlTag.Link when tree.Get(i, HtmlAttributeName.Rel) is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    LinkedAddress ??= Address(tree.Get(i, HtmlAttributeName.Href));
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
            case "OG:TITLE": AddTitle(Clean(content), EvidenceSource.OpenGraph); break;
            case "TWITTER:TITLE": AddTitle(Clean(content), EvidenceSource.Meta); break;
            case "OG:DESCRIPTION": Description ??= Clean(content); break;
            case "DESCRIPTION": PlainDescription ??= Clean(content); break;
            case "OG:SITE_NAME": OpenGraphSite ??= Clean(content); break;
            case "APPLICATION-NAME": SiteName ??= Clean(content); break;
            case "OG:TYPE": ClaimsArticle |= content.Equals("article", StringComparison.OrdinalIgnoreCase); break;
            case "OG:URL": OpenGraphAddress ??= Address(content); break;
            case "OG:IMAGE" or "OG:IMAGE:URL" or "TWITTER:IMAGE": AddImage(content); break;
            case "OG:IMAGE:ALT": AddAlternative(content); break;
            case "OG:LOCALE": Locale ??= content; break;
            case "ARTICLE:SECTION": AddSection(content, EvidenceSource.OpenGraph); break;
            case "ARTICLE:TAG": ArticleTags.Add(content); break;
            case "KEYWORDS" or "NEWS_KEYWORDS": Keywords ??= content; break;
            case "AUTHOR" or "ARTICLE:AUTHOR" or "DC.CREATOR" or "PARSELY-AUTHOR" or "BYL" or "SAILTHRU.AUTHOR":
                AddAuthor(content, name.StartsWith("article:", StringComparison.OrdinalIgnoreCase) ? EvidenceSource.OpenGraph : EvidenceSource.Meta);
                break;
            case "ARTICLE:PUBLISHED_TIME" or "OG:PUBLISHED_TIME":
                AddDate(ArticleField.Published, content, DateEvidence.Meta, EvidenceSource.OpenGraph);
                break;
            case "DATEPUBLISHED" or "PUBDATE" or "PUBLISHDATE" or "PUBLISH_DATE" or "DC.DATE.ISSUED" or "DC.DATE" or "DATE"
                or "PARSELY-PUB-DATE" or "SAILTHRU.DATE" or "CXENSEPARSE:RECS:PUBLISHTIME" or "ARTICLE.PUBLISHED":
                AddDate(ArticleField.Published, content, DateEvidence.Meta, EvidenceSource.Meta);
                break;
            case "ARTICLE:MODIFIED_TIME" or "OG:UPDATED_TIME":
                AddDate(ArticleField.Modified, content, DateEvidence.Meta, EvidenceSource.OpenGraph);
                break;
            case "DATEMODIFIED" or "LASTMOD" or "LAST-MODIFIED":
                AddDate(ArticleField.Modified, content, DateEvidence.Meta, EvidenceSource.Meta);
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
            case "headline": AddTitle(Clean(value), EvidenceSource.Microdata); break;
            case "datePublished": AddDate(ArticleField.Published, value, DateEvidence.Microdata, EvidenceSource.Microdata); break;
            case "dateCreated": AddDate(ArticleField.Published, value, DateEvidence.Created, EvidenceSource.Microdata); break;
            case "dateModified": AddDate(ArticleField.Modified, value, DateEvidence.Microdata, EvidenceSource.Microdata); break;
            case "articleSection": AddSection(value, EvidenceSource.Microdata); break;
            case "author": AddAuthor(value, EvidenceSource.Microdata); break;
            case "keywords": Keywords ??= value; break;
        }
    }

    private Uri? LinkedAddress { get; set; }

    private Uri? OpenGraphAddress { get; set; }

    private Uri? StructuredAddress { get; set; }

    /// <summary>The address that the page gives for itself; a home page's is a mistake of the template.</summary>
    private Uri? Canonical => new[] { LinkedAddress, OpenGraphAddress, StructuredAddress }.FirstOrDefault(address => address is not null && (address.PathAndQuery != "/" || _source is not { PathAndQuery.Length: > 1 }));

    private string? OpenGraphSite { get; set; }

    private string? PlainDescription { get; set; }

    private string? Locale { get; set; }

    private string? Keywords { get; set; }

    private List<string> ArticleTags { get; } = [];

    private void Finish(HtmlTree tree)
    {
        // og:site_name is written for readers, a publisher in JSON-LD often for machines.
        SiteName = OpenGraphSite ?? SiteName;
        if (DocumentTitle is not null) AddTitle(DocumentTitle, EvidenceSource.DocumentTitle);
        Title = BestTitle();
        Description ??= PlainDescription;

        // Sites file each outlet they copy under a section and name it as author too.
        _authors.RemoveAll(_sections.Contains);

        // The theme's language, not the text's, is what lang and og:locale of many Arabic pages give.
        if (Language is null || !Language.StartsWith("ar", StringComparison.OrdinalIgnoreCase))
            Language = HasArabicTitle ? "ar" : Language ?? Locale?.Replace('_', '-');

        if (_tags.Count == 0) AddTags(ArticleTags.Count == 1 ? SplitTags(ArticleTags[0]) : ArticleTags);
        if (_tags.Count == 0 && Keywords is not null) AddTags(SplitTags(Keywords));
        IsAmp |= tree.Nodes.Length > 0 && (tree.Has(0, HtmlAttributeName.Amp) || tree.Has(0, HtmlAttributeName.Lightning));
        if (_source is not null && PublicationDate.FromAddress(_source) is { } day)
        {
            Published.Add(day);
            Say(new Statement(ArticleField.Published, EvidenceSource.Address, _source.OriginalString, day.Value));
        }
    }

    /// <summary>Adds the machine date of a <c>time</c> element that stands between headline and story.</summary>
    public void AddTime(string value, bool isUpdate) => AddDate(isUpdate ? ArticleField.Modified : ArticleField.Published, value, DateEvidence.TimeElement, EvidenceSource.TimeElement);

    // The title that most places give, the first heading's word counted; ties go to OpenGraph, which is written for readers, then to structured data, then to what stands in the window.
    private string? BestTitle()
    {
        (string Title, string Key)[] titles = [.. _statements.Where(statement => statement.Field == ArticleField.Headline).OrderBy(statement => statement.Source switch
        {
            EvidenceSource.OpenGraph => 0,
            EvidenceSource.JsonLd => 1,
            EvidenceSource.Microdata => 2,
            EvidenceSource.Meta => 3,
            _ => 4,
        }).Select(statement => WithoutSite(statement.Value)!).Select(title => (title, ArabicNormalizer.Match.Normalize(title)))];
        string[] headings = [.. _headings.Select(ArabicNormalizer.Match.Normalize)];
        string? best = null;
        int most = 0;
        foreach ((string title, string key) in titles)
        {
            // The window's title goes on with section and site.
            int votes = titles.Count(other => other.Key == key || (key.Length >= ShortestTitle && other.Key.StartsWith(key, StringComparison.Ordinal))) + (headings.Contains(key) ? 1 : 0);
            if (votes > most) (best, most) = (title, votes);
        }

        return best;
    }

    private bool HasArabicTitle => Title is { } title && title.AsSpan().IndexOfAnyInRange('\u0621', '\u064A') >= 0; // hamza to yeh

    /// <summary>Whether a claimed author may be one: no organization, no section, no login and not the site.</summary>
    public bool IsAuthor(string name) => _authors.Contains(name) && !HtmlVote.IsMachineName(name, Page);

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

    private void Say(in Statement statement)
    {
        if (_statementsOf[(int)statement.Field]++ < MaxStatements) _statements.Add(statement);
    }

    private void AddDate(ArticleField field, string? value, DateEvidence evidence, EvidenceSource source)
    {
        List<ClaimedDate> dates = field == ArticleField.Published ? Published : Modified;
        if (value is null || dates.Count == MaxDates || PublicationDate.Read(value, evidence) is not { } date) return;
        dates.Add(date);
        Say(new Statement(field, source, value.Trim(), date.Value));
    }

    // The first of each place: what else stands there is of other stories.
    private void AddTitle(string? title, EvidenceSource source)
    {
        if (title is not null && !_statements.Exists(statement => statement.Field == ArticleField.Headline && statement.Source == source)) Say(new Statement(ArticleField.Headline, source, title));
    }

    private void AddSection(string? section, EvidenceSource source)
    {
        if (Clean(section) is not { } clean) return;
        Section ??= clean;
        if (!_statements.Exists(statement => statement.Field == ArticleField.Section && statement.Source == source)) Say(new Statement(ArticleField.Section, source, clean));
    }

    private void AddAuthor(string? name, EvidenceSource source, bool isPerson = true)
    {
        name = Clean(name);
        if (name is null || name.Length > 120 || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal)) return;
        if (!isPerson || _authors.Count < MaxAuthors) Say(new Statement(ArticleField.Authors, source, name));
        if (isPerson && _authors.Count < MaxAuthors && !_authors.Contains(name)) _authors.Add(name);
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
        {
            if (one.ValueKind == JsonValueKind.Object)
                AddImage(StringOf(one, "url") ?? StringOf(one, "contentUrl"), Clean(StringOf(one, "caption")), Clean(StringOf(one, "creditText")) ?? (one.TryGetProperty("creator", out JsonElement creator) ? NameOf(creator) : null));
            else if (one.ValueKind == JsonValueKind.String)
                AddImage(one.GetString());
        }
    }

    private void AddImage(string? address, string? caption = null, string? credit = null)
    {
        if (Address(address?.Trim()) is { } image && _images.Count < MaxTags && !_images.Exists(known => known.Url == image)) _images.Add(new ClaimedImage(image, caption, credit, Alternative: null));
    }

    // Stands behind the picture that it speaks of.
    private void AddAlternative(string text)
    {
        if (_images.Count > 0 && Clean(text) is { } clean) _images[^1] = _images[^1] with { Alternative = _images[^1].Alternative ?? clean };
    }

    // «"mainEntityOfPage": {"@type": "WebPage", "@id": …}» or the address alone.
    private static string? AddressOf(JsonElement page) => page.ValueKind == JsonValueKind.Object ? StringOf(page, "@id") ?? StringOf(page, "url") : FirstString(page);

    /// <summary>An address of the page made whole; null for what leads nowhere (<c>data:</c>, <c>javascript:</c>).</summary>
    public Uri? Resolve(string? address) => Address(address?.Trim());

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

/// <summary>What one place of the page says of its article.</summary>
/// <param name="Field">What it speaks of.</param>
/// <param name="Source">Where.</param>
/// <param name="Value">What it says.</param>
/// <param name="Moment">What a date means.</param>
internal readonly record struct Statement(ArticleField Field, EvidenceSource Source, string Value, DateTimeOffset? Moment = null);

/// <summary>A picture that the page claims for its article.</summary>
internal readonly record struct ClaimedImage(Uri Url, string? Caption, string? Credit, string? Alternative);
