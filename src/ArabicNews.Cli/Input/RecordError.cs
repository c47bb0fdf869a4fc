namespace ArabicNews.Cli.Input;

/// <summary>A record that could not be read or worked on. The run goes on.</summary>
/// <param name="Origin">The file, as it was named.</param>
/// <param name="Line">The line on which the record begins, from 1; see <see cref="NewsRecord.Line"/>.</param>
/// <param name="Message">What is wrong with it.</param>
internal sealed record RecordError(string Origin, long Line, string Message)
{
    /// <summary>Its id, where it could be read.</summary>
    public string? Id { get; init; }

    /// <summary>The record as it was read, so that it can be mended and run again; null where it is no text or too long.</summary>
    public string? Record { get; init; }

    /// <summary>Whether the rest of the file is lost too: damaged, or a bomb.</summary>
    public bool IsDamage { get; init; }
}

/// <summary>A record, or what was wrong with it; one of the two.</summary>
internal readonly record struct ReadItem(NewsRecord? Record, RecordError? Error);
