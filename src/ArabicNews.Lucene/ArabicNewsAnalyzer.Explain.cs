using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

public sealed partial class ArabicNewsAnalyzer
{
    // Stem, word and skeleton.
    private const int FormsOfAWord = 3;

    /// <summary>Tells what becomes of each word of <paramref name="text"/>, stage by stage. Linear in its length; allocates what it returns.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AnalysisExplanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ILookup<TextSpan, string> terms = ReadTerms(new ArabicNewsTermStream(new StringReader(text), _options)).ToLookup(term => term.Span, term => term.Term);
        ILookup<int, string> phrases = terms.SelectMany(span => span.Select(term => (span.Key.Start, Term: term))).Where(term => term.Term[0] is NameMark or SynonymMark).ToLookup(term => term.Start, term => term.Term);
        var words = ImmutableArray.CreateBuilder<ExplainedWord>();
        var all = new ArabicNewsAnalyzerOptions { StopWords = false, Names = NameTerms.None };
        foreach (var word in ReadTerms(new ArabicNewsTermStream(new StringReader(text), all)).Chunk(FormsOfAWord))
        {
            TextSpan span = word[0].Span;
            string printed = span.In(text).ToString(), normalized = ArabicNewsNormalizationFilter.Normalizer.Normalize(printed);
            words.Add(new ExplainedWord
            {
                Span = span,
                Text = printed,
                Normalized = word[1].Term[1..],
                IsStopWord = ArabicNewsStopFilter.IsStopWord(normalized),
                Segments = [.. SegmentsOf(normalized)],
                Stem = word[0].Term,
                Skeleton = word[2].Term[1..],
                Terms = [.. terms[span].Where(term => term[0] is not (NameMark or SynonymMark)), .. phrases[span.Start]],
            });
        }

        return new AnalysisExplanation(text, words.ToImmutable());
    }

    /// <summary>
    /// Tells why two texts meet under this analyzer, or why they do not: what becomes of the words of each, and by which terms a search for one would find the other. Time and memory are linear in both and in the pairs of words that meet.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="left"/> or <paramref name="right"/> is null.</exception>
    public AnalysisComparison Explain(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(right);
        AnalysisExplanation first = Explain(left), second = Explain(right);
        var byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < second.Words.Length; i++)
            foreach (string term in second.Words[i].Terms)
            {
                if (!byTerm.TryGetValue(term, out List<int>? words)) byTerm.Add(term, words = []);
                if (words.Count == 0 || words[^1] != i) words.Add(i);
            }

        var meetings = ImmutableArray.CreateBuilder<TermMeeting>();
        for (int i = 0; i < first.Words.Length; i++)
            foreach (string term in first.Words[i].Terms)
                foreach (int other in byTerm.GetValueOrDefault(term) ?? [])
                    meetings.Add(new TermMeeting(term, StageOf(term, first.Words[i], second.Words[other]), i, other));
        return new AnalysisComparison(first, second, meetings.ToImmutable());
    }

    private static MeetingStage StageOf(string term, ExplainedWord left, ExplainedWord right) => term[0] switch
    {
        NameMark when term.Length > 1 => MeetingStage.Name,
        SynonymMark when term.Length > 1 => MeetingStage.Synonym,
        _ when left.Text == right.Text => MeetingStage.Printed,
        _ when left.Normalized == right.Normalized => MeetingStage.Normalized,
        _ when left.Stem == right.Stem => MeetingStage.Stem,
        _ => MeetingStage.Skeleton,
    };

    private static List<ExplainedSegment> SegmentsOf(string word)
    {
        var segments = new List<ExplainedSegment>();
        foreach (WordSegment segment in ArabicSegmenter.Segment(word)) segments.Add(new ExplainedSegment(segment.Kind, segment.Span.In(word).ToString()));
        return segments;
    }

    private static List<(TextSpan Span, string Term)> ReadTerms(TokenStream stream)
    {
        var terms = new List<(TextSpan, string)>();
        using (stream)
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            var offset = stream.GetAttribute<IOffsetAttribute>();
            stream.Reset();
            while (stream.IncrementToken()) terms.Add((TextSpan.FromBounds(offset.StartOffset, offset.EndOffset), term.ToString()!));
            stream.End();
        }

        return terms;
    }
}
