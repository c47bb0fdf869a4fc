namespace ArabicNews.Html.Tests;

/// <summary>A small page with a bit of everything, written for the tests.</summary>
internal static class SamplePage
{
    public const string Headline = "افتتاح خط القطار السريع بين المدينتين بعد خمس سنوات من العمل";

    public const string Body =
        "افتتح وزير النقل صباح اليوم خط القطار السريع بين المدينتين، بحضور مئات المواطنين الذين انتظروا الرحلة الأولى منذ الفجر.\n"
        + "وقال الوزير في كلمة قصيرة إن الخط الجديد يختصر زمن الرحلة إلى ساعة واحدة، وإن التذاكر ستباع في المحطات وعبر الهاتف.\n"
        + "وأضاف أن العمل استمر خمس سنوات \"بلا توقف\" & أن كلفة المشروع بقيت ضمن الميزانية التي أقرها البرلمان.\n"
        + "وأشار مدير الشركة المشغلة إلى أن عشرين قطارا ستعمل على الخط كل يوم، على أن يرتفع العدد إلى ثلاثين في العام المقبل.";

    public const string Paragraphs = """
        <p>افتتح <b>وزير النقل</b> صباح اليوم خط القطار السريع بين المدينتين، بحضور مئات
           المواطنين الذين انتظروا الرحلة الأولى منذ الفجر.</p>
        <p>وقال الوزير في كلمة قصيرة إن الخط الجديد يختصر زمن الرحلة إلى ساعة&nbsp;واحدة، وإن التذاكر ستباع في المحطات وعبر الهاتف.</p>
        <p>وأضاف أن العمل استمر خمس سنوات &quot;بلا توقف&quot; &amp; أن كلفة المشروع بقيت ضمن <a href="/budget">الميزانية</a> التي أقرها البرلمان.</p>
        <p>وأشار مدير الشركة المشغلة إلى أن عشرين قطارا ستعمل على الخط كل يوم، على أن يرتفع العدد إلى ثلاثين في العام المقبل.</p>
        """;

    public const string Html = $"""
        <!DOCTYPE html>
        <html lang="en-US"><head><meta charset="utf-8">
        <title>{Headline} - صحيفة المنارة</title>
        <meta property="og:site_name" content="صحيفة المنارة"><meta property="og:locale" content="en_US"><meta property="og:type" content="article">
        <meta property="article:published_time" content="2024-03-12T09:30:00+03:00">
        <script>var x = "<p>ليس نصا</p>";</script></head>
        <body>
        <nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/politics">سياسة</a></li><li><a href="/sport">رياضة</a></li></ul></nav>
        <div class="main">
        <h1>{Headline}</h1>
        <div class="date">الثلاثاء 12 مارس 2024 - 09:30</div>
        <div class="content">
        {Paragraphs}
        </div></div>
        <div class="related-posts"><h3>اقرأ أيضا</h3><ul><li><a href="/1">أسعار الوقود ترتفع للمرة الثالثة هذا العام في البلاد</a></li>
        <li><a href="/2">المنتخب يستعد لمباراة الخميس بتدريب مغلق أمام الإعلام</a></li></ul></div>
        <div id="comments"><p>تعليق قارئ: شكرا على الخبر، نتمنى أن تصل القطارات إلى مدينتنا قريبا إن شاء الله.</p></div>
        <footer>جميع الحقوق محفوظة © 2026 صحيفة المنارة</footer>
        </body></html>
        """;
}
