using System.Text;

namespace ArabicNews.Cli.Input;

/// <summary>Records of one line each. Lines that are empty or blank are none, but count.</summary>
internal static class LineRecords
{
    public static IEnumerable<ReadItem> ReadJson(InputFile file)
    {
        for (long number = 1; file.Bytes.TryReadLine(file.Options.MaxRecordLength, out byte[]? line); number++)
        {
            if (number == 1 && line is not null) line = TextBytes.WithoutMark(line);
            if (line is null) yield return file.TooLarge(number);
            else if (!line.AsSpan().Trim(" \t"u8).IsEmpty) yield return ReadJson(file, line, number);
        }
    }

    public static IEnumerable<ReadItem> ReadText(InputFile file)
    {
        Encoding? encoding = file.Options.Encoding;
        for (long number = 1; file.Bytes.TryReadLine(file.Options.MaxRecordLength, out byte[]? line); number++)
        {
            if (number == 1 && line is not null) line = TextBytes.WithoutMark(line);
            if (line is null) yield return file.TooLarge(number);
            else if (TextBytes.TryDecode(line, encoding, out string? text)) yield return new ReadItem(new NewsRecord { Origin = file.Name, Line = number, Id = file.DefaultId(number), Text = text }, null);
            else yield return file.Failed(number, TextBytes.NotUtf8);
        }
    }

    private static ReadItem ReadJson(InputFile file, byte[] line, long number)
    {
        try
        {
            return new ReadItem(JsonRecord.Read(line, file.Name, number, file.DefaultId(number)), null);
        }
        catch (FormatException exception)
        {
            return file.Failed(number, exception.Message, Encoding.UTF8.GetString(line));
        }
    }
}
