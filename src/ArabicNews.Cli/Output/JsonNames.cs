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

    /// <summary><c>"name":[start,end]</c>.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan span)
    {
        json.WritePropertyName(name);
        json.WriteSpanValue(span);
    }

    /// <summary><c>[start,end]</c>.</summary>
    public static void WriteSpanValue(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    /// <summary><c>"name":["value",…]</c>.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary><c>"name":"value"</c>, and nothing for null.</summary>
    public static void WriteStringOrNothing(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
