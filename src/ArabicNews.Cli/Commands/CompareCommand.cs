using System.CommandLine;
using System.Text.Json;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Commands;

/// <summary><c>compare</c>: whether a search for one word finds the other, stage by stage, beside Lucene's own analyzer.</summary>
internal sealed class CompareCommand : CliCommand
{
    private readonly Argument<string> _left = new("WORD") { Description = "A word or a few" };
    private readonly Argument<string> _right = new("OTHER") { Description = "Another, or another spelling" };

    public CompareCommand() : base("compare", "Say why a search for one word finds another, or does not",
        new Example("arabicnews compare وزير الوزير", "minister, the minister: Lucene cuts a و that belongs to the word"),
        new Example("arabicnews compare لبنان لبن", "Lebanon is not milk"),
        new Example("arabicnews compare 'وزراء الخارجية' 'وزير خارجيتها' --json", "several words, for programs"))
    {
        Arguments.Add(_left);
        Arguments.Add(_right);
        Run(run =>
        {
            using var analyzer = new ArabicNewsAnalyzer();
            AnalysisComparison ours = analyzer.Explain(run.Get(_left), run.Get(_right));
            LuceneAnalysis left = LuceneAnalysis.Of(ours.Left.Text), right = LuceneAnalysis.Of(ours.Right.Text);
            return run.Write(json => Write(json, ours, left, right), paper => Write(paper, ours, left, right));
        });
    }

    private static void Write(Paper paper, AnalysisComparison ours, LuceneAnalysis left, LuceneAnalysis right)
    {
        var table = new PaperTable("", ours.Left.Text, ours.Right.Text, "");
        table.Add(new Cell("ArabicNews", Tone.Strong), "", "", Verdict(ours.Meet));
        AddRow(table, "normalized", ours.Left.Words.Select(word => word.Normalized), ours.Right.Words.Select(word => word.Normalized));
        AddRow(table, "stop word", ours.Left.Words.Select(word => word.IsStopWord ? "yes" : "no"), ours.Right.Words.Select(word => word.IsStopWord ? "yes" : "no"), comparesRows: false);
        AddRow(table, "parts", ours.Left.Words.Select(PartsOf), ours.Right.Words.Select(PartsOf), comparesRows: false);
        AddRow(table, "stem", ours.Left.Words.Select(word => word.Stem), ours.Right.Words.Select(word => word.Stem));
        AddRow(table, "skeleton", ours.Left.Words.Select(word => word.Skeleton), ours.Right.Words.Select(word => word.Skeleton));
        AddRow(table, "terms", ours.Left.Words.Select(word => string.Join(' ', word.Terms)), ours.Right.Words.Select(word => string.Join(' ', word.Terms)), comparesRows: false);
        table.Add("");
        table.Add(new Cell("Lucene ArabicAnalyzer", Tone.Strong), "", "", Verdict(left.Meets(right)));
        AddRow(table, "normalized", left.Words.Select(word => word.Normalized), right.Words.Select(word => word.Normalized));
        AddRow(table, "stop word", left.Words.Select(word => word.IsStopWord ? "yes" : "no"), right.Words.Select(word => word.IsStopWord ? "yes" : "no"), comparesRows: false);
        AddRow(table, "term", left.Terms, right.Terms);
        paper.Write(table).WriteLine();
        paper.WriteLine(Sentence(ours));
    }

    private static void AddRow(PaperTable table, string stage, IEnumerable<string> left, IEnumerable<string> right, bool comparesRows = true)
    {
        string[] one = [.. left], other = [.. right];
        bool isSame = comparesRows && one.Length > 0 && one.Intersect(other, StringComparer.Ordinal).Any();
        table.Add(new Cell("  " + stage, Tone.Faint), string.Join(" | ", one), string.Join(" | ", other), isSame ? new Cell("=", Tone.Good) : "");
    }

    private static Cell Verdict(bool meet) => meet ? new Cell("meet", Tone.Good) : new Cell("do not meet", Tone.Bad);

    private static string PartsOf(ExplainedWord word) => string.Join('+', word.Segments.Select(segment => segment.Text));

    private static string Sentence(AnalysisComparison ours) => ours.Meet
        ? $"A search for one finds the other: {string.Join(", ", ours.Meetings.Select(meeting => meeting.Stage).Distinct().Order().Select(Reason))}."
        : "A search for one does not find the other.";

    private static string Reason(MeetingStage stage) => stage switch
    {
        MeetingStage.Printed => "they are printed alike",
        MeetingStage.Normalized => "they are one spelling once normalized",
        MeetingStage.Stem => "they have one stem",
        MeetingStage.Skeleton => "their stems have one skeleton",
        MeetingStage.Name => "they name the same",
        _ => "they are synonyms",
    };

    private static void Write(Utf8JsonWriter json, AnalysisComparison ours, LuceneAnalysis left, LuceneAnalysis right)
    {
        json.WriteBoolean("meet"u8, ours.Meet);
        json.WriteStartArray("meetings"u8);
        foreach (TermMeeting meeting in ours.Meetings)
        {
            json.WriteStartObject();
            json.WriteString("stage"u8, JsonNames.Of(meeting.Stage));
            json.WriteString("term"u8, meeting.Term);
            json.WriteNumber("left"u8, meeting.Left);
            json.WriteNumber("right"u8, meeting.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        AnalysisJson.Write(json, "left"u8, ours.Left);
        AnalysisJson.Write(json, "right"u8, ours.Right);
        json.WriteStartObject("lucene"u8);
        json.WriteBoolean("meet"u8, left.Meets(right));
        json.WriteStrings("left"u8, left.Terms);
        json.WriteStrings("right"u8, right.Terms);
        json.WriteEndObject();
    }
}
