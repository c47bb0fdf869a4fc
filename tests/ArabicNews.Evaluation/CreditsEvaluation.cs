using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Evaluation;

/// <summary>
/// Credit lines against their gold fields. Each row once, the outlet known by its key; a field is right when the sets of bare values are equal, empty included. Photographers and
/// others who made the pictures are credited in <c>other</c>, which is not scored. The score is the mean of the four fields.
/// </summary>
internal static class CreditsEvaluation
{
    public static readonly Evaluation Evaluation = new("credits", "[--predictions FILE]", Run);

    private const string OwnRows = "tests/ArabicNews.Evaluation/Data/credits.tsv";

    private static readonly string[] s_fields = ["place", "agency", "outlet_credit", "person"];

    // Roles of those who made the pictures, as credit lines print them.
    private static readonly HashSet<string> s_pictureRoles = new(["تصوير", "التصوير", "عدسة", "بعدسة", "صور", "الصور", "المصور", "المصورة", "كاميرا", "رسم", "رسوم", "فيديو", "مونتاج"], StringComparer.Ordinal);

    private static double Run(EvaluationArguments arguments)
    {
        string[] lines = [.. File.ReadLines(arguments.Path ?? RepositoryFiles.InRepository(OwnRows)).Where(line => line.Length > 0 && line[0] != '#')];
        string[] header = lines[0].Split('\t');
        int[] columns = [.. s_fields.Select(field => Array.IndexOf(header, field))];
        int lineColumn = Array.IndexOf(header, "byline_as_stored"), outletColumn = Array.IndexOf(header, "outlet_key");

        var predictions = new StringBuilder().AppendJoin('\t', header).Append('\t').AppendJoin('\t', s_fields.Select(field => "our_" + field)).Append('\n');
        int[] right = new int[s_fields.Length];
        int rows = 0, wholeRows = 0;
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('\t');
            string[] ours = Read(cells[lineColumn], cells[outletColumn].Length == 0 ? null : cells[outletColumn]);
            bool whole = true;
            for (int field = 0; field < s_fields.Length; field++)
            {
                string gold = columns[field] < cells.Length ? cells[columns[field]] : "";
                bool same = BareSet(gold).SetEquals(BareSet(ours[field]));
                if (same) right[field]++;
                whole &= same;
            }

            rows++;
            if (whole) wholeRows++;
            predictions.Append(line).Append('\t', header.Length - cells.Length + 1).AppendJoin('\t', ours).Append('\n');
        }

        if (arguments.Predictions is { } file) File.WriteAllText(file, predictions.ToString());
        var table = new Table("field", "rows", "right", "share");
        for (int field = 0; field < s_fields.Length; field++) table.Add(s_fields[field], rows, right[field], (double)right[field] / rows);
        table.Add("all four", rows, wholeRows, (double)wholeRows / rows);
        table.Print();
        return right.Average(count => (double)count / rows);
    }

    private static string[] Read(string line, string? outlet) => Byline.TryParse(line, outlet, out Byline? byline)
        ? [Join(byline.Places), Join(byline.Agencies), Join(byline.Outlets), Join(byline.Persons.Where(person => person.Role is null || !s_pictureRoles.Contains(person.Role)))]
        : ["", "", "", ""];

    private static string Join(IEnumerable<CreditedName> names) => string.Join("; ", names.Select(name => name.Name));

    private static HashSet<string> BareSet(string values) =>
        values.Split(';').Select(Bare).Where(value => value.Length > 0).ToHashSet(StringComparer.Ordinal);

    // s without every character that is not a letter, a number or '_'.
    private static string Bare(string value) => string.Concat(value.Where(c => char.IsLetterOrDigit(c) || char.IsNumber(c) || c == '_'));
}
