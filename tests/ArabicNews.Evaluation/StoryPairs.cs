namespace ArabicNews.Evaluation;

/// <summary>Two pages, and whether they carry one story.</summary>
/// <param name="Kind">How the pair was made.</param>
/// <param name="IsCopy">Whether one is a copy of the other.</param>
internal sealed record StoryPair(string Kind, bool IsCopy, string LeftId, NewsPage Left, string RightId, NewsPage Right);

/// <summary>Makes the pairs that are asked for: re-edits by kind, flashes with their updates, and nearest neighbours as <see cref="StoryJudge"/> tells them apart.</summary>
internal sealed class StoryPairs(IReadOnlyList<StoryDocument> documents)
{
    private const int Seed = 20261126;

    // Re-edits in all, and at most so many neighbours that are no copies.
    private const int Count = 2_500;

    // Articles that are asked for their neighbours, and neighbours of each: the nearest of all come first.
    private const int MaxAsked = 1_000, MaxNeighbours = 20;

    // An article of fewer words is not re-edited: two fifths of it would be a headline.
    private const int MinWords = 50;

    // A paragraph of fewer words gives no headline and no background.
    private const int MinWordsOfBackground = 15;

    /// <summary>Pairs of neighbours that nobody is asked about.</summary>
    public int Partly { get; private set; }

    public IEnumerable<StoryPair> Make()
    {
        var random = new Random(Seed);
        int[] asked = [.. Enumerable.Range(0, documents.Count).Where(number => documents[number].Story.WordCount >= MinWords)];
        random.Shuffle(asked);
        var edits = new StoryEdits(random, [.. documents.SelectMany(document => document.Story.Paragraphs).Where(paragraph => StoryText.WordsOf(paragraph).Length >= MinWordsOfBackground)]);
        int perKind = Count / edits.Kinds.Count;
        StoryDocument[] drawn = [.. Enumerable.Range(0, perKind).Select(i => documents[asked[i % asked.Length]])];
        return [.. edits.Kinds.SelectMany(kind => drawn.Select((document, i) => Edited(document, i, kind.Kind, kind.Edit))), .. Flashes(drawn, edits), .. NeighboursOf(asked)];
    }

    private static StoryPair Edited(StoryDocument document, int number, string kind, Func<StoryText, StoryText> edit) =>
        new(kind, true, document.Id, document.Page, $"{document.Id}/{number} {kind}", Parse(edit(document.Story)));

    private static IEnumerable<StoryPair> Flashes(StoryDocument[] drawn, StoryEdits edits) =>
        drawn.Select((document, i) => (document, i, Flash: edits.Flash(document.Story))).Where(row => row.Flash is not null)
            .Select(row => new StoryPair("flash, figures changed", false, $"{row.document.Id}/{row.i} flash", Parse(row.Flash!.Value.Flash), $"{row.document.Id}/{row.i} update", Parse(row.Flash.Value.Update)));

    private IEnumerable<StoryPair> NeighboursOf(int[] asked)
    {
        StoryJudge?[] judges = new StoryJudge?[documents.Count];
        var seen = new HashSet<(int, int)>();
        int others = 0;
        foreach ((int left, int right, _) in StoryCorpus.Neighbours(documents, asked.Take(MaxAsked), MaxNeighbours).OrderBy(pair => pair.Rank))
        {
            if (!seen.Add((Math.Min(left, right), Math.Max(left, right)))) continue;
            StoryRelation relation = (judges[left] ??= new StoryJudge(documents[left].Body)).Compare(judges[right] ??= new StoryJudge(documents[right].Body));
            if (relation == StoryRelation.Partly)
            {
                Partly++;
                continue;
            }

            bool isCopy = relation == StoryRelation.Copy;
            yield return new StoryPair(isCopy ? "wire copies of the corpus" : "one topic, no copy", isCopy, documents[left].Id, documents[left].Page, documents[right].Id, documents[right].Page);
            if (!isCopy && ++others == Count) yield break;
        }
    }

    private static NewsPage Parse(StoryText story) => ArticleParser.Default.Parse(story.ToPage());
}
