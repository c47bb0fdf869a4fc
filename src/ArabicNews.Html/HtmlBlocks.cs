using System.Buffers;
using System.Text;

namespace ArabicNews.Html;

/// <summary>Renders a tree as lines of text: each block element and each <c>br</c> ends a line, what a reader cannot see is left out.</summary>
internal sealed class HtmlBlocks
{
    // Below this, a page that shows nothing is taken to be one that its scripts would show.
    private const int FewCharacters = 200;

    private static readonly SearchValues<char> Special = SearchValues.Create('&', ' ', '\t', '\n', '\f', '\r', '\u00A0', '\0');

    private readonly HtmlTree _tree;
    private readonly bool _withHidden;
    private readonly List<HtmlBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reference = new();
    private readonly List<SourceRun> _runs = [];
    private int _hiddenLength;
    private int _pendingSpace = -1;
    private Seam _seam;
    private int _pendingSpaceLength;
    private int _linkLength;
    private int _firstText = -1;
    private bool _followsImage;

    private HtmlBlocks(HtmlTree tree, bool withHidden)
    {
        _tree = tree;
        _withHidden = withHidden;
    }

    /// <summary>The lines of the page in the order of the source, none empty.</summary>
    public static List<HtmlBlock> Render(HtmlTree tree, CancellationToken cancellationToken)
    {
        var visible = new HtmlBlocks(tree, withHidden: false);
        visible.Walk(cancellationToken);
        int length = visible._blocks.Sum(block => block.Text.Length);
        if (length >= FewCharacters || visible._hiddenLength < 4 * FewCharacters) return visible._blocks;

        var all = new HtmlBlocks(tree, withHidden: true);
        all.Walk(cancellationToken);
        return all._blocks;
    }

