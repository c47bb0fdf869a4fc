namespace ArabicNews.Lucene;

/// <summary>
/// How much older articles lose: a score is multiplied by <c>1 - Weight + Weight · 2^(-age / HalfLife)</c>, so that an article one half-life old has lost half of <paramref name="Weight"/>, and a very old one, or one
/// without a date, all of it; one dated after <paramref name="Now"/> loses nothing.
/// </summary>
/// <param name="Now">What ages are counted to. The same for all pages of one result, or their order would shift.</param>
/// <param name="HalfLife">Above zero.</param>
/// <param name="Weight">From 0, where age does not matter, to 1, where an old article must be a far better match. 0.5 by default: never more than half is lost.</param>
public sealed record NewsRecency(DateTimeOffset Now, TimeSpan HalfLife, double Weight = 0.5)
{
    internal float FactorOf(long publishedTicks)
    {
        double age = Math.Max(0, Now.UtcTicks - publishedTicks);
        return (float)(1 - Weight + (publishedTicks == 0 ? 0 : Weight * Math.Pow(2, -age / HalfLife.Ticks)));
    }
}
