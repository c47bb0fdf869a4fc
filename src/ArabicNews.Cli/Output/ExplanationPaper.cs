using System.Globalization;

namespace ArabicNews.Cli.Output;

/// <summary>Why mentions are mentions, line by line.</summary>
internal static class ExplanationPaper
{
    // What a name may mean besides: the nearest rivals are what one asks for.
    private const int MaxPlaces = 3;

    private const int LabelWidth = 11;

    public static void Write(Paper paper, EntityExplanation why, bool showsWords)
    {
        foreach (ExplainedMention mention in why.Mentions)
        {
            Entity? entity = mention.Entity is { } number ? why.Extraction.Entities[number] : null;
            WriteHead(paper, mention);
            paper.Write(string.Create(CultureInfo.InvariantCulture, $"  score {mention.Score:0.00}"));
            if (entity is not null) paper.Write("  ").Write(entity.Name).Write("  ").Write(KnownOf(entity), Tone.Faint);
            paper.WriteLine();
            foreach (ExplainedStep step in mention.Steps) WriteStep(paper, step);
            foreach (PlaceReading place in mention.Places.Take(MaxPlaces)) WriteLabelled(paper, "reading", place.ToString()["reading ".Length..]);
            if (showsWords)
                foreach (TaggedWord word in mention.Words) WriteLabelled(paper, "word", word.ToString()["word ".Length..]);
            paper.WriteLine();
        }

        if (why.Mentions.IsEmpty) paper.WriteLine("no names", Tone.Faint).WriteLine();
        if (why.Dropped.IsEmpty) return;
        paper.WriteLine("No names:", Tone.Strong);
        foreach (ExplainedMention dropped in why.Dropped)
        {
            WriteHead(paper, dropped);
            paper.WriteLine();
            WriteStep(paper, dropped.Steps[^1]);
        }

        paper.WriteLine();
    }

    private static void WriteHead(Paper paper, ExplainedMention mention) =>
        paper.Write(mention.Text, EntityPaper.ToneOf(mention.Kind)).Write($"  {mention.Span} {JsonNames.Of(mention.Kind)}", Tone.Faint);

    private static string KnownOf(Entity entity) =>
        string.Join("; ", ((string?[])[entity.EnglishName, entity.Place is null ? null : EntityPaper.Known(entity), entity.Id]).Where(part => !string.IsNullOrEmpty(part)));

    private static void WriteStep(Paper paper, ExplainedStep step) => WriteLabelled(paper, JsonNames.Of(step.Kind), step.Text, step.Kind == ExplainedStepKind.Against ? Tone.Bad : Tone.Faint);

    private static void WriteLabelled(Paper paper, string label, string sentence, Tone tone = Tone.Faint) => paper.Blank(2).Write(label.PadRight(LabelWidth), tone).WriteSentence(sentence);
}
