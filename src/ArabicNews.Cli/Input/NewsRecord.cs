namespace ArabicNews.Cli.Input;

/// <summary>
/// What commands work on: a page, an article or a text, with what its source says of it. Exactly one of <see cref="Html"/>, <see cref="HtmlBytes"/>, <see cref="Text"/> and <see cref="Body"/> is there. Immutable.
/// </summary>
internal sealed record NewsRecord
{
    /// <summary>The <see cref="Origin"/> of a text of the command line.</summary>
    public const string CommandLine = "--text";

    /// <summary>The file, as it was named; <c>-</c> for stdin, <c>--text</c> for a text of the command line.</summary>
    public required string Origin { get; init; }

    /// <summary>The line of the file on which the record begins; in feeds, archives and CoNLL the number of the record, counted from 1 too.</summary>
    public required long Line { get; init; }

    /// <summary>The record's own id; else its line, behind the name of its file where several are read; for a file of one record its name.</summary>
    public required string Id { get; init; }

    /// <summary>A page, decoded.</summary>
    public string? Html { get; init; }

    /// <summary>A page whose encoding it tells itself, or <see cref="Charset"/> does.</summary>
    public byte[]? HtmlBytes { get; init; }

    /// <summary>What an HTTP header says of the encoding of <see cref="HtmlBytes"/>.</summary>
    public string? Charset { get; init; }

    /// <summary>The text of a page, with whatever a crawler took along.</summary>
    public string? Text { get; init; }

    /// <summary>The paragraphs of an article and nothing else.</summary>
    public string? Body { get; init; }

    public string? Title { get; init; }

    public Uri? Url { get; init; }

    public RecordDate? Date { get; init; }

    /// <summary>Who published it.</summary>
    public string? Source { get; init; }

    /// <summary>When it was fetched: relative dates are read against it where nothing better is known.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>The words of <see cref="Text"/> as a CoNLL file has them; empty for other records.</summary>
    public IReadOnlyList<ConllWord> Words { get; init; } = [];

    /// <summary>Keys that are none of ours, as they were written; they go into the output again.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Extra { get; init; } = [];

    /// <summary>About so many bytes of memory.</summary>
    public long Length => (HtmlBytes?.Length ?? 0) + (sizeof(char) * ((long)(Html?.Length ?? 0) + (Text?.Length ?? 0) + (Body?.Length ?? 0)));

    /// <summary>The record as a page. What the record says of itself (title, address, date, source) goes before what the page says in its head; a date that the page prints goes before both.</summary>
    public NewsPage ToPage(CancellationToken cancellationToken = default) => RecordPages.ToPage(this, cancellationToken);

    /// <summary><see cref="Text"/> or <see cref="Body"/>; null of HTML.</summary>
    public string? PlainText => Text ?? Body;

    /// <summary>Whether it was read from a file, whose name or line the <see cref="Id"/> may tell; not typed, piped or given on the command line.</summary>
    public bool IsOfAFile => Origin is not (InputFiles.StandardInput or CommandLine);

    /// <summary>The text that offsets count in: <see cref="PlainText"/> as it is, HTML rendered.</summary>
    public string GetText(CancellationToken cancellationToken = default) => PlainText ?? ToPage(cancellationToken).Text;
}

/// <summary>A moment and how exactly it is known.</summary>
internal sealed record RecordDate(DateTimeOffset Value, DatePrecision Precision);
