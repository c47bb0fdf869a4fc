namespace NewsSearch.Web.Tests;

/// <summary>Articles that would be scripts if anything were shown as it is, and queries of the same kind.</summary>
internal static class ScriptPages
{
    /// <summary>A word that only these articles have.</summary>
    public const string Word = "بخشوان";

    public const string TextId = "hostile/text.txt";
    public const string HtmlId = "hostile/page.html";

    private const string Attack = "<script>window.stolen=1</script><img src=x onerror=\"window.stolen=1\"><svg onload=window.stolen=1>\"><b onmouseover='window.stolen=1'>";

    public static IReadOnlyList<string> Queries { get; } =
    [
        "<script>window.stolen=1</script>",
        "\"><img src=x onerror=window.stolen=1>",
        "' onfocus=window.stolen=1 autofocus '",
        "</title><script>window.stolen=1</script>",
        "javascript:window.stolen=1",
        "{{constructor.constructor('window.stolen=1')()}}",
        "\u202E<svg/onload=window.stolen=1>\u0000",
    ];

    public static string Text { get; } = $"""
        وزير {Word} {Attack} يفتتح المعرض في دمشق
        تاريخ النشر: 3 آذار/مارس 2024
        دمشق - وكالات: قال وزير {Word} لويد أوستن {Attack} إن المعرض الذي افتتح الأحد في دمشق يضم مئات الأجنحة، وإن الزوار يأتون من بيروت وعمان.
        وأضاف {Attack} أن المعرض يستمر أسبوعين كاملين، وأن بطاقات الدخول تباع عند الأبواب وفي المراكز الثقافية.
        شارك على فيسبوك {Attack}
        جميع الحقوق محفوظة {Attack} 2024
        """;

    public static string Html { get; } = $"""
        <html lang="ar"><head><title>خبر {Word} من القاهرة</title><link rel="canonical" href="javascript:window.stolen=1">
        <meta property="article:section" content='"><script>window.stolen=1</script>'><meta property="og:site_name" content="&lt;img src=x onerror=window.stolen=1&gt;"></head><body><article>
        <h1>خبر {Word} &lt;script&gt;window.stolen=1&lt;/script&gt; من القاهرة</h1>
        <p>القاهرة - وكالات: افتتح الرئيس عبد الفتاح السيسي الاثنين في القاهرة &lt;img src=x onerror=window.stolen=1&gt; معرضا كبيرا للكتاب يشارك فيه ناشرون من بلدان كثيرة، وفق بيان رسمي.</p>
        <p>ويستمر المعرض {Word} أسبوعين، ويزوره عادة أكثر من مليون قارئ، وتخصص فيه أجنحة للأطفال وأخرى للكتب النادرة.</p></article></body></html>
        """;
}
