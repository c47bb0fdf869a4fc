using System.Buffers;

namespace ArabicNews.Html;

/// <summary>
/// Says of each rendered line what the layout makes of it. The story is the element that maximises prose² / text: prose is text outside links in lines that read like
/// sentences, so the measure grows with the mass of a container and falls with what is in it besides. What an element's names say (share, related, comments) takes its text out of both counts,
/// unless most of the page's prose is in it: templates call whole pages "sidebar-right".
/// </summary>
internal sealed class HtmlLayout
{
    // A line shorter than this is prose only if it ends like a sentence, and never below the second.
    private const int ProseLength = 80;
    private const int ShortProseLength = 35;

    // An element that holds more than the first share of the page's prose is no boilerplate, whatever its class says, if it holds the page's first heading too or leaves less than the second
    // to the rest. What is left are the rules of the comments, longer than many a story.
    private const double LargeShare = 0.4;
    private const double RestShare = 0.25;

    // An element that names itself the article's body.
    private const double NamedBodyWeight = 1.5;

    // Lines that say who, when and where are short.
    private const int LongestCreditLine = 120;
    private const int LongestCaption = 160;
    private const int FewestOpinions = 2;

    // Some templates set the lede as a heading; a heading of this length with a full stop is one.
    private const int LongestHeading = 100;

    // Teasers: siblings of one shape, each with a link and little text.
    private const int FewestTeasers = 3;
    private const int LongestTeaser = 600;

