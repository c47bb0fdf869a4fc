using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>
/// What an extraction of one of our own pages must name, and where its places lie. Everything is right but for the rows of <c>SeedPageKnownMisses.tsv</c>, each of which has its reason; a row that has come
/// right fails too, so that the list only shrinks.
/// </summary>
internal static class SeedPageChecks
{
    private const string Elsewhere = "elsewhere ";

    private static readonly ILookup<string, string> s_knownMisses = SeedPageNames.Rows("SeedPageKnownMisses.tsv").ToLookup(cells => cells[0], cells => $"{cells[1]} {SeedPageNames.Bare(cells[2])}", StringComparer.Ordinal);

    // By name, or by page and name where a page means another place of the name.
    private static readonly Dictionary<(string File, string Name), string> s_countries =
        SeedPageNames.Rows("SeedPagePlaceCountries.tsv").ToDictionary(cells => (cells.Length > 2 ? cells[2] : "", SeedPageNames.Bare(cells[0])), cells => cells[1]);

    /// <summary>The pages of the table with a file extension, for a theory.</summary>
    public static TheoryData<string> Pages(string extension) => [.. SeedPageNames.All.Select(row => row.File).Where(file => file.EndsWith(extension, StringComparison.Ordinal) && !SeedPage.IsHeldOut(file))];

    public static SeedPageNames RowOf(string file) => SeedPageNames.All.Single(row => row.File == file);

    public static void ShouldNameWhatItNames(string file, NewsPage page)
    {
        EntityExtraction extraction = EntityExtractor.Default.Extract(page);
        SeedPageNames row = RowOf(file);
        string[] errors = [.. Errors(extraction, EntityKind.Person, row.People, page.Text), .. Errors(extraction, EntityKind.Place, row.Places, page.Text)];

        errors.Should().BeEquivalentTo(s_knownMisses[file].Where(miss => !IsElsewhere(miss)));
    }

    public static void PlacesShouldLieInTheirCountries(string file, NewsPage page)
    {
        var errors = new List<string>();
        foreach ((string form, Entity place) in SeedPageNames.FormsOf(EntityExtractor.Default.Extract(page), EntityKind.Place, page.Text))
        {
            string name = SeedPageNames.Bare(form);
            if ((s_countries.TryGetValue((file, name), out string? country) || s_countries.TryGetValue(("", name), out country)) && (place.Place?.CountryCode ?? "none known") != country) errors.Add(Elsewhere + name);
        }

        errors.Should().BeEquivalentTo(s_knownMisses[file].Where(IsElsewhere));
    }

    private static bool IsElsewhere(string miss) => miss.StartsWith(Elsewhere, StringComparison.Ordinal);

    // Names by their bare letters, since pages print them with vowels, kashida and presentation forms.
    private static IEnumerable<string> Errors(EntityExtraction extraction, EntityKind kind, IReadOnlyList<string> expected, string text)
    {
        Dictionary<string, string> missed = expected.ToDictionary(SeedPageNames.Bare, StringComparer.Ordinal);
        foreach ((string form, _) in SeedPageNames.FormsOf(extraction, kind, text))
            if (!missed.Remove(SeedPageNames.Bare(form))) yield return "extra " + SeedPageNames.Bare(form);
        foreach (string name in missed.Keys) yield return "missed " + name;
    }
}
