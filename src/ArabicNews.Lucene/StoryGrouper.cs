using System.Collections.Immutable;
using System.Globalization;

namespace ArabicNews.Lucene;

/// <summary>
/// Puts articles that carry the same wire copy into one group as they come in. Thread-safe: one call at a time is let in.
/// </summary>
/// <remarks>
/// <para>
/// An article joins the group whose representative it is most like, if it is a copy of it (<see cref="StorySignature.IsCopyOf"/>), else it begins a group. Representatives of a group are its first article and up to three that are
/// copies of the first and bring more: the full text that the first was cut from. So every article of a group is a copy of the first, or of a copy of the first, and no chain of small changes leads from one story to another.
/// </para>
/// <para>
/// A group that an article has once been put into does not change: groups are never joined or parted, and their ids stay, so that an index can write them into its documents. The same calls in the same order give the same groups. In another
/// order they are the same where being a copy is transitive; where it is not (two halves of one story that come before the whole), an article may stay in a group of its own.
/// </para>
/// <para>
/// A call takes time bounded by a constant (a thousand candidates at most, thirty-two of them compared), whatever the articles are like; the memory for an article is some 1.8 KB at most, its id included.
/// </para>
/// </remarks>
/// <example><code>
/// var stories = new StoryGrouper();
/// StoryGroup story = stories.Add("page-1", StorySignature.Create(page.Main, page.Text), page.Main.Published?.Value, isAgencyCopy: false);
/// if (story.Count > 1) Console.WriteLine($"{story.Count} articles carry it, {story.Earliest} first");
/// </code></example>
public sealed class StoryGrouper
{
    private const int MaxRepresentatives = 4;

    // A copy of the first article stands for the group too when it brings words that none of the others has: when it is much longer than they, or a good part of it is not in them.
    private const double MuchLonger = 1.25, MuchTheSame = 0.7;

    // All of a story is in a roundup of the day, too: of two that have the article's words, the one nearer in length is its story. By resemblance alone, cut copies would join other cut copies before the whole.
    private const double WeightOfResemblance = 0.25;

    private const int MaxCompared = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoryMember> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryMembers> _groups = new(StringComparer.Ordinal);
    private readonly StoryPostings _postings = new();

    // Kept from call to call for their room.
    private readonly Dictionary<StoryMember, int> _counts = [];
    private readonly List<(StoryMember Article, int Shared)> _candidates = [];

    private long _made;

