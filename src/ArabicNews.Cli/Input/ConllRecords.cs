using System.Text;

namespace ArabicNews.Cli.Input;

/// <summary>A word of a CoNLL file.</summary>
/// <param name="Span">Where it stands in the record's text; empty for the line between two sentences.</param>
/// <param name="Line">The line as it was written.</param>
internal readonly record struct ConllWord(TextSpan Span, string Line);

/// <summary>
/// CoNLL: a word a line, in the first column, columns parted by tabs or blanks, sentences by empty lines, documents by <c>-DOCSTART-</c>. A record is a document, since who is named with a title in its first sentence is named
/// without one in its last; a file without marks is cut at the end of a sentence after some thousand lines. The record's text has the words of a sentence on a line, parted by blanks.
/// </summary>
internal static class ConllRecords
{
    private const int MaxLines = 4000;
    private const int MaxLineLength = 1 << 16;
    private const string DocumentMark = "-DOCSTART-";

    public static IEnumerable<ReadItem> Read(InputFile file)
    {
        var document = new Document();
        long number = 1;
        for (; file.Bytes.TryReadLine(MaxLineLength, out byte[]? bytes); number++)
        {
            if (number == 1 && bytes is not null) bytes = TextBytes.WithoutMark(bytes);
            if (bytes is null || !TextBytes.TryDecode(bytes, file.Options.Encoding, out string? line))
            {
                yield return file.Failed(number, bytes is null ? "a line longer than 64 KiB" : TextBytes.NotUtf8);
                continue;
            }

            bool isMark = line.StartsWith(DocumentMark, StringComparison.Ordinal);
            if (document.HasWords && (isMark || (line.Length == 0 && document.LineCount >= MaxLines)))
            {
                yield return document.ToItem(file);
                document = new Document();
            }

            document.Add(line, number, isWord: !isMark && line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));
        }

        if (document.HasWords) yield return document.ToItem(file);
    }

    private sealed class Document
    {
        private readonly StringBuilder _text = new();
        private readonly List<ConllWord> _words = [];
        private long _firstLine;
        private bool _isInSentence;

        public bool HasWords => _text.Length > 0;

        public int LineCount => _words.Count;

        public void Add(string line, long number, bool isWord)
        {
            if (_words.Count == 0) _firstLine = number;
            if (!isWord)
            {
                _words.Add(new ConllWord(default, line));
                if (line.Length == 0) _isInSentence = false;
                return;
            }

            int end = line.AsSpan().IndexOfAny('\t', ' ');
            ReadOnlySpan<char> word = end < 0 ? line : line.AsSpan(0, end);
            if (_text.Length > 0) _text.Append(_isInSentence ? ' ' : '\n');
            _words.Add(new ConllWord(new TextSpan(_text.Length, word.Length), line));
            _text.Append(word);
            _isInSentence = true;
        }

        public ReadItem ToItem(InputFile file) =>
            new(new NewsRecord { Origin = file.Name, Line = _firstLine, Id = file.DefaultId(_firstLine), Text = _text.ToString(), Words = _words }, null);
    }
}
