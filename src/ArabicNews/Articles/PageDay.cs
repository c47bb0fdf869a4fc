namespace ArabicNews;

/// <summary>
/// The day that a page gives above the headline: an issue line («العدد 19543 … الموافق لـ 05 أوت 2024»), a date alone in its line, or the date that a line with the headline in it carries, as window titles do
/// («… | منوعات | ميناء الأخبار | 31.03.2022»). It dates the article when nothing nearer does.
/// </summary>
internal static class PageDay
{
    // Menus and a section may stand between; a row of headlines may not, since the date may be of one of those.
    private const int FarthestAbove = 16;
    private const int LongestSection = 4;

    private const int LongestTitle = 400;

    /// <summary>The date above <paramref name="headline"/>, or null.</summary>
    public static ArticleDate? Find(PageText page, int headline)
    {
        ReadOnlySpan<char> title = page.NormalOf(headline);
        bool isNear = true;
        for (int i = headline - 1; i >= Math.Max(0, headline - FarthestAbove); i--)
        {
            PageLine line = page.Lines[i];
            ReadOnlySpan<char> text = page.TextOf(i);
            bool saysTitle = title.Length > 0 && line.Length < LongestTitle && page.NormalOf(i).Length > title.Length && page.NormalOf(i).Contains(title, StringComparison.Ordinal);
            if ((saysTitle || (isNear && line.Kind == LineKind.Date && !line.Is(MarkerKind.Update)))
                && ArabicDate.TryParse(text, reference: null, out ArticleDate? date) && date.Precision >= DatePrecision.Day) return date.Shifted(line.Span.Start);
            isNear &= line.Kind is not LineKind.Prose && (line.Kind is not LineKind.Title || line.IsBar || line.Words <= LongestSection);
        }

        return null;
    }
}
