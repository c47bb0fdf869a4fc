namespace ArabicNews.Lucene;

/// <summary>The articles of one group, and those of them that stand for it.</summary>
/// <param name="id">The id of the group.</param>
/// <param name="number">Groups are numbered as they are made.</param>
internal sealed class StoryMembers(string id, long number)
{
    // Most groups are one article: only others pay for order.
    private StoryMember? _only;
    private SortedSet<StoryMember>? _all;
    private SortedSet<StoryMember>? _agencyCopies;

    public string Id { get; } = id;

    public long Number { get; } = number;

    /// <summary>Those that another article is compared with, the first one first. Never empty in a group that has an article with words.</summary>
    public List<StoryMember> Representatives { get; } = new(1);

    public int Count => _all?.Count ?? (_only is null ? 0 : 1);

    /// <summary>The earliest first.</summary>
    public IEnumerable<StoryMember> All => _all ?? (_only is null ? [] : (IEnumerable<StoryMember>)[_only]);

    public StoryMember Earliest => _all?.Min ?? _only!;

    public StoryGroup ToGroup() => new(Id, Count, Earliest.Id, (_agencyCopies is null ? _only is { IsAgencyCopy: true } ? _only : null : _agencyCopies.Min)?.Id);

    public void Add(StoryMember member)
    {
        member.Group = this;
        if (Count == 0)
        {
            _only = member;
            return;
        }

        if (_all is null)
        {
            _all = new SortedSet<StoryMember>(StoryMember.ByTime) { _only! };
            _agencyCopies = new SortedSet<StoryMember>(StoryMember.ByTime);
            if (_only!.IsAgencyCopy) _agencyCopies.Add(_only);
            _only = null;
        }

        _all.Add(member);
        if (member.IsAgencyCopy) _agencyCopies!.Add(member);
    }

    public void Remove(StoryMember member)
    {
        Representatives.Remove(member);
        _only = null;
        _all?.Remove(member);
        _agencyCopies?.Remove(member);
    }
}
