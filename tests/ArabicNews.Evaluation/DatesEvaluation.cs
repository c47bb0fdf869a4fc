using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Evaluation;

/// <summary>
/// <c>dates</c>: the share of date strings that <see cref="ArabicDate.TryParse"/> reads right. The columns of the file tell its kind and so the rule; without a path, our own rows, which ask for
/// every field.
/// </summary>
internal static class DatesEvaluation
{
    public static Evaluation Evaluation { get; } = new("dates", "[file]", Run);

    // For rows whose reference is "now".
    private static readonly DateTimeOffset s_now = new(2021, 6, 15, 12, 30, 0, TimeSpan.Zero);

    private static double Run(EvaluationArguments arguments)
    {
        var rows = GoldRow.Read(arguments.Path ?? RepositoryFiles.InRepository("tests/ArabicNews.Evaluation/Data/dates.tsv"), out string header);
        Func<GoldRow, Verdict> judge =
            rows[0].Has("status") ? JudgeRelative
            : rows[0].Has("matched_text") ? JudgeRecognizers
            : rows[0].Has("grain") ? JudgeDuckling
            : rows[0].Has("group") ? JudgeOwn
            : JudgeString;
        List<(GoldRow Row, Verdict Verdict)> judged = [.. rows.Select(row => (row, judge(row)))];

        var table = new Table("rows", "right", "of", "share");
        foreach (var group in judged.GroupBy(pair => pair.Verdict.Group))
            AddShare(table, group.Key, group.Select(pair => pair.Verdict.IsRight));
        AddShare(table, "clock time, where the gold has one", judged.Select(pair => pair.Verdict.IsTimeRight).OfType<bool>());
        AddShare(table, "offset, where the gold has one", judged.Select(pair => pair.Verdict.IsZoneRight).OfType<bool>());
        table.Print();

        if (arguments.Predictions is { } file)
            File.WriteAllLines(file, [header + "\tours\tright", .. judged.Select(pair => $"{pair.Row.Line}\t{pair.Verdict.Ours}\t{(pair.Verdict.IsRight ? 1 : 0)}")]);
        var scored = judged.Where(pair => pair.Verdict.IsScored).ToList();
        return (double)scored.Count(pair => pair.Verdict.IsRight) / scored.Count;
    }

    private static void AddShare(Table table, string name, IEnumerable<bool> verdicts)
    {
        bool[] all = [.. verdicts];
        if (all.Length > 0) table.Add(name, all.Count(right => right), all.Length, (double)all.Count(right => right) / all.Length);
    }

    // real_strings, small_test_suites
    private static Verdict JudgeString(GoldRow row)
    {
        string expected = row["expected"], group = row.Has("role") ? row["role"] : row["kind"];
        DateTimeOffset? reference = row["reference"] is "now" ? s_now : Moment(row["reference"]);
        ArticleDate? ours = Parse(row["input"], reference);
        if (expected is "" or "none" || expected.StartsWith("XXXX", StringComparison.Ordinal) || expected[0] == 'T') return new Verdict(group, ours is null, ours);
        if (expected[0] == '-') return new Verdict(group, ours is not null && IsDistance(ours, reference!.Value, expected), ours);
        if (expected.Length == 7) return new Verdict(group, ours is { Precision: DatePrecision.Month } && Iso(ours).StartsWith(expected, StringComparison.Ordinal), ours);
        bool isRight = ours is not null && Math.Abs(DaysBetween(ours, expected)) <= (ours.Calendar == CalendarKind.Hijri ? 1 : 0);
        if (expected.Length == 10) return new Verdict(group, isRight, ours);
        string time = expected.Substring(11, 5);
        bool hasZone = expected.Length > 16 && (expected[^1] == 'Z' || expected[^6] is '+' or '-');
        return new Verdict(group, isRight, ours)
        {
            IsTimeRight = ours is { Precision: >= DatePrecision.Minute } && ours.Value.ToString("HH:mm", CultureInfo.InvariantCulture) == time,
            IsZoneRight = hasZone ? ours is not null && ours.Value.Offset == Moment(expected)!.Value.Offset : null,
        };
    }

    private static Verdict JudgeRelative(GoldRow row)
    {
        ArticleDate? ours = Parse(row["input"], Moment(row["reference"]));
        bool isScored = row["status"] == "ok";
        return new Verdict(isScored ? row["kind"] : $"(not scored) {row["status"]}", ours is not null && DaysBetween(ours, row["expected"]) == 0, ours) { IsScored = isScored };
    }

