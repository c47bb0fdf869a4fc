using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// Finds the articles in the text of a page: which lines are the story and which are furniture, where a second story starts, and in each headline, credits, dates and paragraphs.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Total: any string parses, lone surrogates and NUL included, and a page without an article says why. Time and memory are linear in the text.
/// No culture is asked. Rules and examples: <c>tests/ArabicNews.Tests/Specs/pages.md</c>.
/// </remarks>
/// <example><code>
/// NewsPage page = ArticleParser.Default.Parse(File.ReadAllText("page.txt"));
/// if (page.Main is { } article) Console.WriteLine(article.GetBody(page.Text));
/// else Console.WriteLine(page.NoArticleReason);
/// </code></example>
public sealed class ArticleParser(ArticleParserOptions? options = null)
{
    private readonly ArticleParserOptions _options = options ?? ArticleParserOptions.Default;

    /// <summary>A parser with the default settings.</summary>
    public static ArticleParser Default { get; } = new();

    /// <summary>
    /// Parses the text of a crawled page, one block per line. Runs of four blanks separate lines too, and lines broken at a fixed width are joined. UTF-8 that was read as windows-1256 is
    /// repaired (<see cref="PageFlags.EncodingRepaired"/>); <see cref="NewsPage.Text"/> is then the repaired text and <see cref="NewsPage.SourceMap"/> leads back to <paramref name="text"/>.
    /// </summary>
    /// <param name="text">Any text. What lies behind <see cref="ArticleParserOptions.MaxLength"/> is not read, and not part of <see cref="NewsPage.Text"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public NewsPage Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PageFlags flags = PageFlags.None;
        if (text.Length > _options.MaxLength)
        {
            text = Cut(text);
            flags |= PageFlags.Truncated;
        }

        OffsetMap? map = null;
        if (EncodingRepair.Repair(text) is var (repaired, repairs))
        {
            (text, map) = (repaired, repairs);
            flags |= PageFlags.EncodingRepaired;
        }

        return Parse(PageReader.Read(text), PageMetadata.Empty, flags) with { SourceMap = map };
    }

    /// <summary>
    /// Parses a page whose blocks are known; <see cref="NewsPage.Text"/> is their texts joined by one line feed each. What the layout says of a block, and the metadata, are evidence beside
    /// the words, not the last word.
    /// </summary>
    /// <param name="blocks">The blocks in reading order. Blocks behind <see cref="ArticleParserOptions.MaxLength"/> are not read.</param>
    /// <param name="metadata">What the page says of itself; handed on in <see cref="NewsPage.Metadata"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="metadata"/> or the text of a block is null.</exception>
    public NewsPage Parse(ReadOnlySpan<TextBlock> blocks, PageMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var text = new System.Text.StringBuilder();
        int count = 0;
        for (; count < blocks.Length; count++)
        {
            ArgumentNullException.ThrowIfNull(blocks[count].Text, nameof(blocks));
            if (text.Length + 1L + blocks[count].Text.Length > _options.MaxLength) break;
            if (count > 0) text.Append('\n');
            text.Append(blocks[count].Text);
        }

        PageFlags flags = count < blocks.Length ? PageFlags.Truncated : PageFlags.None;
        return Parse(PageReader.Read(text.ToString(), blocks[..count]), metadata, flags);
    }

    private NewsPage Parse(PageText page, PageMetadata metadata, PageFlags flags)
    {
        FeedItems.Mark(page);
        BlockClassifier.Classify(page.Lines);
        var titles = new PageTitles(page, metadata);
        PageLayout layout = PageSplitter.Split(page, titles);
        bool[] claimed = new bool[page.Lines.Length];
        Article? main = null;
        var related = ImmutableArray.CreateBuilder<Article>(layout.Related.Count);
        if (layout.Main is { } body)
        {
            var context = new ArticleContext(metadata, titles, metadata.SiteName ?? _options.Outlet, _options.Reference ?? metadata.Published);
            main = WithImages(page, ArticleBuilder.Build(page, context, claimed, body, 0, BottomOf(page, body, layout.Related, -1), isMain: true));
            for (int i = 0; i < layout.Related.Count; i++)
            {
                BodyRun run = layout.Related[i];
                related.Add(WithImages(page, ArticleBuilder.Build(page, context, claimed, run, TopOf(page, run), BottomOf(page, run, layout.Related, i), isMain: false)));
            }
        }

        return new NewsPage
        {
            Text = page.Text,
            Main = main,
            NoArticleReason = layout.Reason,
            Related = related.ToImmutable(),
            Boilerplate = BoilerplateCollector.Collect(page, claimed),
            Metadata = metadata,
            Flags = IsPaywalled(page) ? flags | PageFlags.Paywalled : flags,
        };
    }

    // Each caption is a picture's, with its address unknown; one of signs alone says nothing.
    private static Article WithImages(PageText page, Article article) => article with
    {
        Images = [.. article.Parts.Where(part => part.Kind == ArticlePartKind.Caption).Select(part => ArticleImage.FromCaption(page.Text, part.Span)).Where(image => (image.Caption ?? image.Credit) is not null)],
    };

    private static bool IsPaywalled(PageText page)
    {
        foreach (PageLine line in page.Lines)
            if (line.Is(MarkerKind.Paywall)) return true;
        return false;
    }

    // Behind the label that announces the article.
    private static int TopOf(PageText page, BodyRun run)
    {
        int top = run.Start;
        while (top > 0 && !page.Lines[top - 1].Is(MarkerKind.Related)) top--;
        return top;
    }

    private static int BottomOf(PageText page, BodyRun run, IReadOnlyList<BodyRun> related, int index) =>
        index + 1 < related.Count ? TopOf(page, related[index + 1]) - 1 : page.Lines.Length;

    private string Cut(string text)
    {
        int length = Math.Max(0, _options.MaxLength);
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length];
    }
}
