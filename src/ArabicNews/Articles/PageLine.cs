namespace ArabicNews;

/// <summary>What stands in a line of a page, counted once; everything else is decided from these figures.</summary>
internal record struct PageLine
{
    /// <summary>Where it stands in the page, without white space at the ends.</summary>
    public TextSpan Span;

    /// <summary>The same in the normalized text.</summary>
    public TextSpan Normal;

    public int Words;
    public int ArabicWords;
    public int Numbers;
    public int StopWords;
    public int DateWords;

    /// <summary>Commas and semicolons.</summary>
    public int Commas;

    /// <summary>Full stops, question and exclamation marks inside or at the end, a row of dots counted as none.</summary>
    public int Stops;

    /// <summary>Rows of dots and vertical bars, which headlines and link bars have.</summary>
    public int Separators;

    /// <summary>The full stop, question or exclamation mark, or the row of dots (U+2026) that ends it, quotes and brackets behind it allowed; else U+0000.</summary>
    public char EndSign;

    public bool IsQuote;
    public bool IsItem;
    public bool InBrackets;

    /// <summary>Whether it is a row of links: words between bars, slashes, arrows or double blanks.</summary>
    public bool IsBar;

    /// <summary>Whether it ends in brackets or starts with a copyright sign, as captions do.</summary>
    public bool HasCredit;

    /// <summary>Whether it starts with what can only follow a word: a comma, a full stop, a closing bracket.</summary>
    public bool StartsInside;

    /// <summary>Whether it has an address of the web.</summary>
    public bool HasAddress;

    /// <summary>Whether a blank line or a run of blanks stands before it.</summary>
    public bool AfterGap;

    public MarkerKind Marker;

    /// <summary>How surely the marker marks: 3 the whole line, 2 a phrase that says it, 0 no marker.</summary>
    public int MarkerWeight;

    public bool MarkerAtStart;

    /// <summary>Where the marker ends, from the start of <see cref="Normal"/>.</summary>
    public int MarkerEnd;

    // What the layout says, for blocks.
    public TextBlockRole Role;
    public float LinkDensity;
    public int Level;

    /// <summary>Whether it is the name of a field, or a field that no reader sees; see <see cref="FeedItems"/>.</summary>
    public bool IsLabel;

    // What was found.
    public float Score;
    public LineKind Kind;

    public readonly int Length => Span.Length;

    public readonly bool EndsSentence => EndSign != default;

    /// <summary>Whether the line is a marker and nothing beside it that could be news.</summary>
    public readonly bool Is(MarkerKind kind) => Marker == kind && MarkerWeight >= 2;

    /// <summary>Numbers and the words of dates, nothing else; or a stamp in numbers with a word beside it: «2023-04-04 21:40:17|شينخوا».</summary>
    public readonly bool IsDate => Numbers > 0 && Words <= LongestDate && ((DateWords + Numbers == Words && (DateWords > 0 || Numbers >= 2)) || (Numbers >= NumbersOfStamp && Words - Numbers <= 1));

    private const int LongestDate = 20;

    // Year, month, day, hour, minute.
    private const int NumbersOfStamp = 5;
}

/// <summary>What a line is.</summary>
internal enum LineKind : byte
{
    /// <summary>Nothing said yet: furniture, unless an article takes it.</summary>
    None,
    /// <summary>A menu entry, a link to another page.</summary>
    Short,
    /// <summary>It could be a headline, of this article or another.</summary>
    Title,
    /// <summary>Running text.</summary>
    Prose,
    /// <summary>A date, or a label and a date.</summary>
    Date,
    /// <summary>A credit line.</summary>
    Byline,
    /// <summary>A label or phrase of furniture.</summary>
    Marker,
    /// <summary>Signs and numbers.</summary>
    Signs,
}
