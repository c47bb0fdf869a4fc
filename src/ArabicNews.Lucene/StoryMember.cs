namespace ArabicNews.Lucene;

/// <summary>An article in its group.</summary>
internal sealed class StoryMember(string id, StorySignature signature, DateTimeOffset? published, bool isAgencyCopy)
{
    public string Id { get; } = id;

    public StorySignature Signature { get; } = signature;

    public bool IsAgencyCopy { get; } = isAgencyCopy;

    /// <summary>UTC ticks; the largest when it is undated.</summary>
    public long Published { get; } = published?.UtcTicks ?? long.MaxValue;

    /// <summary>The group that it is in.</summary>
    public StoryMembers Group { get; set; } = null!;

    /// <summary>In published order, the earliest first.</summary>
    public static Comparer<StoryMember> ByTime { get; } = Comparer<StoryMember>.Create((left, right) =>
        left.Published != right.Published ? left.Published.CompareTo(right.Published) : string.CompareOrdinal(left.Id, right.Id));
}
