using System.Text;
using System.Text.Json;

namespace ArabicNews;

/// <summary>Reads a list that is a JSON array of objects; comments and commas at the end are allowed.</summary>
internal ref struct GazetteerJson
{
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _line, _lineStart, _counted;

    private GazetteerJson(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 4 });
        _line = 1;
    }

    public static void Read(ReadOnlySpan<byte> bytes, Action<ListCell?[]> add)
    {
        try
        {
            new GazetteerJson(bytes).Read(add);
        }
        catch (JsonException exception)
        {
            throw GazetteerListReader.Wrong((int)exception.LineNumber.GetValueOrDefault() + 1, (int)exception.BytePositionInLine.GetValueOrDefault() + 1, "this is no JSON. " + exception.Message);
        }
    }

    private void Read(Action<ListCell?[]> add)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartArray) throw Here("").Wrong("a list is an array of objects.");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.StartObject) throw Here("").Wrong("an entry is an object.");
            add(ReadRow());
        }

        // What stands behind the array is read too, so that it is reported.
        _reader.Read();
    }

    private ListCell?[] ReadRow()
    {
        var row = new ListCell?[GazetteerListReader.ColumnNames.Length];
        ListCell start = Here("");
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text();
            int column = GazetteerListReader.ColumnNames.IndexOf(name);
            if (column < 0) throw Here("").Wrong($"'{GazetteerEntry.Shown(name)}' is no property of an entry; there are {string.Join(", ", GazetteerListReader.ColumnNames)}.");
            if (row[column] is not null) throw Here("").Wrong($"the property '{name}' stands twice.");
            _reader.Read();
            row[column] = ReadValue(name);
        }

        row[(int)ListColumn.Id] ??= start;
        return row;
    }

    private ListCell ReadValue(string name)
    {
        ListCell cell = Here("");
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null: return cell;
            case JsonTokenType.String: return cell with { Value = Text() };
            case JsonTokenType.True: return cell with { Value = "true" };
            case JsonTokenType.False: return cell with { Value = "false" };
            case JsonTokenType.Number: return cell with { Value = Encoding.UTF8.GetString(_reader.ValueSpan) };
            case JsonTokenType.StartArray when name is "aliases" or "short":
                var names = new StringBuilder();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    if (_reader.TokenType != JsonTokenType.String) throw Here("").Wrong("a name is a string.");
                    names.Append(Text()).Append('|');
                }

                return cell with { Value = names.ToString() };
            default: throw cell.Wrong($"this is no value for '{name}'.");
        }
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Here("").Wrong("the text is not in UTF-8 or holds half a character.");
        }
    }

    // Lines are counted from where the last look ended, so all looks together are linear.
    private ListCell Here(string value)
    {
        int position = (int)_reader.TokenStartIndex;
        for (; _counted < position; _counted++)
            if (_bytes[_counted] == '\n') (_line, _lineStart) = (_line + 1, _counted + 1);
        return new ListCell(value, _line, position - _lineStart + 1);
    }
}
