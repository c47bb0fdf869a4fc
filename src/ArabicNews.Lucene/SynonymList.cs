using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// Words and phrases that mean the same, for <see cref="ArabicNewsAnalyzerOptions.Synonyms"/>: <c>المركزي</c> and <c>البنك المركزي</c>, <c>الفيفا</c> and <c>الاتحاد الدولي لكرة القدم</c>. Each member goes through the analyzer's own
/// steps, so that all spellings and forms of it count, and stop words in it do not. Immutable and thread-safe; equal when the groups are.
/// </summary>
/// <example><code>
/// using StreamReader lines = File.OpenText("synonyms.tsv"); // الفيفا TAB الاتحاد الدولي لكرة القدم
/// using var analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Synonyms = SynonymList.Read(lines) });
/// </code></example>
public sealed class SynonymList : IEquatable<SynonymList>
{
    /// <summary>The most words that a member may have.</summary>
    public const int MaxWords = 16;

    private readonly SynonymNode _root = new();

    private SynonymList(ImmutableArray<ImmutableArray<string>> groups) => Groups = groups;

    /// <summary>The groups, as they were given.</summary>
    public ImmutableArray<ImmutableArray<string>> Groups { get; }

    internal SynonymNode Root => _root;

    /// <summary>A list of groups of two members or more. Linear in their length.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/>, a group or a member is null.</exception>
    /// <exception cref="ArgumentException">A group has fewer than two members, a member no word or more than <see cref="MaxWords"/>, or two groups have one that reads the same.</exception>
    public static SynonymList Create(params IEnumerable<IEnumerable<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ImmutableArray<ImmutableArray<string>> all = [.. groups.Select(group => (group ?? throw new ArgumentNullException(nameof(groups))).ToImmutableArray())];
        var list = new SynonymList(all);
        foreach (ImmutableArray<string> group in all)
            if (list.Add(group) is { } problem) throw new ArgumentException(problem, nameof(groups));
        return list;
    }

    /// <summary>
    /// Reads a list: a line for each group, its members with TABs between; empty lines and lines that start with <c>#</c> are left out. The reader is read to its end and not closed.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="InvalidDataException">A line is no group; the message names it, from 1.</exception>
    public static SynonymList Read(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var groups = new List<(int Line, ImmutableArray<string> Members)>();
        for (int number = 1; lines.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line) && line[0] != '#') groups.Add((number, [.. line.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]));
        var list = new SynonymList([.. groups.Select(group => group.Members)]);
        foreach ((int line, ImmutableArray<string> members) in groups)
            if (list.Add(members) is { } problem) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {problem}"));
        return list;
    }

    /// <inheritdoc/>
    public bool Equals(SynonymList? other) =>
        ReferenceEquals(this, other) || (other is not null && Groups.Length == other.Groups.Length && Groups.Zip(other.Groups).All(pair => Sequences.Equal(pair.First, pair.Second)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SynonymList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (ImmutableArray<string> group in Groups) hash.Add(Sequences.Hash(group));
        return hash.ToHashCode();
    }

    // What is wrong with the group, or null.
    private string? Add(ImmutableArray<string> group)
    {
        if (group.Length < 2) return "a group needs two members.";
        string? term = null;
        foreach (string member in group)
        {
            ArgumentNullException.ThrowIfNull(member, nameof(group));
            List<string> stems = Stems(member, stopWords: true);
            if (stems.Count == 0) stems = Stems(member, stopWords: false);
            if (stems.Count is 0 or > MaxWords) return $"'{member}' has no word, or too many.";
            SynonymNode node = _root;
            foreach (string stem in stems) node = node.GetOrAdd(stem);
            term ??= string.Join(' ', stems);
            if (node.Term is not null && node.Term != term) return $"'{member}' is in two groups.";
            node.Term = term;
        }

        return null;
    }

    private static List<string> Stems(string member, bool stopWords)
    {
        var stems = new List<string>();
        using var stream = new ArabicNewsTermStream(new StringReader(member), new ArabicNewsAnalyzerOptions { StopWords = stopWords, Forms = TermForms.Stem, Names = NameTerms.None });
        ICharTermAttribute term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) stems.Add(term.ToString()!);
        return stems;
    }
}

/// <summary>The stems of some members so far.</summary>
internal sealed class SynonymNode
{
    private readonly Dictionary<string, SynonymNode> _next = new(StringComparer.Ordinal);

    /// <summary>What the group is called whose member ends here; null for none.</summary>
    public string? Term { get; set; }

    public SynonymNode GetOrAdd(string stem)
    {
        if (!_next.TryGetValue(stem, out SynonymNode? node)) _next.Add(stem, node = new SynonymNode());
        return node;
    }

    public SynonymNode? Step(ReadOnlySpan<char> stem) => _next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out SynonymNode? node) ? node : null;
}
