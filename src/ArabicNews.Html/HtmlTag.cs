using System.Collections.Frozen;

namespace ArabicNews.Html;

/// <summary>The elements that the tree builder, the blocks or the metadata treat in a way of their own; all others are <see cref="Other"/>.</summary>
internal enum HtmlTag : byte
{
    None,
    Text,
    Other,
    A, Abbr, Address, Article, Aside, Audio, B, Base, Big, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Dd, Details, Dialog, Dir, Div, Dl, Dt, Em,
    Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Label, Legend, Li, Link,
    Listing, Main, Map, Marquee, Math, Menu, Meta, Nav, Nobr, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, S, Script,
    Search, Section, Select, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track,
    Tt, U, Ul, Video, Wbr, Xmp,
}

/// <summary>What the HTML standard says of each element, as far as text depends on it.</summary>
internal static class HtmlTags
{
    /// <summary>Number of values of <see cref="HtmlTag"/>.</summary>
    public const int Count = (int)HtmlTag.Xmp + 1;

    private const int LongestName = 10; // blockquote, figcaption

    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<HtmlTag>().Where(tag => tag > HtmlTag.Other)
            .ToFrozenDictionary(tag => tag.ToString(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly bool[] Voids = SetOf(HtmlTag.Base, HtmlTag.Br, HtmlTag.Embed, HtmlTag.Hr, HtmlTag.Img, HtmlTag.Input, HtmlTag.Link, HtmlTag.Meta, HtmlTag.Param,
        HtmlTag.Source, HtmlTag.Track, HtmlTag.Wbr);

    private static readonly bool[] Blocks = SetOf(HtmlTag.Address, HtmlTag.Article, HtmlTag.Aside, HtmlTag.Blockquote, HtmlTag.Body, HtmlTag.Button, HtmlTag.Caption, HtmlTag.Center,
        HtmlTag.Dd, HtmlTag.Details, HtmlTag.Dialog, HtmlTag.Dir, HtmlTag.Div, HtmlTag.Dl, HtmlTag.Dt, HtmlTag.Fieldset, HtmlTag.Figcaption, HtmlTag.Figure, HtmlTag.Footer,
        HtmlTag.Form, HtmlTag.H1, HtmlTag.H2, HtmlTag.H3, HtmlTag.H4, HtmlTag.H5, HtmlTag.H6, HtmlTag.Head, HtmlTag.Header, HtmlTag.Hgroup, HtmlTag.Hr, HtmlTag.Html,
        HtmlTag.Iframe, HtmlTag.Legend, HtmlTag.Li, HtmlTag.Listing, HtmlTag.Main, HtmlTag.Marquee, HtmlTag.Menu, HtmlTag.Nav, HtmlTag.Object, HtmlTag.Ol, HtmlTag.Optgroup,
        HtmlTag.Option, HtmlTag.P, HtmlTag.Plaintext, HtmlTag.Pre, HtmlTag.Search, HtmlTag.Section, HtmlTag.Select, HtmlTag.Summary, HtmlTag.Table, HtmlTag.Tbody, HtmlTag.Td,
        HtmlTag.Textarea, HtmlTag.Tfoot, HtmlTag.Th, HtmlTag.Thead, HtmlTag.Title, HtmlTag.Tr, HtmlTag.Ul, HtmlTag.Video, HtmlTag.Audio, HtmlTag.Xmp);

    // https://html.spec.whatwg.org/#special, without the void elements.
    private static readonly bool[] Specials = SetOf([.. Enum.GetValues<HtmlTag>().Where(tag => Blocks[(int)tag] && tag is not (HtmlTag.Video or HtmlTag.Audio or HtmlTag.Legend)),
        HtmlTag.Template, HtmlTag.Noscript, HtmlTag.Noembed, HtmlTag.Noframes, HtmlTag.Style, HtmlTag.Script, HtmlTag.Frameset]);

    private static readonly bool[] ParagraphClosers = SetOf(HtmlTag.Address, HtmlTag.Article, HtmlTag.Aside, HtmlTag.Blockquote, HtmlTag.Center, HtmlTag.Details, HtmlTag.Dialog,
        HtmlTag.Dir, HtmlTag.Div, HtmlTag.Dl, HtmlTag.Fieldset, HtmlTag.Figcaption, HtmlTag.Figure, HtmlTag.Footer, HtmlTag.Form, HtmlTag.Header, HtmlTag.Hgroup, HtmlTag.Hr,
        HtmlTag.Listing, HtmlTag.Main, HtmlTag.Menu, HtmlTag.Nav, HtmlTag.Ol, HtmlTag.P, HtmlTag.Plaintext, HtmlTag.Pre, HtmlTag.Search, HtmlTag.Section, HtmlTag.Summary,
        HtmlTag.Table, HtmlTag.Ul, HtmlTag.Xmp, HtmlTag.Li, HtmlTag.Dd, HtmlTag.Dt, HtmlTag.H1, HtmlTag.H2, HtmlTag.H3, HtmlTag.H4, HtmlTag.H5, HtmlTag.H6);

    // Ends of a scope: an end tag or an implied end does not reach across these.
    private static readonly bool[] Barriers = SetOf(HtmlTag.Html, HtmlTag.Caption, HtmlTag.Table, HtmlTag.Td, HtmlTag.Th, HtmlTag.Marquee, HtmlTag.Object, HtmlTag.Template);

    private static readonly bool[] HeadContent = SetOf(HtmlTag.Base, HtmlTag.Link, HtmlTag.Meta, HtmlTag.Noscript, HtmlTag.Script, HtmlTag.Style, HtmlTag.Template, HtmlTag.Title);

    // Content that is text up to the end tag of the same name.
    private static readonly bool[] Raws = SetOf(HtmlTag.Script, HtmlTag.Style, HtmlTag.Textarea, HtmlTag.Title, HtmlTag.Xmp, HtmlTag.Iframe, HtmlTag.Noembed, HtmlTag.Noframes);

    private static readonly bool[] Formattings = SetOf(HtmlTag.A, HtmlTag.B, HtmlTag.Big, HtmlTag.Code, HtmlTag.Em, HtmlTag.Font, HtmlTag.I, HtmlTag.Nobr, HtmlTag.S, HtmlTag.Small,
        HtmlTag.Strike, HtmlTag.Strong, HtmlTag.Tt, HtmlTag.U);

    public static HtmlTag Find(ReadOnlySpan<char> name) => name.Length <= LongestName && ByName.TryGetValue(name, out HtmlTag tag) ? tag : HtmlTag.Other;

    public static bool IsVoid(HtmlTag tag) => Voids[(int)tag];

    public static bool IsBlock(HtmlTag tag) => Blocks[(int)tag];

    public static bool IsSpecial(HtmlTag tag) => Specials[(int)tag];

    public static bool ClosesParagraph(HtmlTag tag) => ParagraphClosers[(int)tag];

    public static bool IsBarrier(HtmlTag tag) => Barriers[(int)tag];

    public static bool BelongsInHead(HtmlTag tag) => HeadContent[(int)tag];

    public static bool IsRaw(HtmlTag tag) => Raws[(int)tag];

    public static bool IsFormatting(HtmlTag tag) => Formattings[(int)tag];

    public static bool IsHeading(HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    private static bool[] SetOf(params ReadOnlySpan<HtmlTag> tags)
    {
        var set = new bool[Count];
        foreach (HtmlTag tag in tags) set[(int)tag] = true;
        return set;
    }
}
