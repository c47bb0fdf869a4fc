using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// Finds dates in three steps: the normalized text is cut into items, words known to the lexicon among them; pieces of dates (a day of a calendar, a weekday, a clock time …) are read from
/// the items; pieces that stand together and do not contradict each other make one date. Every step looks ahead a bounded number of items, so the whole is linear.
/// </summary>
internal static class ArabicDateParser
{
    /// <summary>All dates of a running text, in order.</summary>
    public static ImmutableArray<ArticleDate> Find(string text, DateTimeOffset? reference)
    {
        var dates = ImmutableArray.CreateBuilder<ArticleDate>();
        var page = new Page(text);
        foreach (DateGroup group in ReadGroups(page, DateReading.Running))
            if (DateResolver.TryResolve(group, reference, DateLexicon.Default.Zones, out DateMoment moment)) dates.Add(page.ToDate(group, moment));
        return dates.DrainToImmutable();
    }

    /// <summary>The date of a text that gives one. Of several the most exact counts, and of equally exact ones the first.</summary>
    public static ArticleDate? Parse(string text, DateTimeOffset? reference)
    {
        var page = new Page(text);
        ArticleDate? best = null;
        int bestRank = 0;
        foreach (DateGroup group in ReadGroups(page, DateReading.Line))
        {
            if (RankOf(group) is var rank && rank <= bestRank) continue;
            if (!DateResolver.TryResolve(group, reference, DateLexicon.Default.Zones, out DateMoment moment)) continue;
            (best, bestRank) = (page.ToDate(group, moment), rank);
        }

        if (best is not null) return best;
        foreach (DateGroup group in ReadGroups(page, DateReading.Alone))
        {
            if (group.IsWeak && !IsAlone(page, group)) continue;
            if (DateResolver.TryResolve(group, reference, DateLexicon.Default.Zones, out DateMoment moment)) return page.ToDate(group, moment);
        }

        return null;
    }

    private static int RankOf(in DateGroup group)
    {
        if ((group.Gregorian ?? group.Hijri) is not { } day) return group.Period is { } period && group.Weekday is null && period.Value > (int)DateUnit.Week ? 2 : 4;
        if (day.Day > 0) return day.Year > 0 ? 6 : 5;
        return day.Month > 0 ? day.Year > 0 ? 3 : 2 : 1;
    }

    private static List<DateGroup> ReadGroups(Page page, DateReading reading)
    {
        var groups = new List<DateGroup>();
        ReadOnlySpan<DateItem> items = page.Items;
        var reader = new DateElementReader(page.Normalized.Text, items, DateLexicon.Default, reading);
        DateGroup group = default;
        DateElement before = default;
        for (int i = 0; i < items.Length;)
        {
            if (reader.TryRead(i, before, out DateElement element, out int next) && (!element.IsWeak || reading == DateReading.Alone))
            {
                DateGap gap = group.ReadEnd == 0 ? DateGap.None : GapBetween(items, group.ReadEnd, i, reading);
                if (gap == DateGap.Hard || !group.TryAdd(element, gap))
                {
                    if (group.HasCore) groups.Add(group);
                    group = default;
                    group.TryAdd(element, DateGap.None);
                }

                before = element;
            }

            i = next;
        }

        if (group.HasCore) groups.Add(group);
        return groups;
    }

    private static DateGap GapBetween(ReadOnlySpan<DateItem> items, int start, int end, DateReading reading)
    {
        bool isLine = reading != DateReading.Running;
        if (end - start > (isLine ? 8 : 4) || items[end].Attached) return DateGap.Hard;
        var gap = start == end ? DateGap.None : DateGap.Soft;
        for (int i = start; i <= end; i++)
        {
            if (!isLine && items[i].Gap == 2) return DateGap.Hard;
            if (i == end) break;
            DateItem item = items[i];
            if (item.Kind == DateItemKind.Sign)
            {
                bool isSoft = (char)item.Value switch
                {
                    ',' or '-' or '/' or '|' or '(' or ')' or '[' or ']' or '=' or '"' or '\'' or '\u2022' or '\u00B7' => true,
                    '.' => isLine || (item.Gap == 0 && items[i + 1].Gap == 0),
                    ':' => isLine || gap == DateGap.Concord,
                    _ => isLine && item.Value < 128,
                };
                if (!isSoft) return DateGap.Hard;
            }
            else if (item.Kind == DateItemKind.Phrase)
            {
                int node = item.Value;
                if (Has(node, DateWord.Concord)) gap = DateGap.Concord;
                else if (!Has(node, DateWord.Link) && !(isLine && (Has(node, DateWord.Noise) || Has(node, DateWord.Label))) && !(Has(node, DateWord.Iso) && item.Gap == 0)) return DateGap.Hard;
            }
            else if (!(item.Kind == DateItemKind.Other && gap == DateGap.Concord && item.Length == 1))
            {
                return DateGap.Hard;
            }
        }

        return gap;
    }

    // Whether nothing but labels and signs stands around the group.
    private static bool IsAlone(Page page, in DateGroup group)
    {
        ReadOnlySpan<DateItem> items = page.Items;
        for (int i = 0; i < items.Length; i++)
        {
            if (i == group.First) i = group.End;
            if (i == items.Length) break;
            DateItem item = items[i];
            bool isNoise = item.Kind == DateItemKind.Sign || (item.Kind == DateItemKind.Phrase
                && (Has(item.Value, DateWord.Link) || Has(item.Value, DateWord.Label) || Has(item.Value, DateWord.Noise) || Has(item.Value, DateWord.Part)));
            if (!isNoise) return false;
        }

        return true;
    }

    private static bool Has(int node, DateWord kind) => DateLexicon.Default.TryGet(node, kind, out _);

    /// <summary>A text with its items.</summary>
    private sealed class Page
    {
        private readonly List<DateItem> _items;

        public Page(string text)
        {
            Normalized = ArabicNormalizer.Match.NormalizeWithOffsets(text);
            _items = DateItems.Read(Normalized.Text, DateLexicon.Default);
        }

        public NormalizedText Normalized { get; }

        public ReadOnlySpan<DateItem> Items => CollectionsMarshal.AsSpan(_items);

        public ArticleDate ToDate(in DateGroup group, in DateMoment moment)
        {
            (int first, int end) = WithBrackets(group);
            int start = group.StartOverride > 0 ? group.StartOverride : _items[first].Start;
            TextSpan span = Normalized.Offsets.ToSource(TextSpan.FromBounds(start, _items[end - 1].End));
            return new ArticleDate(span, moment.Value, moment.Precision, moment.Calendar);
        }

        // «اليوم (الجمعة 25 أغسطس)», «(27) مارس»: what is opened inside is closed inside, and the other way round.
        private (int First, int End) WithBrackets(in DateGroup group)
        {
            int round = 0, square = 0;
            for (int i = group.First; i < group.End; i++)
            {
                round += _items[i].IsSign('(') ? 1 : _items[i].IsSign(')') ? -1 : 0;
                square += _items[i].IsSign('[') ? 1 : _items[i].IsSign(']') ? -1 : 0;
            }

            bool closes = group.End < _items.Count && ((round > 0 && _items[group.End].IsSign(')')) || (square > 0 && _items[group.End].IsSign(']')));
            bool opens = group.First > 0 && round < 0 && _items[group.First - 1].IsSign('(');
            return (opens ? group.First - 1 : group.First, closes ? group.End + 1 : group.End);
        }
    }
}
