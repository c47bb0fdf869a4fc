using System.Globalization;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>Writes the parts of a <see cref="NewsQuery"/> as a tsquery. Thread-safe.</summary>
/// <param name="ranked">The analyzer of what words rank by.</param>
/// <param name="exact">The analyzer of how words are written, which gives a term for each.</param>
internal sealed class TsQueryBuilder(ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact)
{
    // The separators of the text form.
    private const string And = " & ", Or = " | ";

    public string Build(NewsQuery query) => QueryFold.Fold(query.Parts, (part, _) => new Operand(TextOf(part)))?.Text ?? "";

    /// <summary>A lexeme in quotes; quotes and backslashes in it are doubled.</summary>
    public static StringBuilder AppendLexeme(StringBuilder text, string lexeme)
    {
        text.Append('\'');
        foreach (char c in lexeme)
        {
            if (c is '\'' or '\\') text.Append(c);
            text.Append(c == '\0' ? '\uFFFD' : c);
        }

        return text.Append('\'');
    }

    private string? TextOf(QueryPart part) => part.Kind switch
    {
        QueryPartKind.Text => Words(part.Text, Or, ""),
        QueryPartKind.Word or QueryPartKind.Fuzzy => Words(part.Text, And, ""),
        QueryPartKind.Title => Words(part.Text, And, ":A"),
        QueryPartKind.Lede => Words(part.Text, And, ":B"),
        QueryPartKind.Prefix => Prefix(part.Text),
        QueryPartKind.Near or QueryPartKind.After or QueryPartKind.Before or QueryPartKind.Country => null,
        _ => Phrase(part.Text),
    };

    private string? Words(string text, string separator, string label)
    {
        // A word is what ranks by; how it is written stands at the same position of the other stream.
        Dictionary<int, List<string>> written = AnalyzedWord.Of(exact, "", text).ToDictionary(word => word.Position, word => word.Terms);
        string[] words = [.. AnalyzedWord.Of(ranked, "", text).Take(NewsQuery.MaxParts).Select(word => AnyOf(word.Terms.Concat(written.GetValueOrDefault(word.Position) ?? []), label)).Distinct(StringComparer.Ordinal)];
        return words.Length == 0 ? null : words.Length == 1 ? words[0] : $"({string.Join(separator, words)})";
    }

    private string? Prefix(string text) =>
        AnalyzedWord.Of(exact, "", text) is [var word, ..] ? AnyOf([word.Terms[0], word.Terms[0][1..]], ":*") : null;

    private string? Phrase(string text)
    {
        List<AnalyzedWord> words = AnalyzedWord.Of(exact, "", text);
        if (words.Count == 0) return null;
        var phrase = new StringBuilder("(");
        for (int i = 0; i < Math.Min(words.Count, NewsQuery.MaxParts); i++)
        {
            if (i > 0) phrase.Append(CultureInfo.InvariantCulture, $" <{words[i].Position - words[i - 1].Position}> ");
            AppendLexeme(phrase, words[i].Terms[0]);
        }

        return phrase.Append(')').ToString();
    }

    private static string AnyOf(IEnumerable<string> terms, string label)
    {
        var any = new StringBuilder("(");
        foreach (string term in terms.Distinct(StringComparer.Ordinal))
        {
            if (any.Length > 1) any.Append(Or);
            AppendLexeme(any, term).Append(label);
        }

        return any.Append(')').ToString();
    }

    private readonly record struct Operand(string? Text) : IQueryOperand<Operand>
    {
        public Operand Negate() => Text is null ? this : new Operand($"!{Text}");

        public Operand And(Operand other) => Join(other, TsQueryBuilder.And);

        public Operand Or(Operand other) => Join(other, TsQueryBuilder.Or);

        private Operand Join(Operand other, string separator) => Text is null ? other : other.Text is null ? this : new Operand($"({Text}{separator}{other.Text})");
    }
}
