// Who and where: the people and places that a text names, each once, with all its mentions and where on the map a place is.
using System.Globalization;
using System.Text;
using ArabicNews;

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string text = args.Length > 0 ? File.ReadAllText(args[0]) : """
    القاهرة - التقى وزير الخارجية الأميركي أنتوني بلينكن نظيره المصري سامح شكري في القاهرة، وبحثا الوضع في قطاع غزة.
    وقال بلينكن إن الولايات المتحدة تعمل مع مصر وقطر، فيما أكد شكري أن بلاده ترفض أي عملية برية في رفح.
    """;

EntityExtraction found = EntityExtractor.Default.Extract(text);
Console.WriteLine("people");
foreach (Entity person in found.People) Console.WriteLine($"  {Isolate(person.Name)} {Isolate(person.Role ?? "")} {Mentions(person)}");

Console.WriteLine("places");
foreach (Entity place in found.Places)
    Console.WriteLine($"  {Isolate(place.Name)} {(place.Place is { } on ? $"{on.EnglishName}, {on.CountryCode} {on.Latitude:0.00} {on.Longitude:0.00}" : "")} {Mentions(place)}");

// Each mention as it was printed, with its offsets: an attached و or ب is not part of the name.
string Mentions(Entity entity) => string.Join(" ", entity.Mentions.Select(mention => $"{mention.Span}{Isolate(mention.Span.In(text).ToString())}"));

// Keeps Arabic together inside a line that runs from left to right.
static string Isolate(string arabic) => $"\u2068{arabic}\u2069";
