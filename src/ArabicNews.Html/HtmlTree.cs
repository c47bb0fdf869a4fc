using System.Runtime.InteropServices;

namespace ArabicNews.Html;

/// <summary>An element or a run of text of an <see cref="HtmlTree"/>.</summary>
internal struct HtmlNode
{
    public HtmlTag Tag;
    public byte AttributeCount;

    /// <summary>Whether an open link covers the node; counted apart from the parents, since a misnested <c>&lt;/a&gt;</c> ends the link but not its element.</summary>
    public bool IsInLink;
    public int Parent;

    /// <summary>Index behind the last node inside.</summary>
    public int End;
    public int FirstAttribute;

    /// <summary>Of text, where it stands in the HTML; of an element, where its name stands.</summary>
    public TextSpan Source;
}

/// <summary>
/// The elements and text of a page in the order of its source, each with the index of its parent: a tree without pointers, walked by loops over indices and
/// never by recursion. Built by the rules of the HTML standard as far as they decide which text belongs to what: implied ends of paragraphs, items, cells and options,
/// void elements, scopes, misnested formatting. Left out are those that move nodes about (foster parents, the clones of the adoption agency), so that the order of nodes is the order of the source.
/// Elements deeper than <see cref="MaxDepth"/> are left out and their content hung up at that depth: with it every search of the stack of open elements is bounded, and the whole linear.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>Deepest nesting kept, that of the browsers.</summary>
    public const int MaxDepth = 512;

    private const int CancellationInterval = 4096;

    private readonly List<HtmlNode> _nodes = [];
    private readonly List<HtmlAttribute> _attributes = [];
    private readonly int[] _open = new int[MaxDepth];
    private readonly int[] _openOfTag = new int[HtmlTags.Count];
    private readonly int[] _flattened = new int[HtmlTags.Count];
    private int _depth;
    private int _openLinks;
    private bool _hasBody;

    private HtmlTree(string html) => Html = html;

    public string Html { get; }

    /// <summary>Whether elements were left out because they were nested too deeply.</summary>
    public bool IsNestingCut { get; private set; }

    /// <summary>The nodes; the first is the <c>html</c> element, there or not.</summary>
    public ReadOnlySpan<HtmlNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    /// <summary>Builds the tree of a page. O(n); the depth of the machine's stack does not depend on the page.</summary>
    public static HtmlTree Parse(string html, CancellationToken cancellationToken)
    {
        var tree = new HtmlTree(html);
        tree.Build(cancellationToken);
        return tree;
    }

    /// <summary>The value of an attribute as written, references included; false when the element has none of this name.</summary>
    public bool TryGetRaw(int node, HtmlAttributeName name, out ReadOnlySpan<char> value)
    {
        HtmlNode element = _nodes[node];
        foreach (HtmlAttribute attribute in CollectionsMarshal.AsSpan(_attributes).Slice(element.FirstAttribute, element.AttributeCount))
        {
            if (attribute.Name != name) continue;
            value = attribute.Value.In(Html);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Whether the element has the attribute.</summary>
    public bool Has(int node, HtmlAttributeName name) => TryGetRaw(node, name, out _);

    /// <summary>The value of an attribute with its references replaced, trimmed; null when there is none or it is empty.</summary>
    public string? Get(int node, HtmlAttributeName name)
    {
        if (!TryGetRaw(node, name, out ReadOnlySpan<char> raw)) return null;
        string value = HtmlText.Decode(raw).Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>The text inside an element, references replaced, runs of white space as one blank, trimmed.</summary>
    public string GetText(int node)
    {
        var text = new System.Text.StringBuilder();
        for (int i = node + 1; i < _nodes[node].End; i++)
            if (_nodes[i].Tag == HtmlTag.Text) text.Append(HtmlText.Decode(_nodes[i].Source.In(Html))).Append(' ');
        return Collapse(text.ToString());
    }

    internal static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Build(CancellationToken cancellationToken)
    {
        var tokenizer = new HtmlTokenizer(Html, _attributes);
        Push(HtmlTag.Html, default, 0);
        int tokens = 0;
        while (true)
        {
            int firstAttribute = _attributes.Count;
            HtmlTokenKind kind = tokenizer.Read();
            if (kind == HtmlTokenKind.End) break;
            if (++tokens % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            switch (kind)
            {
                case HtmlTokenKind.Text:
                    AddText(TextSpan.FromBounds(tokenizer.Start, tokenizer.End));
                    break;
                case HtmlTokenKind.EndTag:
                    CloseTag(tokenizer.Tag, tokenizer.Name);
                    break;
                case HtmlTokenKind.StartTag:
                    HtmlTag tag = tokenizer.Tag;
                    TextSpan name = tokenizer.Name;
                    bool isForeign = IsOpen(HtmlTag.Svg) || IsOpen(HtmlTag.Math);
                    OpenTag(tag, name, firstAttribute, tokenizer.IsSelfClosing);
                    if (tag == HtmlTag.Plaintext)
                    {
                        AddText(TextSpan.FromBounds(tokenizer.End, Html.Length));
                        FindEnds();
                        return;
                    }

                    if (HtmlTags.IsRaw(tag) && !(isForeign && tokenizer.IsSelfClosing))
                    {
                        AddText(tokenizer.ReadRaw(tag, name.In(Html)));
                        CloseTag(tag, name);
                    }

                    break;
            }
        }

        FindEnds();
    }

    private void FindEnds()
    {
        Span<HtmlNode> nodes = CollectionsMarshal.AsSpan(_nodes);
        for (int i = nodes.Length - 1; i >= 0; i--)
        {
            nodes[i].End = Math.Max(nodes[i].End, i + 1);
            if (i > 0) nodes[nodes[i].Parent].End = Math.Max(nodes[nodes[i].Parent].End, nodes[i].End);
        }
    }

    private void OpenTag(HtmlTag tag, TextSpan name, int firstAttribute, bool isSelfClosing)
    {
        switch (tag)
        {
            case HtmlTag.Html:
                MergeInto(0, firstAttribute);
                return;
            case HtmlTag.Body when _hasBody:
                return;
            case HtmlTag.Head when _hasBody || IsOpen(HtmlTag.Head):
                return;
            case HtmlTag.Body:
                _hasBody = true;
                PopTo(1);
                break;
        }

        bool isForeign = IsOpen(HtmlTag.Svg) || IsOpen(HtmlTag.Math);
        if (isForeign && (HtmlTags.IsSpecial(tag) || HtmlTags.IsFormatting(tag) || tag is HtmlTag.Span or HtmlTag.Img or HtmlTag.Br) && tag is not (HtmlTag.Title or HtmlTag.Style or HtmlTag.Script or HtmlTag.A))
        {
            // HTML inside a drawing ends the drawing.
            CloseInScope(IsOpen(HtmlTag.Svg) ? HtmlTag.Svg : HtmlTag.Math, default);
            isForeign = false;
        }

        if (IsOpen(HtmlTag.Head) && !HtmlTags.BelongsInHead(tag) && tag != HtmlTag.Head) CloseInScope(HtmlTag.Head, default);
        if (HtmlTags.ClosesParagraph(tag)) CloseInScope(HtmlTag.P, default);
        ImplyEnds(tag);
        if (HtmlTags.IsVoid(tag) || (isForeign && isSelfClosing)) Add(tag, name, firstAttribute);
        else Push(tag, name, firstAttribute);
    }

    // What a start tag closes besides an open paragraph.
    private void ImplyEnds(HtmlTag tag)
    {
        switch (tag)
        {
            case HtmlTag.Li:
                CloseItem(HtmlTag.Li, HtmlTag.Li);
                break;
            case HtmlTag.Dd or HtmlTag.Dt:
                CloseItem(HtmlTag.Dd, HtmlTag.Dt);
                break;
            case >= HtmlTag.H1 and <= HtmlTag.H6 when HtmlTags.IsHeading(_nodes[Current].Tag):
                Pop();
                break;
            case HtmlTag.Option or HtmlTag.Optgroup when _nodes[Current].Tag == HtmlTag.Option:
                Pop();
                break;
            case HtmlTag.Button:
                CloseInScope(HtmlTag.Button, default);
                break;
            case HtmlTag.A:
                CloseLink();
                break;
            case HtmlTag.Tr or HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot when IsOpen(HtmlTag.Table):
                PopUntil(static open => open is HtmlTag.Table or HtmlTag.Template or HtmlTag.Html, orBefore: tag == HtmlTag.Tr);
                break;
            case HtmlTag.Td or HtmlTag.Th when IsOpen(HtmlTag.Table):
                PopUntil(static open => open is HtmlTag.Tr or HtmlTag.Table or HtmlTag.Template or HtmlTag.Html, orBefore: false);
                break;
        }
    }

    // Pops all that stands above the innermost element that holds; with orBefore, a group of rows stays open too.
    private void PopUntil(Func<HtmlTag, bool> holds, bool orBefore)
    {
        while (_depth > 1)
        {
            HtmlTag top = _nodes[Current].Tag;
            if (holds(top) || (orBefore && top is HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot)) return;
            Pop();
        }
    }

    // An item closes the item before it, unless a list or another block has been opened since.
    private void CloseItem(HtmlTag one, HtmlTag other)
    {
        for (int i = _depth - 1; i > 0; i--)
        {
            HtmlTag tag = _nodes[_open[i]].Tag;
            if (tag == one || tag == other)
            {
                PopTo(i);
                return;
            }

            if (HtmlTags.IsSpecial(tag) && tag is not (HtmlTag.Address or HtmlTag.Div or HtmlTag.P)) return;
        }
    }

    // Links do not nest: a second one ends the first, which stays an element if blocks are open in it.
    private void CloseLink()
    {
        if (_openLinks > 0) CloseFormatting(HtmlTag.A);
    }

    private void CloseTag(HtmlTag tag, TextSpan name)
    {
        if (_flattened[(int)tag] > 0)
        {
            _flattened[(int)tag]--;
            return;
        }

        switch (tag)
        {
            case HtmlTag.Html or HtmlTag.Body:
                return; // what follows belongs to the body all the same
            case HtmlTag.Br:
                Add(HtmlTag.Br, name, _attributes.Count);
                return;
            case HtmlTag.P when !IsOpen(HtmlTag.P):
                Add(HtmlTag.P, name, _attributes.Count); // an empty paragraph, as in the browsers
                return;
            case >= HtmlTag.H1 and <= HtmlTag.H6:
                CloseHeading();
                return;
            default:
                if (HtmlTags.IsFormatting(tag)) CloseFormatting(tag);
                else CloseInScope(tag, name);
                return;
        }
    }

    private void CloseHeading()
    {
        for (int i = _depth - 1; i > 0; i--)
        {
            HtmlTag open = _nodes[_open[i]].Tag;
            if (HtmlTags.IsHeading(open))
            {
                PopTo(i);
                return;
            }

            if (HtmlTags.IsBarrier(open)) return;
        }
    }

    // A formatting element that ends while blocks are open in it ends alone: its element leaves the stack, the blocks stay.
    private void CloseFormatting(HtmlTag tag)
    {
        if (!IsOpen(tag)) return;
        bool crossesBlock = false;
        for (int i = _depth - 1; i > 0; i--)
        {
            HtmlTag open = _nodes[_open[i]].Tag;
            if (open == tag)
            {
                if (crossesBlock) Remove(i);
                else PopTo(i);
                return;
            }

            if (HtmlTags.IsBarrier(open)) return;
            crossesBlock |= HtmlTags.IsSpecial(open);
        }
    }

    private void CloseInScope(HtmlTag tag, TextSpan name)
    {
        if (!IsOpen(tag)) return;
        for (int i = _depth - 1; i > 0; i--)
        {
            HtmlNode open = _nodes[_open[i]];
            if (open.Tag == tag && (tag != HtmlTag.Other || open.Source.In(Html).Equals(name.In(Html), StringComparison.OrdinalIgnoreCase)))
            {
                PopTo(i);
                return;
            }

            // Table parts close across each other, all else stays inside its cell; an inline element stays inside its block.
            bool isTablePart = tag is HtmlTag.Table or HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot or HtmlTag.Tr or HtmlTag.Td or HtmlTag.Th or HtmlTag.Caption;
            if (isTablePart ? open.Tag is HtmlTag.Table or HtmlTag.Template : HtmlTags.IsBarrier(open.Tag) && tag is not (HtmlTag.Template or HtmlTag.Svg or HtmlTag.Math)) return;
            if (tag == HtmlTag.P && open.Tag == HtmlTag.Button) return;
            if (!HtmlTags.IsSpecial(tag) && HtmlTags.IsSpecial(open.Tag)) return;
        }
    }

    private void AddText(TextSpan source)
    {
        if (source.IsEmpty) return;
        if (_nodes[Current].Tag == HtmlTag.Head)
        {
            if (source.In(Html).IsWhiteSpace()) return;
            CloseInScope(HtmlTag.Head, default);
        }

        Add(HtmlTag.Text, source, _attributes.Count);
    }

    private int Current => _open[_depth - 1];

    private bool IsOpen(HtmlTag tag) => _openOfTag[(int)tag] > 0;

    private void Add(HtmlTag tag, TextSpan source, int firstAttribute) => _nodes.Add(new HtmlNode
    {
        Tag = tag,
        Source = source,
        Parent = _depth == 0 ? -1 : Current,
        FirstAttribute = firstAttribute,
        AttributeCount = (byte)(_attributes.Count - firstAttribute),
        IsInLink = _openLinks > 0,
    });

    private void Push(HtmlTag tag, TextSpan source, int firstAttribute)
    {
        if (_depth == MaxDepth)
        {
            // The element itself is still a node, empty, so that it breaks lines; what is in it becomes its sibling.
            Add(tag, source, firstAttribute);
            _flattened[(int)tag]++;
            IsNestingCut = true;
            return;
        }

        Add(tag, source, firstAttribute);
        _open[_depth++] = _nodes.Count - 1;
        _openOfTag[(int)tag]++;
        if (tag == HtmlTag.A) _openLinks++;
    }

    private void Pop()
    {
        HtmlTag tag = _nodes[Current].Tag;
        _depth--;
        Forget(tag);
    }

    private void PopTo(int depth)
    {
        while (_depth > depth) Pop();
    }

    private void Remove(int index)
    {
        HtmlTag tag = _nodes[_open[index]].Tag;
        _open.AsSpan(index + 1, _depth - index - 1).CopyTo(_open.AsSpan(index));
        _depth--;
        Forget(tag);
    }

    private void Forget(HtmlTag tag)
    {
        _openOfTag[(int)tag]--;
        if (tag == HtmlTag.A) _openLinks--;
    }

    // The attributes of a late <html> tag count when there were none before.
    private void MergeInto(int node, int firstAttribute)
    {
        ref HtmlNode element = ref CollectionsMarshal.AsSpan(_nodes)[node];
        if (element.AttributeCount > 0) return;
        element.FirstAttribute = firstAttribute;
        element.AttributeCount = (byte)(_attributes.Count - firstAttribute);
    }
}
