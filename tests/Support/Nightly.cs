namespace ArabicNews.Tests.Support;

/// <summary>How long random tests run: a moment, or under <c>./check.sh --nightly</c>, which sets <c>ARABICNEWS_NIGHTLY</c>, a hundred times as long.</summary>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("ARABICNEWS_NIGHTLY") == "1";

    /// <summary>Random texts for each check: 10,000, or 1 million.</summary>
    public static int RandomTexts { get; } = IsOn ? 1_000_000 : 10_000;

    /// <summary>Mutated pages for each check: 1,000, or 100,000.</summary>
    public static int MutatedPages { get; } = IsOn ? 100_000 : 1000;

    /// <summary>Programs that are killed while they write to an index: 20, or 200.</summary>
    public static int Kills { get; } = IsOn ? 200 : 20;

    /// <summary>What chance makes of each moment at which a disk loses its power: 2 outcomes, or 40.</summary>
    public static int PowerCuts { get; } = IsOn ? 40 : 2;

    /// <summary>How long many threads read and write one index: 3 seconds, or 2 minutes.</summary>
    public static TimeSpan Mixed { get; } = IsOn ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(3);
}
