using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ArabicNews;

/// <summary>The columns of a list; the order is that of <see cref="GazetteerListReader.ColumnNames"/>.</summary>
internal enum ListColumn
{
    Id,
    Name,
    Kind,
    English,
    Aliases,
    Short,
    Country,
    Subdivision,
    Latitude,
    Longitude,
    Population,
    Cue,
}

/// <summary>A value of a list and where it starts.</summary>
internal readonly record struct ListCell(string Value, int Line, int Column)
{
    public InvalidDataException Wrong(string how) => GazetteerListReader.Wrong(Line, Column, how);
}

/// <summary>Lists of users, see <see cref="Gazetteer.ReadEntries"/>: <see cref="GazetteerTsv"/> and <see cref="GazetteerJson"/> give rows of cells, this turns them into entries.</summary>
internal static class GazetteerListReader
{
    private const int MaxBytes = 64 << 20;

    /// <summary>Names of the columns, as lists write them.</summary>
    public static readonly ImmutableArray<string> ColumnNames =
        ["id", "name", "kind", "english", "aliases", "short", "country", "subdivision", "latitude", "longitude", "population", "cue"];

    public static ImmutableArray<GazetteerEntry> Read(Stream stream)
    {
        ReadOnlySpan<byte> bytes = ReadAll(stream);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var entries = ImmutableArray.CreateBuilder<GazetteerEntry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        void Add(ListCell?[] row)
        {
            GazetteerEntry entry = EntryOf(row);
            if (!ids.Add(entry.Id)) throw row[(int)ListColumn.Id]!.Value.Wrong($"the id '{GazetteerEntry.Shown(entry.Id)}' stands twice.");
            entries.Add(entry);
        }

        ReadOnlySpan<byte> text = bytes.TrimStart(" \t\r\n"u8);
        if (text.Length > 0 && text[0] is (byte)'[' or (byte)'{') GazetteerJson.Read(bytes, Add);
        else GazetteerTsv.Read(bytes, Add);
        return entries.DrainToImmutable();
    }

    public static InvalidDataException Wrong(int line, int column, string how) => new(string.Create(CultureInfo.InvariantCulture, $"Line {line}, column {column}: {how}"));

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (all.Length + read > MaxBytes) throw new InvalidDataException("The list is longer than 64 MiB.");
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static GazetteerEntry EntryOf(ListCell?[] row)
    {
        string id = Required(row, ListColumn.Id), name = Required(row, ListColumn.Name), kind = Required(row, ListColumn.Kind);
        string? english = Optional(row, ListColumn.English);
        GazetteerEntry entry = kind switch
        {
            "person" => GazetteerEntry.ForPerson(id, name, english),
            "organization" => GazetteerEntry.ForOrganization(id, name, english),
            _ => GazetteerEntry.ForPlace(PlaceOf(row, id, name, PlaceKindOf(row[(int)ListColumn.Kind]!.Value))),
        };
        entry = entry with { Aliases = Several(row, ListColumn.Aliases), ShortNames = Several(row, ListColumn.Short), NeedsCue = Flag(row, ListColumn.Cue) };
        return entry.Problem() is { } problem ? throw row[(int)ListColumn.Id]!.Value.Wrong($"of '{GazetteerEntry.Shown(id)}' {problem}") : entry;
    }

    private static PlaceInfo PlaceOf(ListCell?[] row, string id, string name, PlaceKind kind) => new(
        id, name, Optional(row, ListColumn.English) ?? "", Optional(row, ListColumn.Country) ?? "", Number(row, ListColumn.Latitude), Number(row, ListColumn.Longitude), kind,
        Optional(row, ListColumn.Subdivision), Population(row));

    private static string Required(ListCell?[] row, ListColumn column) =>
        Optional(row, column) ?? throw Anywhere(row).Wrong($"the row has no {ColumnNames[(int)column]}.");

    private static string? Optional(ListCell?[] row, ListColumn column) => row[(int)column] is { Value: var value } && value.AsSpan().Trim() is { Length: > 0 } trimmed ? trimmed.ToString() : null;

    private static ImmutableArray<string> Several(ListCell?[] row, ListColumn column) =>
        Optional(row, column) is { } names ? [.. names.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];

    private static double Number(ListCell?[] row, ListColumn column)
    {
        string text = Required(row, column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
            : throw row[(int)column]!.Value.Wrong($"the {ColumnNames[(int)column]} '{GazetteerEntry.Shown(text)}' is no number.");
    }

    private static int Population(ListCell?[] row)
    {
        if (Optional(row, ListColumn.Population) is not { } text) return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
            : throw row[(int)ListColumn.Population]!.Value.Wrong($"the population '{GazetteerEntry.Shown(text)}' is no whole number up to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static bool Flag(ListCell?[] row, ListColumn column) => Optional(row, column) switch
    {
        null or "0" or "false" => false,
        "1" or "true" => true,
        string text => throw row[(int)column]!.Value.Wrong($"'{GazetteerEntry.Shown(text)}' is neither 0 nor 1."),
    };

    // A name, not a number, which Enum.TryParse would take too.
    private static PlaceKind PlaceKindOf(ListCell cell)
    {
        foreach (PlaceKind kind in Enum.GetValues<PlaceKind>())
            if (kind.ToString().Equals(cell.Value.Trim(), StringComparison.OrdinalIgnoreCase)) return kind;
        throw cell.Wrong($"'{GazetteerEntry.Shown(cell.Value)}' is neither person nor organization nor the name of a PlaceKind.");
    }

    private static ListCell Anywhere(ListCell?[] row)
    {
        foreach (ListCell? cell in row)
            if (cell is { } there) return there with { Column = 1 };
        return new ListCell("", 1, 1);
    }
}
