using System.Text;
using System.Xml;

namespace ArabicNews.Cli.Input;

/// <summary>What is read, and how; see <see cref="RecordReader"/>.</summary>
internal sealed record RecordReaderOptions
{
    public RecordFormat Format { get; init; }

    /// <summary>The encoding of texts; null tells it from a byte order mark, else UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Whether each line of a text is a record.</summary>
    public bool Lines { get; init; }

    /// <summary>A text of the command line instead of files.</summary>
    public string? Text { get; init; }

    /// <summary>Bytes; larger records are refused.</summary>
    public int MaxRecordLength { get; init; } = 16 << 20;
}

/// <summary>
/// A stream of records out of JSON Lines, texts, HTML pages, RSS and Atom feeds, web archives and CoNLL, each also as .gz, out of files and stdin, in the order of the files. Reads as it is asked and keeps one record in memory.
/// What is wrong with a record is an item too, and the reading goes on; a damaged file costs what is left of it. One thread enumerates; <see cref="BytesRead"/> may be asked from any.
/// </summary>
internal sealed class RecordReader(IReadOnlyList<string> files, RecordReaderOptions options)
{
    private long _bytesOfFilesBefore;
    private CountingStream? _current;

    /// <summary>Called before the input is asked for more, which may take long where it is a pipe: whoever gathers records hands on what there is.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>Bytes of the files so far, as they lie on the disk.</summary>
    public long BytesRead => Volatile.Read(ref _bytesOfFilesBefore) + (_current?.BytesRead ?? 0);

    /// <summary>Bytes of all files; null with stdin.</summary>
    public long? TotalBytes { get; } = options.Text is not null || files.Contains(InputFiles.StandardInput) ? null : files.Sum(file => new FileInfo(file).Length);

    public IEnumerable<ReadItem> Read()
    {
        if (options.Text is { } text)
        {
            foreach (ReadItem item in ReadGivenText(text)) yield return item;
            yield break;
        }

        foreach (string file in files)
        {
            RecordError? failure = null;
            using IEnumerator<ReadItem> items = ReadFile(file).GetEnumerator();
            while (true)
            {
                try
                {
                    if (!items.MoveNext()) break;
                }
                catch (Exception exception) when (IsDamage(exception))
                {
                    failure = new RecordError(file, 0, Describe(exception)) { IsDamage = true };
                    break;
                }

                yield return items.Current;
            }

            if (failure is not null) yield return new ReadItem(null, failure);
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        // The reader's own words are about settings of the reader.
        XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) => "damaged: it has a document type declaration, which is not read",
        XmlException xml => $"damaged: not well-formed XML: {xml.Message}",
        InvalidDataException => $"damaged: {exception.Message}",
        _ => exception.Message,
    };

    private static bool IsDamage(Exception exception) => exception is InvalidDataException or XmlException or IOException or UnauthorizedAccessException;

    private IEnumerable<ReadItem> ReadGivenText(string text)
    {
        string[] texts = options.Lines ? text.Split('\n') : [text];
        for (int i = 0; i < texts.Length; i++) yield return new ReadItem(new NewsRecord { Origin = NewsRecord.CommandLine, Line = i + 1, Id = Number(i + 1), Text = texts[i] }, null);
    }

    private IEnumerable<ReadItem> ReadFile(string file)
    {
        using Stream stream = file == InputFiles.StandardInput ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var counted = new CountingStream(stream);
        _current = counted;
        var bytes = new ByteReader(counted) { BeforeRead = BeforeRead };
        InflateGuard? inflated = null;
        try
        {
            if (InflateGuard.IsGzip(bytes.Peek(2)))
            {
                inflated = new InflateGuard(new ReaderStream(bytes));
                bytes = new ByteReader(inflated);
            }

            RecordFormat format = options.Format;
            if (format == RecordFormat.Auto) format = RecordFormats.FromName(file);
            if (format == RecordFormat.Auto) format = RecordFormats.FromContent(bytes);
            var input = new InputFile(file, files.Count > 1, bytes, options);
            foreach (ReadItem item in format switch
            {
                RecordFormat.JsonLines => LineRecords.ReadJson(input),
                RecordFormat.Text when options.Lines => LineRecords.ReadText(input),
                RecordFormat.Text => WholeRecords.ReadText(input),
                RecordFormat.Html => WholeRecords.ReadHtml(input),
                RecordFormat.Feed => FeedRecords.Read(input),
                RecordFormat.Warc => WarcRecords.Read(input),
                _ => ConllRecords.Read(input),
            }) yield return item;
        }
        finally
        {
            inflated?.Dispose();
            Volatile.Write(ref _bytesOfFilesBefore, _bytesOfFilesBefore + counted.BytesRead);
            _current = null;
        }
    }

    internal static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A file that is being read.</summary>
/// <param name="Name">As it was named.</param>
/// <param name="IsOneOfSeveral">Whether lines of other files have the same numbers.</param>
/// <param name="Bytes">What is in it, inflated.</param>
/// <param name="Options">How it is read.</param>
internal sealed record InputFile(string Name, bool IsOneOfSeveral, ByteReader Bytes, RecordReaderOptions Options)
{
    /// <summary>The id of a record that has none.</summary>
    public string DefaultId(long line) => IsOneOfSeveral ? $"{Name}:{RecordReader.Number(line)}" : RecordReader.Number(line);

    /// <summary>The id of a file that is one record: its name, the same on all systems.</summary>
    public string FileId => Name == InputFiles.StandardInput ? "1" : Name.Replace('\\', '/');

    /// <summary>What is said of a record that is too large.</summary>
    public ReadItem TooLarge(long line) => Failed(line, $"larger than {Options.MaxRecordLength >> 20} MiB (--max-record)");

    public ReadItem Failed(long line, string message, string? record = null) => new(null, new RecordError(Name, line, message) { Record = record });
}
