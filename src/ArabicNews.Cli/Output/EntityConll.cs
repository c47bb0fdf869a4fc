using System.Text;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Output;

/// <summary>
/// Labels in BIO, a word a line: of a CoNLL file its own lines with a column more, of a text its tokens, sentences parted by empty lines. A word with something attached (وبغداد) has the label of the name in it.
/// </summary>
internal static class EntityConll
{
    public static byte[] Render(NewsRecord record, (EntityExtraction Found, string Text) result)
    {
        var labels = new Labels(result.Found);
        var lines = new StringBuilder();
        if (record.Words.Count > 0) WriteWords(lines, record.Words, labels);
        else WriteTokens(lines, result.Text, labels);
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void WriteWords(StringBuilder lines, IReadOnlyList<ConllWord> words, Labels labels)
    {
        foreach (ConllWord word in words)
        {
            lines.Append(word.Line);
            if (!word.Span.IsEmpty) lines.Append(word.Line.Contains('\t', StringComparison.Ordinal) || !word.Line.Contains(' ', StringComparison.Ordinal) ? '\t' : ' ').Append(labels.Of(word.Span));
            lines.Append('\n');
        }
    }

    private static void WriteTokens(StringBuilder lines, string text, Labels labels)
    {
        lines.Append("-DOCSTART-\tO\n\n");
        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text))
        {
            foreach (Token token in ArabicTokenizer.Tokenize(sentence.In(text)))
            {
                var span = new TextSpan(sentence.Start + token.Span.Start, token.Span.Length);
                lines.Append(span.In(text)).Append('\t').Append(labels.Of(span)).Append('\n');
            }

            lines.Append('\n');
        }
    }

    /// <summary>Asked of words from left to right.</summary>
    private sealed class Labels
    {
        private readonly Mention[] _mentions;
        private int _next;
        private int _open = -1;

        public Labels(EntityExtraction found) => _mentions = [.. found.Entities.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Span.Start)];

        public string Of(TextSpan word)
        {
            while (_next < _mentions.Length && _mentions[_next].Span.End <= word.Start) _next++;
            if (_next == _mentions.Length || !_mentions[_next].Span.Overlaps(word)) return "O";
            string prefix = _open == _next ? "I-" : "B-";
            _open = _next;
            return prefix + _mentions[_next].Kind switch { EntityKind.Person => "PER", EntityKind.Place => "LOC", _ => "ORG" };
        }
    }
}
