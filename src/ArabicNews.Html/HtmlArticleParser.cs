namespace ArabicNews.Html;

/// <summary>
/// From the HTML of a news page to its article. Every span is into <see cref="NewsPage.Text"/>, the page rendered as one line per block; <see cref="NewsPage.SourceMap"/> leads
/// from there to the HTML. Opens nothing: no network, no script, no file. Linear in the length of the page, whatever it holds, and in a bounded depth of stack. Immutable and thread-safe.
/// </summary>
/// <param name="options">Settings, those of the core's parser; <see cref="ArticleParserOptions.MaxLength"/> caps the HTML.</param>
public sealed class HtmlArticleParser(ArticleParserOptions? options = null)
{
    private const int BytesPerRead = 1 << 16;

    private readonly ArticleParserOptions _options = options ?? ArticleParserOptions.Default;
    private readonly ArticleParser _core = new(options);

    /// <summary>A parser with the default settings.</summary>
    public static HtmlArticleParser Default { get; } = new();

    /// <summary>Parses a page that is decoded already.</summary>
    /// <param name="html">The page; any text is allowed. What lies behind <see cref="ArticleParserOptions.MaxLength"/> is not read and the result flagged <see cref="PageFlags.Truncated"/>.</param>
    /// <param name="source">Where it was fetched from, where known: it resolves relative addresses and its day, if it names one, is evidence.</param>
    /// <param name="cancellationToken">Looked at every few thousand elements.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public NewsPage Parse(string html, Uri? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        cancellationToken.ThrowIfCancellationRequested();
        int sourceLength = html.Length;
        if (html.Length > _options.MaxLength) html = html[.._options.MaxLength];

        HtmlTree tree = HtmlTree.Parse(html, cancellationToken);
        HtmlMetadata metadata = HtmlMetadata.Read(tree, source);
        List<HtmlBlock> blocks = HtmlBlocks.Render(tree, cancellationToken);
        HtmlHint[] regions = HtmlLayout.Assign(tree, blocks, metadata);
        cancellationToken.ThrowIfCancellationRequested();

        NewsPage page = _core.Parse(ToTextBlocks(blocks), ToPageMetadata(metadata));
        page = page with
        {
            SourceMap = MapToSource(blocks, sourceLength, page),
            Flags = page.Flags
                | (sourceLength > html.Length ? PageFlags.Truncated : PageFlags.None)
                | (tree.IsNestingCut ? PageFlags.NestingCut : PageFlags.None)
                | (metadata.IsAmp ? PageFlags.Amp : PageFlags.None)
                | (metadata.IsPaywalled ? PageFlags.Paywalled : PageFlags.None),
        };
        if (page.Main is not { } printed) return page;
        Article main = HtmlVote.Complete(printed, page, metadata, _options);
        return page with
        {
            Main = main with { Images = HtmlImages.Find(tree, blocks, regions, metadata, page) },
            Evidence = HtmlEvidence.Collect(printed, main, page, metadata),
        };
    }

    /// <summary>
    /// Parses a page from its bytes: the encoding is that of a byte order mark, <paramref name="charset"/>, the page's own declaration or what the bytes look like
    /// (UTF-8, windows-1256, ISO-8859-6, UTF-16). The stream is read to its end or to <see cref="ArticleParserOptions.MaxLength"/> bytes, and left open. <see cref="NewsPage.SourceMap"/> leads to the decoded text.
    /// </summary>
    /// <param name="html">The bytes of the page.</param>
    /// <param name="source">Where it was fetched from, where known.</param>
    /// <param name="charset">The charset of the HTTP header, where known; a name that means nothing is passed over.</param>
    /// <param name="cancellationToken">Looked at between reads and while parsing.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public NewsPage Parse(Stream html, Uri? source = null, string? charset = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[BytesPerRead];
        bool isTruncated = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = html.Read(buffer);
            if (read == 0) break;
            int room = (int)Math.Min(read, _options.MaxLength - bytes.Length);
            bytes.Write(buffer, 0, room);
            if (room == read) continue;
            isTruncated = true;
            break;
        }

        NewsPage page = Parse(HtmlEncoding.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), charset), source, cancellationToken);
        return isTruncated ? page with { Flags = page.Flags | PageFlags.Truncated } : page;
    }

    private static TextBlock[] ToTextBlocks(List<HtmlBlock> blocks) =>
        [.. blocks.Select(block => new TextBlock(block.Text, block.Role, block.LinkDensity, block.Level))];

    private static PageMetadata ToPageMetadata(HtmlMetadata metadata) => metadata.Page with
    {
        Published = PublicationDate.Best(metadata.Published, withAddress: true)?.Value,
        Modified = PublicationDate.Best(metadata.Modified, withAddress: false)?.Value,
    };

    // The core joins the blocks by line feeds; where it repaired the result, its own map comes before ours.
    private static OffsetMap MapToSource(List<HtmlBlock> blocks, int sourceLength, NewsPage page)
    {
        var builder = new OffsetMap.Builder();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (i > 0) builder.Insert(1);
            foreach (SourceRun run in blocks[i].Runs)
            {
                if (run.Source > builder.SourceLength) builder.Skip(run.Source - builder.SourceLength);
                if (run.IsReference) builder.Replace(run.SourceLength, run.Length);
                else builder.Copy(run.Length);
            }
        }

        builder.Skip(sourceLength - builder.SourceLength);
        OffsetMap map = builder.Build();
        return page.SourceMap is null ? map : map.Then(page.SourceMap);
    }
}
