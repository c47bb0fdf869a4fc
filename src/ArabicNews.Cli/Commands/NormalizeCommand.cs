using System.CommandLine;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>normalize</c>: one spelling for what is written in many ways. A filter: of a text each line is a record, and comes out as a line.</summary>
internal sealed class NormalizeCommand : CliCommand
{
    // The flags and the three profiles, in kebab-case: strip-diacritics, search.
    private static readonly IReadOnlyDictionary<string, ArabicNormalization> s_forms =
        Enum.GetValues<ArabicNormalization>().ToDictionary(form => JsonNamingPolicy.KebabCaseLower.ConvertName(form.ToString()), StringComparer.Ordinal);

    private readonly Option<ArabicNormalization> _form = new("--form", "-f")
    {
        Description = "display, search or match; or single forms, parted by commas",
        HelpName = "FORM[,FORM]",
        CustomParser = result =>
        {
            ArabicNormalization forms = ArabicNormalization.None;
            foreach (string word in result.Tokens[^1].Value.Split(','))
                if (s_forms.TryGetValue(word, out ArabicNormalization form)) forms |= form;
                else result.AddError($"'{word}' is none of {string.Join(", ", s_forms.Keys)}.");
            return forms;
        },
        DefaultValueFactory = _ => ArabicNormalization.Search,
    };

    private readonly Option<bool> _offsets = new("--offsets") { Description = "With each token where it stands in the source" };

    public NormalizeCommand() : base("normalize", "Give text one spelling, with the way back",
        new Example("arabicnews normalize --text 'هٰذا مُحَمَّـــد'", "→ هذا محمد"),
        new Example("arabicnews normalize --form match names.txt", "as names are compared; each line a record"),
        new Example("cat pages.jsonl | arabicnews normalize --offsets", "JSON Lines in and out, with the way back"))
    {
        RecordOptions.AddTo(this);
        Options.Add(_form);
        Options.Add(_offsets);
        Notes = $"""
            Profiles: display keeps the spelling and repairs the letters, search is what the index uses, match folds most (names, duplicates).
            Forms: {string.Join(", ", s_forms.Keys.Where(key => key is not ("none" or "display" or "search" or "match")))}.
            """;
        Run(run =>
        {
            run.ReadsLines = true;
            var normalizer = new ArabicNormalizer(run.Get(_form));
            bool offsets = run.Get(_offsets);
            return run.WriteRecordsAsync(
                json: (record, json) => Write(json, normalizer, record.GetText(run.Cancellation), offsets),
                human: (record, paper) => Write(paper, normalizer, record.GetText(run.Cancellation), offsets));
        });
    }

    private static void Write(Utf8JsonWriter json, ArabicNormalizer normalizer, string text, bool offsets)
    {
        if (!offsets)
        {
            json.WriteString("text"u8, normalizer.Normalize(text));
            return;
        }

        NormalizedText normalized = normalizer.NormalizeWithOffsets(text);
        json.WriteString("text"u8, normalized.Text);
        json.WriteStartArray("tokens"u8);
        foreach (Token token in ArabicTokenizer.Tokenize(normalized.Text))
        {
            json.WriteStartObject();
            json.WriteString("text"u8, token.Span.In(normalized.Text));
            json.WriteSpan("span"u8, token.Span);
            json.WriteSpan("source"u8, normalized.Offsets.ToSource(token.Span));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Paper paper, ArabicNormalizer normalizer, string text, bool offsets)
    {
        if (!offsets)
        {
            paper.WriteLines(normalizer.Normalize(text));
            return;
        }

        NormalizedText normalized = normalizer.NormalizeWithOffsets(text);
        var table = new PaperTable("token", "span", "in the source", "was");
        foreach (Token token in ArabicTokenizer.Tokenize(normalized.Text))
        {
            TextSpan source = normalized.Offsets.ToSource(token.Span);
            table.Add(new Cell(token.Span.In(normalized.Text).ToString(), Tone.Strong), token.Span.ToString(), source.ToString(), source.In(text).ToString());
        }

        paper.Write(table);
    }
}
