using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ArabicNews.Tests.Entities;

public class GazetteerListTests
{
    private static readonly PlaceInfo s_village = new("own/1", "دير العسل", "Deir al-Asal", "PS", 31.47, 34.95, PlaceKind.Town);

    [Fact]
    public void With_APlaceThatNobodyKnew_IsFoundWithItsIdAndBehindParticles()
    {
        var extractor = new EntityExtractor(Gazetteer.Default.With(GazetteerEntry.ForPlace(s_village) with { Aliases = ["دير العسل الفوقا"] }));

        Entity place = extractor.Extract("وصلت القافلة إلى دير العسل، ثم عادت من دير العسل الفوقا.").Places.Single();

        place.Id.Should().Be("own/1");
        place.Place.Should().Be(s_village);
        place.EnglishName.Should().Be("Deir al-Asal");
        place.Mentions.Should().HaveCount(2);
        EntityExtractor.Default.Extract("سكان دير العسل").Places.Where(other => other.Id == "own/1").Should().BeEmpty();
    }

    [Fact]
    public void With_APersonAndABody_AreFoundUnderAllTheirNames()
    {
        var extractor = new EntityExtractor(Gazetteer.Default.With(
            GazetteerEntry.ForPerson("staff/17", "زلفى القرنفلي", "Zulfa Qaranfuli") with { ShortNames = ["القرنفلي"] },
            GazetteerEntry.ForOrganization("own/club", "نجوم الوادي")));

        EntityExtraction extraction = extractor.Extract("فاز نجوم الوادي أمس. وقالت زلفى القرنفلي إن الفوز مستحق، وأضافت القرنفلي أن الفريق جاهز.");

        extraction.Organizations.Single().Id.Should().Be("own/club");
        Entity person = extraction.People.Single();
        person.Id.Should().Be("staff/17");
        person.EnglishName.Should().Be("Zulfa Qaranfuli");
        person.Mentions.Should().HaveCount(2);
    }

    [Fact]
    public void With_TheIdOfAnOlderEntry_ReplacesItWithAllItsNames()
    {
        PlaceInfo cairo = Gazetteer.Default.FindPlaces("القاهرة")[0];
        Gazetteer gazetteer = Gazetteer.Default.With(GazetteerEntry.ForPlace(cairo with { Name = "قاهرة المعز" }));

        gazetteer.GetPlace(cairo.Id)!.Name.Should().Be("قاهرة المعز");
        gazetteer.FindPlaces("القاهرة").Should().NotContain(place => place.Id == cairo.Id);
        gazetteer.FindPlaces("قاهرة المعز").Single().Id.Should().Be(cairo.Id);
        gazetteer.PlaceCount.Should().Be(Gazetteer.Default.PlaceCount);
        Gazetteer.Default.GetPlace(cairo.Id).Should().Be(cairo, "a gazetteer is immutable");
    }

    [Fact]
    public void With_ANameThatAnotherPlaceHas_IsPreferredUnlessTheTextSpeaksForTheOther()
    {
        var village = new PlaceInfo("own/2", "طرابلس", "Trablus", "TR", 37, 35, PlaceKind.Town);
        Gazetteer gazetteer = Gazetteer.Default.With(GazetteerEntry.ForPlace(village));
        var extractor = new EntityExtractor(gazetteer);

        gazetteer.FindPlaces("طرابلس").Select(place => place.CountryCode).Should().StartWith("TR").And.Contain(["LY", "LB"]);
        extractor.Extract("عادوا إلى طرابلس.").Places.Single().Id.Should().Be("own/2");
        extractor.Extract("اشتباكات في طرابلس اللبنانية.").Places.Single().Place!.CountryCode.Should().Be("LB");
    }

    [Fact]
    public void With_ANameOfAnotherKind_MeansTheNewEntryOnly()
    {
        Gazetteer gazetteer = Gazetteer.Default.With(GazetteerEntry.ForPlace(s_village with { Name = "ريال مدريد" }));

        EntityExtraction extraction = new EntityExtractor(gazetteer).Extract("وصل إلى ريال مدريد أمس.");

        extraction.Organizations.Should().BeEmpty();
        extraction.Places.Single().Id.Should().Be("own/1");
    }

