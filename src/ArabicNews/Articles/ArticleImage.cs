namespace ArabicNews;

/// <summary>A picture of an article with what the page says about it. Immutable; words that the page prints carry their span, words that only its metadata say do not.</summary>
public sealed record ArticleImage
{
    /// <summary>Its address; null where the page shows only its caption, as the text of a crawled page does.</summary>
    public Uri? Url { get; init; }

    /// <summary>The words below the picture without its credit; null without any.</summary>
    public string? Caption { get; init; }

    /// <summary>Where <see cref="Caption"/> stands in <see cref="NewsPage.Text"/>; null when only the metadata say it.</summary>
    public TextSpan? CaptionSpan { get; init; }

    /// <summary>Who made or lent the picture, as printed, brackets and dashes around it left out («تصوير: محمد علي», «رويترز»); null when the page does not say.</summary>
    public string? Credit { get; init; }

    /// <summary>Where <see cref="Credit"/> stands in <see cref="NewsPage.Text"/>; null when only the metadata say it.</summary>
    public TextSpan? CreditSpan { get; init; }

    /// <summary>What readers are told who do not see it (the <c>alt</c> of HTML); null without.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>
    /// Reads the words below a picture: who is credited in brackets or behind a dash at their end («القاعة الرئيسية (غيتي)»), behind a copyright sign, or by the whole line («تصوير: محمد علي»).
    /// </summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="span">Where the words stand in it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> does not lie inside <paramref name="text"/>.</exception>
    public static ArticleImage FromCaption(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        (TextSpan caption, TextSpan credit) = CaptionParser.Parse(span.In(text));
        return new ArticleImage
        {
            Caption = caption.IsEmpty ? null : caption.In(span.In(text)).ToString(),
            CaptionSpan = caption.IsEmpty ? null : new TextSpan(span.Start + caption.Start, caption.Length),
            Credit = credit.IsEmpty ? null : credit.In(span.In(text)).ToString(),
            CreditSpan = credit.IsEmpty ? null : new TextSpan(span.Start + credit.Start, credit.Length),
        };
    }
}
