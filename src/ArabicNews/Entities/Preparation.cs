namespace ArabicNews;

/// <summary>Makes ready on another thread what the first text needs: embedded files, and methods that would be compiled while it waits.</summary>
internal static class Preparation
{
    // "The minister Ali Hasan said in Cairo that Hasan is Egyptian."
    private const string Said = "\u0642\u0627\u0644", Minister = "\u0627\u0644\u0648\u0632\u064A\u0631", Ali = "\u0639\u0644\u064A", Hasan = "\u062D\u0633\u0646", In = "\u0641\u064A", Cairo = "\u0627\u0644\u0642\u0627\u0647\u0631\u0629",
        That = "\u0625\u0646", Egyptian = "\u0645\u0635\u0631\u064A";

    private const string Line = Said + " " + Minister + " " + Ali + " " + Hasan + " " + In + " " + Cairo + " " + That + " " + Hasan + " " + Egyptian + ".";

    /// <summary>Begins, unless it has begun.</summary>
    public static void Start() => _ = Begun.Task;

    // Nobody waits for this: where no thread takes it, or not soon, whoever needs a part of it first makes that part. What the first text needs last comes first, so that its thread and this one seldom want the same;
    // a line is read in no time, so that this thread is ahead from then on.
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