    [Fact]
    public void Without_AnId_ForgetsItsNamesAndKeepsOthers()
    {
        PlaceInfo tripoli = Gazetteer.Default.FindPlaces("طرابلس")[0];
        Gazetteer gazetteer = Gazetteer.Default.Without(tripoli.Id, "person/antonio-guterres", "no such id");

        gazetteer.FindPlaces("طرابلس").Should().NotContain(tripoli).And.NotBeEmpty();
        gazetteer.GetPlace(tripoli.Id).Should().BeNull();
        gazetteer.PlaceCount.Should().Be(Gazetteer.Default.PlaceCount - 1);
        new EntityExtractor(gazetteer).Extract("قال أنطونيو غوتيريش ذلك.").People.Single().Id.Should().BeNull();
        Gazetteer.Default.FindPlaces("طرابلس").Should().Contain(tripoli);
    }

    [Fact]
    public void Create_KnowsItsEntriesAndTheWordsOfTheLanguage()
    {
        var extractor = new EntityExtractor(Gazetteer.Create(GazetteerEntry.ForPlace(s_village)));

        EntityExtraction extraction = extractor.Extract("زار وزير الصحة المصري خالد عبد الغفار دير العسل والقاهرة.");

        extraction.Places.Should().ContainSingle().Which.Id.Should().Be("own/1");
        extraction.People.Should().ContainSingle().Which.Role.Should().Be("وزير الصحة المصري");
        Gazetteer.Create().PlaceCount.Should().Be(0);
    }

