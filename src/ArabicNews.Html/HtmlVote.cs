using System.Collections.Immutable;

namespace ArabicNews.Html;

/// <summary>
/// Weighs what the page claims about its article against what its text says, and adds what the text leaves open. What comes from a claim alone has an empty span at the start of the
/// article: nothing in the text says it.
/// </summary>
internal static class HtmlVote
{
    /// <summary>The article with dates, authors, section and tags decided.</summary>
    public static Article Complete(Article article, NewsPage page, HtmlMetadata metadata, ArticleParserOptions options)
    {
        PageMetadata claims = page.Metadata;
        int position = article.Span.Start;
        string? outlet = claims.SiteName ?? options.Outlet;
        ArticleDate? published = PublicationDate.Decide(metadata.Published, article.Published, position);
        return article with
        {
            Published = published,
            Modified = ModifiedAfter(published, article.Modified, metadata, position),
            Byline = IsPrinted(article.Byline) ? article.Byline : ClaimedAuthors(article.Byline is { Span.IsEmpty: true } ? null : article.Byline, claims, outlet, position),
            Section = article.Section ?? claims.Section,
            Tags = article.Tags.IsDefaultOrEmpty ? claims.Tags : article.Tags,
        };
    }

    private static bool IsPrinted(Byline? byline) => byline is { Persons.Length: > 0 } && byline.Persons.Any(person => !person.Span.IsEmpty);

    // A claim to have been changed before it was published, or at that moment, says nothing.
    private static ArticleDate? ModifiedAfter(ArticleDate? published, ArticleDate? printed, HtmlMetadata metadata, int position)
    {
        if (PublicationDate.Decide(metadata.Modified, printed, position) is not { } modified) return null;
        return published is null || modified.Value > published.Value ? modified : null;
    }

    // The credit grammar tells persons from outlets, agencies and places in what sites put into "author"; a name that it does not know is taken as it stands.
    private static Byline? ClaimedAuthors(Byline? printed, PageMetadata claims, string? outlet, int position)
    {
        var nowhere = new TextSpan(position, 0);
        ImmutableArray<CreditedName> persons = [];
        ImmutableArray<CreditedName> places = printed?.Places ?? [];
        foreach (string claim in claims.Authors)
        {
            if (IsMachineName(claim, claims)) continue;
            if (!Byline.TryParse(claim, outlet, out Byline? byline))
            {
                Add(new CreditedName(nowhere, claim));
                continue;
            }

            foreach (CreditedName person in byline.Persons) Add(person with { Span = nowhere });
            if (places.IsEmpty) places = [.. byline.Places.Select(place => place with { Span = nowhere })];
        }

        return persons.IsEmpty && places.IsEmpty ? null : (printed ?? new Byline { Span = nowhere }) with { Persons = persons, Places = places };

        void Add(CreditedName person)
        {
            if (!persons.Any(known => known.Name == person.Name)) persons = persons.Add(person);
        }
    }

    /// <summary>Logins ("admin", "EditorHA", "user12") and the site's own name are no authors: a Latin name counts when it has two words.</summary>
    public static bool IsMachineName(string name, PageMetadata claims)
    {
        if (claims.SiteName is { } site && ArabicNormalizer.Match.Normalize(site) == ArabicNormalizer.Match.Normalize(name)) return true;
        bool isLatin = !name.AsSpan().ContainsAnyInRange('\u0621', '\u064A'); // hamza to yeh
        return isLatin && (!name.Contains(' ', StringComparison.Ordinal) || name.AsSpan().ContainsAnyInRange('0', '9'));
    }
}
