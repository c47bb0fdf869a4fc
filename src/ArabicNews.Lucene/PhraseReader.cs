namespace ArabicNews.Lucene;

/// <summary>Words that become one term more: the name of a place, a person or a body, or a member of a synonym group.</summary>
/// <param name="First">The number of the first word.</param>
/// <param name="Last">The number of the last word.</param>
/// <param name="Positions">How many positions they take.</param>
/// <param name="Mark">What the term begins with.</param>
/// <param name="Term">The rest of the term.</param>
/// <param name="Type">Its type in Lucene's sense.</param>
internal readonly record struct Phrase(int First, int Last, int Positions, char Mark, string Term, string Type);

/// <summary>
/// Finds names and synonyms in the words of a text, the longest at each place, none inside another of the same sort. Between two words of a phrase only stop words may stand. Linear: a phrase has at most a few dozen words.
/// </summary>
internal sealed class PhraseReader(ArabicNewsAnalyzerOptions options)
{
    private const int MostWords = 32;
    private const int KeptLength = 1024;

    // A name begins with a word that can; which words can, the table of words knows.
    private readonly WordTraits _begins = (options.Names & (NameTerms.People | NameTerms.Organizations)) != 0 ? WordTraits.BeginsName
        : (options.Names & NameTerms.SingleWords) != 0 ? WordTraits.BeginsPlace : WordTraits.LeadsToPlace;

    // A name of one word is whole in the terms that it has.
    private readonly int _fewestMore = (options.Names & NameTerms.SingleWords) != 0 ? 0 : 1;
    private Phrase[] _phrases = new Phrase[64];
    private int _count;
    private int _next;

    /// <summary>Finds the phrases of a text; <paramref name="letters"/> are what the words point into.</summary>
    public void Read(ReadOnlySpan<IndexWord> words, char[] letters)
    {
        int behindName = 0, behindSynonym = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (options.Names != NameTerms.None && i >= behindName && (words[i].Terms.Traits & _begins) != 0) behindName = AddName(words, i, letters);
            if (options.Synonyms is not null && i >= behindSynonym) behindSynonym = AddSynonym(words, i, letters);
        }
    }

    /// <summary>The next phrase that begins with word <paramref name="first"/>; false when there is none.</summary>
    public bool TryTake(int first, out Phrase phrase)
    {
        phrase = _next < _count ? _phrases[_next] : default;
        if (_next == _count || phrase.First != first) return false;
        _next++;
        return true;
    }

    /// <summary>Forgets what was found.</summary>
    public void Forget()
    {
        (_count, _next) = (0, 0);
        if (_phrases.Length > KeptLength) _phrases = new Phrase[KeptLength];
    }

    private int AddName(ReadOnlySpan<IndexWord> words, int first, char[] letters)
    {
        WordTerms begin = words[first].Terms;
        var best = new Found(-1, "");
        if ((begin.Traits & WordTraits.BeginsAsPrinted) != 0 && options.Gazetteer.Names.TryStep(begin.Name, out NamePath path)) best = Longer(best, path, words, first);
        if ((begin.Traits & WordTraits.BeginsBehindParticles) != 0 && NameReader.TryBeginBehindParticles(words[first].In(letters), options.Gazetteer, out path)) best = Longer(best, path, words, first);
        return best.Last < 0 ? first + 1 : Add(words, first, best.Last, ArabicNewsAnalyzer.NameMark, best.Id, "name");
    }

    // The longest name on the path, if it is longer than what has been found.
    private Found Longer(Found found, NamePath path, ReadOnlySpan<IndexWord> words, int first)
    {
        int i = first;
        do
        {
            if (i > found.Last && i - first >= _fewestMore && path.TryGetName(out EntityKind kind, out string id) && options.Names.Has(kind)) found = new Found(i, id);
        }
        while (++i < words.Length && i - first < MostWords && path.TryStep(words[i].Terms.Name, out path));
        return found;
    }

    private int AddSynonym(ReadOnlySpan<IndexWord> words, int first, char[] letters)
    {
        int last = -1;
        string? term = null;
        SynonymNode? node = options.Synonyms!.Root;
        for (int i = first; i < words.Length && i - first < MostWords; i++)
        {
            SynonymNode? next = node.Step(words[i].StemIn(letters));
            if (next is null)
            {
                // Members are kept without their stop words.
                if (i > first && (words[i].Terms.Traits & WordTraits.StopWord) != 0) continue;
                break;
            }

            node = next;
            if (node.Term is not null) (last, term) = (i, node.Term);
        }

        return term is null ? first + 1 : Add(words, first, last, ArabicNewsAnalyzer.SynonymMark, term, "synonym");
    }

    // Returns what comes behind the phrase.
    private int Add(ReadOnlySpan<IndexWord> words, int first, int last, char mark, string term, string type)
    {
        int positions = 1;
        for (int i = first + 1; i <= last; i++) positions += words[i].Increment;
        if (_count == _phrases.Length) Array.Resize(ref _phrases, _count * 2);
        _phrases[_count++] = new Phrase(first, last, positions, mark, term, type);
        return last + 1;
    }

    private readonly record struct Found(int Last, string Id);
}
