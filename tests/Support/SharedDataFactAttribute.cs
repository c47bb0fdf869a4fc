namespace ArabicNews.Tests.Support;

/// <summary>A fact that reads <c>../shared/&lt;path&gt;</c>; skipped, with a message, where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (RepositoryFiles.InShared(path) is null) Skip = $"needs ../shared/{path}, which is not there";
    }
}
