namespace ArabicNews.Cli.Input;

/// <summary>Files that are one record.</summary>
internal static class WholeRecords
{
    public static IEnumerable<ReadItem> ReadText(InputFile file)
    {
        byte[]? bytes = file.Bytes.ReadToEnd(file.Options.MaxRecordLength);
        if (bytes is null) yield return file.TooLarge(1);
        else if (TextBytes.TryDecode(bytes, file.Options.Encoding, out string? text)) yield return new ReadItem(new NewsRecord { Origin = file.Name, Line = 1, Id = file.FileId, Text = text }, null);
        else yield return file.Failed(1, TextBytes.NotUtf8);
    }

    public static IEnumerable<ReadItem> ReadHtml(InputFile file)
    {
        byte[]? bytes = file.Bytes.ReadToEnd(file.Options.MaxRecordLength);
        yield return bytes is null ? file.TooLarge(1)
            : new ReadItem(new NewsRecord { Origin = file.Name, Line = 1, Id = file.FileId, HtmlBytes = bytes, Charset = file.Options.Encoding?.WebName }, null);
    }
}
