using System.Globalization;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>A word as annotators cut it, and the number of its article.</summary>
internal sealed record GoldWord(string Surface, string Segments, string Tags, int Article)
{
    public static List<GoldWord> ReadWikiNews(string sharedData)
    {
        Dictionary<string, string> articles = File.ReadLines(Path.Combine(sharedData, "morphology/wikinews/sentences.dev.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        return [.. File.ReadLines(Path.Combine(sharedData, "morphology/wikinews/tokens.dev.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Select(cells => new GoldWord(cells[2], cells[3], cells[4], int.Parse(articles[cells[0]].AsSpan(1), CultureInfo.InvariantCulture)))];
    }

    /// <summary>Segments joined by +, as the WikiNews tokens have them: the article behind ل is written in full.</summary>
    public static string Print(string word, WordSegmentation segments)
    {
        var text = new StringBuilder();
        for (int i = 0; i < segments.Count; i++)
        {
            if (i > 0) text.Append('+');
            ReadOnlySpan<char> part = segments[i].Span.In(word);
            if (segments[i].Kind == SegmentKind.Article && part.Length == 1) text.Append(ArabicChars.Alef);
            text.Append(part);
        }

        return text.ToString();
    }
}

/// <summary>A word with the features of all its cuts, and which of them are right: one where a person has cut it, several where only its beginning is known.</summary>
internal sealed record SegmenterExample(int[][] Candidates, bool[] IsRight)
{
    /// <summary>A word of which it is known that it begins with <paramref name="prefix"/> and that nothing more of its beginning is to be cut.</summary>
    public static SegmenterExample? OfPrefix(string word, string prefix, WordLexicon lexicon, NameLetters nameLetters)
        => Of(word, lexicon, nameLetters, (candidate, _, _) => candidate.Letters == prefix);

    /// <summary>A word of which it is known that it begins with <paramref name="prefix"/> and ends with <paramref name="suffix"/>, a pronoun or an ending of a noun with or without one.</summary>
    public static SegmenterExample? OfAffixes(string word, string prefix, string suffix, WordLexicon lexicon, NameLetters nameLetters)
        => Of(word, lexicon, nameLetters, (before, behind, _) =>
            before.Letters == prefix && behind.Letters == suffix && (behind.IsPronoun || behind.Parts[0].Kind == SegmentKind.NominalSuffix));

    /// <summary>A word that is not to be cut.</summary>
    public static SegmenterExample? OfName(string word, WordLexicon lexicon, NameLetters nameLetters)
        => Of(word, lexicon, nameLetters, (_, _, cut) => cut.Count == 1);

    /// <summary>A word as a person has cut it; null for one that is not Arabic or has one cut only, or whose right cut is none of the candidates.</summary>
    public static SegmenterExample? Of(GoldWord word, WordLexicon lexicon, NameLetters nameLetters)
    {
        string[] kinds = [.. Kinds(word)];
        return Of(word.Surface, lexicon, nameLetters, (_, _, cut) => GoldWord.Print(word.Surface, cut) == word.Segments && KindsAgree(cut, kinds));
    }

    // Null unless some cuts are right and others wrong.
    private static SegmenterExample? Of(string word, WordLexicon lexicon, NameLetters nameLetters, Func<Affix, Affix, WordSegmentation, bool> isRight)
    {
        if (!WordLetters.TryRead(word, out WordLetters letters)) return null;
        var candidates = new List<int[]>();
        var right = new List<bool>();
        var features = new SegmentFeatures(letters, lexicon, nameLetters);
        Span<int> indexes = stackalloc int[SegmentFeatures.Count];
        foreach ((int prefix, int suffix) in new SegmentCandidates(letters, lexicon))
        {
            features.OfSuffix(prefix, features.OfPrefix(prefix, indexes), suffix, indexes);
            candidates.Add(indexes.ToArray());
            right.Add(isRight(Affixes.Prefixes[prefix], Affixes.Suffixes[suffix], new WordCut((byte)prefix, (byte)suffix, false).Segments(letters.LetterStarts)));
        }

        return right.Contains(true) && right.Contains(false) ? new SegmenterExample([.. candidates], [.. right]) : null;
    }

    // Where tags and segments differ in number nothing is said about kinds.
    private static IEnumerable<string> Kinds(GoldWord word)
    {
        string[] segments = word.Segments.Split('+'), tags = word.Tags.Split('+');
        if (segments.Length != tags.Length) yield break;
        for (int i = 0; i < tags.Length; i++)
        {
            yield return (tags[i], i) switch
            {
                ("NSUFF", _) => nameof(SegmentKind.NominalSuffix),
                ("CASE", _) => nameof(SegmentKind.Case),
                ("PRON", > 0) when tags.AsSpan(0, i).Contains("V") && IsSubject(segments, tags, i) => nameof(SegmentKind.Subject),
                ("PRON", > 0) when i == tags.Length - 1 && tags[i - 1] is not ("CONJ" or "PREP") => nameof(SegmentKind.Pronoun),
                _ => "",
            };
        }
    }

    // ت وا ون ان تم ن ا, and و before a pronoun; نا only behind a verb that does not start as an imperfect.
    private static bool IsSubject(string[] segments, string[] tags, int index)
    {
        string verb = segments[Array.IndexOf(tags, "V")];
        return segments[index] switch
        {
            "\u062A" or "\u0648\u0627" or "\u0648\u0646" or "\u0627\u0646" or "\u062A\u0645" or "\u0646" or "\u0627" or "\u0648" => true,
            "\u0646\u0627" => verb[0] is not ('\u064A' or '\u062A' or '\u0646' or '\u0623'),
            _ => false,
        };
    }

    private static bool KindsAgree(WordSegmentation cut, string[] kinds)
    {
        if (kinds.Length != cut.Count) return true;
        for (int i = 0; i < kinds.Length; i++)
            if (kinds[i].Length > 0 && kinds[i] != cut[i].Kind.ToString()) return false;
        return true;
    }
}
