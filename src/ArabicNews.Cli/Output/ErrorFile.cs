using System.Globalization;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Output;

/// <summary>
/// Records that failed: <c>{"schema":1,"file":…,"line":…,"id":…,"error":…,"record":…}</c>, one a line, in the file of <c>--errors</c>; without one the first few are told on stderr.
/// </summary>
internal sealed class ErrorFile
{
    private const int MaxTold = 3;

    private readonly DataWriter? _file;
    private readonly Log _log;
    private int _told;

    private ErrorFile(DataWriter? file, Log log)
    {
        _file = file;
        _log = log;
    }

    public long Length => _file?.Length ?? 0;

    public static ErrorFile Open(string? path, Log log, long keep = 0) => new(path is null ? null : DataWriter.ToFile(path, keep), log);

    public void Add(RecordError error)
    {
        if (_file is null)
        {
            if (_told++ < MaxTold) _log.Warn($"{error.Origin}{(error.Line > 0 ? $":{error.Line}" : "")}: {error.Message}");
            return;
        }

        _file.Write(JsonLine.Render(json =>
        {
            json.WriteString("file"u8, error.Origin);
            json.WriteNumber("line"u8, error.Line);
            json.WriteStringOrNothing("id"u8, error.Id);
            json.WriteString("error"u8, error.Message);
            json.WriteStringOrNothing("record"u8, error.Record);
        }));
    }

    public void FlushToDisk() => _file?.FlushToDisk();

    /// <summary>Closes the file and tells the count.</summary>
    public void Close(RecordCounts counts, string? path)
    {
        _file?.Flush();
        _file?.Dispose();
        var told = new List<string>();
        if (counts.FailedRecords > 0) told.Add($"{counts.FailedRecords} of {Count(counts.Read, "record")} failed");
        if (counts.DamagedFiles > 0) told.Add($"{Count(counts.DamagedFiles, "file")} damaged");
        if (told.Count > 0) _log.Warn($"{string.Join(", ", told)}; {(path is null ? "--errors FILE keeps a list" : $"see {path}")}.");
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
