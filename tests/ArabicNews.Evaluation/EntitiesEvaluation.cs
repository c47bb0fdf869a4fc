using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>
/// People, places and organizations against a CoNLL file (<c>token TAB tag</c>, a blank line behind each sentence): right are mentions with the same first token, last token and type. A sentence is one text, or
/// with <c>--window N</c> N consecutive sentences are, joined by line feeds. The score is the micro F1 of people and places; a file that marks only places (idrisi) is scored on places alone.
/// <c>--details</c> adds what <see cref="EntityDetails"/> tells.
/// Without a file, our own pages are scored: <see cref="SeedPageNamesEvaluation"/>.
/// </summary>
internal static class EntitiesEvaluation
{
    private static readonly string[] s_types = ["PER", "LOC", "ORG"];

    public static Evaluation Evaluation { get; } = new("entities", "[file.conll] [--window N] [--details] [--pages held-out|tuned]", arguments => arguments.Path is null ? SeedPageNamesEvaluation.Run(arguments) : Run(arguments));

    private static double Run(EvaluationArguments arguments)
    {
        int window = arguments.Options.TryGetValue("window", out string? given) ? ReadWindow(given) : 1;
        string path = arguments.RequiredPath;
        List<List<(string Token, string Tag)>> sentences = Read(path);
        bool placesOnly = sentences.All(sentence => sentence.All(token => token.Tag == "O" || token.Tag.EndsWith("LOC", StringComparison.Ordinal)));

        string[] scored = placesOnly ? ["LOC"] : s_types;
        var details = new EntityDetails(scored);
        var counts = s_types.ToDictionary(type => type, _ => new Counts(), StringComparer.Ordinal);
        using TextWriter? predictions = arguments.Predictions is { } file ? new StreamWriter(file, append: false, new UTF8Encoding(false)) { NewLine = "\n" } : null;
        EntityExtractor.Default.Extract(" ");
        var clock = new Stopwatch();
        int tokens = 0;
        foreach (List<(string Token, string Tag)>[] texts in sentences.Chunk(window))
        {
            (string text, List<TextSpan[]> spans) = Join(texts);
            clock.Start();
            EntityExtraction extraction = EntityExtractor.Default.Extract(text);
            clock.Stop();
            string[][] predicted = Tag(extraction, spans, out Mention[][] mentions);
            for (int i = 0; i < texts.Length; i++)
            {
                tokens += texts[i].Count;
                HashSet<(int First, int Last, string Type)> gold = MentionsOf([.. texts[i].Select(token => token.Tag)]), found = MentionsOf(predicted[i]);
                Count(gold, found, counts);
                details.Add(gold, found, mentions[i]);
                if (predictions is null) continue;
                for (int j = 0; j < texts[i].Count; j++) predictions.WriteLine($"{texts[i][j].Token}\t{texts[i][j].Tag}\t{predicted[i][j]}");
                predictions.WriteLine();
            }
        }

        var table = new Table("type", "gold", "found", "right", "precision", "recall", "F1");
        var total = new Counts();
        foreach (string type in scored)
        {
            Counts count = counts[type];
            table.Add(type, count.Gold, count.Found, count.Right, count.Precision, count.Recall, count.F1);
            if (type != "ORG") total.Add(count);
        }

        if (!placesOnly) table.Add("PER+LOC", total.Gold, total.Found, total.Right, total.Precision, total.Recall, total.F1);
        table.Add("tokens a second", (long)(tokens / clock.Elapsed.TotalSeconds));
        table.Print();
        if (arguments.Options.ContainsKey("details")) details.Print();
        return total.F1;
    }

    private static int ReadWindow(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int window) && window > 0 ? window : throw new UsageException($"--window needs a number of sentences, not '{value}'");

    private static List<List<(string Token, string Tag)>> Read(string path)
    {
        var sentences = new List<List<(string Token, string Tag)>>();
        var sentence = new List<(string Token, string Tag)>();
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.Length > 0)
            {
                string[] cells = line.Split('\t');
                sentence.Add((cells[0], cells[1]));
            }
            else if (sentence.Count > 0)
            {
                sentences.Add(sentence);
                sentence = [];
            }
        }

        return sentences;
    }

    private static (string Text, List<TextSpan[]> Spans) Join(List<(string Token, string Tag)>[] sentences)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan[]>();
        foreach (List<(string Token, string Tag)> sentence in sentences)
        {
            if (text.Length > 0) text.Append('\n');
            var tokens = new TextSpan[sentence.Count];
            for (int i = 0; i < tokens.Length; i++)
            {
                if (i > 0) text.Append(' ');
                tokens[i] = new TextSpan(text.Length, sentence[i].Token.Length);
                text.Append(sentence[i].Token);
            }

            spans.Add(tokens);
        }

        return (text.ToString(), spans);
    }

    // A token belongs to a mention when they share a letter, so that وبغداد counts whole. Where two mentions touch one token, the first has it.
    private static string[][] Tag(EntityExtraction extraction, List<TextSpan[]> sentences, out Mention[][] owners)
    {
        owners = [.. sentences.Select(sentence => new Mention[sentence.Length])];
        string[][] tags = [.. sentences.Select(sentence => Enumerable.Repeat("O", sentence.Length).ToArray())];
        Mention[] mentions = [.. extraction.Entities.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Span.Start)];
        int next = 0;
        for (int i = 0; i < tags.Length; i++)
        {
            int inside = -1;
            for (int j = 0; j < tags[i].Length; j++)
            {
                TextSpan token = sentences[i][j];
                while (next < mentions.Length && mentions[next].Span.End <= token.Start) next++;
                if (next == mentions.Length || mentions[next].Span.Start >= token.End) continue;
                tags[i][j] = (inside == next ? "I-" : "B-") + TypeOf(mentions[next].Kind);
                owners[i][j] = mentions[next];
                inside = next;
            }
        }

        return tags;
    }

    private static string TypeOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => "PER",
        EntityKind.Place => "LOC",
        _ => "ORG",
    };

    private static void Count(HashSet<(int First, int Last, string Type)> gold, HashSet<(int First, int Last, string Type)> found, Dictionary<string, Counts> counts)
    {
        foreach ((_, _, string type) in gold)
            if (counts.TryGetValue(type, out Counts? count)) count.Gold++;
        foreach ((int First, int Last, string Type) mention in found)
        {
            counts[mention.Type].Found++;
            if (gold.Contains(mention)) counts[mention.Type].Right++;
        }
    }

    // BIO; an I-X with no open X opens one.
    private static HashSet<(int First, int Last, string Type)> MentionsOf(string[] tags)
    {
        var mentions = new HashSet<(int, int, string)>();
        int first = -1;
        for (int i = 0; i <= tags.Length; i++)
        {
            string tag = i < tags.Length ? tags[i] : "O";
            if (first >= 0 && !(tag[0] == 'I' && tag.AsSpan(1).SequenceEqual(tags[first].AsSpan(1))))
            {
                mentions.Add((first, i - 1, tags[first][2..]));
                first = -1;
            }

            if (first < 0 && tag != "O") first = i;
        }

        return mentions;
    }

    private sealed class Counts
    {
        public int Gold { get; set; }

        public int Found { get; set; }

        public int Right { get; set; }

        public double Precision => Found == 0 ? 0 : (double)Right / Found;

        public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

        public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

        public void Add(Counts other)
        {
            Gold += other.Gold;
            Found += other.Found;
            Right += other.Right;
        }
    }
}
