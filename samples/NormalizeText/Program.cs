// One text in three spellings: as printed, cleaned for reading, and as a search sees it, with the way back to the original.
using System.Text;
using ArabicNews;

Console.OutputEncoding = Encoding.UTF8;
string text = args.Length > 0 ? string.Join(' ', args) : "أَعْلَنَ ٱلرَّئيسُ الأميـــركي أنّ ﻧﺴﺒﺔ المشاركة بلغت ٦٣٫٥٪ في انتخابات ٢٠٢٤";

Console.WriteLine($"as printed   {Isolate(text)}");
Console.WriteLine($"Display      {Isolate(ArabicNormalizer.Display.Normalize(text))}");
NormalizedText search = ArabicNormalizer.Search.NormalizeWithOffsets(text);
Console.WriteLine($"Search       {Isolate(search.Text)}");

// Every span of the normalized text leads back to what was printed.
Console.WriteLine();
foreach (Token token in ArabicTokenizer.Tokenize(search.Text))
{
    if (token.Kind != TokenKind.Word) continue;
    TextSpan source = search.Offsets.ToSource(token.Span);
    string word = token.Span.In(search.Text).ToString(), stem = ArabicStemmer.Stem(word).In(word).ToString();
    Console.WriteLine($"{source,-9} {Isolate(source.In(text).ToString())} -> {Isolate(word)}, stem {Isolate(stem)}");
}

// Keeps Arabic together inside a line that runs from left to right.
static string Isolate(string arabic) => $"\u2068{arabic}\u2069";
