namespace ArabicNews;

/// <summary>
/// Reads pages that a content system writes for those who copy from it: items, each with the names of its fields as lines of their own («Item 1», «Date», «2024-02-25», «Title», …, «Teaser», …) before the text of
/// the story. What the field is called is what the layout says of the line below it.
/// </summary>
internal static class FeedItems
{
    // «Item», «Id», «Date», «Title», «Short title», «Teaser», and a line of value for all but the first.
    private const int MostLines = 14;

    private const int LongestLabel = 12;

    /// <summary>Gives the lines of such items their roles; other pages stay as they are. Linear.</summary>
    public static void Mark(PageText page)
    {
        for (int i = 0; i < page.Lines.Length; i++)
            if (IsItem(page, i)) MarkItem(page, i);
    }

    // «Item 1»
    private static bool IsItem(PageText page, int line) =>
        page.Lines[line] is { Words: 2, Numbers: 1, Length: <= LongestLabel } && page.NormalOf(line).StartsWith("item ", StringComparison.Ordinal);

    // An item without a title is a row of a list.
    private static void MarkItem(PageText page, int item)
    {
        int end = item + 1, title = -1;
        while (end < Math.Min(page.Lines.Length, item + MostLines) && RoleOf(page.NormalOf(end)) is { } role)
        {
            if (end + 1 == page.Lines.Length) return;
            if (role == TextBlockRole.Headline) title = end + 1;
            end += 2;
        }

        if (title < 0) return;
        ref PageLine label = ref page.Lines[item];
        (label.Marker, label.MarkerWeight, label.MarkerAtStart, label.MarkerEnd) = (MarkerKind.Related, 3, true, label.Normal.Length);
        for (int i = item + 1; i < end; i += 2)
        {
            TextBlockRole role = RoleOf(page.NormalOf(i))!.Value;
            page.Lines[i].Role = TextBlockRole.Boilerplate;
            page.Lines[i].IsLabel = true;
            page.Lines[i + 1].Role = role;
            page.Lines[i + 1].IsLabel = role == TextBlockRole.Boilerplate;
        }
    }

    // The short title is for lists, the number for machines.
    private static TextBlockRole? RoleOf(ReadOnlySpan<char> label) => label switch
    {
        "title" => TextBlockRole.Headline,
        "teaser" => TextBlockRole.Subheadline,
        "date" => TextBlockRole.Date,
        "id" or "short title" => TextBlockRole.Boilerplate,
        _ => null,
    };
}