    private void Walk(CancellationToken cancellationToken)
    {
        ReadOnlySpan<HtmlNode> nodes = _tree.Nodes;
        var blockOf = new int[nodes.Length];
        int current = 0;
        for (int i = 1; i < nodes.Length;)
        {
            if (i % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            ref readonly HtmlNode node = ref nodes[i];
            int block = HtmlTags.IsBlock(node.Tag) ? i : blockOf[node.Parent];
            blockOf[i] = block;
            if (node.Tag == HtmlTag.Text)
            {
                if (block != current) Flush(current);
                current = block;
                SetSeam(i, HtmlTag.Time);
                Append(i, node);
                i++;
                continue;
            }

            if (IsLeftOut(i, node.Tag))
            {
                if (HtmlTags.IsBlock(node.Tag)) Flush(current);
                i = node.End;
                continue;
            }

            switch (node.Tag)
            {
                case HtmlTag.Img or HtmlTag.Picture or HtmlTag.Video or HtmlTag.Figure:
                    if (_text.Length == 0) _followsImage = true;
                    break;
                case HtmlTag.Br when HtmlTags.IsHeading(nodes[block].Tag):
                    Space(node.Source.Start);
                    break;
                case HtmlTag.Br or HtmlTag.Hr:
                    Flush(current);
                    break;
                case HtmlTag.A or HtmlTag.Time when TagBefore(i) == node.Tag:
                    Space(node.Source.Start - 1, 0);
                    break;
                case HtmlTag.Time:
                    _seam = Seam.Time;
                    break;
                case HtmlTag.Span:
                    SetSeam(i, HtmlTag.Span);
                    break;
                default:
                    if (HtmlTags.IsBlock(node.Tag)) Flush(current);
                    break;
            }

            i++;
        }

        Flush(current);
    }

    // Links and times side by side, a time beside words, and spans of words and of numbers are set apart by the style sheet, not by a blank.
    private HtmlTag? TagBefore(int index)
    {
        int parent = _tree.Nodes[index].Parent;
        int before = index - 1;
        for (int steps = 0; before > parent && steps < 8; before = _tree.Nodes[before].Parent, steps++)
            if (_tree.Nodes[before].Parent == parent) return _tree.Nodes[before].Tag;
        return null;
    }

    private void SetSeam(int index, HtmlTag like)
    {
        if (TagBefore(index) is not { } before) return;
        if (before == HtmlTag.Time) _seam = Seam.Time;
        else if (before == like) _seam = Seam.Span;
    }

    private bool IsSeam(char next)
    {
        char last = _text[^1];
        return _seam switch
        {
            Seam.Time => char.IsLetterOrDigit(last) && char.IsLetterOrDigit(next),
            Seam.Span => char.IsDigit(last) ? char.IsLetterOrDigit(next) : char.IsLetter(last) && char.IsDigit(next),
            _ => false,
        };
    }

    private enum Seam
    {
        None,
        Span,
        Time,
    }

    private bool IsLeftOut(int index, HtmlTag tag)
    {
        switch (tag)
        {
            case HtmlTag.Head or HtmlTag.Script or HtmlTag.Style or HtmlTag.Template or HtmlTag.Noscript or HtmlTag.Noembed or HtmlTag.Noframes or HtmlTag.Iframe or HtmlTag.Svg
                or HtmlTag.Math or HtmlTag.Select or HtmlTag.Textarea or HtmlTag.Title or HtmlTag.Object or HtmlTag.Canvas or HtmlTag.Video or HtmlTag.Audio or HtmlTag.Map:
                return true;
            case HtmlTag.Html or HtmlTag.Body:
                return false; // a page hidden until its script has run
        }

        if (_withHidden || !IsHidden(index)) return false;
        for (int i = index + 1; i < _tree.Nodes[index].End; i++)
            if (_tree.Nodes[i].Tag == HtmlTag.Text && _tree.Nodes[_tree.Nodes[i].Parent].Tag is not (HtmlTag.Script or HtmlTag.Style)) _hiddenLength += _tree.Nodes[i].Source.Length;
        return true;
    }

    private bool IsHidden(int node)
    {
        if (_tree.Has(node, HtmlAttributeName.Hidden)) return true;
        if (_tree.TryGetRaw(node, HtmlAttributeName.AriaHidden, out ReadOnlySpan<char> aria) && aria.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        if (!_tree.TryGetRaw(node, HtmlAttributeName.Style, out ReadOnlySpan<char> style)) return false;
        return Says(style, "display", "none") || Says(style, "visibility", "hidden");
    }

    private static bool Says(ReadOnlySpan<char> style, string property, string value)
    {
        foreach (Range range in style.Split(';'))
        {
            ReadOnlySpan<char> declaration = style[range].Trim();
            int colon = declaration.IndexOf(':');
            if (colon > 0 && declaration[..colon].TrimEnd().Equals(property, StringComparison.OrdinalIgnoreCase)
                && declaration[(colon + 1)..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private void Append(int index, in HtmlNode node)
    {
        string html = _tree.Html;
        int position = node.Source.Start, end = node.Source.End;
        int before = _text.Length;
        while (position < end)
        {
            int plain = html.AsSpan(position, end - position).IndexOfAny(Special);
            if (plain < 0) plain = end - position;
            if (plain > 0)
            {
                Put(html.AsSpan(position, plain), position, plain, isReference: false, index);
                position += plain;
                continue;
            }

            char c = html[position];
            int length = 1;
            if (c == '&')
            {
                _reference.Clear();
                length = HtmlText.ReadReference(html.AsSpan(position, end - position), _reference);
                if (length == 0)
                {
                    Put("&", position, length = 1, isReference: false, index);
                }
                else
                {
                    string decoded = _reference.ToString();
                    if (decoded.AsSpan().IsWhiteSpace()) Space(position, length);
                    else Put(decoded, position, length, isReference: true, index);
                }
            }
            else if (c == '\0')
            {
                Put("\uFFFD", position, 1, isReference: true, index);
            }
            else
            {
                Space(position);
            }

            position += length;
        }

        if (node.IsInLink) _linkLength += _text.Length - before;
    }

    private void Space(int source, int length = 1)
    {
        if (_text.Length > 0 && _pendingSpace < 0)
        {
            _pendingSpace = source;
            _pendingSpaceLength = length;
        }
    }

    private void Put(ReadOnlySpan<char> text, int source, int sourceLength, bool isReference, int node)
    {
        if (_firstText < 0) _firstText = node;
        if (_text.Length > 0 && IsSeam(text[0])) Space(source, 0);
        _seam = Seam.None;
        if (_pendingSpace >= 0)
        {
            AddRun(new SourceRun(_pendingSpace, _pendingSpaceLength, 1, true));
            _text.Append(' ');
            _pendingSpace = -1;
        }

        AddRun(new SourceRun(source, sourceLength, text.Length, isReference));
        _text.Append(text);
    }

    private void AddRun(SourceRun run)
    {
        // A blank that stands for one blank continues the run: most text is one run.
        if (run.IsReference && run.SourceLength == 1 && run.Length == 1) run = run with { IsReference = false };
        if (_runs.Count > 0 && _runs[^1] is { IsReference: false } last && !run.IsReference && last.Source + last.SourceLength == run.Source)
            _runs[^1] = last with { SourceLength = last.SourceLength + run.SourceLength, Length = last.Length + run.Length };
        else
            _runs.Add(run);
    }

    private void Flush(int current)
    {
        if (_text.Length > 0)
        {
            _blocks.Add(new HtmlBlock
            {
                Text = _text.ToString(),
                Node = current,
                FirstText = _firstText,
                LinkLength = Math.Min(_linkLength, _text.Length),
                FollowsImage = _followsImage,
                Runs = [.. _runs],
            });
            _followsImage = false;
        }

        _text.Clear();
        _runs.Clear();
        _seam = Seam.None;
        _pendingSpace = -1;
        _linkLength = 0;
        _firstText = -1;
    }
}
