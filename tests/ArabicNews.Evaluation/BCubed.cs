namespace ArabicNews.Evaluation;

/// <summary>
/// B-cubed of a grouping (Bagga and Baldwin 1998): a mention's precision is the share of our group of it that is right, its recall the share of the gold group that we have together. A mention that only one side has
/// stands alone on the other: what is missed costs the recall of its group, what is too much the precision of the group that it is in.
/// </summary>
internal static class BCubed
{
    /// <summary>Measures every mention of either side; what is given is the group of each. Linear in their number.</summary>
    public static IEnumerable<BCubedMention<TMention>> Measure<TMention, TGroup>(IReadOnlyDictionary<TMention, TGroup> gold, IReadOnlyDictionary<TMention, TGroup> ours)
        where TMention : notnull
        where TGroup : notnull
    {
        Dictionary<TGroup, int> goldSizes = SizesOf(gold.Values), ourSizes = SizesOf(ours.Values);
        Dictionary<(TGroup, TGroup), int> together = SizesOf(gold.Where(mention => ours.ContainsKey(mention.Key)).Select(mention => (mention.Value, ours[mention.Key])));
        foreach ((TMention mention, TGroup group) in gold)
        {
            yield return ours.TryGetValue(mention, out TGroup? our)
                ? new BCubedMention<TMention>(mention, (double)together[(group, our)] / ourSizes[our], (double)together[(group, our)] / goldSizes[group], true)
                : new BCubedMention<TMention>(mention, 1, 1.0 / goldSizes[group], false);
        }

        foreach ((TMention mention, TGroup group) in ours)
            if (!gold.ContainsKey(mention)) yield return new BCubedMention<TMention>(mention, 1.0 / ourSizes[group], 1, false);
    }

    private static Dictionary<TGroup, int> SizesOf<TGroup>(IEnumerable<TGroup> groups)
        where TGroup : notnull => groups.CountBy(group => group).ToDictionary();
}

/// <summary>One mention's share of a B-cubed score.</summary>
/// <param name="Mention">Which.</param>
/// <param name="Precision">In (0, 1].</param>
/// <param name="Recall">In (0, 1].</param>
/// <param name="IsShared">Both sides have it.</param>
internal readonly record struct BCubedMention<TMention>(TMention Mention, double Precision, double Recall, bool IsShared);

/// <summary>Precision and recall, each the mean over some mentions, 0 of none; F1 is their harmonic mean.</summary>
internal readonly record struct BCubedScore(int Mentions, double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static BCubedScore Of<TMention>(IReadOnlyCollection<BCubedMention<TMention>> mentions) =>
        mentions.Count == 0 ? default : new(mentions.Count, mentions.Average(mention => mention.Precision), mentions.Average(mention => mention.Recall));
}
