using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Names the lines that no article took, and joins neighbours of one kind.</summary>
internal static class BoilerplateCollector
{
    private const char CopyrightSign = '\u00A9';

    public static ImmutableArray<BoilerplateBlock> Collect(PageText page, ReadOnlySpan<bool> claimed)
    {
        var blocks = ImmutableArray.CreateBuilder<BoilerplateBlock>();
        BoilerplateKind? previous = null;
        for (int i = 0; i < page.Lines.Length; i++)
        {
            if (claimed[i])
            {
                previous = null;
                continue;
            }

            BoilerplateKind kind = KindOf(page.Lines[i], page.TextOf(i)[0], previous);
            TextSpan span = page.Lines[i].Span;
            if (kind == previous) blocks[^1] = blocks[^1] with { Span = TextSpan.FromBounds(blocks[^1].Span.Start, span.End) };
            else blocks.Add(new BoilerplateBlock(span, kind));
            previous = kind;
        }

        return blocks.DrainToImmutable();
    }

    private static BoilerplateKind KindOf(in PageLine line, char first, BoilerplateKind? previous)
    {
        if (line.MarkerWeight >= 2 && line.Kind != LineKind.Prose)
        {
            switch (line.Marker)
            {
                case MarkerKind.Share or MarkerKind.Follow: return BoilerplateKind.Share;
                case MarkerKind.Comments: return BoilerplateKind.Comments;
                case MarkerKind.Form: return BoilerplateKind.Form;
                case MarkerKind.Copyright: return BoilerplateKind.Copyright;
                case MarkerKind.Subscribe or MarkerKind.Paywall: return BoilerplateKind.Subscribe;
                case MarkerKind.Views: return BoilerplateKind.Views;
                case MarkerKind.Ads: return BoilerplateKind.Advertisement;
                case MarkerKind.Disclaimer or MarkerKind.Origin or MarkerKind.SignOff or MarkerKind.Contact or MarkerKind.ReadingTime or MarkerKind.Masthead or MarkerKind.Error or MarkerKind.Paywall:
                    return BoilerplateKind.Other;
                default: return BoilerplateKind.Navigation;
            }
        }

        if (line.Role == TextBlockRole.Comment) return BoilerplateKind.Comments;
        if (first == CopyrightSign && line.Kind != LineKind.Prose) return BoilerplateKind.Copyright;

        // Fields go on below the head of a form, and opinions below «التعليقات».
        if (previous is BoilerplateKind.Comments) return BoilerplateKind.Comments;
        if (previous is BoilerplateKind.Form && line.Words <= 6) return BoilerplateKind.Form;
        return line.Kind == LineKind.Prose ? BoilerplateKind.Other : BoilerplateKind.Navigation;
    }
}
