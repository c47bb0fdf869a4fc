using System.Reflection;

namespace ArabicNews.Tests.Support;

/// <summary>Finds files of the repository and of the shared folder beside it, wherever the tests run.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder of <c>ArabicNews.sln</c>.</summary>
    public static string Root { get; } = typeof(RepositoryFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A path below the root, with the parts of <paramref name="relative"/> separated by <c>/</c>.</summary>
    public static string InRepository(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>A path below <c>../shared</c>, or null when there is nothing at it. A work tree may lie elsewhere: then ARABICNEWS_SHARED says where.</summary>
    public static string? InShared(string relative)
    {
        string shared = Environment.GetEnvironmentVariable("ARABICNEWS_SHARED") ?? Path.Combine(Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine(shared, relative));
        return Path.Exists(path) ? path : null;
    }
}
