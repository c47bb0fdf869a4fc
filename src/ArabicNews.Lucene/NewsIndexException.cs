namespace ArabicNews.Lucene;

/// <summary>An index cannot be opened, read or written; the message says why and what to do, <see cref="Problem"/> says which of the known reasons it is.</summary>
public sealed class NewsIndexException : IOException
{
    /// <summary>An exception without a message.</summary>
    public NewsIndexException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public NewsIndexException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public NewsIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal NewsIndexException(NewsIndexProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What kind of problem it is.</summary>
    public NewsIndexProblem Problem { get; }
}

/// <summary>What can be wrong with an index.</summary>
public enum NewsIndexProblem
{
    /// <summary>Reading or writing failed for another reason than those below; <see cref="Exception.InnerException"/> is the system's.</summary>
    Failed,
    /// <summary>There is no index to read.</summary>
    Missing,
    /// <summary>The directory is a file, or holds other files than those of a news index.</summary>
    NotAnIndex,
    /// <summary>Another writer has the index open.</summary>
    Locked,
    /// <summary>The index was made by a version of this library that keeps other things, or analyzes words in another way.</summary>
    OtherVersion,
    /// <summary>A file is missing, cut short or changed.</summary>
    Damaged,
    /// <summary>No room is left to write.</summary>
    DiskFull,
    /// <summary>The process may not read or write there.</summary>
    AccessDenied,
}
