namespace ArabicNews.Lucene;

/// <summary>An index cannot be opened or used; the message says why and what to do.</summary>
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
}
