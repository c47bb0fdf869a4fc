using System.Collections.Immutable;
using System.Globalization;

namespace ArabicNews.Html;

/// <summary>Finds the pictures of the main article and joins each with its caption: the caption of its figure, or the line that follows it and that the layout calls one.</summary>
internal sealed class HtmlImages
{
    private const int MaxImages = 100;

    // Icons, counters and portraits beside a byline.
    private const int SmallestSide = 64;

    // A figure holds a picture, a caption and a credit.
    private const int MostNodesInFigure = 64;
    private const int MostStepsToFigure = 6;

    private readonly HtmlTree _tree;
    private readonly List<HtmlBlock> _blocks;
    private readonly NewsPage _page;
    private readonly Article _article;
    private readonly int[] _starts;
    private readonly List<(int Position, ArticleImage Image)> _found = [];
    private readonly HashSet<int> _taken = [];

    private HtmlImages(HtmlTree tree, List<HtmlBlock> blocks, NewsPage page)
    {
        (_tree, _blocks, _page, _article) = (tree, blocks, page, page.Main!);
        _starts = new int[blocks.Count + 1];
        for (int i = 0; i < blocks.Count; i++) _starts[i + 1] = _starts[i] + blocks[i].Text.Length + 1;
    }

    /// <summary>The pictures in text order, those that only the metadata name first.</summary>
    public static ImmutableArray<ArticleImage> Find(HtmlTree tree, List<HtmlBlock> blocks, HtmlHint[] regions, HtmlMetadata metadata, NewsPage page)
    {
        var images = new HtmlImages(tree, blocks, page);
        images.Read(regions, metadata);
        images.AddCaptionsAlone();
        return images.WithClaims(metadata);
    }

    private void Read(HtmlHint[] regions, HtmlMetadata metadata)
    {
        int first = BlockAt(_article.Span.Start), last = BlockAt(Math.Max(_article.Span.Start, _article.Span.End - 1));
        if (first < 0 || last < 0) return;
        HashSet<string> claimed = [.. metadata.Images.Select(image => KeyOf(image.Url))], seen = new(StringComparer.Ordinal);
        int from = _blocks[first].FirstText, to = _blocks[last].FirstText, next = 0;
        for (int i = 1; i < _tree.Nodes.Length && _found.Count < MaxImages; i++)
        {
            if (_tree.Nodes[i].Tag != HtmlTag.Img || regions[i] != HtmlHint.None || IsSmall(i) || metadata.Resolve(AddressOf(i)) is not { } address) continue;
            string key = KeyOf(address);

            // Outside the text a picture is the article's when the page says so.
            if ((i < from || i > to) && !claimed.Contains(key)) continue;
            if (!seen.Add(key)) continue;
            while (next < _blocks.Count && _blocks[next].FirstText < i) next++;
            ArticleImage image = CaptionOf(i, next) with { Url = address, AlternativeText = _tree.Get(i, HtmlAttributeName.Alt) is { } alt ? HtmlTree.Collapse(alt) : null };
            _found.Add((next < _blocks.Count ? _starts[next] : _page.Text.Length, image));
        }
    }

    // Lazy templates keep the address apart and put a placeholder into src.
    private string? AddressOf(int image) => _tree.Get(image, HtmlAttributeName.DataSrc) ?? _tree.Get(image, HtmlAttributeName.DataLazySrc) ?? _tree.Get(image, HtmlAttributeName.DataOriginal)
        ?? (_tree.Get(image, HtmlAttributeName.Src) is { } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? source : FirstOfSet(_tree.Get(image, HtmlAttributeName.Srcset)));

    // «/a.jpg 480w, /b.jpg 960w»
    private static string? FirstOfSet(string? set)
    {
        if (set is null) return null;
        int end = set.AsSpan().IndexOfAny(' ', ',');
        return end < 0 ? set : set[..end];
    }

    private bool IsSmall(int image) => IsSmall(image, HtmlAttributeName.Width) || IsSmall(image, HtmlAttributeName.Height);

