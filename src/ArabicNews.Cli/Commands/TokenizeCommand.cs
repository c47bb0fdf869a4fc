using System.CommandLine;
using System.Text.Json;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>tokenize</c>: words, numbers, signs and addresses, or sentences, each with its place.</summary>
internal sealed class TokenizeCommand : CliCommand
{
    private readonly Option<bool> _sentences = new("--sentences", "-s") { Description = "Sentences instead of tokens" };

    public TokenizeCommand() : base("tokenize", "Cut text into tokens or sentences",
        new Example("arabicnews tokenize --text 'بلغ 12.5٪ في #كأس_العالم'", "words, numbers, signs, hashtags"),
        new Example("arabicnews tokenize --sentences page.txt", "one sentence a line"),
        new Example("arabicnews tokenize pages.jsonl > tokens.jsonl", "many texts at once"))
    {
        RecordOptions.AddTo(this);
        Options.Add(_sentences);
        Notes = "Spans are [start,end) in UTF-16 code units of the text. Kinds: word, number, punctuation, symbol, url, email, hashtag, handle.";
        Run(run =>
        {
            bool sentences = run.Get(_sentences);
            return run.WriteRecordsAsync(
                json: (record, json) =>
                {
                    string text = record.GetText(run.Cancellation);
                    json.WriteString("text"u8, text);
                    if (sentences) WriteSentences(json, text);
                    else WriteTokens(json, text);
                },
                human: (record, paper) =>
                {
                    string text = record.GetText(run.Cancellation);
                    if (sentences)
                        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text)) paper.WriteLine(sentence.In(text));
                    else WriteTokens(paper, text);
                });
        });
    }

    private static void WriteTokens(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray("tokens"u8);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            json.WriteStartObject();
            json.WriteString("text"u8, token.Span.In(text));
            json.WriteString("kind"u8, JsonNames.Of(token.Kind));
            json.WriteSpan("span"u8, token.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSentences(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray("sentences"u8);
        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text))
        {
            json.WriteStartObject();
            json.WriteString("text"u8, sentence.In(text));
            json.WriteSpan("span"u8, sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Not a table: a page has some thousand tokens, and columns of fixed width need no measuring.
    private static void WriteTokens(Paper paper, string text)
    {
        foreach (Token token in ArabicTokenizer.Tokenize(text))
            paper.Write($"{token.Span,-14}", Tone.Faint).Write($"{JsonNames.Of(token.Kind),-12}", Tone.Faint).WriteLine(token.Span.In(text));
    }
}
