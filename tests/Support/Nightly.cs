namespace ArabicNews.Tests.Support;

/// <summary>What <c>./check.sh --nightly</c> makes longer, by <c>ARABICNEWS_NIGHTLY=1</c>.</summary>
internal static class Nightly
{
    /// <summary>Random texts of each check.</summary>
    public static int Texts { get; } = Environment.GetEnvironmentVariable("ARABICNEWS_NIGHTLY") == "1" ? 1_000_000 : 10_000;
}
