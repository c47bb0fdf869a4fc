using System.Text;
using System.Text.Unicode;

namespace ArabicNews;

/// <summary>Reads a list of TAB-separated lines; there is no quoting.</summary>
internal static class GazetteerTsv
{
    public static void Read(ReadOnlySpan<byte> bytes, Action<ListCell?[]> add)
    {
        ListColumn[]? columns = null;
        for (int number = 1; bytes.Length > 0; number++)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> raw = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            string line = Decode(raw.TrimEnd((byte)'\r'), number);
            if (line.AsSpan().Trim().IsEmpty || (columns is null && line[0] == '#')) continue;
            if (columns is null) columns = ReadHeader(line, number);
            else add(ReadRow(line, number, columns));
        }

        if (columns is null) throw GazetteerListReader.Wrong(1, 1, "the list has no header line.");
    }

    // A replaced character would be a name that no text has.
    private static string Decode(ReadOnlySpan<byte> line, int number) =>
        Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : throw GazetteerListReader.Wrong(number, 1, "the line is not in UTF-8.");

    private static ListColumn[] ReadHeader(string line, int number)
    {
        string[] names = line.Split('\t');
        var columns = new ListColumn[names.Length];
        for (int i = 0, start = 1; i < names.Length; start += names[i++].Length + 1)
        {
            int column = GazetteerListReader.ColumnNames.IndexOf(names[i].Trim());
            if (column < 0) throw GazetteerListReader.Wrong(number, start, $"'{GazetteerEntry.Shown(names[i])}' is no column of a list; there are {string.Join(", ", GazetteerListReader.ColumnNames)}.");
            if (Array.IndexOf(columns, (ListColumn)column, 0, i) >= 0) throw GazetteerListReader.Wrong(number, start, $"the column '{GazetteerEntry.Shown(names[i])}' stands twice.");
            columns[i] = (ListColumn)column;
        }

        return columns;
    }

    private static ListCell?[] ReadRow(string line, int number, ListColumn[] columns)
    {
        var row = new ListCell?[GazetteerListReader.ColumnNames.Length];
        int start = 0;
        for (int i = 0; start <= line.Length; i++)
        {
            if (i == columns.Length) throw GazetteerListReader.Wrong(number, start + 1, "the row has more cells than the header has columns.");
            int end = line.IndexOf('\t', start);
            if (end < 0) end = line.Length;
            row[(int)columns[i]] = new ListCell(line[start..end], number, start + 1);
            start = end + 1;
        }

        return row;
    }
}
