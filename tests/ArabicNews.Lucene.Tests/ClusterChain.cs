using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.NGram;
using Lucene.Net.Analysis.Pattern;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene.Tests;

/// <summary>An analyzer of Lucene's own parts, put together as a cluster does it from the settings of an index: nothing of ours is in it but what stands in the JSON.</summary>
internal sealed class ClusterChain : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly NormalizeCharMap _map;
    private readonly Regex _tokens;
    private readonly Func<TokenStream, TokenStream>[] _filters;

    private ClusterChain(NormalizeCharMap map, Regex tokens, Func<TokenStream, TokenStream>[] filters) => (_map, _tokens, _filters) = (map, tokens, filters);

    public static ClusterChain Read(JsonElement analysis, string name)
    {
        JsonElement analyzer = analysis.GetProperty("analyzer").GetProperty(name);
        Expect(analyzer, "custom");
        JsonElement map = analysis.GetProperty("char_filter").GetProperty(analyzer.GetProperty("char_filter")[0].GetString()!);
        Expect(map, "mapping");
        JsonElement tokenizer = analysis.GetProperty("tokenizer").GetProperty(analyzer.GetProperty("tokenizer").GetString()!);
        Expect(tokenizer, "pattern");
        if (tokenizer.GetProperty("group").GetInt32() != 0) throw new InvalidDataException("not the whole match");
        return new ClusterChain(ReadMap(map), new Regex(tokenizer.GetProperty("pattern").GetString()!, RegexOptions.CultureInvariant | RegexOptions.Compiled),
            [.. analyzer.GetProperty("filter").EnumerateArray().Select(filter => ReadFilter(analysis.GetProperty("filter"), filter.GetString()!))]);
    }

    protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(_map, reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokens = new PatternTokenizer(reader, _tokens, 0);
        return new TokenStreamComponents(tokens, _filters.Aggregate((TokenStream)tokens, (stream, filter) => filter(stream)));
    }

    private static void Expect(JsonElement part, string type)
    {
        if (part.GetProperty("type").GetString() != type) throw new InvalidDataException($"{part.GetProperty("type")} where {type} is expected");
    }

    private static Func<TokenStream, TokenStream> ReadFilter(JsonElement filters, string name)
    {
        if (name == "lowercase") return stream => new LowerCaseFilter(Version, stream);
        if (name == "arabic_normalization") return stream => new ArabicNormalizationFilter(stream);
        JsonElement filter = filters.GetProperty(name);
        switch (filter.GetProperty("type").GetString())
        {
            case "truncate":
                int length = filter.GetProperty("length").GetInt32();
                return stream => new TruncateTokenFilter(stream, length);
            case "pattern_replace":
                var pattern = new Regex(filter.GetProperty("pattern").GetString()!, RegexOptions.CultureInvariant);
                string replacement = filter.GetProperty("replacement").GetString()!;
                return stream => new PatternReplaceFilter(stream, pattern, replacement, all: true);
            case "stop":
                var words = new CharArraySet(Version, Strings(filter, "stopwords"), ignoreCase: false);
                return stream => new StopFilter(Version, stream, words);
            case "keyword_marker":
                var keywords = new CharArraySet(Version, Strings(filter, "keywords"), ignoreCase: false);
                return stream => new SetKeywordMarkerFilter(stream, keywords);
            case "stemmer_override":
                StemmerOverrideFilter.StemmerOverrideMap stems = ReadOverrides(Strings(filter, "rules"));
                return stream => new StemmerOverrideFilter(stream, stems);
            case "stemmer" when filter.GetProperty("language").GetString() == "arabic":
                return stream => new ArabicStemFilter(stream);
            case "ngram":
                int min = filter.GetProperty("min_gram").GetInt32(), max = filter.GetProperty("max_gram").GetInt32();
                return stream => new NGramTokenFilter(Version, stream, min, max);
            default:
                throw new InvalidDataException($"no filter {filter}");
        }
    }

    private static StemmerOverrideFilter.StemmerOverrideMap ReadOverrides(IEnumerable<string> rules)
    {
        var builder = new StemmerOverrideFilter.Builder(ignoreCase: false);
        foreach (string[] sides in rules.Select(rule => rule.Split("=>")))
            foreach (string word in sides[0].Split(','))
                if (!builder.Add(word.Trim(), sides[1].Trim())) throw new InvalidDataException($"{word} twice");
        return builder.Build();
    }

    // As the factory of the servers parses a rule: two sides trimmed, then their escapes read.
    private static NormalizeCharMap ReadMap(JsonElement map)
    {
        var builder = new NormalizeCharMap.Builder();
        foreach (string[] sides in Strings(map, "mappings").Select(rule => rule.Split("=>"))) builder.Add(Unescape(sides[0].Trim()), Unescape(sides[1].Trim()));
        return builder.Build();
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            if (text[++i] != 'u') throw new InvalidDataException($"no escape: {text}");
            result.Append((char)Convert.ToInt32(text.Substring(i + 1, 4), 16));
            i += 4;
        }

        return result.ToString();
    }

    private static IEnumerable<string> Strings(JsonElement filter, string name) => filter.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
}
