using Lucene.Net.Analysis;

namespace ArabicNews.Lucene;

/// <summary>A text as <see cref="ClusterVocabulary.Normalizer"/> writes it, with the way back.</summary>
internal sealed class ClusterCharFilter(TextReader input) : CharFilter(input)
{
    private NormalizedText? _text;
    private int _next;

    public override int Read(char[] buffer, int index, int count)
    {
        _text ??= ClusterVocabulary.Normalizer.NormalizeWithOffsets(m_input.ReadToEnd());
        int length = Math.Min(count, _text.Text.Length - _next);
        _text.Text.CopyTo(_next, buffer, index, length);
        _next += length;
        return length;
    }

    protected override int Correct(int currentOff) => _text is null ? currentOff : _text.Offsets.ToSource(Math.Min(currentOff, _text.Text.Length));
}
