namespace ArabicNews.Cli.Input;

/// <summary>What a file holds.</summary>
internal enum RecordFormat
{
    /// <summary>Told from the name, else from the first bytes.</summary>
    Auto,
    /// <summary>One JSON object a line.</summary>
    JsonLines,
    /// <summary>The text of one page, or with <c>--lines</c> of one a line.</summary>
    Text,
    /// <summary>One HTML page.</summary>
    Html,
    /// <summary>RSS or Atom.</summary>
    Feed,
    /// <summary>A web archive.</summary>
    Warc,
    /// <summary>Words with labels, one a line, sentences parted by empty lines.</summary>
    Conll,
}

internal static class RecordFormats
{
    /// <summary>The words for <c>--from</c>.</summary>
    public static IReadOnlyDictionary<string, RecordFormat> ByName { get; } = new Dictionary<string, RecordFormat>(StringComparer.Ordinal)
    {
        ["auto"] = RecordFormat.Auto,
        ["jsonl"] = RecordFormat.JsonLines,
        ["text"] = RecordFormat.Text,
        ["html"] = RecordFormat.Html,
        ["feed"] = RecordFormat.Feed,
        ["warc"] = RecordFormat.Warc,
        ["conll"] = RecordFormat.Conll,
    };

    private static readonly Dictionary<string, RecordFormat> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jsonl"] = RecordFormat.JsonLines,
        [".ndjson"] = RecordFormat.JsonLines,
        [".json"] = RecordFormat.JsonLines,
        [".txt"] = RecordFormat.Text,
        [".html"] = RecordFormat.Html,
        [".htm"] = RecordFormat.Html,
        [".xhtml"] = RecordFormat.Html,
        [".rss"] = RecordFormat.Feed,
        [".atom"] = RecordFormat.Feed,
        [".xml"] = RecordFormat.Feed,
        [".warc"] = RecordFormat.Warc,
        [".wet"] = RecordFormat.Warc,
        [".conll"] = RecordFormat.Conll,
        [".bio"] = RecordFormat.Conll,
    };

    /// <summary>The format that a name tells, a <c>.gz</c> at its end left aside; <see cref="RecordFormat.Auto"/> when it tells none.</summary>
    public static RecordFormat FromName(string path)
    {
        string extension = Path.GetExtension(path);
        if (extension.Equals(".gz", StringComparison.OrdinalIgnoreCase)) extension = Path.GetExtension(Path.GetFileNameWithoutExtension(path));
        return s_byExtension.GetValueOrDefault(extension);
    }

    /// <summary>The format that the first bytes of a file tell: a page, a feed, an archive, a JSON object; else text.</summary>
    public static RecordFormat FromContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.StartsWith("WARC/"u8)) return RecordFormat.Warc;
        if (head.StartsWith("{"u8) || head.StartsWith("["u8)) return RecordFormat.JsonLines;
        if (!head.StartsWith("<"u8)) return RecordFormat.Text;
        Span<byte> lower = stackalloc byte[Math.Min(head.Length, 1024)];
        System.Text.Ascii.ToLower(head[..lower.Length], lower, out int written);
        lower = lower[..written];
        bool isFeed = lower.IndexOf("<rss"u8) >= 0 || lower.IndexOf("<feed"u8) >= 0 || lower.IndexOf("<rdf:rdf"u8) >= 0;
        return isFeed && lower.IndexOf("<html"u8) < 0 ? RecordFormat.Feed : RecordFormat.Html;
    }
}