    /// <summary>How many articles there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _articles.Count;
        }
    }

    /// <summary>How many groups they are in.</summary>
    public int GroupCount
    {
        get
        {
            lock (_lock) return _groups.Count;
        }
    }

    /// <summary>Puts an article into its group; one of the same id is removed first.</summary>
    /// <param name="id">The caller's id of the article.</param>
    /// <param name="signature">What its body is known by; an article with an empty one is a group by itself.</param>
    /// <param name="published">When it was published, if that is known.</param>
    /// <param name="isAgencyCopy">Whether it is the agency's own copy, not an outlet's that prints it.</param>
    /// <returns>Its group, with it. The id of a new group is <paramref name="id"/>; with <c>~</c> and a number behind it when a group that this article once began lives on without it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="signature"/> is null.</exception>
    public StoryGroup Add(string id, StorySignature signature, DateTimeOffset? published = null, bool isAgencyCopy = false)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(signature);
        var article = new StoryMember(id, signature, published, isAgencyCopy);
        lock (_lock)
        {
            RemoveUnderLock(id);
            return Join(article, FindGroup(signature) ?? MakeGroup(FreeIdFor(id)));
        }
    }

    /// <summary>
    /// Puts an article back into the group that <see cref="Add"/> once put it into: how the groups of a stored index come back. What was one group is one again whatever the order of the calls; the article that began it stands for it again.
    /// </summary>
    /// <param name="id">As for <see cref="Add"/>.</param>
    /// <param name="groupId">The id of its group; a group that is not there yet is made.</param>
    /// <param name="signature">As for <see cref="Add"/>.</param>
    /// <param name="published">As for <see cref="Add"/>.</param>
    /// <param name="isAgencyCopy">As for <see cref="Add"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/>, <paramref name="groupId"/> or <paramref name="signature"/> is null.</exception>
    public StoryGroup Restore(string id, string groupId, StorySignature signature, DateTimeOffset? published = null, bool isAgencyCopy = false)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(groupId);
        ArgumentNullException.ThrowIfNull(signature);
        var article = new StoryMember(id, signature, published, isAgencyCopy);
        lock (_lock)
        {
            RemoveUnderLock(id);
            return Join(article, _groups.GetValueOrDefault(groupId) ?? MakeGroup(groupId));
        }
    }

    /// <summary>Removes an article; its group lives on as long as it has others. False when there was none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_lock) return RemoveUnderLock(id);
    }

    /// <summary>The group of an article, as it is now.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool TryGet(string id, out StoryGroup group)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_lock)
        {
            bool isThere = _articles.TryGetValue(id, out StoryMember? article);
            group = isThere ? article!.Group.ToGroup() : default;
            return isThere;
        }
    }

    /// <summary>The ids of a group's articles, the earliest first; empty when there is no such group. Linear in their number.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="groupId"/> is null.</exception>
    public ImmutableArray<string> GetMembers(string groupId)
    {
        ArgumentNullException.ThrowIfNull(groupId);
        lock (_lock) return _groups.TryGetValue(groupId, out StoryMembers? group) ? [.. group.All.Select(article => article.Id)] : [];
    }

    private StoryGroup Join(StoryMember article, StoryMembers group)
    {
        _articles.Add(article.Id, article);
        group.Add(article);
        if (Represents(article, group, out int place))
        {
            group.Representatives.Insert(place, article);
            _postings.Add(article);
        }

        return group.ToGroup();
    }

    private static bool Represents(StoryMember article, StoryMembers group, out int place)
    {
        List<StoryMember> others = group.Representatives;
        place = article.Id == group.Id ? 0 : others.Count;
        if (article.Signature.IsEmpty) return false;
        if (others.Count == 0 || article.Id == group.Id) return true;
        return others.Count < MaxRepresentatives && others.TrueForAll(other => BringsMore(article.Signature, other.Signature)) && article.Signature.IsCopyOf(others[0].Signature);
    }

    private static bool BringsMore(StorySignature signature, StorySignature other) =>
        signature.EstimatedLength >= MuchLonger * other.EstimatedLength || signature.GetOverlap(other) < MuchTheSame;

    private StoryMembers? FindGroup(StorySignature signature)
    {
        _postings.Count(signature.BandTerms, _counts);
        foreach ((StoryMember article, int shared) in _counts) AddCandidate(article, shared);
        StoryMembers? best = null;
        double most = 0;
        foreach ((StoryMember article, _) in _candidates)
        {
            if (!signature.IsCopyOf(article.Signature)) continue;
            double likeness = signature.GetOverlap(article.Signature) + (WeightOfResemblance * signature.GetResemblance(article.Signature));
            bool isBetter = best is null || likeness > most || (likeness == most && article.Group.Number < best.Number);
            if (isBetter) (best, most) = (article.Group, likeness);
        }

        _counts.Clear();
        _candidates.Clear();
        return best;
    }

    // The first of all candidates in order: those that share more, and of those the older groups. Of a thousand most fall behind the last one kept.
    private void AddCandidate(StoryMember article, int shared)
    {
        int place = _candidates.Count;
        while (place > 0 && IsBefore(article, shared, _candidates[place - 1])) place--;
        if (place == MaxCompared) return;
        if (_candidates.Count == MaxCompared) _candidates.RemoveAt(MaxCompared - 1);
        _candidates.Insert(place, (article, shared));
    }

    private static bool IsBefore(StoryMember article, int shared, (StoryMember Article, int Shared) other) =>
        shared != other.Shared ? shared > other.Shared : article.Group.Number < other.Article.Group.Number;

    private StoryMembers MakeGroup(string id)
    {
        var group = new StoryMembers(id, _made++);
        _groups.Add(id, group);
        return group;
    }

    private string FreeIdFor(string id)
    {
        string free = id;
        for (long i = _made; _groups.ContainsKey(free); i++) free = string.Create(CultureInfo.InvariantCulture, $"{id}~{i}");
        return free;
    }

    private bool RemoveUnderLock(string id)
    {
        if (!_articles.Remove(id, out StoryMember? article)) return false;
        StoryMembers group = article.Group;
        bool represented = group.Representatives.Contains(article);
        group.Remove(article);
        if (represented) _postings.Remove(article);
        if (group.Count == 0)
        {
            _groups.Remove(group.Id);
        }
        else if (group.Representatives.Count == 0)
        {
            // Whoever is first now stands for the group, if it has words: Restore puts any article into any group.
            StoryMember? next = group.All.FirstOrDefault(other => !other.Signature.IsEmpty);
            if (next is null) return true;
            group.Representatives.Add(next);
            _postings.Add(next);
        }

        return true;
    }
}
