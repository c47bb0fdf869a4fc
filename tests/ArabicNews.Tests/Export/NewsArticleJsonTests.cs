using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Export;

public class NewsArticleJsonTests
{
    private const string Text =
        "اقتصاد\nافتتاح ميناء \"الفاو\" أمام السفن\nثلاثة أرصفة & برج للمراقبة\nبغداد - رويترز: افتتح وزير النقل أمس الميناء الجديد.\nوقال إن العمل انتهى.\nالرصيف الأول (رويترز)\n";

    private static readonly NewsPage s_page = new()
    {
        Text = Text,
        Metadata = new PageMetadata
        {
            Url = new Uri("https://sahil.example/n/7?ref=home"),
            CanonicalUrl = new Uri("https://sahil.example/n/7"),
            Description = "الميناء الجديد يعمل",
            SiteName = "الساحل",
            Language = "ar",
        },
        Main = new Article
        {
            Span = new TextSpan(0, Text.Length - 1),
            Parts =
            [
                Part("اقتصاد", ArticlePartKind.Kicker), Part("افتتاح ميناء \"الفاو\" أمام السفن", ArticlePartKind.Headline), Part("ثلاثة أرصفة & برج للمراقبة", ArticlePartKind.Subheadline),
                Part("بغداد - رويترز:", ArticlePartKind.Dateline), Part("افتتح وزير النقل أمس الميناء الجديد.", ArticlePartKind.Lede), Part("وقال إن العمل انتهى.", ArticlePartKind.Paragraph),
                Part("الرصيف الأول (رويترز)", ArticlePartKind.Caption),
            ],
            Byline = new Byline { Span = default, Persons = [new CreditedName(default, "سلمى حداد"), new CreditedName(default, "علي رزق", "تصوير"), new CreditedName(default, "ندى صبري", "إعداد وتصوير")] },
            Dateline = new Dateline { Span = default, Places = [new CreditedName(SpanOf("بغداد"), "بغداد")], Agencies = [new CreditedName(SpanOf("رويترز"), "رويترز")] },
            Published = new ArticleDate(new TextSpan(0, 4), new DateTimeOffset(2024, 3, 27, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day, CalendarKind.Gregorian),
            Modified = new ArticleDate(default, new DateTimeOffset(2024, 3, 28, 9, 30, 0, TimeSpan.FromHours(3)), DatePrecision.Minute, CalendarKind.Gregorian),
            Section = "اقتصاد",
            Tags = ["موانئ", "العراق"],
            Images = [ArticleImage.FromCaption(Text, SpanOf("الرصيف الأول (رويترز)")) with { Url = new Uri("https://sahil.example/i/7.jpg") }],
        },
    };

    private static readonly EntityExtraction s_entities = new(
    [
        new Entity(EntityKind.Place, "بغداد", "Q1530", [new Mention(SpanOf("بغداد"), EntityKind.Place, 1, MentionEvidence.Gazetteer)], null, new PlaceInfo("Q1530", "بغداد", "Baghdad", "IQ", 33.3125, 44.375, PlaceKind.Capital)),
        new Entity(EntityKind.Person, "رزاق محيبس", "person/razzaq", [new Mention(SpanOf("وزير النقل"), EntityKind.Person, 1, MentionEvidence.Title)], "وزير النقل", null),
    ]);

    [Fact]
    public void ToJsonLd_Article_IsThisDocument() => Indent(NewsArticleJson.ToJsonLd(s_page, s_page.Main!, s_entities)).Should().Be("""
        {
          "@context": "https://schema.org",
          "@type": "NewsArticle",
          "url": "https://sahil.example/n/7",
          "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://sahil.example/n/7"
          },
          "headline": "افتتاح ميناء \"الفاو\" أمام السفن",
          "alternativeHeadline": "ثلاثة أرصفة & برج للمراقبة",
          "description": "الميناء الجديد يعمل",
          "datePublished": "2024-03-27",
          "dateModified": "2024-03-28T09:30+03:00",
          "dateline": "بغداد - رويترز:",
          "locationCreated": [
            {
              "@type": "Place",
              "name": "بغداد"
            }
          ],
          "author": [
            {
              "@type": "Person",
              "name": "سلمى حداد"
            },
            {
              "@type": "Person",
              "name": "ندى صبري"
            }
          ],
          "contributor": [
            {
              "@type": "Person",
              "name": "علي رزق",
              "jobTitle": "تصوير"
            }
          ],
          "sourceOrganization": [
            {
              "@type": "Organization",
              "name": "رويترز"
            }
          ],
          "publisher": {
            "@type": "Organization",
            "name": "الساحل"
          },
          "articleSection": "اقتصاد",
          "keywords": [
            "موانئ",
            "العراق"
          ],
          "inLanguage": "ar",
          "image": [
            {
              "@type": "ImageObject",
              "url": "https://sahil.example/i/7.jpg",
              "caption": "الرصيف الأول",
              "creditText": "رويترز"
            }
          ],
          "wordCount": 10,
          "articleBody": "افتتح وزير النقل أمس الميناء الجديد.\nوقال إن العمل انتهى.",
          "mentions": [
            {
              "@type": "Place",
              "name": "بغداد",
              "alternateName": "Baghdad",
              "sameAs": "http://www.wikidata.org/entity/Q1530",
              "address": {
                "@type": "PostalAddress",
                "addressCountry": "IQ"
              },
              "geo": {
                "@type": "GeoCoordinates",
                "latitude": 33.3125,
                "longitude": 44.375
              }
            },
            {
              "@type": "Person",
              "name": "رزاق محيبس",
              "jobTitle": "وزير النقل",
              "identifier": "person/razzaq"
            }
          ]
        }
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToNinjs_Article_IsThisDocument() => Indent(NewsArticleJson.ToNinjs(s_page, s_page.Main!, s_entities)).Should().Be("""
        {
          "uri": "https://sahil.example/n/7",
          "standard": {
            "name": "ninjs",
            "version": "3.0",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
          },
          "type": "text",
          "representationType": "full",
          "versionCreated": "2024-03-28T09:30:00+03:00",
          "contentCreated": "2024-03-27T00:00:00Z",
          "language": "ar",
          "by": "سلمى حداد، علي رزق، ندى صبري",
          "located": "بغداد",
          "headlines": [
            {
              "role": "kicker",
              "contentType": "text/plain",
              "value": "اقتصاد"
            },
            {
              "role": "main",
              "contentType": "text/plain",
              "value": "افتتاح ميناء \"الفاو\" أمام السفن"
            },
            {
              "role": "subheadline",
              "contentType": "text/plain",
              "value": "ثلاثة أرصفة & برج للمراقبة"
            }
          ],
          "descriptions": [
            {
              "role": "summary",
              "contentType": "text/plain",
              "value": "الميناء الجديد يعمل"
            }
          ],
          "bodies": [
            {
              "role": "main",
              "contentType": "text/plain",
              "charCount": 57,
              "wordCount": 10,
              "value": "افتتح وزير النقل أمس الميناء الجديد.\nوقال إن العمل انتهى."
            }
          ],
          "subjects": [
            {
              "name": "اقتصاد"
            },
            {
              "name": "موانئ"
            },
            {
              "name": "العراق"
            }
          ],
          "people": [
            {
              "name": "رزاق محيبس",
              "rel": "mentions",
              "literal": "person/razzaq"
            }
          ],
          "places": [
            {
              "name": "بغداد",
              "rel": "mentions",
              "uri": "http://www.wikidata.org/entity/Q1530",
              "geojson": {
                "type": "Point",
                "coordinates": [
                  44.375,
                  33.3125
                ]
              }
            }
          ],
          "infoSources": [
            {
              "name": "رويترز"
            }
          ],
          "associations": [
            {
              "uri": "https://sahil.example/i/7.jpg",
              "type": "picture",
              "name": "picture 1",
              "by": "رويترز",
              "descriptions": [
                {
                  "role": "caption",
                  "contentType": "text/plain",
                  "value": "الرصيف الأول"
                }
              ],
              "renditions": [
                {
                  "name": "main",
                  "href": "https://sahil.example/i/7.jpg"
                }
              ]
            }
          ]
        }
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Documents_StandInAScriptElement()
    {
        const string headline = "</script><script>alert('1')</script><!-- & \u2028 \uD800 \u0000";
        NewsPage page = PageOf(headline);
        foreach (string json in new[] { NewsArticleJson.ToJsonLd(page, page.Main!), NewsArticleJson.ToNinjs(page, page.Main!) })
        {
            json.Should().NotContainAny("<", ">", "&", "'", "\u2028", "\n", "\0");
            Strings(JsonDocument.Parse(json).RootElement).Should().Contain(headline.Replace('\uD800', '\uFFFD'), "it reads back as it was, but for what is no character");
        }
    }

    [Fact]
    public void Documents_ShowArabicAsItIs() => NewsArticleJson.ToJsonLd(s_page, s_page.Main!).Should().Contain("الميناء الجديد").And.NotContain("\\u06");

    [Theory]
    [InlineData(DatePrecision.Year, 0, "2024", null)]
    [InlineData(DatePrecision.Month, 0, "2024-03", null)]
    [InlineData(DatePrecision.Day, 0, "2024-03-27", "2024-03-27T10:15:30Z")]
    [InlineData(DatePrecision.Minute, 0, "2024-03-27T10:15", "2024-03-27T10:15:30Z")]
    [InlineData(DatePrecision.Minute, 2, "2024-03-27T10:15+02:00", "2024-03-27T10:15:30+02:00")]
    [InlineData(DatePrecision.Second, -4, "2024-03-27T10:15:30-04:00", "2024-03-27T10:15:30-04:00")]
    public void Dates_AreAsExactAsTheyAreKnown(DatePrecision precision, int zone, string expected, string? moment)
    {
        var printed = new ArticleDate(new TextSpan(0, 4), new DateTimeOffset(2024, 3, 27, 10, 15, 30, TimeSpan.FromHours(zone)), precision, CalendarKind.Gregorian);
        NewsPage page = PageOf("عنوان");
        Article article = page.Main! with { Published = printed };
        Parse(NewsArticleJson.ToJsonLd(page, article)).GetProperty("datePublished").GetString().Should().Be(expected);
        JsonElement item = Parse(NewsArticleJson.ToNinjs(page, article));
        (item.TryGetProperty("contentCreated", out JsonElement created) ? created.GetString() : null).Should().Be(moment);
        if (moment is not null) created.GetDateTimeOffset().Offset.Should().Be(TimeSpan.FromHours(zone));
    }

    [Fact]
    public void ClaimedMoment_OfUniversalTime_SaysSo()
    {
        NewsPage page = PageOf("عنوان");
        var claimed = new ArticleDate(default, new DateTimeOffset(2024, 3, 27, 10, 15, 0, TimeSpan.Zero), DatePrecision.Second, CalendarKind.Gregorian);
        Parse(NewsArticleJson.ToJsonLd(page, page.Main! with { Published = claimed })).GetProperty("datePublished").GetString().Should().Be("2024-03-27T10:15:00Z");
    }

    [Fact]
    public void Uri_WithoutAnAddress_IsMadeOfTheWords()
    {
        string Uri(string headline) => Parse(NewsArticleJson.ToNinjs(PageOf(headline), PageOf(headline).Main!)).GetProperty("uri").GetString()!;
        Uri("عنوان").Should().Be(Uri("عنوان")).And.MatchRegex("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        Uri("عنوان آخر").Should().NotBe(Uri("عنوان"));
    }

    [Fact]
    public void RelatedArticle_HasNothingOfThePages()
    {
        Article related = PageOf("عنوان").Main! with { Span = new TextSpan(0, 3) };
        JsonElement json = Parse(NewsArticleJson.ToJsonLd(s_page, related));
        foreach (string property in new[] { "url", "publisher", "inLanguage", "description" }) json.TryGetProperty(property, out _).Should().BeFalse(property);
        Parse(NewsArticleJson.ToNinjs(s_page, related)).GetProperty("uri").GetString().Should().StartWith("urn:uuid:");
    }

    [Fact]
    public void PageBehindAWall_SaysSo()
    {
        NewsPage page = s_page with { Flags = PageFlags.Paywalled };
        Parse(NewsArticleJson.ToJsonLd(page, page.Main!)).GetProperty("isAccessibleForFree").GetBoolean().Should().BeFalse();
        Parse(NewsArticleJson.ToNinjs(page, page.Main!)).GetProperty("representationType").GetString().Should().Be("partial");
    }

    [Fact]
    public void EveryPageWeHold_GivesDocumentsThatReadBack()
    {
        int articles = 0;
        foreach (string file in Directory.EnumerateFiles(RepositoryFiles.InRepository("seeds/articles"), "*.txt"))
        {
            NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(file));
            if (page.Main is not { } article) continue;
            articles++;
            EntityExtraction entities = EntityExtractor.Default.Extract(article, page.Text);
            JsonElement json = Parse(NewsArticleJson.ToJsonLd(page, article, entities)), item = Parse(NewsArticleJson.ToNinjs(page, article, entities));
            json.GetProperty("articleBody").GetString().Should().Be(article.GetBody(page.Text));
            item.GetProperty("bodies")[0].GetProperty("value").GetString().Should().Be(article.GetBody(page.Text));
            (json.TryGetProperty("mentions", out JsonElement mentions) ? mentions.GetArrayLength() : 0).Should().Be(entities.Entities.Length);
            item.EnumerateObject().Select(property => property.Name).Should().BeSubsetOf(s_ninjs);
        }

        articles.Should().BeGreaterThan(20);
    }

    [Fact]
    public void RandomText_GivesDocumentsThatReadBack()
    {
        foreach (string text in RandomTexts.Create(2000))
        {
            NewsPage page = PageOf("س" + text);
            foreach (string json in new[] { NewsArticleJson.ToJsonLd(page, page.Main!), NewsArticleJson.ToNinjs(page, page.Main!) })
                Strings(Parse(json)).Should().Contain(new System.Text.UTF8Encoding().GetString(new System.Text.UTF8Encoding().GetBytes(page.Text)));
        }
    }

    [Fact]
    public void UnderAnyCulture_DocumentsAreTheSame()
    {
        string jsonLd = NewsArticleJson.ToJsonLd(s_page, s_page.Main!, s_entities), ninjs = NewsArticleJson.ToNinjs(s_page, s_page.Main!, s_entities);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "ar-SA", "fa-IR", "tr-TR", "th-TH", "de-DE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                NewsArticleJson.ToJsonLd(s_page, s_page.Main!, s_entities).Should().Be(jsonLd);
                NewsArticleJson.ToNinjs(s_page, s_page.Main!, s_entities).Should().Be(ninjs);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CallersMistakes_Throw()
    {
        FluentActions.Invoking(() => NewsArticleJson.ToJsonLd(null!, s_page.Main!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => NewsArticleJson.ToNinjs(s_page, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => NewsArticleJson.ToNinjs(PageOf("س"), s_page.Main!)).Should().Throw<ArgumentOutOfRangeException>();
    }

    // The properties of an item that ninjs-schema_3.0.json knows, as far as an article could have them; the schema forbids all others.
    private static readonly ImmutableArray<string> s_ninjs =
    [
        "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated", "embargoed", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms",
        "edNote", "language", "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "objects", "infoSources", "title", "by", "slugline", "located", "renditions",
        "associations", "altIds", "trustIndicators", "standard", "genres", "expires", "rightsInfo",
    ];

    private static NewsPage PageOf(string headline) => new()
    {
        Text = headline,
        Main = new Article { Span = new TextSpan(0, headline.Length), Parts = [new ArticlePart(new TextSpan(0, headline.Length), ArticlePartKind.Headline)] },
    };

    private static ArticlePart Part(string words, ArticlePartKind kind) => new(SpanOf(words), kind);

    private static TextSpan SpanOf(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Indent(string json) => JsonSerializer.Serialize(Parse(json), s_indented);
}
