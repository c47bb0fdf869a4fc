using System.Collections.Immutable;

namespace ArabicNews.Html;

/// <summary>Says of each statement of the page about its article what became of it.</summary>
internal sealed class HtmlEvidence
{
    // A day written in another zone is at most this far away.
    private const int MostHoursOfAZone = 26;

    private readonly Article _article;
    private readonly NewsPage _page;
    private readonly HtmlMetadata _metadata;
    private readonly List<FieldEvidence> _evidence = [];

    private HtmlEvidence(Article article, NewsPage page, HtmlMetadata metadata) => (_article, _page, _metadata) = (article, page, metadata);

    /// <summary>The evidence by field, what was chosen first, then in the order of the page.</summary>
    /// <param name="printed">The article as its text has it.</param>
    /// <param name="article">The article as it was decided.</param>
    /// <param name="page">Their page.</param>
    /// <param name="metadata">What the page claims.</param>
    public static ImmutableArray<FieldEvidence> Collect(Article printed, Article article, NewsPage page, HtmlMetadata metadata)
    {
        var evidence = new HtmlEvidence(article, page, metadata);
        evidence.AddHeadline();
        evidence.AddDates(ArticleField.Published, printed.Published, article.Published);
        evidence.AddDates(ArticleField.Modified, printed.Modified, article.Modified);
        evidence.AddAuthors();
        evidence.AddSection();
        return [.. evidence._evidence.OrderBy(item => item.Field).ThenBy(item => item.Verdict != EvidenceVerdict.Chosen)];
    }

    private IEnumerable<Statement> Of(ArticleField field) => _metadata.Statements.Where(statement => statement.Field == field);

    private void Add(ArticleField field, EvidenceSource source, string value, EvidenceVerdict verdict) => _evidence.Add(new FieldEvidence(field, source, value, verdict));

    private void AddHeadline()
    {
        string? chosen = _article.Headline?.In(_page.Text).ToString();
        if (chosen is not null) Add(ArticleField.Headline, EvidenceSource.Text, chosen, EvidenceVerdict.Chosen);
        string? key = chosen is null ? null : Key(chosen), text = null;
        foreach (Statement statement in Of(ArticleField.Headline))
        {
            string claimed = Key(_metadata.WithoutSite(statement.Value)!);
            EvidenceVerdict verdict = claimed == key ? EvidenceVerdict.Confirms
                : (text ??= Key(_page.Text)).Contains(claimed, StringComparison.Ordinal) ? EvidenceVerdict.Outvoted : EvidenceVerdict.NotInText;
            Add(ArticleField.Headline, statement.Source, statement.Value, verdict);
        }
    }

    private void AddDates(ArticleField field, ArticleDate? printed, ArticleDate? chosen)
    {
        bool hasChosen = false;
        if (printed is { Span.IsEmpty: false })
        {
            hasChosen = chosen is not null && chosen.Span == printed.Span;
            Add(field, EvidenceSource.Text, printed.Span.In(_page.Text).ToString(), hasChosen ? EvidenceVerdict.Chosen : Verdict(printed.Value));
        }

        foreach (Statement statement in Of(field))
        {
            EvidenceVerdict verdict = Verdict(statement.Moment!.Value);
            if (!hasChosen && chosen is not null && statement.Moment == chosen.Value)
            {
                verdict = EvidenceVerdict.Chosen;
                hasChosen = true;
            }

            Add(field, statement.Source, statement.Value, verdict);
        }

        EvidenceVerdict Verdict(DateTimeOffset moment) =>
            chosen is null ? field == ArticleField.Modified && _article.Published is { } published && moment <= published.Value ? EvidenceVerdict.NotLater : EvidenceVerdict.Outvoted
            : moment.Date == chosen.Value.Date ? EvidenceVerdict.Confirms
            : Math.Abs((moment - chosen.Value).TotalHours) <= MostHoursOfAZone ? EvidenceVerdict.ZoneDiffers
            : EvidenceVerdict.Outvoted;
    }

    private void AddAuthors()
    {
        CreditedName[] persons = [.. _article.Byline?.Persons ?? []];
        foreach (CreditedName person in persons)
            if (!person.Span.IsEmpty) Add(ArticleField.Authors, EvidenceSource.Text, person.Name, EvidenceVerdict.Chosen);
        foreach (Statement statement in Of(ArticleField.Authors))
        {
            string key = Key(statement.Value);
            int person = Array.FindIndex(persons, one => key.Contains(Key(one.Name), StringComparison.Ordinal));
            EvidenceVerdict verdict = person < 0 ? _metadata.IsAuthor(statement.Value) ? EvidenceVerdict.Outvoted : EvidenceVerdict.NotAPerson
                : persons[person].Span.IsEmpty && !_evidence.Exists(known => known.Field == ArticleField.Authors && known.Verdict == EvidenceVerdict.Chosen && Key(known.Value).Contains(Key(persons[person].Name), StringComparison.Ordinal))
                    ? EvidenceVerdict.Chosen
                : EvidenceVerdict.Confirms;
            Add(ArticleField.Authors, statement.Source, statement.Value, verdict);
        }
    }

    private void AddSection()
    {
        bool hasChosen = false;
        foreach (Statement statement in Of(ArticleField.Section))
        {
            bool isSame = statement.Value == _article.Section;
            Add(ArticleField.Section, statement.Source, statement.Value, !isSame ? EvidenceVerdict.Outvoted : hasChosen ? EvidenceVerdict.Confirms : EvidenceVerdict.Chosen);
            hasChosen |= isSame;
        }
    }

    private static string Key(string text) => ArabicNormalizer.Match.Normalize(HtmlTree.Collapse(text));
}
