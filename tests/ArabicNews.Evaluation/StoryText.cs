namespace ArabicNews.Evaluation;

/// <summary>An article as the generator of re-edits handles it: words in paragraphs, made by means of its own so that no mistake of the engines hides itself.</summary>
/// <param name="Headline">The headline; empty when it is not known.</param>
/// <param name="Dateline">What stands before the first sentence, with its separator; empty when nothing does.</param>
/// <param name="Paragraphs">The body.</param>
internal sealed record StoryText(string Headline, string Dateline, IReadOnlyList<string> Paragraphs)
{
    // A body printed in one piece is cut into pieces of some three sentences' words, as a paragraph of wire text has them.
    private const int WordsOfParagraph = 45;

    public int WordCount => Paragraphs.Sum(paragraph => WordsOf(paragraph).Length);

    /// <summary>A page that prints it: headline, dateline and first paragraph, the other paragraphs.</summary>
    public string ToPage() => (Headline.Length > 0 ? Headline + "\n\n" : "") + (Dateline.Length > 0 ? Dateline + " " : "") + string.Join("\n\n", Paragraphs);

    /// <summary>From a body: its lines, or where it is one line its sentences in groups.</summary>
    public static StoryText Of(string headline, string dateline, string body)
    {
        var paragraphs = new List<string>();
        foreach (string line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var paragraph = new List<string>();
            foreach (string word in WordsOf(line))
            {
                paragraph.Add(word);
                bool isEnd = word[^1] is '.' or '!' or '\u061F' or ':' || (word[^1] is '\u060C' or '\u061B' && paragraph.Count >= 2 * WordsOfParagraph);
                if (paragraph.Count < WordsOfParagraph || !isEnd) continue;
                paragraphs.Add(string.Join(' ', paragraph));
                paragraph.Clear();
            }

            if (paragraph.Count > 0) paragraphs.Add(string.Join(' ', paragraph));
        }

        return new StoryText(headline, dateline, paragraphs);
    }

    public static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
