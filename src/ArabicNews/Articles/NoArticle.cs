namespace ArabicNews;

/// <summary>Tells why a page has no article.</summary>
internal static class NoArticle
{
    private const int FewestItems = 5;

    public static NoArticleReason Reason(PageText page, PageTitles titles)
    {
        int words = 0, items = 0, dates = 0, errors = 0, lists = 0, repeats = 0;
        for (int i = 0; i < page.Lines.Length; i++)
        {
            PageLine line = page.Lines[i];
            words += line.Words;
            if (line.Kind is LineKind.Title or LineKind.Prose) items++;
            if (line.Kind == LineKind.Date) dates++;
            if (line.Is(MarkerKind.Error)) errors++;
            if (line.Is(MarkerKind.List)) lists++;
            if (titles.LinesOfTitle(page, i) > 0) repeats++;
        }

        if (words == 0) return NoArticleReason.Empty;
        if (errors > 0 && items < 2 * FewestItems) return NoArticleReason.ErrorPage;
        if (lists > 0) return NoArticleReason.List;
        if (repeats > 0 || items < FewestItems) return NoArticleReason.Stub;
        return dates >= FewestItems || items >= FewestItems ? NoArticleReason.List : NoArticleReason.Stub;
    }
}
