namespace ArabicNews;

/// <summary>Makes ready on another thread what the first text needs: embedded files, and methods that would be compiled while it waits.</summary>
internal static class Preparation
{
    // "The Egyptian minister Ali Hasan said in Cairo that Hasan visited Lebanon."
    private const string Said = "\u0642\u0627\u0644", Minister = "\u0627\u0644\u0648\u0632\u064A\u0631", Egyptian = "\u0627\u0644\u0645\u0635\u0631\u064A", Ali = "\u0639\u0644\u064A", Hasan = "\u062D\u0633\u0646",
        In = "\u0641\u064A", Cairo = "\u0627\u0644\u0642\u0627\u0647\u0631\u0629", That = "\u0625\u0646", Visited = "\u0632\u0627\u0631", Lebanon = "\u0644\u0628\u0646\u0627\u0646";

    /// <summary>It has what news has: a title, a name and its short form, a verb of saying, places, a nationality.</summary>
    internal const string Line = $"{Said} {Minister} {Egyptian} {Ali} {Hasan} {In} {Cairo} {That} {Hasan} {Visited} {Lebanon}.";

    /// <summary>Begins, unless it has begun.</summary>
    public static void Start() => _ = Begun.Task;

    // Nobody waits for this: where no thread takes it, or not soon, whoever needs a part of it first makes that part. Meanwhile the first text's thread reads the gazetteer and compiles what finds words, so here comes first what it needs behind these.
    // A line is read in no time: once it is past what is compiled already, this thread is ahead.
    private static void Run()
    {
        ArabicSegmenter.Segment(Minister);
        float[] row = new float[TagLabels.Stride];
        TaggerModel.Default.Score([], false, row);
        new TagChain().Probabilities(row, [], row, [], 0);
        new EntityExtractor(Gazetteer.Default).Extract(Line);
    }

    private static class Begun
    {
        public static readonly Task Task = System.Threading.Tasks.Task.Run(Run);
    }
}
