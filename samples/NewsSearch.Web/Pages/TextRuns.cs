using ArabicNews;

namespace NewsSearch.Web.Pages;

/// <summary>A stretch of text, with whom or what it names, or null.</summary>
public readonly record struct TextRun(string Text, Entity? Entity);

/// <summary>Cuts a span of an article where people and places begin and end.</summary>
internal sealed class TextRuns
{
    private readonly string _text;
    private readonly (TextSpan Span, Entity Entity)[] _mentions;

    public TextRuns(string text, EntityExtraction entities)
    {
        _text = text;
        _mentions = [.. entities.People.Concat(entities.Places).SelectMany(entity => entity.Mentions.Select(mention => (mention.Span, entity))).OrderBy(mention => mention.Span.Start)];
    }

    public IEnumerable<TextRun> In(TextSpan part)
    {
        int position = part.Start;
        foreach ((TextSpan span, Entity entity) in _mentions)
        {
            if (!part.Contains(span) || span.Start < position) continue;
            if (span.Start > position) yield return new TextRun(_text[position..span.Start], null);
            yield return new TextRun(_text[(Range)span], entity);
            position = span.End;
        }

        if (part.End > position) yield return new TextRun(_text[position..part.End], null);
    }
}
