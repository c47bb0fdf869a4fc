using System.Text;

namespace ArabicNews.Tests.Support;

/// <summary>HTML made to hang a parser or to exhaust it: each trap in any length.</summary>
public static class HostilePages
{
    private static readonly Dictionary<string, Func<int, string>> s_traps = new()
    {
        ["nested"] = n => Repeat("<div>", n / 5),
        ["nested, closed"] = n => Repeat("<div>", n / 11) + Repeat("</div>", n / 11),
        ["nested lists"] = n => Repeat("<ul><li>", n / 8),
        ["nested tables"] = n => Repeat("<table><tr><td>", n / 15),
        ["unclosed links"] = n => Repeat("<a href=x>س", n / 11),
        ["unclosed formatting"] = n => Repeat("<b><i><font>", n / 12) + Repeat("<p>", n / 12),
        ["misnested formatting"] = n => Repeat("<b><p></b>", n / 10),
        ["stray end tags"] = n => Repeat("<i>", 500) + Repeat("</b></div></p>", n / 14),
        ["end tags against a barrier"] = n => "<b><table><tr><td>" + Repeat("<i>", 400) + Repeat("</b>", n / 4),
        ["attributes"] = n => "<div " + Repeat("a='b' ", n / 6) + ">",
        ["same attribute"] = n => "<div " + Repeat("class=b ", n / 8) + ">",
        ["unclosed tags"] = n => Repeat("<a ", n / 3),
        ["unclosed quote"] = n => Repeat("<a x=\"", n / 6),
        ["unclosed comments"] = n => Repeat("<!--", n / 4),
        ["almost closed comments"] = n => "<!--" + Repeat("--!", n / 3),
        ["unclosed scripts"] = n => Repeat("<script>", n / 8),
        ["script escapes"] = n => "<script>" + Repeat("<!--<script>", n / 12),
        ["less-than signs"] = n => Repeat("<", n),
        ["ampersands"] = n => Repeat("&", n),
        ["unclosed references"] = n => Repeat("&CounterClockwiseContourIntegra", n / 30),
        ["long number"] = n => "&#" + Repeat("9", n),
        ["hidden in hidden"] = n => Repeat("<div style='display:none'>س", n / 28),
        ["meta dates"] = n => Repeat("<meta name=pubdate content=2024-03-12>", n / 38),
        ["authors in authors"] = n => Repeat("<b itemprop=author>س", n / 20),
        ["teasers"] = n => "<ul>" + Repeat("<li><a href=x>عنوان خبر من الأخبار</a><br>سطر", n / 45),
        ["blanks"] = n => "<p>" + Repeat(" ", n) + "س",
        ["lines"] = n => Repeat("س<br>", n / 5),
        ["deep json"] = n => "<script type='application/ld+json'>" + Repeat("[", Math.Min(n, 1 << 19)) + "</script>",
    };

    /// <summary>The names of the traps.</summary>
    public static IEnumerable<string> Names => s_traps.Keys;

    /// <summary>A trap of about <paramref name="length"/> code units.</summary>
    public static string Create(string name, int length) => s_traps[name](length);

    /// <summary><paramref name="text"/> so many times; none for a negative count.</summary>
    public static string Repeat(string text, int count) => new StringBuilder(text.Length * Math.Max(count, 0)).Insert(0, text, Math.Max(count, 0)).ToString();
}
