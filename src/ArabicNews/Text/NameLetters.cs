namespace ArabicNews;

/// <summary>
/// Tells by its letters alone whether a word looks like a name, mostly a foreign one: <c>ويليامز</c> has no و "and", whether or not a list has it. Each three letters in a row, with the edges of the word, weigh how much
/// more often they stand in names than in words.
/// </summary>
internal sealed class NameLetters
{
    /// <summary>Steps of <see cref="Likeness"/>.</summary>
    public const int Steps = 12;

    /// <summary>Weights of a bit: what a factor of two between names and words adds.</summary>
    public const int Bit = 8;

    // A step is half a bit for each letter.
    private const int StepSize = Bit / 2;
    private const int Alphabet = ArabicChars.Yeh - ArabicChars.Hamza + 2;
    private const int Edge = Alphabet - 1;

    private readonly sbyte[] _weights;

    public NameLetters(sbyte[] weights)
    {
        if (weights.Length != WeightCount) throw new ArgumentException("Another number of weights.", nameof(weights));
        _weights = weights;
    }

    public static int WeightCount => Alphabet * Alphabet * Alphabet;

    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>0 to <see cref="Steps"/> - 1, of the letters from <paramref name="start"/> to the end of the word; the middle for no letters.</summary>
    public int Likeness(in WordLetters word, int start)
    {
        int sum = 0, before = Edge, last = Edge;
        for (int i = start; i <= word.Count; i++)
        {
            int letter = i == word.Count ? Edge : word[i] - ArabicChars.Hamza;
            sum += _weights[IndexOf(before, last, letter)];
            (before, last) = (last, letter);
        }

        return Math.Clamp((sum / (word.Count - start + 1) / StepSize) + (Steps / 2), 0, Steps - 1);
    }

    /// <summary>The index of each three letters of a word, as <see cref="WordLexicon.Form"/> writes it.</summary>
    public static IEnumerable<int> IndexesOf(string form)
    {
        int before = Edge, last = Edge;
        for (int i = 0; i <= form.Length; i++)
        {
            int letter = i == form.Length ? Edge : form[i] - ArabicChars.Hamza;
            yield return IndexOf(before, last, letter);
            (before, last) = (last, letter);
        }
    }

    private static int IndexOf(int first, int second, int third) => (((first * Alphabet) + second) * Alphabet) + third;
}
