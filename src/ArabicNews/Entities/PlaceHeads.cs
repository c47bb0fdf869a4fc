namespace ArabicNews;

/// <summary>Head words that tell the kind of the place behind them.</summary>
internal static class PlaceHeads
{
    /// <summary>مدينة بلدة</summary>
    public static readonly KeywordSet City = new("\u0645\u062F\u064A\u0646\u0629", "\u0628\u0644\u062F\u0629");

    /// <summary>شوارع شارع ضواحي أحياء مطار بلدية, what cities have and countries seldom</summary>
    public static readonly KeywordSet InCity = new("\u0634\u0648\u0627\u0631\u0639", "\u0634\u0627\u0631\u0639", "\u0636\u0648\u0627\u062D\u064A", "\u0623\u062D\u064A\u0627\u0621", "\u0645\u0637\u0627\u0631", "\u0628\u0644\u062F\u064A\u0629");

    /// <summary>العاصمة</summary>
    public static readonly KeywordSet Capital = new("\u0627\u0644\u0639\u0627\u0635\u0645\u0629");

    /// <summary>سلطنة دولة جمهورية مملكة</summary>
    public static readonly KeywordSet Country = new("\u0633\u0644\u0637\u0646\u0629", "\u062F\u0648\u0644\u0629", "\u062C\u0645\u0647\u0648\u0631\u064A\u0629", "\u0645\u0645\u0644\u0643\u0629");

    /// <summary>مياه ضفاف ضفة ضفتي مجرى منابع منسوب روافد دلتا, what rivers have and divisions of their name have not</summary>
    public static readonly KeywordSet OfWater = new("\u0645\u064A\u0627\u0647", "\u0636\u0641\u0627\u0641", "\u0636\u0641\u0629", "\u0636\u0641\u062A\u064A", "\u0645\u062C\u0631\u0649", "\u0645\u0646\u0627\u0628\u0639", "\u0645\u0646\u0633\u0648\u0628", "\u0631\u0648\u0627\u0641\u062F", "\u062F\u0644\u062A\u0627");

    /// <summary>تقع يقع وتقع ويقع</summary>
    public static readonly KeywordSet Lies = new("\u062A\u0642\u0639", "\u064A\u0642\u0639", "\u0648\u062A\u0642\u0639", "\u0648\u064A\u0642\u0639");

    /// <summary>محافظة ولاية إقليم</summary>
    public static readonly KeywordSet Region = new("\u0645\u062D\u0627\u0641\u0638\u0629", "\u0648\u0644\u0627\u064A\u0629", "\u0625\u0642\u0644\u064A\u0645");

    /// <summary>مدينة بلدة قرية ضاحية حي مخيم, which stand before the name of a settlement and nothing else</summary>
    public static readonly KeywordSet Settlement = new("\u0645\u062F\u064A\u0646\u0629", "\u0628\u0644\u062F\u0629", "\u0642\u0631\u064A\u0629", "\u0636\u0627\u062D\u064A\u0629", "\u062D\u064A", "\u0645\u062E\u064A\u0645");

    /// <summary>كفر دير عين تل بيت خان أم أبو رأس بني, first words of names of villages</summary>
    public static readonly KeywordSet Toponym = new("\u0643\u0641\u0631", "\u062F\u064A\u0631", "\u0639\u064A\u0646", "\u062A\u0644", "\u0628\u064A\u062A", "\u062E\u0627\u0646", "\u0623\u0645", "\u0623\u0628\u0648", "\u0631\u0623\u0633", "\u0628\u0646\u064A");

    /// <summary>جزيرة بحيرة وادي محافظة ولاية: as behind <see cref="Settlement"/>, what stands behind them and is on the list is the place.</summary>
    private static readonly KeywordSet s_otherSure = new("\u062C\u0632\u064A\u0631\u0629", "\u0628\u062D\u064A\u0631\u0629", "\u0648\u0627\u062F\u064A", "\u0645\u062D\u0627\u0641\u0638\u0629", "\u0648\u0644\u0627\u064A\u0629");

    /// <summary>مقاطعة منطقة كهف منشأة موقع محطة بركان صحراء مطار ميناء قاعدة سجن معسكر حقل مصفاة مفاعل جزيرة, which like those of settlements and regions stand outside the name in news</summary>
    private static readonly KeywordSet s_otherOutside = new("\u0645\u0642\u0627\u0637\u0639\u0629", "\u0645\u0646\u0637\u0642\u0629", "\u0643\u0647\u0641", "\u0645\u0646\u0634\u0623\u0629", "\u0645\u0648\u0642\u0639", "\u0645\u062D\u0637\u0629", "\u0628\u0631\u0643\u0627\u0646", "\u0635\u062D\u0631\u0627\u0621", "\u0645\u0637\u0627\u0631", "\u0645\u064A\u0646\u0627\u0621", "\u0642\u0627\u0639\u062F\u0629", "\u0633\u062C\u0646", "\u0645\u0639\u0633\u0643\u0631", "\u062D\u0642\u0644", "\u0645\u0635\u0641\u0627\u0629", "\u0645\u0641\u0627\u0639\u0644", "\u062C\u0632\u064A\u0631\u0629");

    /// <summary>Whether readers of news leave a head word out of the name behind it: «مدينة», «ولاية», «جزيرة», but not «نهر», «جبل».</summary>
    public static bool IsOutside(ulong key) => Settlement.Contains(key) || Region.Contains(key) || s_otherOutside.Contains(key);

    /// <summary>Whether a word, with any particles before it, is a head word behind which a name of the list is the place.</summary>
    public static bool Contains(in Word word)
    {
        for (int reading = 0; reading < word.ReadingCount; reading++)
            if (Settlement.Contains(word[reading].Key) || s_otherSure.Contains(word[reading].Key)) return true;
        return false;
    }
}
