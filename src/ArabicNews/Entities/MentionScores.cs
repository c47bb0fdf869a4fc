namespace ArabicNews;

/// <summary>
/// Turns what the tagger and the rules believe of a name into how often such a name is right. A sequence model whose words are pulled towards each other is too sure of itself: of the names that it gives .99 it has two in
/// three as the annotators do. The curve between ten knots never falls, so that the order of names stays what it was.
/// </summary>
/// <remarks>
/// Least squares over the names found in the dev parts of anercorp, aqmar and wikifane in windows of 20 sentences, each corpus weighing the same, none of which the model is trained on. A model that is trained anew may need
/// other knots; <c>entities FILE --details</c> of the evaluation shows whether it does.
/// </remarks>
internal static class MentionScores
{
    /// <summary>What <see cref="Of"/> makes of a belief of one in four, below which a name is not worth reporting.</summary>
    public const float Lowest = 0.16f;

    /// <summary>A short form that the tagger passed over and the name seen whole brings back.</summary>
    public const float ShortForm = 0.5f;

    private static ReadOnlySpan<float> Beliefs => [0, 0.25f, 0.5f, 0.8f, 0.95f, 0.99f, 0.998f, 0.9995f, 0.9999f, 1];

    private static ReadOnlySpan<float> Shares => [0, Lowest, 0.36f, 0.45f, 0.61f, 0.63f, 0.83f, 0.84f, 0.85f, 0.91f];

    /// <summary>The share of right names among those of which <paramref name="belief"/>, in [0, 1], was thought.</summary>
    public static float Of(float belief)
    {
        int knot = 1;
        while (knot < Beliefs.Length - 1 && belief > Beliefs[knot]) knot++;
        float way = (belief - Beliefs[knot - 1]) / (Beliefs[knot] - Beliefs[knot - 1]);
        return Shares[knot - 1] + (Math.Clamp(way, 0, 1) * (Shares[knot] - Shares[knot - 1]));
    }
}
