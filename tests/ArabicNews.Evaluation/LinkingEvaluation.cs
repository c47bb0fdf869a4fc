using System.Globalization;
using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>
/// Whether the places that our own pages name are put where they are: over the gold place mentions, right is a place mention of ours with the same span whose <see cref="PlaceInfo"/> has the gold's country (none for
/// seas and continents) or, asked apart, lies within 100 km of it along the earth. A mention that is missed or has no place is wrong. The score is the share of right countries, with <c>--by distance</c> that of right distances.
/// </summary>
internal static class LinkingEvaluation
{
    private const double NearKilometres = 100;

    // Names that are told apart hard, and so are shown wherever they stand, however many places the gazetteer has for them.
    private static readonly string[] s_hardNames = ["طرابلس", "عمان", "قنا", "السودان", "أم درمان", "الجزائر", "تونس", "الكويت", "كان", "صور", "بابل", "سبت"];

    public static Evaluation Evaluation { get; } = new("linking", "[folder] [--by country|distance] [--pages held-out|tuned]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        bool byDistance = arguments.Options.GetValueOrDefault("by") switch
        {
            null or "country" => false,
            "distance" => true,
            var other => throw new UsageException($"--by is country or distance, not '{other}'"),
        };
        Link[] links = [.. AnnotatedPage.ReadAll(arguments).SelectMany(LinksOf)];
        if (arguments.Predictions is { } file) File.WriteAllText(file, PredictionsOf(links));
        PrintNames(links);
        return PrintSummary(links, byDistance);
    }

    private static IEnumerable<Link> LinksOf(AnnotatedPage page)
    {
        Dictionary<TextSpan, PlaceInfo?> ours = EntityExtractor.Default.Extract(page.Page).Places
            .SelectMany(place => place.Mentions.Select(mention => (mention.Span, place.Place))).ToDictionary(mention => mention.Span, mention => mention.Place);
        return page.Mentions.Where(mention => mention.Kind == EntityKind.Place)
            .Select(mention => new Link(page, mention, ours.ContainsKey(mention.Span), ours.GetValueOrDefault(mention.Span)));
    }

    // By the most frequent name; a name in whatever spelling is one row.
    private static void PrintNames(Link[] links)
    {
        if (!links.Any(link => link.Page.IsShown)) return;
        HashSet<string> hard = [.. s_hardNames.Select(ArabicNormalizer.Match.Normalize)];
        var table = new Table("ambiguous name", "mentions", "right country", "within 100 km");
        foreach (Link[] name in links.Where(link => link.Page.IsShown && (link.IsAmbiguous || hard.Contains(link.NameKey))).GroupBy(link => link.NameKey, StringComparer.Ordinal)
            .Select(name => name.ToArray()).OrderByDescending(name => name.Length).ThenBy(name => name[0].NameKey, StringComparer.Ordinal))
        {
            table.Add(name[0].Name, name.Length, name.Count(link => link.IsRightCountry), name.Count(link => link.IsNear));
        }

        table.Print();
        Console.WriteLine();
    }

    private static double PrintSummary(Link[] links, bool byDistance)
    {
        var table = new Table("place mentions", "gold", "found", "right country", "share", "within 100 km", "share");
        Add("names of several places", [.. links.Where(link => link.IsAmbiguous)]);
        Add("all", links);
        table.Print();
        return ShareOf(links, byDistance ? link => link.IsNear : link => link.IsRightCountry);

        void Add(string title, Link[] some) => table.Add(title, some.Length, some.Count(link => link.IsFound),
            some.Count(link => link.IsRightCountry), ShareOf(some, link => link.IsRightCountry), some.Count(link => link.IsNear), ShareOf(some, link => link.IsNear));
    }

    private static double ShareOf(Link[] links, Func<Link, bool> isRight) => links.Length == 0 ? 0 : (double)links.Count(isRight) / links.Length;

    private static string PredictionsOf(Link[] links)
    {
        var rows = new StringBuilder($"file\t{GoldMention.Header}\tname\tour_place_id\tour_country\tkilometres\n");
        foreach (Link link in links)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{link.Page.File}\t{link.Gold.Span.Start}\t{link.Gold.Span.End}\tLOC\t{link.Gold.Entity}\t{link.Gold.Place!.Id}\t{link.Name}\t")
                .Append(CultureInfo.InvariantCulture, $"{link.Ours?.Id}\t{link.Ours?.CountryCode}\t{link.Kilometres:0}\n");
        }

        return rows.ToString();
    }

    /// <summary>A gold place mention and what we make of it.</summary>
    /// <param name="Page">Where.</param>
    /// <param name="Gold">What it is.</param>
    /// <param name="IsFound">We have a place mention of the same span.</param>
    /// <param name="Ours">Its place, when it has one.</param>
    private sealed record Link(AnnotatedPage Page, GoldMention Gold, bool IsFound, PlaceInfo? Ours)
    {
        public string Name { get; } = PlaceNames.Of(Page.Page.Text, Gold.Span);

        public string NameKey => ArabicNormalizer.Match.Normalize(Name);

        public bool IsAmbiguous => PlaceNames.AreDifferent(Gazetteer.Default.FindPlaces(Name));

        public bool IsRightCountry => Ours is not null && Ours.CountryCode == Gold.Place!.CountryCode;

        public double? Kilometres => Ours is null ? null : GreatCircle.Kilometres(Gold.Place!.Latitude, Gold.Place.Longitude, Ours.Latitude, Ours.Longitude);

        public bool IsNear => Kilometres <= NearKilometres;
    }
}
