using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// A table under <c>seeds/</c>: UTF-8, TAB between columns, no quoting. Lines that start with <c>#</c> above the header say
/// source, licence and date; the first other line is the header; every further line is a row.
/// </summary>
internal sealed class SeedFile
{
    private const string DateLabel = "Date: ";

    private readonly string _path;
    private readonly Dictionary<string, int> _columns;

    private SeedFile(string path, string date, Dictionary<string, int> columns, List<string[]> rows)
    {
        _path = path;
        Date = date;
        _columns = columns;
        Rows = rows.ConvertAll(cells => new SeedRow(this, cells));
    }

    public IReadOnlyList<SeedRow> Rows { get; }

    /// <summary>What the lines above the header give behind <c>Date:</c>, as yyyy-MM-dd; empty when they give none.</summary>
    public string Date { get; }

    /// <summary>Reads <paramref name="path"/>, relative to <paramref name="root"/>.</summary>
    /// <exception cref="InvalidDataException">No header, or a row with more cells than the header has.</exception>
    public static SeedFile Read(string root, string path)
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<string[]>();
        int number = 0;
        string date = "";
        foreach (string line in File.ReadLines(Path.Combine(root, path)))
        {
            number++;
            if (columns is null && line.StartsWith('#'))
            {
                if (line.LastIndexOf(DateLabel, StringComparison.Ordinal) is >= 0 and var at) date = line.Substring(at + DateLabel.Length).Trim()[.."yyyy-MM-dd".Length];
                continue;
            }

            if (line.Length == 0) continue;
            string[] cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
                continue;
            }

            if (cells.Length > columns.Count)
                throw new InvalidDataException($"{path}({number}): {cells.Length} cells under {columns.Count} columns.");
            rows.Add(cells);
        }

        return new SeedFile(path, date, columns ?? throw new InvalidDataException($"{path}: no header line."), rows);
    }

    /// <summary>The rows of <paramref name="path"/>, or none when the file is not there (yet).</summary>
    public static IReadOnlyList<SeedRow> ReadIfPresent(string root, string path)
        => File.Exists(Path.Combine(root, path)) ? Read(root, path).Rows : [];

    internal int Column(string name)
        => _columns.TryGetValue(name, out int index) ? index : throw new InvalidDataException($"{_path}: no column '{name}'.");

    internal bool HasColumn(string name) => _columns.ContainsKey(name);
}

/// <summary>One row; a cell that the line leaves out at its end is empty.</summary>
internal sealed class SeedRow(SeedFile file, string[] cells)
{
    public string this[string column]
    {
        get
        {
            int index = file.Column(column);
            return index < cells.Length ? cells[index] : "";
        }
    }

    public bool Has(string column) => file.HasColumn(column);

    public int Int(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    /// <summary>A code unit written <c>U+0629</c>.</summary>
    public char CodeUnit(string column) => (char)int.Parse(this[column].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Code units written <c>0627 0674</c>.</summary>
    public string CodeUnits(string column)
        => string.Concat(this[column].Split(' ').Select(hex => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
}
