namespace ArabicNews.Html;

/// <summary>A line of the rendered page, with where it came from.</summary>
internal sealed class HtmlBlock
{
    /// <summary>The text, white space collapsed.</summary>
    public required string Text { get; set; }

    /// <summary>The innermost block element around it.</summary>
    public required int Node { get; init; }

    /// <summary>The first text node in it.</summary>
    public required int FirstText { get; init; }

    /// <summary>How many of its code units lie in links.</summary>
    public required int LinkLength { get; init; }

    /// <summary>Whether an image stands between it and the block before.</summary>
    public required bool FollowsImage { get; init; }

    /// <summary>Where its code units come from, in order.</summary>
    public required SourceRun[] Runs { get; set; }

    public TextBlockRole Role { get; set; }

    public int Level { get; set; }

    public float LinkDensity => Text.Length == 0 ? 0 : (float)LinkLength / Text.Length;
}

/// <summary>
/// <paramref name="Length"/> code units of a block that came from <paramref name="SourceLength"/> of the HTML at <paramref name="Source"/>: the same ones when the lengths are equal
/// and <paramref name="IsReference"/> is false, else what a character reference stands for.
/// </summary>
internal readonly record struct SourceRun(int Source, int SourceLength, int Length, bool IsReference);
