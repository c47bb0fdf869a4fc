using System.Globalization;

namespace ArabicNews.Evaluation;

/// <summary>Rows printed in columns: the first left-aligned, the others right-aligned.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>Adds a row; numbers are written with four decimals when they are floating, without any otherwise.</summary>
    public void Add(params object[] cells) => _rows.Add(Array.ConvertAll(cells, Format));

    public void Print()
    {
        int[] widths = [.. Enumerable.Range(0, _rows.Max(row => row.Length)).Select(column => _rows.Max(row => column < row.Length ? row[column].Length : 0))];
        foreach (string[] row in _rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private static string Format(object cell) => cell switch
    {
        double number => number.ToString("0.0000", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
