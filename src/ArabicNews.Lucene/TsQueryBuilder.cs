using System.Globalization;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>Writes the parts of a <see cref="NewsQuery"/>, as a tsquery.</summary>
internal static class TsQueryBuilder
{
    // The separators of the text form.
    private const string And = " & ", Or = " | ";

    public static string Build(NewsQuery query, ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact) =>
        QueryFold.Fold(query.Parts, (part, _) => new Operand(TextOf(part, ranked, exact)))?.Text ?? "";

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

    private static string? TextOf(QueryPart part, ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact) => part.Kind switch
    {
        QueryPartKind.Text => Words(part.Text, Or, "", ranked, exact),
        QueryPartKind.Word or QueryPartKind.Fuzzy => Words(part.Text, And, "", ranked, exact),
        QueryPartKind.Title => Words(part.Text, And, ":A", ranked, exact),
        QueryPartKind.Lede => Words(part.Text, And, ":B", ranked, exact),
        QueryPartKind.Prefix => Prefix(part.Text, exact),
        QueryPartKind.Near or QueryPartKind.After or QueryPartKind.Before or QueryPartKind.Country => null,
        _ => Phrase(part.Text, exact),
    };

    private static string? Words(string text, string separator, string label, ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact)
    {
        // A word is what ranks by; how it is written stands at the same position of the other stream.
        Dictionary<int, List<string>> written = AnalyzedWord.Of(exact, "", text).ToDictionary(word => word.Position, word => word.Terms);
        string[] words = [.. AnalyzedWord.Of(ranked, "", text).Take(NewsQuery.MaxParts).Select(word => AnyOf(word.Terms.Concat(written.GetValueOrDefault(word.Position) ?? []), label)).Distinct(StringComparer.Ordinal)];
        return words.Length == 0 ? null : words.Length == 1 ? words[0] : $"({string.Join(separator, words)})";
    }

    private static string? Prefix(string text, ArabicNewsAnalyzer exact) =>
        AnalyzedWord.Of(exact, "", text) is [var word, ..] ? AnyOf([word.Terms[0], word.Terms[0][1..]], ":*") : null;

    private static string? Phrase(string text, ArabicNewsAnalyzer exact)
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