    private bool IsSmall(int image, HtmlAttributeName side) =>
        _tree.TryGetRaw(image, side, out ReadOnlySpan<char> value) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int pixels) && pixels < SmallestSide;

    private ArticleImage CaptionOf(int image, int next)
    {
        int figure = FigureOf(image);
        if (figure < 0) return next < _blocks.Count && _blocks[next] is { Role: TextBlockRole.Caption, FollowsImage: true } && TakeCaption(next) is { } below ? below : new ArticleImage();
        var caption = new ArticleImage();
        int block = next;
        while (block > 0 && _blocks[block - 1].FirstText > figure) block--;
        for (; block < _blocks.Count && _blocks[block].FirstText < _tree.Nodes[figure].End; block++)
        {
            if (TakeCaption(block) is not { } read) continue;
            if (caption.Caption is null) caption = caption with { Caption = read.Caption, CaptionSpan = read.CaptionSpan };
            if (caption.Credit is null) caption = caption with { Credit = read.Credit, CreditSpan = read.CreditSpan };
        }

        return caption;
    }

    private int FigureOf(int image)
    {
        int figure = -1;
        for (int node = _tree.Nodes[image].Parent, steps = 0; node > 0 && steps < MostStepsToFigure; node = _tree.Nodes[node].Parent, steps++)
        {
            if (_tree.Nodes[node].End - node > MostNodesInFigure) break;
            if (_tree.Nodes[node].Tag == HtmlTag.Figure || HtmlHints.Of(_tree, node) == HtmlHint.Caption) figure = node;
        }

        return figure;
    }

    // Each caption is one picture's; a line that the parser found to be the headline, a credit or a paragraph is no caption.
    private ArticleImage? TakeCaption(int block)
    {
        var span = new TextSpan(_starts[block], _blocks[block].Text.Length);
        if (span.End > _page.Text.Length || _taken.Contains(block)) return null;
        int part = FirstPartBehind(span.Start);
        if (part < _article.Parts.Length && _article.Parts[part].Span.Overlaps(span) && _article.Parts[part].Kind != ArticlePartKind.Caption) return null;
        _taken.Add(block);
        return ArticleImage.FromCaption(_page.Text, span);
    }

    // The first part that ends behind the offset.
    private int FirstPartBehind(int offset)
    {
        int low = 0, high = _article.Parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_article.Parts[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int BlockAt(int offset)
    {
        int found = Array.BinarySearch(_starts, 0, _blocks.Count, offset);
        return found >= 0 ? found : ~found - 1;
    }

    // Captions whose picture a script would load; one of signs alone says nothing.
    private void AddCaptionsAlone()
    {
        foreach (ArticlePart part in _article.Parts)
            if (part.Kind == ArticlePartKind.Caption && !_taken.Contains(BlockAt(part.Span.Start)) && ArticleImage.FromCaption(_page.Text, part.Span) is var image && (image.Caption ?? image.Credit) is not null) _found.Add((part.Span.Start, image));
    }

    private ImmutableArray<ArticleImage> WithClaims(HtmlMetadata metadata)
    {
        ArticleImage[] images = [.. _found.OrderBy(found => found.Position).Select(found => found.Image)];
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < images.Length; i++)
            if (images[i].Url is { } address) byKey.TryAdd(KeyOf(address), i);

        var unseen = ImmutableArray.CreateBuilder<ArticleImage>();
        foreach (ClaimedImage claim in metadata.Images)
        {
            string key = KeyOf(claim.Url);
            if (byKey.TryGetValue(key, out int index) && index >= 0)
            {
                ArticleImage image = images[index];
                images[index] = image with { Caption = image.Caption ?? claim.Caption, Credit = image.Credit ?? claim.Credit, AlternativeText = image.AlternativeText ?? claim.Alternative };
            }
            else if (byKey.TryAdd(key, -1))
            {
                unseen.Add(new ArticleImage { Url = claim.Url, Caption = claim.Caption, Credit = claim.Credit, AlternativeText = claim.Alternative });
            }
        }

        unseen.AddRange(images);
        return unseen.ToImmutable();
    }

    /// <summary>What is the same for all sizes of a picture: WordPress writes «capsule-1024x683.jpg», others «?w=780». Where the path names no file the query does («/_next/image?url=…»).</summary>
    private static string KeyOf(Uri address)
    {
        string path = address.AbsolutePath;
        int dot = path.LastIndexOf('.');
        if (dot < 0 || dot < path.LastIndexOf('/')) return address.Host + address.PathAndQuery;
        int dash = path.LastIndexOf('-', dot);
        ReadOnlySpan<char> size = dash < 0 ? default : path.AsSpan(dash + 1, dot - dash - 1);
        int cross = size.IndexOf('x');
        bool isSize = cross > 0 && cross + 1 < size.Length && !size[..cross].ContainsAnyExceptInRange('0', '9') && !size[(cross + 1)..].ContainsAnyExceptInRange('0', '9');
        return address.Host + (isSize ? string.Concat(path.AsSpan(0, dash), path.AsSpan(dot)) : path);
    }
}
