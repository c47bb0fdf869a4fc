using System.Collections.Frozen;

namespace ArabicNews.Html;

/// <summary>What an element says of its content by its name, role, class or id.</summary>
internal enum HtmlHint : byte
{
    None,
    Boilerplate,
    Related,
    Comment,
    Caption,
    Byline,
    Date,
    Subheadline,
    Kicker,
    ArticleBody,
}

/// <summary>
/// Reads the words of class names and ids («post-related», «relatedPosts», «ArticleBody»). They are habits of templates, not of languages, so the list is English; a hint is weighed
/// against the text before it counts (HtmlLayout).
/// </summary>
internal static class HtmlHints
{
    private const int LongestValue = 200;

    private static readonly FrozenDictionary<string, HtmlHint>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<HtmlHint, string>
    {
        [HtmlHint.Boilerplate] = "nav navbar navigation menu menubar submenu breadcrumb breadcrumbs footer sidebar share sharing shares sharer social addthis sharethis advert "
            + "advertisement advertisements ads ad adv adsbygoogle banner sponsor sponsored promo newsletter subscribe subscription cookie cookies consent popup modal login signin "
            + "search ticker breaking pagination pager toolbar copyright tags taglist tagcloud keywords rating poll vote views follow followus playlist",
        [HtmlHint.Related] = "related relatednews relatedposts recommended recommendation recommendations recommend readmore readalso seealso mostread mostviewed mostpopular popular "
            + "trending latest outbrain taboola mgid suggestions suggested moreposts morenews",
        [HtmlHint.Comment] = "comment comments commentlist disqus respond replies",
        [HtmlHint.Caption] = "caption captions figcaption",
        [HtmlHint.Byline] = "byline author authors writer",
        [HtmlHint.Date] = "date time datetime pubdate timestamp published posted",
        [HtmlHint.Subheadline] = "subtitle subheadline standfirst deck",
        [HtmlHint.Kicker] = "kicker overline supertitle",
        [HtmlHint.ArticleBody] = "articlebody articlecontent storybody entrycontent postcontent postbody newsbody",
    }.SelectMany(pair => pair.Value.Split(' ').Select(word => (word, pair.Key)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The hint of an element; the weightiest of its words where they differ, <see cref="HtmlHint.None"/> mostly.</summary>
    public static HtmlHint Of(HtmlTree tree, int node)
    {
        switch (tree.Nodes[node].Tag)
        {
            case HtmlTag.Nav or HtmlTag.Footer or HtmlTag.Aside or HtmlTag.Form or HtmlTag.Button or HtmlTag.Select or HtmlTag.Label or HtmlTag.Menu or HtmlTag.Dialog
                or HtmlTag.Textarea or HtmlTag.Search:
                return HtmlHint.Boilerplate;
            case HtmlTag.Figcaption:
                return HtmlHint.Caption;
            case HtmlTag.Time:
                return HtmlHint.Date;
        }

        if (tree.TryGetRaw(node, HtmlAttributeName.Itemprop, out ReadOnlySpan<char> property))
        {
            if (property.Equals("articleBody", StringComparison.OrdinalIgnoreCase)) return HtmlHint.ArticleBody;
            if (property.Equals("author", StringComparison.OrdinalIgnoreCase)) return HtmlHint.Byline;
            if (property.StartsWith("date", StringComparison.OrdinalIgnoreCase)) return HtmlHint.Date;
            if (property.Equals("comment", StringComparison.OrdinalIgnoreCase)) return HtmlHint.Comment;
        }

        if (tree.TryGetRaw(node, HtmlAttributeName.Role, out ReadOnlySpan<char> role)
            && (role.Equals("navigation", StringComparison.OrdinalIgnoreCase) || role.Equals("complementary", StringComparison.OrdinalIgnoreCase)
                || role.Equals("contentinfo", StringComparison.OrdinalIgnoreCase) || role.Equals("search", StringComparison.OrdinalIgnoreCase)
                || role.Equals("dialog", StringComparison.OrdinalIgnoreCase)))
            return HtmlHint.Boilerplate;

        HtmlHint hint = tree.TryGetRaw(node, HtmlAttributeName.Class, out ReadOnlySpan<char> classes) ? OfWords(classes) : HtmlHint.None;
        return hint == HtmlHint.None && tree.TryGetRaw(node, HtmlAttributeName.Id, out ReadOnlySpan<char> id) ? OfWords(id) : hint;
    }

    // Words are runs of letters, split at a capital («relatedPosts»); a name is also tried as a whole without its joints («article-body»).
    private static HtmlHint OfWords(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestValue) value = value[..LongestValue];
        HtmlHint best = HtmlHint.None;
        Span<char> joined = stackalloc char[LongestValue];
        foreach (Range range in value.SplitAny(" \t\r\n\f"))
        {
            ReadOnlySpan<char> name = value[range];
            int length = 0, start = 0;
            for (int i = 0; i <= name.Length; i++)
            {
                bool isLetter = i < name.Length && char.IsAsciiLetter(name[i]);
                bool splits = !isLetter || (i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]));
                if (isLetter) joined[length++] = name[i];
                if (!splits) continue;
                if (i > start) Take(name[start..i], ref best);
                start = isLetter ? i : i + 1;
            }

            Take(joined[..length], ref best);
        }

        return best;

        static void Take(ReadOnlySpan<char> word, ref HtmlHint best)
        {
            if (!Words.TryGetValue(word, out HtmlHint hint)) return;
            // What keeps text out weighs more than what names it: "related-date" is a related block.
            if (best == HtmlHint.None || hint == HtmlHint.ArticleBody || (hint < best && best != HtmlHint.ArticleBody)) best = hint;
        }
    }
}
