namespace ArabicNews;

/// <summary>
/// The day that a page gives above the headline: an issue line («العدد 19543 … الموافق لـ 05 أوت 2024»), a date alone in its line, or the date that a line with the headline in it carries, as window titles do
/// («… | منوعات | ميناء الأخبار | 31.03.2022»). It dates the article when nothing nearer does.
/// </summary>
internal static class PageDay
{
    // Menus and a section may stand between; a row of headlines may not, since the date may be of one of those, unless the headline stands above the date too.
    private const int FarthestAbove = 24;
    private const int FarthestBelowCopy = 4;
    private const int LongestSection = 4;

    private const int LongestTitle = 400;

    // A time with seconds above a headline is a clock that ran while the page was crawled: «الجمعة 18 أغسطس 2023 - الساعة: 03:12:44».
    /// <summary>The date above <paramref name="headline"/>, or null.</summary>
    public static ArticleDate? Find(PageText page, PageTitles titles, int headline)
    {
        ReadOnlySpan<char> title = page.NormalOf(headline);
        ArticleDate? far = null;
        int farLine = -1;
        bool isNear = true;
        for (int i = headline - 1; i >= Math.Max(0, headline - FarthestAbove); i--)
        {
            PageLine line = page.Lines[i];
            ReadOnlySpan<char> normal = page.NormalOf(i);
            bool saysTitle = title.Length > 0 && line.Length < LongestTitle && normal.Contains(title, StringComparison.Ordinal);
            bool isDate = line.Kind == LineKind.Date && !line.Is(MarkerKind.Update);
            if ((isDate || (saysTitle && normal.Length > title.Length)) && page.DateOf(i, reference: null) is { } date && date.Precision is DatePrecision.Day or DatePrecision.Minute)
            {
                // Right below a title it is the date of that title's story, unless that is the first line, where a paper or a newsletter says its name: «نشرة فلان - بريد أسبوعي لمحبي كذا».
                if (saysTitle || (isNear && !(i > 1 && IsTitle(page.Lines[i - 1])))) return date.Shifted(line.Span.Start);
                (far, farLine) = (date.Shifted(line.Span.Start), i);
            }

            if (far is not null && farLine - i is > 0 and <= FarthestBelowCopy && (saysTitle || titles.LinesOfTitle(page, i) > 0)) return far;
            isNear &= line.Kind is not LineKind.Prose && !IsTitle(line);
        }

        return null;
    }

    private static bool IsTitle(in PageLine line) => line.Kind == LineKind.Title && !line.IsBar && line.Words > LongestSection;
}