    private static Verdict JudgeRecognizers(GoldRow row)
    {
        string text = row["matched_text"];
        bool isKept = row["spec"] == "DateParser" && !row["expected_past_or_values"].StartsWith("0001", StringComparison.Ordinal) && !text.StartsWith("08/12, ", StringComparison.Ordinal)
            && text is not ("يومي" or "الأحد القادم"
                or "الأسبوع القادم الأحد"
                or "الأسبوع الماضي الأحد"
                or "الأحد الأول" or "الأحد الثاني"
                or "الثلاثاء الثالث");
        if (!isKept) return new Verdict("(not scored) left out by Formats", false, null) { IsScored = false };
        ArticleDate? ours = Parse(text, Moment(row["reference"]));
        string day = ours is null ? "" : Iso(ours)[..Math.Min(10, Iso(ours).Length)];
        return new Verdict("DateParser", day.Length == 10 && (day == row["expected_past_or_values"] || day == row["expected_future"]), ours);
    }

    private static Verdict JudgeDuckling(GoldRow row)
    {
        if (row["grain"] != "Day" || row["expected"].Contains('/', StringComparison.Ordinal)) return new Verdict("(not scored) other grains, intervals", false, null) { IsScored = false };
        ArticleDate? ours = Parse(row["input"], Moment(row["reference"]));
        return new Verdict("Day", ours is not null && DaysBetween(ours, row["expected"]) == 0, ours);
    }

    private static Verdict JudgeOwn(GoldRow row)
    {
        ArticleDate? ours = Parse(row["input"], Moment(row["reference"]));
        return new Verdict(row["group"], (ours is null ? "none" : Iso(ours)) == row["expected"], ours);
    }

    private static ArticleDate? Parse(string text, DateTimeOffset? reference) => ArabicDate.TryParse(text, reference, out ArticleDate? date) ? date : null;

    private static DateTimeOffset? Moment(string text) =>
        text.Length == 0 ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static int DaysBetween(ArticleDate ours, string expected) =>
        (ours.Value.Date - DateTime.ParseExact(expected[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)).Days;

    // "-1 year -1 month": by the day, and to the minute or second where these are counted.
    private static bool IsDistance(ArticleDate ours, DateTimeOffset reference, string expected)
    {
        string[] cells = expected.Split(' ');
        bool isTimed = false;
        for (int i = 0; i < cells.Length; i += 2)
        {
            int count = int.Parse(cells[i], CultureInfo.InvariantCulture);
            isTimed |= cells[i + 1] is "hour" or "minute" or "second";
            reference = cells[i + 1] switch
            {
                "second" => reference.AddSeconds(count),
                "minute" => reference.AddMinutes(count),
                "hour" => reference.AddHours(count),
                "day" => reference.AddDays(count),
                "week" => reference.AddDays(7 * count),
                "month" => reference.AddMonths(count),
                "year" => reference.AddYears(count),
                _ => throw new InvalidDataException($"unit '{cells[i + 1]}'"),
            };
        }

        return isTimed ? ours.Precision >= DatePrecision.Minute && Math.Abs((ours.Value - reference).TotalSeconds) < 60 : ours.Value.Date == reference.Date;
    }

    /// <summary>A date to its precision.</summary>
    private static string Iso(ArticleDate date) => date.Value.ToString(date.Precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
        DatePrecision.Minute => "yyyy-MM-dd'T'HH:mmzzz",
        _ => "yyyy-MM-dd'T'HH:mm:sszzz",
    }, CultureInfo.InvariantCulture);

    private sealed record Verdict(string Group, bool IsRight, ArticleDate? Date)
    {
        public bool IsScored { get; init; } = true;

        public bool? IsTimeRight { get; init; }

        public bool? IsZoneRight { get; init; }

        public string Ours => Date is null ? "none" : $"{Iso(Date)} {Date.Precision} {Date.Calendar}";
    }

    private sealed class GoldRow(string line, IReadOnlyDictionary<string, int> columns)
    {
        private readonly string[] _cells = line.Split('\t');

        public string Line => line;

        public string this[string column] => columns[column] < _cells.Length ? _cells[columns[column]] : "";

        public bool Has(string column) => columns.ContainsKey(column);

        public static List<GoldRow> Read(string path, out string header)
        {
            string[] lines = [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];
            header = lines[0];
            var columns = header.Split('\t').Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
            return [.. lines.Skip(1).Select(line => new GoldRow(line, columns))];
        }
    }
}
