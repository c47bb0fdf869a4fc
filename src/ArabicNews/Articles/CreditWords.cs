namespace ArabicNews;

/// <summary>The few words and letters that the grammar of credits itself knows, as <see cref="ArabicNormalizer.Match"/> writes them.</summary>
internal static class CreditWords
{
    /// <summary>من</summary>
    public const string From = "\u0645\u0646";

    /// <summary>في</summary>
    public const string In = "\u0641\u064A";

    /// <summary>إلى</summary>
    public const string To = "\u0627\u0644\u064A";

    /// <summary>على and علي</summary>
    public const string On = "\u0639\u0644\u064A";

    /// <summary>عبر</summary>
    public const string Via = "\u0639\u0628\u0631";

    /// <summary>تابع</summary>
    public const string Follow = "\u062A\u0627\u0628\u0639";

    /// <summary>تابعوا</summary>
    public const string FollowAll = "\u062A\u0627\u0628\u0639\u0648\u0627";

    /// <summary>و</summary>
    public const string And = "\u0648";

    /// <summary>الموافق</summary>
    public const string Corresponding = "\u0627\u0644\u0645\u0648\u0627\u0641\u0642";

    /// <summary>يوم</summary>
    public const string Day = "\u064A\u0648\u0645";

    /// <summary>م, behind a year.</summary>
    public const string GregorianEra = "\u0645";

    /// <summary>هـ, behind a year.</summary>
    public const string HijriEra = "\u0647";

    /// <summary>كاتب</summary>
    public const string Writer = "\u0643\u0627\u062A\u0628";

    /// <summary>كاتبة</summary>
    public const string WomanWriter = "\u0643\u0627\u062A\u0628\u0647";

    /// <summary>للكاتب</summary>
    public const string OfWriter = "\u0644\u0644\u0643\u0627\u062A\u0628";

    /// <summary>للكاتبة</summary>
    public const string OfWomanWriter = "\u0644\u0644\u0643\u0627\u062A\u0628\u0647";

    /// <summary>ال</summary>
    public const string Article = "\u0627\u0644";

    /// <summary>عبد</summary>
    public const string Servant = "\u0639\u0628\u062F";

    public const char Waw = '\u0648';
    public const char Beh = '\u0628';
    public const char Lam = '\u0644';
    public const char Yeh = '\u064A';
}
