using System.Collections.Frozen;

namespace ArabicNews.Html;

/// <summary>An attribute that is read somewhere, with its value as written, character references included.</summary>
internal readonly record struct HtmlAttribute(HtmlAttributeName Name, TextSpan Value)
{
    // The names that are not their member's name in lower case.
    private static readonly FrozenDictionary<string, HtmlAttributeName>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<HtmlAttributeName>().Where(name => name != HtmlAttributeName.Other)
            .Select(name => (Text: name switch
            {
                HtmlAttributeName.AriaHidden => "aria-hidden",
                HtmlAttributeName.DataLazySrc => "data-lazy-src",
                HtmlAttributeName.DataOriginal => "data-original",
                HtmlAttributeName.DataSrc => "data-src",
                HtmlAttributeName.HttpEquiv => "http-equiv",
                HtmlAttributeName.Lightning => "\u26A1",
                _ => name.ToString(),
            }, Name: name))
            .ToFrozenDictionary(pair => pair.Text, pair => pair.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Which attribute has this name; case does not matter.</summary>
    public static HtmlAttributeName Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out HtmlAttributeName known) ? known : HtmlAttributeName.Other;
}

/// <summary>The attributes that are read; at most 32, as the tokenizer keeps the seen ones of a tag in a word.</summary>
internal enum HtmlAttributeName : byte
{
    Other,
    Alt, Amp, AriaHidden, Charset, Class, Content, DataLazySrc, DataOriginal, DataSrc, Datetime, Dir, Height, Hidden, Href, HttpEquiv, Id, Itemprop, Itemscope, Itemtype, Lang, Lightning, Name, Property, Rel, Role,
    Src, Srcset, Style, Type, Width,
}
