namespace ArabicNews.Evaluation;

/// <summary>
/// The gold words of <c>morphology/{wikinews,ud-pud}</c>: <c>tokens.&lt;part&gt;.tsv</c> with <c>sentences.&lt;part&gt;.tsv</c> beside it. Columns are read by name, since the two corpora tag differently.
/// </summary>
internal sealed class MorphologyData
{
    private readonly Dictionary<string, int> _columns;

    private MorphologyData(string tokens)
    {
        string[] lines = File.ReadAllLines(tokens);
        Header = lines[0];
        _columns = Header.Split('\t').Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index, StringComparer.Ordinal);
        Words = [.. lines.Skip(1).Select(line => line.Split('\t'))];
        string sentences = Path.Combine(Path.GetDirectoryName(tokens)!, "sentences" + Path.GetFileName(tokens)["tokens".Length..]);
        Sentences = File.Exists(sentences) ? ReadSentences(sentences) : [];
    }

    /// <summary>The names of the columns, as the file's first line has them.</summary>
    public string Header { get; }

    /// <summary>The cells of every word, in the order of the file.</summary>
    public IReadOnlyList<string[]> Words { get; }

    /// <summary>The text of each sentence by its id; empty when the file is not there.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; }

    /// <summary>Reads a file <c>tokens.&lt;part&gt;.tsv</c>, or the only one of a folder.</summary>
    public static MorphologyData Read(string path)
    {
        if (!Directory.Exists(path)) return new MorphologyData(path);
        string[] files = Directory.GetFiles(path, "tokens.*.tsv");
        return files.Length == 1 ? new MorphologyData(files[0]) : throw new UsageException($"{files.Length} files tokens.*.tsv in {path}: name one");
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public string Cell(string[] word, string column) => word[_columns[column]];

    private static Dictionary<string, string> ReadSentences(string path)
    {
        string[] lines = File.ReadAllLines(path);
        int text = Array.IndexOf(lines[0].Split('\t'), "text");
        return lines.Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[text], StringComparer.Ordinal);
    }
}
