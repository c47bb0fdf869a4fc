namespace ArabicNews.Tests.Support;

/// <summary>Crawl text made to hang a parser or to exhaust it: each trap in any length.</summary>
public static class HostileTexts
{
    // A line that ends no sentence and is as long as those that renderers break.
    private const string WrappedLine = "قال المتحدث في بيان صدر عن المكتب إن اللجنة سوف تجتمع في الأسبوع القادم\n";

    private const string Sentence = "قالت اللجنة في بيان لها، اليوم، إن الأعمال في المشروع تسير وفق الجدول، وإن المرحلة الأولى انتهت قبل موعدها بأسبوع كامل. ";

    private static readonly Dictionary<string, Func<int, string>> s_traps = new()
    {
        ["one line"] = n => Repeat("كلمة ", n / 5),
        ["one word"] = n => Repeat("م", n),
        ["short lines"] = n => Repeat("س\n", n / 2),
        ["empty lines"] = n => Repeat("\n", n),
        ["blanks"] = n => "س" + Repeat(" ", n) + "س",
        ["runs of blanks"] = n => Repeat("س    ", n / 5),
        ["vowels"] = n => "م" + Repeat("\u064B", n),
        ["hamzas behind vowels"] = n => "م" + Repeat("\u064E", n / 2) + Repeat("\u0654", n / 2),
        ["ligatures"] = n => Repeat("\uFDFA", n),
        ["credit separators"] = n => Repeat("- / : ( ", n / 8),
        ["credits"] = n => Repeat("القاهرة - محمد أحمد: ", n / 21),
        ["credit lines"] = n => Repeat("القاهرة - محمد أحمد\n", n / 20),
        ["names and dashes"] = n => Repeat("محمد - ", n / 7),
        ["dates"] = n => Repeat("27 مارس 2024 ", n / 13),
        ["date lines"] = n => Repeat("تاريخ النشر: 27 مارس 2024\n", n / 26),
        ["numbers in words"] = n => Repeat("واحد وعشرين وثلاثين ", n / 20),
        ["quotation marks"] = n => Repeat("«", n),
        ["brackets"] = n => Repeat("(", n / 2) + Repeat(")", n / 2),
        ["full stops"] = n => Repeat("م.", n / 2),
        ["addresses"] = n => Repeat("www.a.", n / 6),
        ["mojibake"] = n => Repeat("ط£ظˆط³طھظ†", n / 10),
        ["almost mojibake"] = n => Repeat("ط£ظˆط³طھظ†س", n / 11),
        ["glued labels"] = n => Repeat("وكالاتالمصدر: ", n / 14),
        ["labels"] = n => Repeat("المصدر: ", n / 8),
        ["beginnings of markers"] = n => Repeat("ملحوظة: مضمون هذا الخبر تم كتابته ", n / 34),
        ["wrapped lines"] = n => Repeat(WrappedLine, n / WrappedLine.Length),
        ["one title"] = n => Repeat("عنوان الخبر الذي يتكرر في كل سطر\n", n / 33),
        ["teasers"] = n => Repeat("عنوان خبر من الأخبار في القائمة\n" + Sentence + "\n", n / (Sentence.Length + 33)),
        ["related articles"] = n => Repeat("اقرأ أيضاً:\nعنوان خبر آخر من الأخبار\n" + Sentence + Sentence + Sentence + "\n", n / ((3 * Sentence.Length) + 38)),
        ["captions"] = n => Sentence + "\n" + Repeat("الوزير في المؤتمر (رويترز)\n" + Sentence + "\n", n / (Sentence.Length + 28)),
        ["feed items"] = n => Repeat("Item 1\nDate\n2024-02-25\nTitle\nعنوان\nTeaser\nنص\n", n / 47),
        ["paragraphs"] = n => Repeat(Sentence + "\n", n / (Sentence.Length + 1)),
        ["parts of sentences"] = n => Repeat("قال الوزير إن\n، في\n", n / 19),
    };

    /// <summary>The names of the traps.</summary>
    public static IEnumerable<string> Names => s_traps.Keys;

    /// <summary>A trap of about <paramref name="length"/> code units.</summary>
    public static string Create(string name, int length) => s_traps[name](length);

    private static string Repeat(string text, int count) => HostilePages.Repeat(text, count);
}
