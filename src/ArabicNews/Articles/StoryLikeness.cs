namespace ArabicNews;

/// <summary>How alike two signatures are.</summary>
/// <param name="Overlap">The share of the shorter body's word sequences that the other has, as the samples tell.</param>
/// <param name="Resemblance">The share of all word sequences of the two that both have.</param>
/// <param name="IsCopy">Whether that makes one a copy of the other.</param>
internal readonly record struct StoryLikeness(double Overlap, double Resemblance, bool IsCopy)
{
    // One or two sequences may be a stock phrase by chance among the sampled ones.
    private const int MinShared = 4;

    // Half of the shorter text. From .45 to .55, half a point of precision is had for half a point of recall.
    private const double MinOverlap = 0.5;

    // Figures tell the reports of a series from each other, and an update from the flash before it, when hardly a word differs. In a flash all must agree; in a longer text three of five, and one is forgiven.
    private const double MinSameFigures = 0.6;
    private const int FiguresForgiven = 1;
    private const int LengthOfFlash = 64;

    public static StoryLikeness Of(StorySignature left, StorySignature right)
    {
        if (left.IsEmpty || right.IsEmpty) return default;
        (int shared, int least, int most) = Compare(left.Sequences, right.Sequences, StorySignature.MaxSequences);
        double overlap = least == 0 ? 0 : (double)shared / least, resemblance = most == 0 ? 0 : (double)shared / (least + most - shared);
        if (shared < MinShared || overlap < MinOverlap) return new StoryLikeness(overlap, resemblance, false);
        (int same, int figures, _) = Compare(left.Figures, right.Figures, StorySignature.MaxFigures);
        bool isFlash = Math.Min(left.EstimatedLength, right.EstimatedLength) < LengthOfFlash;
        return new StoryLikeness(overlap, resemblance, isFlash ? same == figures : same + FiguresForgiven >= figures * MinSameFigures);
    }

    // Two samples can be compared up to the smaller of their largest hashes: below it, each has every hash of its text. How many both have, and how many the text with fewer and the one with more has.
    private static (int Shared, int Least, int Most) Compare(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, int size)
    {
        uint limit = Math.Min(left.Length == size ? left[^1] : uint.MaxValue, right.Length == size ? right[^1] : uint.MaxValue);
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            (uint a, uint b) = (left[i], right[j]);
            if (a > limit || b > limit) break;

            // No jumps: which of two hashes is smaller, no processor can guess.
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        while (i < left.Length && left[i] <= limit) i++;
        while (j < right.Length && right[j] <= limit) j++;
        return (shared, Math.Min(i, j), Math.Max(i, j));
    }
}
