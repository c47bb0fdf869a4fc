namespace ArabicNews.Cli.Output;

/// <summary>Opens a file that an earlier run began.</summary>
internal static class FileToGoOn
{
    /// <summary>A file to be written behind its first <paramref name="keep"/> bytes; what stands behind them is cut off.</summary>
    /// <exception cref="CliException">It is shorter than that, or cannot be written.</exception>
    public static FileStream Open(string path, long keep)
    {
        try
        {
            var file = new FileStream(path, keep > 0 ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, 0);
            if (file.Length < keep)
            {
                file.Dispose();
                throw CliException.Damaged($"{path} is shorter than its checkpoint says; it cannot be resumed.");
            }

            file.SetLength(keep);
            file.Seek(keep, SeekOrigin.Begin);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"Cannot write '{path}': {exception.Message}", exception);
        }
    }
}
