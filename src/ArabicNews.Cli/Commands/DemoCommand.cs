using System.Globalization;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>demo</c>: the whole way from a page to people and places, offline, on a page that is in the tool.</summary>
internal sealed class DemoCommand : CliCommand
{
    private const string Resource = "demo.html";

    public DemoCommand() : base("demo", "Show it all on a page that comes along, offline",
        new Example("arabicnews demo", "title, dates, credits, people and places of a page"),
        new Example("arabicnews demo --json | jq '.entities[] | {name, englishName}'", "the same for programs"))
    {
        Run(run =>
        {
            NewsRecord record = ReadPage();
            NewsPage page = record.ToPage(run.Cancellation);
            EntityExtraction found = EntityExtractor.Default.Extract(page);
            return run.Write(
                json =>
                {
                    json.WriteString("id"u8, record.Id);
                    PageJson.Write(json, page);
                    EntityJson.Write(json, found, page.Text);
                },
                paper => Write(paper, page, found, record.HtmlBytes!.Length));
        });
    }

    /// <summary>The page: one of the project's own, written to be read by machines; its outlet and its reporter are invented.</summary>
    public static NewsRecord ReadPage()
    {
        using Stream page = typeof(DemoCommand).Assembly.GetManifestResourceStream(Resource)!;
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return new NewsRecord { Origin = "demo", Line = 1, Id = "demo", HtmlBytes = bytes.ToArray() };
    }

    private static void Write(Paper paper, NewsPage page, EntityExtraction found, int length)
    {
        Article main = page.Main!;
        paper.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A page of an invented outlet, {length:N0} bytes of HTML, read offline:"), Tone.Faint).WriteLine();
        PagePaper.WriteHead(paper, main, page);
        paper.WriteLine().WriteFolded(main.Lede!.Value.In(page.Text)).WriteLine();
        EntityPaper.Write(paper, found, page.Text);
        if (found.Places.FirstOrDefault(place => place.Place is { Kind: PlaceKind.Capital or PlaceKind.City }) is { Place: { } place })
            paper.WriteField("map", string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={place.Latitude:0.####}&mlon={place.Longitude:0.####}#map=6/{place.Latitude:0.####}/{place.Longitude:0.####}"));
        paper.WriteLine().WriteLine("Now with pages of your own:", Tone.Faint);
        // As they are, without marks of direction: they are there to be copied.
        paper.WriteLines("  arabicnews parse page.html\n  arabicnews compare وزير الوزير\n  arabicnews --help");
    }
}
