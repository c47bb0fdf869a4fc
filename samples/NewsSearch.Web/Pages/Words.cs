using System.Globalization;
using ArabicNews;

namespace NewsSearch.Web.Pages;

/// <summary>Words of the pages that depend on a number, a date or a kind.</summary>
internal static class Words
{
    private static readonly string[] s_months = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    /// <summary>Arabic counts in five ways: none, one, two, three to ten, and more, by the last two digits.</summary>
    public static string Articles(int count) => Count(count, "لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالا", "مقال");

    public static string Date(DateTimeOffset date, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        DatePrecision.Month => $"{s_months[date.Month - 1]} {date.Year}",
        _ => Day(DateOnly.FromDateTime(date.DateTime)),
    };

    public static string Day(DateOnly day) => $"{day.Day} {s_months[day.Month - 1]} {day.Year}";

    /// <summary>The first day of a year, month or day, by its name.</summary>
    public static string Period(DateOnly start, DatePrecision unit) => Date(start.ToDateTime(TimeOnly.MinValue), unit);

    /// <summary>For the <c>datetime</c> of a <c>time</c> element: as much as is known.</summary>
    public static string Machine(DateTimeOffset date, DatePrecision precision) => date.ToString(precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
        _ => "yyyy-MM-dd'T'HH:mmzzz",
    }, CultureInfo.InvariantCulture);

    public static string Kind(BoilerplateKind kind) => kind switch
    {
        BoilerplateKind.Navigation => "تنقل",
        BoilerplateKind.Share => "مشاركة",
        BoilerplateKind.Comments => "تعليقات",
        BoilerplateKind.Form => "نموذج",
        BoilerplateKind.Copyright => "حقوق",
        BoilerplateKind.Subscribe => "اشتراك",
        BoilerplateKind.Views => "مشاهدات",
        BoilerplateKind.Advertisement => "إعلان",
        _ => "غير ذلك",
    };

    private static string Count(int count, string none, string one, string two, string few, string many, string hundred) => count switch
    {
        0 => none,
        1 => one,
        2 => two,
        _ => $"{count} {(count % 100) switch { >= 3 and <= 10 => few, >= 11 => many, _ => hundred }}",
    };
}
