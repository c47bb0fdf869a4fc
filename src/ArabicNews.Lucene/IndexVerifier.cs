using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>
/// Reads all of one commit: the checksum of every file, then the structure of every segment as Lucene's own check does, then every article: whether it can be read and is the one that its key says.
/// </summary>
internal static class IndexVerifier
{
    public static NewsIndexVerification Verify(LuceneDirectory directory, string name, SegmentInfos commit, CancellationToken cancellationToken)
    {
        NewsIndexVersions versions = NewsIndexVersions.Read(commit.UserData);
        ImmutableArray<NewsIndexFinding> findings = CheckFiles(directory, commit, cancellationToken);
        if (findings.IsEmpty) findings = CheckSegments(directory, commit);
        if (!findings.IsEmpty) return new NewsIndexVerification(findings, 0, versions);
        (int articles, findings) = CheckArticles(directory, name, cancellationToken);
        return new NewsIndexVerification(findings, articles, versions);
    }

    private static ImmutableArray<NewsIndexFinding> CheckFiles(LuceneDirectory directory, SegmentInfos commit, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<NewsIndexFinding>();
        foreach (string file in IndexFolder.FilesOf(commit, directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using IndexInput input = directory.OpenInput(file, IOContext.READ_ONCE);
                CodecUtil.ChecksumEntireFile(input);
            }
            catch (Exception problem) when (IsDamage(problem))
            {
                string what = problem is FileNotFoundException ? "is missing" : $"is damaged ({problem.Message.Trim()})";
                findings.Add(new NewsIndexFinding(NewsIndexProblem.Damaged, file, $"The file {file} {what}{AtStake(commit, file)}. {IndexProblems.RestoreOrRebuild}"));
            }
        }

        return findings.ToImmutable();
    }

    private static string AtStake(SegmentInfos commit, string file)
    {
        foreach (SegmentCommitInfo segment in commit.Segments)
            if (segment.GetFiles().Contains(file)) return string.Create(CultureInfo.InvariantCulture, $"; {segment.Info.DocCount - segment.DelCount} articles depend on it");
        return "";
    }

    private static ImmutableArray<NewsIndexFinding> CheckSegments(LuceneDirectory directory, SegmentInfos commit)
    {
        CheckIndex.Status status = new CheckIndex(directory).DoCheckIndex();
        if (status.Clean) return [];
        if (status.SegmentInfos.Count == 0) return [new NewsIndexFinding(NewsIndexProblem.Damaged, commit.GetSegmentsFileName(), $"The list of segments cannot be read. {IndexProblems.RestoreOrRebuild}")];
        return
        [
            .. status.SegmentInfos.Where(IsBroken).Select(segment => new NewsIndexFinding(NewsIndexProblem.Damaged, segment.Name,
                string.Create(CultureInfo.InvariantCulture, $"Segment {segment.Name} contradicts itself; {segment.DocCount} articles depend on it. {IndexProblems.RestoreOrRebuild}"))),
        ];
    }

    private static bool IsBroken(CheckIndex.Status.SegmentInfoStatus segment) =>
        !segment.OpenReaderPassed || segment.FieldNormStatus?.Error is not null || segment.TermIndexStatus?.Error is not null || segment.StoredFieldStatus?.Error is not null
        || segment.TermVectorStatus?.Error is not null || segment.DocValuesStatus?.Error is not null;

    private static (int Articles, ImmutableArray<NewsIndexFinding> Findings) CheckArticles(LuceneDirectory directory, string name, CancellationToken cancellationToken)
    {
        const int MaxFindings = 100;
        var findings = ImmutableArray.CreateBuilder<NewsIndexFinding>();
        int articles = 0;
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var key = new BytesRef();
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            IBits live = leaf.AtomicReader.LiveDocs;
            SortedDocValues keys = leaf.AtomicReader.GetSortedDocValues(ArticleDocument.Key);
            for (int doc = 0; doc < leaf.AtomicReader.MaxDoc && findings.Count < MaxFindings; doc++)
            {
                if (live is not null && !live.Get(doc)) continue;
                if (doc % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
                if (keys is not null) keys.Get(doc, key);
                if (Problem(leaf.AtomicReader, doc, key) is { } problem)
                    findings.Add(new NewsIndexFinding(NewsIndexProblem.Damaged, null, $"{name}: article {key.Utf8ToString().Replace('\0', '/')} {problem}. Add its page once more, or restore a snapshot."));
                else articles++;
            }
        }

        return (articles, findings.ToImmutable());
    }

    // Checksums and structure are sound by now: what is found here was written wrongly.
    private static string? Problem(AtomicReader reader, int doc, BytesRef key)
    {
        try
        {
            BytesRef bytes = reader.Document(doc).GetBinaryValue(ArticleDocument.Stored);
            if (bytes is null) return "is not stored";
            StoredArticle article = StoredArticle.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
            if (ArticleDocument.KeyOf(article.Id, article.Number) != key.Utf8ToString()) return $"is stored as {article.Id}/{article.Number}";
            foreach (ArticlePart part in article.Parts) _ = article.TextOf(part.Span);
            return null;
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return $"cannot be read ({problem.Message})";
        }
    }

    private static bool IsDamage(Exception problem) => problem is not (OutOfMemoryException or OperationCanceledException or UnauthorizedAccessException);
}
