using System.Text;
using System.Text.Json;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>segment</c>: what a word is put together from, and its stem.</summary>
internal sealed class SegmentCommand : CliCommand
{
    public SegmentCommand() : base("segment", "Cut words into particles, stem and endings",
        new Example("arabicnews segment --text 'وبالمدرسة وزير'", "و+ب+ال+مدرس+ة; وزير is a word of its own"),
        new Example("arabicnews segment page.txt", "every word of a text"))
    {
        RecordOptions.AddTo(this);
        Notes = "Kinds: interrogative, conjunction, preposition, future, article, stem, nominalSuffix, case, subject, pronoun. Spans are [start,end) in UTF-16 code units of the text.";
        Run(run => run.WriteRecordsAsync(
            json: (record, json) => Write(json, record.GetText(run.Cancellation)),
            human: (record, paper) => Write(paper, record.GetText(run.Cancellation))));
    }

    private static void Write(Utf8JsonWriter json, string text)
    {
        json.WriteString("text"u8, text);
        json.WriteStartArray("words"u8);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind != TokenKind.Word) continue;
            ReadOnlySpan<char> word = token.Span.In(text);
            json.WriteStartObject();
            json.WriteString("text"u8, word);
            json.WriteSpan("span"u8, token.Span);
            json.WriteString("stem"u8, ArabicStemmer.Stem(word).In(word));
            if (ArabicStopWords.Contains(word)) json.WriteBoolean("stopWord"u8, true);
            json.WriteStartArray("segments"u8);
            foreach (WordSegment segment in ArabicSegmenter.Segment(word))
            {
                json.WriteStartObject();
                json.WriteString("text"u8, segment.Span.In(word));
                json.WriteString("kind"u8, JsonNames.Of(segment.Kind));
                json.WriteSpan("span"u8, new TextSpan(token.Span.Start + segment.Span.Start, segment.Span.Length));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Paper paper, string text)
    {
        var table = new PaperTable("word", "segments", "kinds", "stem", "");
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind != TokenKind.Word) continue;
            ReadOnlySpan<char> word = token.Span.In(text);
            StringBuilder parts = new(), kinds = new();
            foreach (WordSegment segment in ArabicSegmenter.Segment(word))
            {
                parts.Append(parts.Length > 0 ? "+" : "").Append(segment.Span.In(word));
                kinds.Append(kinds.Length > 0 ? " + " : "").Append(JsonNames.Of(segment.Kind));
            }

            table.Add(word.ToString(), new Cell(parts.ToString(), Tone.Strong), new Cell(kinds.ToString(), Tone.Faint), ArabicStemmer.Stem(word).In(word).ToString(),
                ArabicStopWords.Contains(word) ? new Cell("stop word", Tone.Faint) : "");
        }

        if (!table.IsEmpty) paper.Write(table);
    }
}
