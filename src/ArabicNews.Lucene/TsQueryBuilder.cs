using System.Globalization;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>Writes the parts of a <see cref="NewsQuery"/>, which are well formed, as a tsquery. Two stacks, no recursion.</summary>
internal static class TsQueryBuilder
{
    // The separators of the text form.
    private const string And = " & ", Or = " | ";

    public static string Build(NewsQuery query, ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact)
    {
        // An operand is null when no word is left of it (a stop word): it asks for nothing.
        var operands = new Stack<string?>();
        var operators = new Stack<QueryPartKind>();
        bool joined = true;
        foreach (QueryPart part in query.Parts)
        {
            switch (part.Kind)
            {
                case QueryPartKind.Ignored:
                    continue;
                case QueryPartKind.And or QueryPartKind.Or:
                    Push(part.Kind, operands, operators);
                    joined = true;
                    continue;
                case QueryPartKind.Close:
                    while (operators.Peek() != QueryPartKind.Open) Apply(operands, operators.Pop());
                    operators.Pop();
                    ApplyNots(operands, operators);
                    joined = false;
                    continue;
            }

            if (!joined) Push(QueryPartKind.And, operands, operators);
            joined = part.Kind is QueryPartKind.Open or QueryPartKind.Not;
            if (joined)
            {
                operators.Push(part.Kind);
                continue;
            }

            operands.Push(Operand(part, ranked, exact));
            ApplyNots(operands, operators);
        }

        while (operators.TryPop(out QueryPartKind left)) Apply(operands, left);
        return operands.TryPop(out string? all) ? all ?? "" : "";
    }

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

    private static string? Operand(QueryPart part, ArabicNewsAnalyzer ranked, ArabicNewsAnalyzer exact) => part.Kind switch
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

    private static void Push(QueryPartKind kind, Stack<string?> operands, Stack<QueryPartKind> operators)
    {
        while (operators.TryPeek(out QueryPartKind top) && top is QueryPartKind.And or QueryPartKind.Or && top <= kind) Apply(operands, operators.Pop());
        operators.Push(kind);
    }

    private static void ApplyNots(Stack<string?> operands, Stack<QueryPartKind> operators)
    {
        while (operators.TryPeek(out QueryPartKind top) && top == QueryPartKind.Not)
        {
            operators.Pop();
            operands.Push(operands.Pop() is { } operand ? $"!{operand}" : null);
        }
    }

    private static void Apply(Stack<string?> operands, QueryPartKind kind)
    {
        string? right = operands.Pop(), left = operands.Pop();
        operands.Push(left is null ? right : right is null ? left : $"({left}{(kind == QueryPartKind.And ? And : Or)}{right})");
    }
}
