using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>What made an index, as stored in each of its commits.</summary>
/// <param name="Schema">What is kept of an article, and how; see <see cref="NewsIndex.SchemaVersion"/>. Another number is refused.</param>
/// <param name="Analysis">
/// How words were analyzed: a digest of what the analyzers make of a test text, and of the data they look words up in. Several, oldest first and separated by commas, where
/// <see cref="NewsIndexOptions.AcceptOtherAnalysis"/> let versions mix.
/// </param>
/// <param name="Library">The version of this library that wrote the index last.</param>
public sealed record NewsIndexVersions(int Schema, string Analysis, string Library)
{
    private const string SchemaKey = "arabicnews.schema", AnalysisKey = "arabicnews.analysis", LibraryKey = "arabicnews.library";
    private const int DigestLength = 16;

    // What the analyzers look words up in, and what gives people and places their ids.
    private static readonly string[] s_data = ["lexicon.bin", "segmenter.bin", "stopwords.bin", "gazetteer.bin"];

    // Blocks whose code units are analyzed one by one between two letters: Latin, Arabic, Arabic Extended, general punctuation, presentation forms A and B.
    private static readonly (int First, int Last)[] s_blocks = [(0x20, 0x17F), (0x600, 0x77F), (0x8A0, 0x8FF), (0x2000, 0x206F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)];

    private static readonly Lazy<NewsIndexVersions> s_current = new(() => new NewsIndexVersions(NewsIndex.SchemaVersion, DigestOfAnalysis(), LibraryVersion()));

    /// <summary>What this version of the library makes.</summary>
    public static NewsIndexVersions Current => s_current.Value;

    /// <summary>Whether all words were analyzed as this version of the library does.</summary>
    public bool IsCurrent => Schema == Current.Schema && Analysis == Current.Analysis;

    /// <summary>Reads the versions from the user data of a commit.</summary>
    /// <exception cref="NewsIndexException">It is no index of this library's, or it has another schema.</exception>
    internal static NewsIndexVersions Read(IDictionary<string, string> userData)
    {
        if (!userData.TryGetValue(SchemaKey, out string? number))
            throw new NewsIndexException(NewsIndexProblem.NotAnIndex, "This is an index of Lucene's, but not one of news: open another directory.");
        string library = userData.TryGetValue(LibraryKey, out string? version) ? version : "";
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int schema) || schema != NewsIndex.SchemaVersion)
            throw new NewsIndexException(NewsIndexProblem.OtherVersion,
                $"The index has schema {number}{(library.Length > 0 ? $" (written by version {library})" : "")}, and this version of the library, {Current.Library}, reads schema {NewsIndex.SchemaVersion}: build it anew from its pages, or use the version that made it.");
        return new NewsIndexVersions(schema, userData.TryGetValue(AnalysisKey, out string? analysis) ? analysis : "", library);
    }

    /// <summary>Throws unless an index of these versions may be written to.</summary>
    /// <exception cref="NewsIndexException">Its words were analyzed in another way.</exception>
    internal void CheckWritable(bool acceptOtherAnalysis)
    {
        if (IsCurrent || acceptOtherAnalysis) return;
        throw new NewsIndexException(NewsIndexProblem.OtherVersion,
            $"The words of the index were analyzed by version {Library} (analysis {Analysis}), and this version of the library, {Current.Library}, analyzes them in another way ({Current.Analysis}): build it anew from its pages, open it read-only to search it, or set {nameof(NewsIndexOptions.AcceptOtherAnalysis)} and add old pages again in time.");
    }

    /// <summary>What a commit of this version says of an index that had these versions.</summary>
    internal NewsIndexVersions Then(NewsIndexVersions current) =>
        current with { Analysis = Analysis.Split(',').Contains(current.Analysis) ? Analysis : Analysis + "," + current.Analysis };

    /// <summary>As user data of a commit.</summary>
    internal Dictionary<string, string> ToUserData() =>
        new(StringComparer.Ordinal) { [SchemaKey] = Schema.ToString(CultureInfo.InvariantCulture), [AnalysisKey] = Analysis, [LibraryKey] = Library };

    private static string LibraryVersion()
    {
        string version = typeof(NewsIndex).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        int commit = version.IndexOf('+', StringComparison.Ordinal);
        return commit < 0 ? version : version[..commit];
    }

    // What the analyzers do is asked of themselves, so that no change of theirs can be forgotten here.
    private static string DigestOfAnalysis()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (Analyzer analyzer = ArticleDocument.CreateAnalyzer())
        {
            string probe = Probe();
            foreach (string field in ArticleDocument.AnalyzedFields)
                Append(digest, analyzer, field, probe);
        }

        foreach (string name in s_data)
        {
            using Stream data = typeof(ArabicNormalizer).Assembly.GetManifestResourceStream("ArabicNews.Data." + name) ?? throw new InvalidDataException($"The embedded file {name} is missing.");
            digest.AppendData(SHA256.HashData(data));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset())[..DigestLength];
    }

    private static void Append(IncrementalHash digest, Analyzer analyzer, string field, string text)
    {
        using TokenStream tokens = analyzer.GetTokenStream(field, text);
        ICharTermAttribute term = tokens.AddAttribute<ICharTermAttribute>();
        IPositionIncrementAttribute position = tokens.AddAttribute<IPositionIncrementAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            digest.AppendData(Encoding.UTF8.GetBytes(term.Buffer, 0, term.Length));
            digest.AppendData([(byte)position.PositionIncrement, 0xFF]);
        }

        tokens.End();
    }

    // Every code unit between two letters, then words with what is written onto them, so that folding, joining, cutting and leaving out are all in it.
    private static string Probe()
    {
        const string Before = "\u0648 \u0641 \u0628 \u0643 \u0644 \u0633 \u0627\u0644 \u0648\u0627\u0644 \u0628\u0627\u0644 \u0644\u0644 \u0648\u0628\u0627\u0644 \u0641\u0644\u0644"; // wa fa bi ka li sa al wal bil lil wabil falil
        const string After = "\u0647 \u0647\u0627 \u0647\u0645 \u0646\u0627 \u0629 \u0627\u062A \u0648\u0646 \u064A\u0646 \u064A\u0629 \u062A\u0647\u0645 \u0643 \u0627\u0646"; // -h -ha -hum -na -a -at -un -in -iyya -tuhum -k -an
        const string Words = "\u0648\u0632\u064A\u0631 \u0643\u062A\u0627\u0628 \u0644\u0628\u0646\u0627\u0646 \u0645\u0633\u0624\u0648\u0644 \u0645\u062F\u0631\u0633 \u0642\u0627\u0644 \u0645\u0646 \u0628\u063A\u062F\u0627\u062F"; // minister, book, Lebanon, responsible, teacher, said, from, Baghdad
        var probe = new StringBuilder();
        foreach ((int first, int last) in s_blocks)
            for (int c = first; c <= last; c++) probe.Append('\u0628').Append((char)c).Append("\u062A ");
        foreach (string word in Words.Split(' '))
        {
            probe.Append(word).Append(' ');
            foreach (string before in Before.Split(' ')) probe.Append(before).Append(word).Append(' ');
            foreach (string after in After.Split(' ')) probe.Append(word).Append(after).Append(' ');
        }

        return probe.ToString();
    }
}
