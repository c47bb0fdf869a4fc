namespace ArabicNews;

/// <summary>Who is credited for a story, from a line such as «المصدر: رويترز».</summary>
/// <param name="Span">The name in <see cref="NewsPage.Text"/>.</param>
/// <param name="Name">The name as printed, or its usual spelling for a known agency.</param>
/// <param name="Role">In what role.</param>
public sealed record ArticleSource(TextSpan Span, string Name, SourceRole Role);

/// <summary>The role in which a source is credited.</summary>
public enum SourceRole
{
    /// <summary>A wire service, or agencies as such («وكالات»).</summary>
    Agency,
    /// <summary>The outlet whose story it is.</summary>
    Publisher,
    /// <summary>An outlet that printed the story after another and is credited beside it.</summary>
    Republished,
}
