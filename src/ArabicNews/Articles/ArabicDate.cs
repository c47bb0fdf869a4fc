using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>
/// Reads the dates that Arabic news writes: Gregorian with Egyptian, Levantine, Iraqi, Maghrebi and Moroccan names of months, single or double («آذار / مارس»), Hijri (Umm al-Qura), in
/// digits of any of the three kinds, with clock times and time zones; ISO 8601 and English beside Arabic labels; and relative to a day («أمس الأربعاء», «قبل ساعتين»).
/// </summary>
/// <remarks>
/// Spans are UTF-16 code units of the text that was given. Time and memory are linear in the text. Nothing is read from the machine: no culture, no clock, no time zone of
/// the system; results are the same everywhere. Thread-safe. No content throws. Rules and examples: <c>tests/ArabicNews.Tests/Specs/dates.md</c>.
/// </remarks>
public static class ArabicDate
{
    /// <summary>
    /// Reads <paramref name="text"/> as one date, which labels, names and other words may surround. Of several dates the most exact counts, and of equally exact ones the first.
    /// </summary>
    /// <param name="text">The text of one date: «تاريخ النشر: 27 مارس 2024», a date line, the content of a metadata field.</param>
    /// <param name="reference">
    /// The moment that relative words count from and that missing years are nearest to, usually the publication of the page. Without it what needs one gives no date. Relative
    /// dates take over its offset.
    /// </param>
    /// <param name="date">The date; its span leaves out labels and other words around it.</param>
    /// <returns>False when no calendar day, month or year can be told; a clock time alone is no date.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, DateTimeOffset? reference, [NotNullWhen(true)] out ArticleDate? date)
    {
        date = ArabicDateParser.Parse(text.ToString(), reference);
        return date is not null;
    }

    /// <summary>
    /// Finds all dates of a running text, in order, disjoint, each on one line. Forms that mean other things in sentences («22-4», «15», a lone «مارس») are dates to <see cref="TryParse"/> only.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="reference">As for <see cref="TryParse"/>; without it relative dates and dates without a year are left out.</param>
    public static ImmutableArray<ArticleDate> Find(ReadOnlySpan<char> text, DateTimeOffset? reference) => ArabicDateParser.Find(text.ToString(), reference);
}
