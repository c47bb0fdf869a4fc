using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ArabicNews.Html.Tests;

/// <summary>The tree against the standard, with AngleSharp as the oracle for what text there is and in which order.</summary>
public class HtmlTreeTests
{
    [Theory]
    [InlineData("<p>a<p>b<div>c</div>d")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e")]
    [InlineData("<dl><dt>a<dd>b<dt>c<dd>d</dl>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d")]
    [InlineData("<b>a<p>b</b>c</p>d")]
    [InlineData("<a href=1>a<a href=2>b</a>c")]
    [InlineData("a<!-- b --c>d</div> --> e <!----> f <!--> g --> h")]
    [InlineData("<script>if (a < b) { '</scr' }</script>c<style>p > a {}</style>d")]
    [InlineData("<script><!-- <script> </script> --></script>a")]
    [InlineData("<textarea><p>a</textarea>b<title>c &amp; d</title>e")]
    [InlineData("1 < 2 & 3 &lt; 4 &amp;5 &copy2020 &nbsp;x &#1603;&#x648;&#1603;&#0; &unknown; &amp")]
    [InlineData("<div title='a > b' class=\"c\">d</div><br/>e</br>f</p>g")]
    [InlineData("<svg><title>a</title><path/><p>b</svg>c")]
    [InlineData("<?php echo 1 ?>a<![CDATA[b]]>c</>d</ e>f<g h='i")]
    [InlineData("<h1>a<h2>b</h3>c")]
    [InlineData("<button>a<button>b</button>c<select><option>d<option>e</select>f")]
    [InlineData("<head><meta charset=x><title>t</title></head>a<body class=x>b</body></html>c")]
    [InlineData("<p/>a<br>b<img>c<custom-tag>d</custom-tag>e<x>f</y>g")]
    [InlineData("")]
    public void Parse_Text_IsThatOfTheStandard(string html) => TextOf(HtmlTree.Parse(html, default)).Should().Be(TextOf(new HtmlParser().ParseDocument(html)));

    [Fact]
    public void Parse_RandomMarkup_HasTheTextOfTheStandard()
    {
        // Without tables and selects, whose stray content the standard moves or drops and the tree keeps in its place.
        string[] pieces = ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<li>", "</li>", "<ul>", "</ul>", "<h2>", "</h2>", "<span>", "</span>", "<br>", "<!-- x -->",
            "كتب ", "قال ", "&amp;", "&#1603;", "<", ">", "<em>", "</em>", "<blockquote>", "</blockquote>", "<script>x</script>", "</", "<img src=x>"];
        var random = new Random(20261125);
        for (int i = 0; i < 1000; i++)
        {
            var html = new StringBuilder("<!DOCTYPE html>");
            for (int j = random.Next(1, 30); j > 0; j--) html.Append(pieces[random.Next(pieces.Length)]);
            string page = html.ToString();
            TextOf(HtmlTree.Parse(page, default)).Should().Be(TextOf(new HtmlParser().ParseDocument(page)), "of {0}", page);
        }
    }

    [Fact]
    public void Parse_Nodes_NestByTheirIndices()
    {
        ReadOnlySpan<HtmlNode> nodes = HtmlTree.Parse("<ul><li>أ<li><b>ب<p>ج</b>د</p></ul><table><tr><td>ه", default).Nodes;
        for (int i = 1; i < nodes.Length; i++)
        {
            nodes[i].Parent.Should().BeLessThan(i);
            nodes[i].End.Should().BeInRange(i + 1, nodes[nodes[i].Parent].End);
        }
    }

    [Fact]
    public void Parse_MisnestedLink_EndsAtItsEndTag()
    {
        HtmlTree tree = HtmlTree.Parse("<a href=x><div>داخل</a>خارج</div>", default);
        tree.Nodes.ToArray().Where(node => node.Tag == HtmlTag.Text).Select(node => node.IsInLink).Should().Equal(true, false);
    }

    [Fact]
    public void Parse_DuplicateAttribute_TheFirstCounts() => HtmlTree.Parse("<p id=one ID='two'>", default).Get(1, HtmlAttributeName.Id).Should().Be("one");

    private static string TextOf(HtmlTree tree)
    {
        var text = new StringBuilder();
        foreach (HtmlNode node in tree.Nodes)
        {
            if (node.Tag != HtmlTag.Text) continue;
            HtmlTag parent = tree.Nodes[node.Parent].Tag;
            ReadOnlySpan<char> source = node.Source.In(tree.Html);
            text.Append(HtmlTags.IsRaw(parent) && parent is not (HtmlTag.Title or HtmlTag.Textarea) ? source.ToString() : HtmlText.Decode(source));
        }

        return Bare(text.ToString());
    }

    private static string TextOf(IDocument document)
    {
        var text = new StringBuilder();
        foreach (INode node in document.GetDescendants())
            if (node is IText one) text.Append(one.Data);
        return Bare(text.ToString());
    }

    // White space between head and body is dropped by the one and kept by the other; NUL is dropped in a body.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) || c == '\u00A0'));
}
