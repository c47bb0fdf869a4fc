using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace ArabicNews.Cli.Input;

/// <summary>
/// The items of RSS 2.0, RSS 1.0 and Atom, one record each: as HTML, since that is what feeds carry. A document type is refused (entities that expand into gigabytes begin there), nothing outside the feed is opened, and a
/// feed is no longer than a record may be.
/// </summary>
internal static class FeedRecords
{
    private static readonly HashSet<string> s_dates = new(StringComparer.Ordinal) { "pubDate", "published", "date", "updated", "modified", "issued" };

    public static IEnumerable<ReadItem> Read(InputFile file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = file.Options.MaxRecordLength,
            MaxCharactersFromEntities = 1024,
            CloseInput = false,
            CheckCharacters = false,
        };
        using var reader = XmlReader.Create(new ReaderStream(file.Bytes), settings);
        string? channel = null;
        long number = 0;
        bool isRead = reader.Read();
        while (isRead)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry")
            {
                number++;
                if (ReadEntry(reader, file, number, channel) is { } record) yield return new ReadItem(record, null);
                isRead = !reader.EOF;
            }
            else if (channel is null && number == 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName == "title")
            {
                channel = TextOf(reader).Trim();
                isRead = !reader.EOF;
            }
            else isRead = reader.Read();
        }
    }

    // Leaves the reader behind the entry; null for an entry that says nothing.
    private static NewsRecord? ReadEntry(XmlReader reader, InputFile file, long number, string? channel)
    {
        string? title = null, link = null, id = null, content = null, summary = null, date = null;
        if (reader.IsEmptyElement) reader.Read();
        else
        {
            int depth = reader.Depth;
            reader.Read();
            while (!reader.EOF && reader.Depth > depth)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
                {
                    reader.Read();
                    continue;
                }

                string name = reader.LocalName;
                if (name == "link" && reader.GetAttribute("href") is { } href)
                {
                    if (reader.GetAttribute("rel") is null or "alternate") link ??= href;
                    reader.Skip();
                }
                else if (name == "title") title ??= WithoutTags(TextOf(reader));
                else if (name == "link") link ??= TextOf(reader).Trim();
                else if (name is "guid" or "id") id ??= TextOf(reader).Trim();
                else if (name is "encoded" or "content") content ??= HtmlOf(reader);
                else if (name is "description" or "summary") summary ??= HtmlOf(reader);
                else if (s_dates.Contains(name)) date ??= TextOf(reader).Trim();
                else reader.Skip();
            }

            reader.Read();
        }

        if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(content ?? summary)) return null;
        return new NewsRecord
        {
            Origin = file.Name,
            Line = number,
            Id = NonEmpty(id) ?? NonEmpty(link) ?? file.DefaultId(number),
            Html = PageOf(title, content ?? summary),
            Title = NonEmpty(title),
            Url = Uri.TryCreate(link, UriKind.Absolute, out Uri? url) ? url : null,
            Date = DateOf(date),
            Source = NonEmpty(channel),
        };
    }

    // The text of an element, that of elements inside it too; leaves the reader behind it.
    private static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(reader.Value);
        }

        reader.Read();
        return text.ToString();
    }

    // Atom marks what is no markup as text, and markup that is not escaped as xhtml.
    private static string HtmlOf(XmlReader reader) => reader.GetAttribute("type") switch
    {
        "xhtml" => reader.ReadInnerXml(),
        "text" => WebUtility.HtmlEncode(TextOf(reader)),
        _ => TextOf(reader),
    };

    private static string PageOf(string? title, string? content)
    {
        string heading = WebUtility.HtmlEncode(title ?? "");
        return $"<!DOCTYPE html><title>{heading}</title><article><h1>{heading}</h1><p>{content}</p></article>";
    }

    // Titles are text, but half of the feeds escape twice.
    private static string WithoutTags(string title) => WebUtility.HtmlDecode(title).Trim();

    private static RecordDate? DateOf(string? date)
    {
        if (date is null) return null;
        if (JsonRecord.ParseDate(date) is { } iso) return iso;
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? new RecordDate(moment, DatePrecision.Second) : null;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
