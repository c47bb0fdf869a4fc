using System.Globalization;
using System.Text.Json;

namespace ArabicNews.Cli.Output;

/// <summary>How the library's values are written in JSON.</summary>
internal static class JsonNames
{
    /// <summary>The name of an enumeration's value: <c>listItem</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The names of the flags that are set.</summary>
    public static IEnumerable<string> FlagsOf<T>(T flags) where T : struct, Enum => Enum.GetValues<T>().Where(flag => Convert.ToInt64(flag, CultureInfo.InvariantCulture) is var bit && (bit & (bit - 1)) == 0 && bit != 0 && flags.HasFlag(flag)).Select(Of);

    /// <summary>
    /// The date as ISO 8601, no finer than it is known: <c>2024</c>, <c>2024-03</c>, <c>2024-03-12</c>, <c>2024-03-12T08:30+03:00</c>. An offset of 0 that was read in a text says that it names no zone, so none is written; one that
    /// somebody claims is UTC.
    /// </summary>
    public static string Iso(ArticleDate date)
    {
        string zone = date.Value.Offset != TimeSpan.Zero ? "zzz" : date.Span.IsEmpty ? "'Z'" : "";
        return date.Value.ToString(date.Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Minute => "yyyy-MM-dd'T'HH:mm" + zone,
            _ => "yyyy-MM-dd'T'HH:mm:ss" + zone,
        }, CultureInfo.InvariantCulture);
    }

    /// <summary><c>"name":[start,end]</c>.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    /// <summary><c>"name":"value"</c>, and nothing for null.</summary>
    public static void WriteStringOrNothing(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
