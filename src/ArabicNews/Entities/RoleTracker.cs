namespace ArabicNews;

/// <summary>
/// What the walk remembers of a title until the name comes: «وزير الدفاع الأميركي» is open at لويد. Close means that only words that commonly stand between a title and a
/// name have been read since, so that nearly any word may be a name; otherwise the name must look like one.
/// </summary>
internal struct RoleTracker
{
    public bool IsOpen;

    public bool IsClose;

    /// <summary>Where the title starts in the text.</summary>
    public int Start;

    /// <summary>Words read since the title.</summary>
    public int Length;

    /// <summary>The word before ended a person's name.</summary>
    public bool AfterPerson;

    public void Open(int start) => this = new RoleTracker { IsOpen = true, IsClose = true, Start = start };

    public void Continue(int words, bool isClose)
    {
        Length += words;
        IsClose &= isClose;
    }
}