    [Fact]
    public void Version_StatesTheContent()
    {
        GazetteerEntry entry = GazetteerEntry.ForPlace(s_village);
        string version = Gazetteer.Default.Version;

        version.Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}\\+[0-9a-f]{16}$");
        Gazetteer.Default.With(entry).Version.Should().StartWith(version + "+").And.Be(Gazetteer.Default.With(entry).Version);
        Gazetteer.Default.With(entry with { Aliases = ["العسل"] }).Version.Should().NotBe(Gazetteer.Default.With(entry).Version);
        Gazetteer.Default.Without("own/1").Version.Should().StartWith(version + "-");
        Gazetteer.Create(entry).Version.Should().StartWith("own+");
    }

    [Fact]
    public void ReadEntries_Tsv_GivesAllColumns()
    {
        string list = "# our list\r\nid\tname\tkind\tenglish\taliases\tcountry\tsubdivision\tlatitude\tlongitude\tpopulation\tcue\tshort\r\n"
            + "own/1\tدير العسل\ttown\tDeir al-Asal\tالعسل الفوقا | دير عسل\tPS\tPS-HBN\t31.47\t34.95\t2100\t1\r\n\r\n"
            + "own/2\tزلفى القرنفلي\tperson\t\t\t\t\t\t\t\t\tالقرنفلي\n"
            + "own/3\tنجوم الوادي\torganization";

        Read(list).Should().Equal(
            GazetteerEntry.ForPlace(s_village with { Subdivision = "PS-HBN", Population = 2100 }) with { Aliases = ["العسل الفوقا", "دير عسل"], NeedsCue = true },
            GazetteerEntry.ForPerson("own/2", "زلفى القرنفلي") with { ShortNames = ["القرنفلي"] },
            GazetteerEntry.ForOrganization("own/3", "نجوم الوادي"));
    }

    [Fact]
    public void ReadEntries_Json_GivesTheSame()
    {
        string list = """
            [
              // our list
              { "id": "own/1", "name": "دير العسل", "kind": "Town", "english": "Deir al-Asal", "aliases": ["العسل الفوقا", "دير عسل"], "country": "PS", "latitude": 31.47, "longitude": 34.95, "population": 2100, "cue": true },
              { "id": "own/2", "name": "\u0632لفى القرنفلي", "kind": "person", "short": "القرنفلي", "english": null },
            ]
            """;

        Read('\uFEFF' + list).Should().Equal(
            GazetteerEntry.ForPlace(s_village with { Population = 2100 }) with { Aliases = ["العسل الفوقا", "دير عسل"], NeedsCue = true },
            GazetteerEntry.ForPerson("own/2", "زلفى القرنفلي") with { ShortNames = ["القرنفلي"] });
    }

    [Fact]
    public void Load_KnowsTheListOnly()
    {
        using Stream list = StreamOf("id\tname\tkind\tlatitude\tlongitude\nown/1\tدير العسل\ttown\t31.47\t34.95\n");

        Gazetteer gazetteer = Gazetteer.Load(list);

        gazetteer.PlaceCount.Should().Be(1);
        gazetteer.FindPlaces("دَيْر العســل").Single().Id.Should().Be("own/1");
    }

    [Theory]
    [InlineData("", "Line 1, column 1: *header*")]
    [InlineData("id\tname\tkind\tcolour\n", "Line 1, column 14: 'colour' is no column*")]
    [InlineData("id\tname\tname\n", "Line 1, column 9: *twice*")]
    [InlineData("id\tname\tkind\n1\tسلمى\tperson\tx\n", "Line 2, column 15: *more cells*")]
    [InlineData("id\tname\tkind\n1\tسلمى\n", "Line 2, column 1: the row has no kind.")]
    [InlineData("id\tname\tkind\n1\tسلمى\tship\n", "Line 2, column 8: 'ship' is neither*")]
    [InlineData("id\tname\tkind\n1\tسلمى\t3\n", "Line 2, column 8: '3' is neither*")]
    [InlineData("id\tname\tkind\tlatitude\n1\tصور\tcity\tx\n", "Line 2, column 12: the latitude 'x' is no number.")]
    [InlineData("id\tname\tkind\tlatitude\tlongitude\n1\tصور\tcity\t91\t0\n", "Line 2, column 1: *latitude is not in*")]
    [InlineData("id\tname\tkind\tlatitude\tlongitude\n1\tصور\tcity\tNaN\t0\n", "Line 2, column 1: *latitude is not in*")]
    [InlineData("id\tname\tkind\tlatitude\tlongitude\tpopulation\n1\tصور\tcity\t9\t0\t-1\n", "Line 2, column 16: the population*")]
    [InlineData("id\tname\tkind\tlatitude\tlongitude\tcountry\n1\tصور\tcity\t9\t0\tLebanon\n", "Line 2, column 1: *'Lebanon' is no code*")]
    [InlineData("id\tname\tkind\tcue\n1\tسلمى\tperson\tyes\n", "Line 2, column 15: 'yes' is neither 0 nor 1.")]
    [InlineData("id\tname\tkind\n1\tCairo\tperson\n", "Line 2, column 1: *'Cairo' * is no Arabic word.")]
    [InlineData("id\tname\tkind\n1\tسلمى\tperson\n1\tليلى\tperson\n", "Line 3, column 1: the id '1' stands twice.")]
    [InlineData("{}", "Line 1, column 1: a list is an array of objects.")]
    [InlineData("[\n 1]", "Line 2, column 2: an entry is an object.")]
    [InlineData("[\n{\"id\": \"1\", \"colour\": 1}]", "Line 2, column 13: 'colour' is no property*")]
    [InlineData("[{\"id\": \"1\",\n \"id\": 1}]", "Line 2, column 2: *twice*")]
    [InlineData("[{\"id\": \"1\",\n \"name\": {}}]", "Line 2, column 10: this is no value for 'name'.")]
    [InlineData("[{\"id\": \"1\",\n \"aliases\": [1]}]", "Line 2, column 14: a name is a string.")]
    [InlineData("[\n x]", "Line 2, column 2: this is no JSON*")]
    [InlineData("[{\"id\": \"1\", \"name\": \"ليلى\", \"kind\": \"city\", \"latitude\":\n \"x\"}]", "Line 2, column 2: the latitude 'x' is no number.")]
    [InlineData("[] []", "Line 1, column 4: this is no JSON*")]
    [InlineData("[{\"aliases\": [[[[[1]]]]]}]", "Line 1, column *")]
    [InlineData("[{\"id\": \"\\ud800\"}]", "Line 1, column *")]
    public void ReadEntries_ADamagedList_SaysWhereAndWhy(string list, string message) =>
        ((Action)(() => Read(list))).Should().Throw<InvalidDataException>().WithMessage(message);

    [Fact]
    public void ReadEntries_BytesThatAreNoUtf8_SaysWhere()
    {
        using var list = new MemoryStream([.. "id\tname\tkind\n"u8, 0xC3, 0x28, (byte)'\n']);

        ((Action)(() => Gazetteer.ReadEntries(list))).Should().Throw<InvalidDataException>().WithMessage("Line 2, column 1: *UTF-8*");
    }

    [Fact]
    public void ReadEntries_AnyBytes_AreAListOrAnInvalidOne()
    {
        var random = new Random(20261126);
        byte[] seed = Encoding.UTF8.GetBytes("id\tname\tkind\tlatitude\tlongitude\n1\tصور\tcity\t33\t35\n[{\"id\":\"1\",\"name\":\"ليلى\",\"kind\":\"person\"}]");
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = seed[(round % 2 == 0 ? 0 : Array.IndexOf(seed, (byte)'['))..];
            for (int change = random.Next(6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                using var list = new MemoryStream(bytes[..random.Next(bytes.Length + 1)]);
                Gazetteer.ReadEntries(list);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void Lists_OfTwoHundredThousandRows_AreReadAndMerged()
    {
        var list = new StringBuilder("id\tname\tkind\tlatitude\tlongitude\n");
        for (int i = 0; i < 200_000; i++) list.Append(CultureInfo.InvariantCulture, $"own/{i}\t{NameOf(i)}\ttown\t30\t31\n");

        Gazetteer gazetteer = Gazetteer.Default.With(Read(list.ToString()));

        gazetteer.PlaceCount.Should().Be(Gazetteer.Default.PlaceCount + 200_000);
        gazetteer.FindPlaces(NameOf(123_456)).Should().Contain(place => place.Id == "own/123456");
    }

    [Fact]
    public void With_WhatIsNoEntry_Throws()
    {
        GazetteerEntry entry = GazetteerEntry.ForPerson("1", "ليلى");
        Refuses(null!);
        Refuses(entry, entry);
        Refuses(entry with { Aliases = [null!] });
        Refuses(entry with { Aliases = ["Leila"] });
        Refuses(entry with { Aliases = ["،"] });
        Refuses(entry with { Aliases = [string.Join(' ', Enumerable.Repeat("نور", 33))] });
        Refuses(GazetteerEntry.ForPlace(s_village with { Latitude = double.NaN }));
        Refuses(GazetteerEntry.ForPlace(s_village with { Longitude = 181 }));
        Refuses(GazetteerEntry.ForPlace(s_village with { Population = -1 }));
        Refuses(GazetteerEntry.ForPlace(s_village with { CountryCode = "ps" }));
        Refuses(GazetteerEntry.ForPlace(s_village with { Subdivision = "HBN" }));
        Refuses(GazetteerEntry.ForPlace(s_village with { Kind = (PlaceKind)99 }));
        Refuses([.. Enumerable.Range(0, 251).Select(i => GazetteerEntry.ForPerson($"p/{i}", "ليلى العامرية"))]);
        ((Action)(() => Gazetteer.Default.With(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => Gazetteer.Default.Without(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => Gazetteer.ReadEntries(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => GazetteerEntry.ForPerson(" ", "ليلى"))).Should().Throw<ArgumentException>();
        ((Func<EntityExtractor>)(() => new EntityExtractor(null!, null))).Should().Throw<ArgumentNullException>();

        static void Refuses(params GazetteerEntry[] entries) => ((Action)(() => Gazetteer.Default.With(entries))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Entry_WithDefaultArrays_HasEmptyOnes()
    {
        GazetteerEntry entry = GazetteerEntry.ForPerson("1", "ليلى") with { Aliases = default, ShortNames = default };

        entry.Should().Be(GazetteerEntry.ForPerson("1", "ليلى"));
        Gazetteer.Create(entry).Version.Should().Be(Gazetteer.Create(GazetteerEntry.ForPerson("1", "ليلى")).Version);
    }

    // A name of two made-up words that differ for every number.
    private static string NameOf(int number)
    {
        const string Letters = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";
        var name = new StringBuilder("قم");
        for (int rest = number; rest > 0; rest /= Letters.Length) name.Append(Letters[rest % Letters.Length]);
        return name.Append(" البعيدة").ToString();
    }

    private static ImmutableArray<GazetteerEntry> Read(string list)
    {
        using Stream stream = StreamOf(list);
        return Gazetteer.ReadEntries(stream);
    }

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
