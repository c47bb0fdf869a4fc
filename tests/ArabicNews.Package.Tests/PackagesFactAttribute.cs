namespace ArabicNews.Package.Tests;

/// <summary>
/// A fact about the packages that <c>dotnet pack</c> made: their folder is in the environment variable <c>ARABICNEWS_PACKAGES</c>, which <c>check.sh</c> sets. Skipped without it, since
/// packing belongs to no plain test run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackagesFactAttribute : FactAttribute
{
    public const string Variable = "ARABICNEWS_PACKAGES";

    public PackagesFactAttribute()
    {
        if (Folder is null) Skip = $"needs packages: ./check.sh packs them and sets {Variable}";
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable);
}
