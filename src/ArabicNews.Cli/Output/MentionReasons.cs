namespace ArabicNews.Cli.Output;

/// <summary>The grounds of a mention, in words.</summary>
internal static class MentionReasons
{
    private static readonly (MentionEvidence Evidence, string Reason)[] s_reasons =
    [
        (MentionEvidence.Gazetteer, "the gazetteer has the name"),
        (MentionEvidence.NamePattern, "its words look like names of this kind"),
        (MentionEvidence.Title, "a title or role stands beside it"),
        (MentionEvidence.Context, "the words around it point that way"),
        (MentionEvidence.CreditLine, "it stands in the byline or dateline"),
        (MentionEvidence.ShortForm, "a short form of a name that the text gives whole"),
        (MentionEvidence.Model, "the trained model marks it"),
        (MentionEvidence.Nationality, "an adjective of its country stands behind it"),
        (MentionEvidence.Government, "the words take the capital for its government"),
    ];

    public static IEnumerable<string> Of(MentionEvidence evidence) => s_reasons.Where(pair => evidence.HasFlag(pair.Evidence)).Select(pair => pair.Reason);
}
