using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArabicNews.Evaluation;

/// <summary>
/// Scores the parser on news texts without furniture: is the body cut out exactly, and are the credits in the text read? Texts of wire agencies also give a date, a Hijri date and the take.
/// The share of exact bodies is the score.
/// </summary>
internal static class NewsTextEvaluation
{
    public static Evaluation Evaluation { get; } = new("news-text", "<articles_dev.jsonl>", Run);

    private static double Run(EvaluationArguments arguments)
    {
        List<Answer> answers = [];
        foreach (string line in File.ReadLines(arguments.RequiredPath).Where(line => line.Length > 0))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            answers.Add(Score(row.RootElement));
        }

        Print(answers);
        if (arguments.Predictions is { } file) Write(file, answers);
        return answers.Average(answer => answer.IsExact ? 1.0 : 0);
    }

    private static Answer Score(JsonElement row)
    {
        JsonElement gold = row.GetProperty("gold");
        string outlet = row.GetProperty("outlet_key").GetString()!;
        string text = row.GetProperty("text").GetString()!;
        var parser = new ArticleParser(new ArticleParserOptions { Outlet = NameOf(outlet) });
        NewsPage page = parser.Parse(text);
        Article? article = page.Main;
        JsonElement bounds = gold.GetProperty("body");
        TextSpan expected = Trim(text, TextSpan.FromBounds(bounds[0].GetInt32(), bounds[1].GetInt32()));
        TextSpan found = Trim(page.Text, article?.BodySpan ?? default);
        bool isCredited = gold.GetProperty("byline_in_text").ValueKind == JsonValueKind.String
            || gold.GetProperty("spans").EnumerateArray().Any(span => span[2].GetString() == "dateline");
        var credits = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (isCredited)
        {
            credits["persons"] = IsSame(gold, "persons", article?.Byline?.Persons, article?.Dateline?.Persons);
            credits["place"] = IsSame(gold, "place", article?.Byline?.Places, article?.Dateline?.Places);
            credits["agency"] = IsSame(gold, "agency", article?.Byline?.Agencies, article?.Dateline?.Agencies);
            credits["outlet_credit"] = IsSame(gold, "outlet_credit", article?.Byline?.Outlets, article?.Dateline?.Outlets);
            if (gold.TryGetProperty("published", out JsonElement published) && published.ValueKind == JsonValueKind.String)
                credits["published"] = article?.Published?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == published.GetString();
        }

        return new Answer(row.GetProperty("id").GetString()!, outlet, expected, found, credits);
    }

    private static bool IsSame(JsonElement gold, string field, params ImmutableArray<CreditedName>?[] found) =>
        gold.GetProperty(field).EnumerateArray().Select(name => Bare(name.GetString()!)).ToHashSet(StringComparer.Ordinal)
            .SetEquals(found.SelectMany(names => names ?? []).Select(name => Bare(name.Name)));

    // Letters and digits alone; marks go too.
    private static string Bare(string text) => string.Concat(text.Where(c => c == '_' || char.GetUnicodeCategory(c) is <= UnicodeCategory.OtherLetter or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber)));

    private static TextSpan Trim(string text, TextSpan span)
    {
        ReadOnlySpan<char> inside = span.In(text);
        int start = inside.Length - inside.TrimStart().Length;
        return new TextSpan(span.Start + start, inside.Trim().Length);
    }

    private static void Print(List<Answer> answers)
    {
        string[] fields = ["persons", "place", "agency", "outlet_credit", "published"];
        var table = new Table(["outlet", "texts", "exact", "starts", "ends", .. fields]);
        foreach (IGrouping<string, Answer> group in answers.GroupBy(answer => answer.Outlet).Append(new All(answers)))
        {
            table.Add([group.Key, group.Count(), Share(group, answer => answer.IsExact), Share(group, answer => answer.Expected.Start == answer.Found.Start),
                Share(group, answer => answer.Expected.End == answer.Found.End), .. fields.Select(field => Field(group, field))]);
        }

        table.Print();
    }

    private static object Field(IEnumerable<Answer> answers, string field)
    {
        bool[] right = [.. answers.Where(answer => answer.Credits.ContainsKey(field)).Select(answer => answer.Credits[field])];
        return right.Length == 0 ? "" : right.Average(value => value ? 1.0 : 0);
    }

    private static double Share(IEnumerable<Answer> answers, Func<Answer, bool> isRight) => answers.Average(answer => isRight(answer) ? 1.0 : 0);

    private static void Write(string file, List<Answer> answers)
    {
        var lines = new StringBuilder("id\toutlet\tbody\tours\tcredits wrong\n");
        foreach (Answer answer in answers)
            lines.Append(answer.Id).Append('\t').Append(answer.Outlet).Append('\t').Append(answer.Expected).Append('\t').Append(answer.Found).Append('\t')
                .AppendJoin(' ', answer.Credits.Where(credit => !credit.Value).Select(credit => credit.Key)).Append('\n');
        File.WriteAllText(file, lines.ToString());
    }

    private static string NameOf(string outlet) => outlet switch
    {
        "alriyadh" => "الرياض",
        "aljazirah" => "الجزيرة",
        "alyaum" => "اليوم",
        "alweeam" => "الوئام",
        "sabq" => "سبق",
        "was" => "واس",
        _ => outlet,
    };

    private sealed record Answer(string Id, string Outlet, TextSpan Expected, TextSpan Found, Dictionary<string, bool> Credits)
    {
        public bool IsExact => Expected == Found;
    }

    private sealed class All(List<Answer> answers) : List<Answer>(answers), IGrouping<string, Answer>
    {
        public string Key => "all";
    }
}