    // Full stop, exclamation and question mark, Arabic question mark, Urdu full stop, ellipsis, colon, closing quotes.
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\u061F\u06D4\u2026:\"\u00BB\u201D");

    private readonly HtmlTree _tree;
    private readonly List<HtmlBlock> _blocks;
    private readonly HtmlMetadata _metadata;
    private readonly HtmlHint[] _ownHints;
    private readonly HtmlHint[] _regions;
    private readonly HtmlHint[] _lineHints;
    private readonly long[] _prose;
    private readonly long[] _text;
    private readonly int[] _headingsBefore;

    private HtmlLayout(HtmlTree tree, List<HtmlBlock> blocks, HtmlMetadata metadata)
    {
        (_tree, _blocks, _metadata) = (tree, blocks, metadata);
        int count = tree.Nodes.Length;
        (_ownHints, _regions, _lineHints) = (new HtmlHint[count], new HtmlHint[count], new HtmlHint[count]);
        (_prose, _text) = (new long[count], new long[count]);
        _headingsBefore = new int[count + 1];
        for (int i = 0; i < count; i++) _headingsBefore[i + 1] = _headingsBefore[i] + (tree.Nodes[i].Tag == HtmlTag.H1 ? 1 : 0);
    }

    /// <summary>Gives every block its role and level, and the metadata the times beside the headline. Returns for each node which region it lies in, if it is none of the story's. O(n).</summary>
    public static HtmlHint[] Assign(HtmlTree tree, List<HtmlBlock> blocks, HtmlMetadata metadata)
    {
        if (blocks.Count == 0) return [];
        var layout = new HtmlLayout(tree, blocks, metadata);
        layout.ReadHints();
        layout.MarkTeasers();
        layout.Count(withRegions: true);
        int story = layout.FindStory();
        int headline = layout.FindHeadline(story);
        layout.AssignRoles(story, headline);
        layout.ReadTimes(headline);
        return layout._regions;
    }

    // Machine dates between the headline and the story. The first is the story's; those of cards and opinions lie in regions, a page's clock above, a live page's entries below.
    private void ReadTimes(int headline)
    {
        if (headline < 0) return;
        int prose = _blocks.FindIndex(headline + 1, block => block.Role is TextBlockRole.Paragraph or TextBlockRole.Quote or TextBlockRole.ListItem);
        int end = prose < 0 ? _tree.Nodes.Length : _blocks[prose].FirstText;
        bool hasPublished = false, hasUpdate = false;
        for (int i = _blocks[headline].FirstText; i < end && !(hasPublished && hasUpdate); i++)
        {
            if (_tree.Nodes[i].Tag != HtmlTag.Time || _regions[i] != HtmlHint.None || _tree.Has(i, HtmlAttributeName.Itemprop) || _tree.Get(i, HtmlAttributeName.Datetime) is not { } value) continue;
            bool isUpdate = _tree.TryGetRaw(i, HtmlAttributeName.Class, out ReadOnlySpan<char> name)
                && (name.Contains("updated", StringComparison.OrdinalIgnoreCase) || name.Contains("modified", StringComparison.OrdinalIgnoreCase)) && !name.Contains("published", StringComparison.OrdinalIgnoreCase);
            if (isUpdate ? hasUpdate : hasPublished) continue;
            _metadata.AddTime(value, isUpdate);
            if (isUpdate) hasUpdate = true;
            else hasPublished = true;
        }
    }

    private void ReadHints()
    {
        ReadOnlySpan<HtmlNode> nodes = _tree.Nodes;
        for (int i = 0; i < nodes.Length; i++)
            if (nodes[i].Tag != HtmlTag.Text) _ownHints[i] = HtmlHints.Of(_tree, i);

        Count(withRegions: false);
        for (int i = 1; i < nodes.Length; i++)
        {
            HtmlHint own = _ownHints[i];
            bool isRegion = own is HtmlHint.Boilerplate or HtmlHint.Related or HtmlHint.Comment;
            if (isRegion && _prose[i] > LargeShare * _prose[0] && (HoldsHeading(i) || _prose[0] - _prose[i] < RestShare * _prose[0])) isRegion = false;
            HtmlHint outer = _regions[nodes[i].Parent];
            _regions[i] = outer != HtmlHint.None ? outer : isRegion ? own : HtmlHint.None;
            _lineHints[i] = own is >= HtmlHint.Caption and <= HtmlHint.Kicker ? own : nodes[i].Tag == HtmlTag.Article ? HtmlHint.None : _lineHints[nodes[i].Parent];
        }
    }

    private bool HoldsHeading(int node) => _headingsBefore[_tree.Nodes[node].End] > _headingsBefore[node];

    // Prose and text of each element, regions left out of both once they are known.
    private void Count(bool withRegions)
    {
        Array.Clear(_prose);
        Array.Clear(_text);
        foreach (HtmlBlock block in _blocks)
        {
            if (withRegions && _regions[block.Node] != HtmlHint.None) continue;
            _text[block.Node] += block.Text.Length;
            if (IsProse(block)) _prose[block.Node] += block.Text.Length - block.LinkLength;
        }

        ReadOnlySpan<HtmlNode> nodes = _tree.Nodes;
        for (int i = nodes.Length - 1; i > 0; i--)
        {
            _text[nodes[i].Parent] += _text[i];
            _prose[nodes[i].Parent] += _prose[i];
        }
    }

    private static bool IsProse(HtmlBlock block)
    {
        int length = block.Text.Length - block.LinkLength;
        if (IsAddress(block.Text)) return false;
        return length >= ShortProseLength && block.LinkDensity < 0.5f && (length >= ProseLength || EndsSentence(block.Text));
    }

    private static bool EndsSentence(string text) => SentenceEnds.Contains(text[^1]);

    // A list of stories repeats one shape: siblings of one element and class, each with a linked line and at most a few sentences.
    private void MarkTeasers()
    {
        ReadOnlySpan<HtmlNode> nodes = _tree.Nodes;
        var linkedLines = new int[nodes.Length];
        var lines = new int[nodes.Length];
        foreach (HtmlBlock block in _blocks)
        {
            lines[block.Node]++;
            if (block.LinkDensity > 0.8f && block.Text.Length >= 15) linkedLines[block.Node]++;
        }

        for (int i = nodes.Length - 1; i > 0; i--)
        {
            linkedLines[nodes[i].Parent] += linkedLines[i];
            lines[nodes[i].Parent] += lines[i];
        }

        Count(withRegions: true);

        // Per parent: the shape of the last card seen, how many in a row, where they started.
        var counts = new Dictionary<(int Parent, HtmlTag Tag, int ClassHash), int>();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 1; i < nodes.Length; i++)
            {
                if (!HtmlTags.IsBlock(nodes[i].Tag) || linkedLines[i] == 0 || lines[i] < 2 || _text[i] > LongestTeaser || _regions[i] != HtmlHint.None) continue;
                int hash = _tree.TryGetRaw(i, HtmlAttributeName.Class, out ReadOnlySpan<char> name) ? string.GetHashCode(name, StringComparison.Ordinal) : 0;
                var key = (nodes[i].Parent, nodes[i].Tag, hash);
                if (pass == 0) counts[key] = counts.GetValueOrDefault(key) + 1;
                else if (counts[key] >= FewestTeasers) Mark(i);
            }
        }

        void Mark(int card)
        {
            for (int i = card; i < _tree.Nodes[card].End; i++) _regions[i] = HtmlHint.Related;
        }
    }

    private int FindStory()
    {
        ReadOnlySpan<HtmlNode> nodes = _tree.Nodes;
        int best = 0;
        double bestScore = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (_prose[i] == 0 || nodes[i].Tag == HtmlTag.Text) continue;
            double score = (double)_prose[i] * _prose[i] / _text[i];
            if (_ownHints[i] == HtmlHint.ArticleBody) score *= NamedBodyWeight;
            if (score < bestScore) continue;
            bestScore = score;
            best = i;
        }

        return best;
    }

    // Index of the headline's block; -1 without one.
    private int FindHeadline(int story)
    {
        int firstProse = _blocks.FindIndex(block => IsProse(block) && _regions[block.Node] == HtmlHint.None && IsInside(block.Node, story));
        string? title = _metadata.Title is { } claimed ? Bare(claimed) : null;
        string? documentTitle = _metadata.DocumentTitle is { } whole ? Bare(whole) : null;
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (firstProse >= 0 && i > firstProse) break;
            HtmlBlock block = _blocks[i];
            int heading = HeadingOf(block.Node);
            double score = heading switch { 1 => 3, 2 => 1.5, > 2 => 0.5, _ => 0 };
            string bare = block.Text.Length < 600 ? Bare(block.Text) : "";
            if (bare.Length >= 10)
            {
                if (bare == title) score += 6;
                else if (documentTitle is not null && documentTitle.StartsWith(bare, StringComparison.Ordinal)) score += 4;
                else if (title is not null && (title.StartsWith(bare, StringComparison.Ordinal) || bare.StartsWith(title, StringComparison.Ordinal))) score += 3;
            }

            if (score < 2.5) continue;
            if (_regions[block.Node] != HtmlHint.None) score -= 2;
            if (block.LinkDensity > 0.8f) score -= 1;
            if (bare.Length < 10) score -= 1.5;
            if (score < bestScore || score <= 0) continue;
            bestScore = score;
            best = i;
        }

        return best;
    }

    private void AssignRoles(int story, int headline)
    {
        bool hasStory = _prose[story] > 0;
        int first = -1, last = -1;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (!hasStory || !IsInside(_blocks[i].Node, story)) continue;
            if (first < 0) first = i;
            last = i;
        }

        for (int i = 0; i < _blocks.Count; i++)
        {
            HtmlBlock block = _blocks[i];
            block.Level = HeadingOf(block.Node);
            block.Role = i == headline ? TextBlockRole.Headline
                : _regions[block.Node] != HtmlHint.None ? RoleOf(_regions[block.Node])
                : first >= 0 && i >= first && i <= last ? RoleInStory(block, i < headline)
                : RoleOutside(i, block, story, headline, first, last);
        }

        MarkOpinions(first, last);
    }

    // Readers' opinions directly behind the last paragraph, without a heading: the story is set in paragraphs and they are not, and each begins with a name and a colon («متابع من وهران: الفارق صغير»).
    private void MarkOpinions(int first, int last)
    {
        if (first < 0) return;
        int start = last + 1, paragraphs = 0;
        while (start > first && IsSpoken(_blocks[start - 1]) && _tree.Nodes[_blocks[start - 1].Node].Tag != HtmlTag.P) start--;
        for (int i = first; i < start; i++)
            if (_blocks[i].Role == TextBlockRole.Paragraph && _tree.Nodes[_blocks[i].Node].Tag == HtmlTag.P) paragraphs++;
        if (last + 1 - start < FewestOpinions || paragraphs < last + 1 - start || _tree.Nodes[_blocks[start - 1].Node].Tag != HtmlTag.P) return;
        for (int i = start; i <= last; i++) _blocks[i].Role = TextBlockRole.Comment;
    }

    private static bool IsSpoken(HtmlBlock block)
    {
        int colon = block.Text.IndexOf(':', StringComparison.Ordinal);
        return block.Level == 0 && block.LinkDensity < 0.5f && colon is > 1 and < 40 && block.Text.AsSpan(0, colon).Count(' ') < 4 && colon + 1 < block.Text.Length;
    }

    private TextBlockRole RoleInStory(HtmlBlock block, bool isBeforeHeadline)
    {
        if (IsAddress(block.Text)) return TextBlockRole.Boilerplate;
        TextBlockRole line = RoleOfLine(block);
        if (line != TextBlockRole.Unknown) return line;
        if (isBeforeHeadline && !IsProse(block)) return TextBlockRole.Boilerplate;
        if (block.LinkDensity > 0.8f) return block.Text.Length >= 25 ? TextBlockRole.Related : TextBlockRole.Boilerplate;
        if (block.Level > 0) return block.Text.Length >= LongestHeading && EndsSentence(block.Text) ? TextBlockRole.Paragraph : TextBlockRole.Heading;
        if (block.FollowsImage && block.Text.Length <= LongestCaption && !EndsSentence(block.Text)) return TextBlockRole.Caption;
        for (int node = block.Node, steps = 0; node > 0 && steps < 4; node = _tree.Nodes[node].Parent, steps++)
        {
            switch (_tree.Nodes[node].Tag)
            {
                case HtmlTag.Blockquote: return TextBlockRole.Quote;
                case HtmlTag.Li: return TextBlockRole.ListItem;
            }
        }

        return IsProse(block) || _tree.Nodes[block.Node].Tag == HtmlTag.P ? TextBlockRole.Paragraph : TextBlockRole.Unknown;
    }

    // Between the headline and the story stand the credits, and a lede that has a box of its own.
    private TextBlockRole RoleOutside(int index, HtmlBlock block, int story, int headline, int first, int last)
    {
        bool isBetween = headline >= 0 && first >= 0 && index > headline && index < first;
        bool isBehind = first >= 0 && index > last && IsInside(block.Node, _tree.Nodes[story].Parent);
        bool isAbove = headline >= 0 && index < headline && index >= headline - 3 && _tree.Nodes[_blocks[headline].Node].Parent == _tree.Nodes[block.Node].Parent;
        if (!isBetween && !isBehind && !isAbove) return TextBlockRole.Boilerplate;
        if (IsAddress(block.Text)) return TextBlockRole.Boilerplate;
        TextBlockRole line = RoleOfLine(block);
        if (line != TextBlockRole.Unknown) return line;
        if (block.LinkDensity > 0.5f) return TextBlockRole.Boilerplate;
        if (isBetween) return IsProse(block) ? TextBlockRole.Paragraph : block.FollowsImage ? TextBlockRole.Caption : TextBlockRole.Unknown;
        return isBehind && (IsProse(block) || block.Text.Length < LongestCreditLine) ? TextBlockRole.Unknown : TextBlockRole.Boilerplate;
    }

    // Structured data in visible elements: an address alone on its line.
    private static bool IsAddress(string text) => text.StartsWith("http", StringComparison.Ordinal) && text.Contains("://", StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

    private TextBlockRole RoleOfLine(HtmlBlock block) => block.Text.Length > LongestCaption ? TextBlockRole.Unknown : _lineHints[block.Node] switch
    {
        HtmlHint.Caption => TextBlockRole.Caption,
        HtmlHint.Subheadline => TextBlockRole.Subheadline,
        HtmlHint.Kicker => TextBlockRole.Kicker,
        HtmlHint.Byline when block.Text.Length <= LongestCreditLine => TextBlockRole.Byline,
        HtmlHint.Date when block.Text.Length <= LongestCreditLine && block.Text.AsSpan().ContainsAnyInRange('0', '9') => TextBlockRole.Date,
        HtmlHint.Date when block.Text.Length <= LongestCreditLine && block.Text.AsSpan().ContainsAnyInRange('\u0660', '\u0669') => TextBlockRole.Date, // Arabic-Indic digits
        _ => TextBlockRole.Unknown,
    };

    private static TextBlockRole RoleOf(HtmlHint region) => region switch
    {
        HtmlHint.Related => TextBlockRole.Related,
        HtmlHint.Comment => TextBlockRole.Comment,
        _ => TextBlockRole.Boilerplate,
    };

    private int HeadingOf(int node)
    {
        for (int steps = 0; node > 0 && steps < 3; node = _tree.Nodes[node].Parent, steps++)
            if (HtmlTags.IsHeading(_tree.Nodes[node].Tag)) return _tree.Nodes[node].Tag - HtmlTag.H1 + 1;
        return 0;
    }

    private bool IsInside(int node, int element) => node >= element && node < _tree.Nodes[element].End;

    // Letters and digits alone, folded as for duplicates.
    private static string Bare(string text)
    {
        string folded = ArabicNormalizer.Match.Normalize(text);
        return string.Create(folded.Count(char.IsLetterOrDigit), folded, static (chars, source) =>
        {
            int length = 0;
            foreach (char c in source)
                if (char.IsLetterOrDigit(c)) chars[length++] = c;
        });
    }
}
