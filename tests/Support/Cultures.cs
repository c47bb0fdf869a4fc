using System.Globalization;

namespace ArabicNews.Tests.Support;

/// <summary>
/// The cultures that break text code: the Umm al-Qura calendar and U+061C before negative numbers (ar-SA), Arabic-Indic digits and commas (ar-EG), the Persian calendar (fa-IR),
/// dotless i (tr-TR), the Buddhist era (th-TH). What the library answers must be the same under each.
/// </summary>
internal static class Cultures
{
    public static IReadOnlyList<string> Names { get; } = ["", "ar-SA", "ar-EG", "fa-IR", "tr-TR", "th-TH"];

    /// <summary>Asks under every culture and demands one answer. Where the process knows no cultures (invariant globalization) it asks once.</summary>
    /// <returns>The answer.</returns>
    public static string ShouldAgree(Func<string> ask)
    {
        CultureInfo culture = CultureInfo.CurrentCulture, uiCulture = CultureInfo.CurrentUICulture;
        string? expected = null;
        try
        {
            foreach (string name in Names)
            {
                if (name.Length > 0 && !IsKnown(name)) continue;
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
                string answer = ask();
                expected ??= answer;
                answer.Should().Be(expected, "culture '{0}' is none of the library's business", name);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }

        return expected!;
    }

    private static bool IsKnown(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name == name;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
