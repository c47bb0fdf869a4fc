using System.Text;
using System.Text.Json;
using ArabicNews.Tests.Support;
using CsCheck;

namespace ArabicNews.Tests.Entities;

public class EntityExplanationTests
{
    [Theory]
    [MemberData(nameof(EntityPartLawTests.Files), MemberType = typeof(EntityPartLawTests))]
    public void Explain_OfASeedPage_FindsWhatExtractDoes(string file)
    {
        NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(RepositoryFiles.InRepository("seeds/articles/" + file)));

        EntityExplanation explanation = EntityExtractor.Default.Explain(page);

        explanation.Extraction.Should().Be(EntityExtractor.Default.Extract(page));
        AssertLaws(page.Text, explanation);
    }

    [Fact]
    public void Explain_OfAnyWords_FindsWhatExtractDoes() => EntityLawTests.s_text.Sample(AssertLaws, iter: 700, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Explain_OfRandomCodeUnits_FindsWhatExtractDoes() => Gen.String[Gen.Char, 0, 200].Sample(AssertLaws, iter: 400, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Explain_OfTextsThatNoOneWrites_FindsWhatExtractDoes()
    {
        foreach (string text in RandomTexts.Create(400)) AssertLaws(text);
    }

    /// <summary>A place of two countries: what tells them apart is printed, and by how much.</summary>
    [Theory]
    [InlineData("زار الوفد طرابلس اللبنانية.", "طرابلس", """
        «طرابلس» place → Q168954
        gazetteer: the gazetteer has 4 places of this name
        rule: rules take it for a place
        witness: rules and model see the same name
        place: Tripoli LB (city) is meant: 12.39 points before Tripoli LY (capital)
        use: «اللبنانية» behind it is an adjective of its country
        group: the first mention of this row of the gazetteer
        reading 21.46 Tripoli LB (city): population +5.36 kind +1.0 country +3.1 country beside +8.0 anywhere +4.0
        reading 9.07 Tripoli LY (capital): population +6.07 kind +3.0
        """)]
    [InlineData("اجتمعت حكومة الوحدة في طرابلس بعد زيارة إلى بنغازي ومصراتة في ليبيا.", "طرابلس", """
        «طرابلس» place → Q3579
        gazetteer: the gazetteer has 4 places of this name
        rule: rules take it for a place
        witness: rules and model see the same name
        place: Tripoli LY (capital) is meant: 5.07 points before Tripoli LY (region)
        group: the first mention of this row of the gazetteer
        reading 22.67 Tripoli LY (capital): population +6.07 kind +3.0 country +6.1 country beside +5.0 anywhere +2.5
        reading 17.60 Tripoli LY (region): population +3.0 kind +1.0 country +6.1 country beside +5.0 anywhere +2.5
        """)]
    [InlineData("عاد الوفد إلى عمان.", "عمان", """
        «عمان» place → Q842
        gazetteer: the gazetteer has 3 places of this name
        rule: rules take it for a place
        witness: rules and model see the same name
        place: Oman OM (country) is meant: 1.62 points before Amman JO (capital)
        group: the first mention of this row of the gazetteer
        reading 10.72 Oman OM (country): population +6.72 kind +4.0
        reading 9.11 Amman JO (capital): population +6.11 kind +3.0
        """)]
    [InlineData("عاد الوفد إلى العاصمة عمان.", "عمان", """
        «عمان» place → Q3805
        trigger: «العاصمة» before it is a head word of places
        gazetteer: the gazetteer has 3 places of this name
        rule: rules take it for a place
        witness: rules and model see the same name
        place: Amman JO (capital) is meant: 2.88 points before Oman OM (country)
        group: the first mention of this row of the gazetteer
        reading 13.61 Amman JO (capital): population +6.11 kind +3.0 head word +3.0 anywhere +1.5
        reading 10.72 Oman OM (country): population +6.72 kind +4.0
        """)]
    [InlineData("قال وزير الدفاع الأميركي لويد أوستن إن بلاده ملتزمة. وزار أوستن القاعدة.", "أوستن", """
        «أوستن» person → person/lloyd-austin
        gazetteer: the gazetteer has it as a short name of person/lloyd-austin
        trigger: «وزار» before it is a verb of speech
        rule: rules take it for a person
        witness: rules and model see the same name
        group: short form: the last word of «لويد أوستن» or of another name of that entity
        «أوستن» place → dropped
        gazetteer: the gazetteer has one place of this name, geonames:4671654
        against: rules: another name at this word is longer, or as long and goes first
        """)]
    [InlineData("وقالت واشنطن إنها ترفض القرار.", "واشنطن", """
        «واشنطن» place → an:washington-us
        gazetteer: the gazetteer has one place of this name, an:washington-us
        rule: rules take it for a place
        witness: rules and model see the same name
        place: Washington US (capital) is meant: the only place of this name
        use: «وقالت» beside it takes a capital for its government
        group: the first mention of this row of the gazetteer
        reading 10.04 Washington US (capital): population +5.84 kind +3.0 country +1.2
        """)]
    [InlineData("نشرت الصحيفة صور الحادث.", "صور", """
        «صور» place → dropped
        gazetteer: the gazetteer has 2 places of this name
        against: rules: the name is also a word or a person's, and nothing beside it says that it is a place
        """)]
    [InlineData("أقيمت المباراة على ملعب أحمد بن علي مساء أمس.", "أحمد بن علي", """
        «أحمد بن علي» person → dropped
        against: it is part of the name of a ground, road, ship or prize
        """)]
    [InlineData("اتفق البلدان في جنوب إفريقيا على ذلك.", "جنوب إفريقيا", """
        «جنوب إفريقيا» place → Q258
        trigger: behind the preposition «في»
        gazetteer: the gazetteer has one place of this name, Q258
        rule: rules take it for a place
        witness: the rules' name stands: its name is all of these words, the model marks a part
        place: South Africa ZA (country) is meant: the only place of this name
        group: the first mention of this row of the gazetteer
        reading 11.80 South Africa ZA (country): population +7.8 kind +4.0
        """)]
    [InlineData("التقى الرئيس محمد الجداوي الوفد. وقال الجداوي إن الزيارة مهمة.", "الجداوي", """
        «الجداوي» person → محمد الجداوي
        gazetteer: the gazetteer does not have it
        group: short form: the last word of «محمد الجداوي» or of another name of that entity
        """)]
    [InlineData("التقى الوزير نتنياهو، ثم عاد نتانياهو إلى القدس.", "نتانياهو", """
        «نتانياهو» person → person/benjamin-netanyahu
        gazetteer: the gazetteer has it as a short name of person/benjamin-netanyahu
        rule: rules take it for a person
        witness: rules and model see the same name
        group: the same row of the gazetteer as «نتنياهو»
        """)]
    [InlineData("قال أنطونيو غوتيريش إن الأمم المتحدة قلقة. وأضاف غوتيريس ذلك.", "غوتيريس", """
        «غوتيريس» person → person/antonio-guterres
        gazetteer: the gazetteer has it as a short name of person/antonio-guterres
        trigger: «وأضاف» before it is a verb of speech
        rule: rules take it for a person
        witness: rules and model see the same name
        group: the same row of the gazetteer as «أنطونيو غوتيريش»
        """)]
    public void Explain_TellsWhy(string text, string words, string expected)
    {
        EntityExplanation explanation = EntityExtractor.Default.Explain(text);

        string.Join('\n', explanation.Mentions.Concat(explanation.Dropped).Where(mention => mention.Text == words).Select(mention => Print(mention, explanation.Extraction)))
            .Should().Be(expected.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Explain_WithAHighMinScore_TellsWhatIsBelowIt()
    {
        EntityExplanation explanation = new EntityExtractor(new EntityExtractorOptions { MinScore = 1 }).Explain("زار الوفد بغداد.");

        explanation.Mentions.Should().BeEmpty();
        explanation.Dropped.Should().ContainSingle().Which.Steps[^1].Text.Should().EndWith("is below the least that is reported, 1.00");
    }

    [Fact]
    public void Explain_OfAName_TellsWhatItsOtherPlacesAdd()
    {
        EntityExplanation explanation = EntityExtractor.Default.Explain("قال وزير الدفاع الأميركي لويد أوستن إن الوضع مستقر. وأضاف أوستن ذلك. وقال أوستن إن الزيارة مهمة.");

        TaggedWord word = explanation.Mentions[^1].Words.Should().ContainSingle().Subject;
        word.Label.Should().Be("S-PER");
        word.ElsewhereCount.Should().Be(2);
        word.Elsewhere.Select(other => explanation.Mentions.Single(mention => mention.Span.Contains(other.Span)).Text).Should().Equal("لويد أوستن", "أوستن");
        word.ElsewherePoints.Should().BePositive();
        word.Belief.Person.Should().BeGreaterThanOrEqualTo(word.Alone.Person);
        word.Features.Select(feature => MathF.Abs(feature.Points)).Should().NotBeEmpty().And.BeInDescendingOrder();
    }

    [Fact]
    public void Explain_OfAPlaceAmongOthers_TellsWhoVotedAndWhatIsNear()
    {
        string text = "بيروت - زار الوزير صيدا ثم مدينة طرابلس في لبنان.";

        PlaceReading tripoli = new EntityExtractor(new EntityExtractorOptions { HomeCountry = "LB" }).Explain(text).Mentions.Single(mention => mention.Text == "طرابلس").Places[0];

        tripoli.Votes.Select(vote => (vote.Kind, vote.Span is { } span ? text[(Range)span] : "")).Should().Equal(
            (CountryVoteKind.Outlet, ""), (CountryVoteKind.Place, "صيدا"), (CountryVoteKind.Place, "لبنان"), (CountryVoteKind.Dateline, "بيروت"));
        tripoli.Near.Select(span => text[(Range)span]).Should().Contain("بيروت");
    }

    [Fact]
    public void Explain_OfALongText_EndsBehindTwentyThousandWords()
    {
        string text = new StringBuilder().Insert(0, "بغداد ", 20_500).ToString();

        EntityExplanation explanation = EntityExtractor.Default.Explain(text);

        explanation.Extraction.Should().Be(EntityExtractor.Default.Extract(text));
        explanation.End.Should().Be((20_000 * 6) - 1);
        explanation.Mentions.Should().HaveCount(20_000);
    }

    [Fact]
    public void Explanations_GoThroughJson()
    {
        EntityExplanation explanation = EntityExtractor.Default.Explain("زار وزير الدفاع الأميركي لويد أوستن طرابلس اللبنانية، ونشر صور الزيارة.");

        EntityExplanation? copy = JsonSerializer.Deserialize<EntityExplanation>(JsonSerializer.Serialize(explanation));

        copy.Should().Be(explanation);
        copy!.GetHashCode().Should().Be(explanation.GetHashCode());
    }

    [Fact]
    public void Explain_InAnyCulture_TellsTheSame() =>
        Cultures.ShouldAgree(() => EntityExtractor.Default.Explain("زار وزير الدفاع الأميركي لويد أوستن طرابلس اللبنانية، ونشر صور الزيارة.").ToString()).Should().Contain("Tripoli LB (city)");

    [Fact]
    public void Explain_FromManyThreads_TellsTheSame()
    {
        string text = File.ReadAllText(SeedPage.ReadAll().First(page => !page.IsHtml).FullPath);
        EntityExplanation expected = EntityExtractor.Default.Explain(text);

        Parallel.For(0, 8, _ => EntityExtractor.Default.Explain(text).Should().Be(expected));
    }

    [Fact]
    public void Explain_OfNothing_IsEmpty()
    {
        EntityExtractor.Default.Explain("").Should().Be(EntityExplanation.Empty);
        FluentActions.Invoking(() => EntityExtractor.Default.Explain((string)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => EntityExtractor.Default.Explain((NewsPage)null!)).Should().Throw<ArgumentNullException>();
    }

    // Without what the model believes, which is another with each training.
    private static string Print(ExplainedMention mention, EntityExtraction extraction)
    {
        var text = new StringBuilder($"«{mention.Text}» {mention.Kind.ToString().ToLowerInvariant()} → {(mention.Entity is { } entity ? extraction.Entities[entity].Id ?? extraction.Entities[entity].Name : "dropped")}");
        foreach (ExplainedStep step in mention.Steps)
            if (step.Kind is not (ExplainedStepKind.Model or ExplainedStepKind.Score)) text.Append('\n').Append(step);
        foreach (PlaceReading place in mention.Places.Take(2)) text.Append('\n').Append(place);
        return text.ToString();
    }

    private static void AssertLaws(string text)
    {
        EntityExplanation explanation = EntityExtractor.Default.Explain(text);

        explanation.Extraction.Should().Be(EntityExtractor.Default.Extract(text));
        AssertLaws(text, explanation);
    }

    /// <summary>Each mention is explained once and in order, what was dropped has a reason, and whatever a step, a word or a place points to lies inside the text.</summary>
    internal static void AssertLaws(string text, EntityExplanation explanation)
    {
        var entityOf = new Dictionary<TextSpan, (int Entity, Mention Mention)>();
        for (int i = 0; i < explanation.Extraction.Entities.Length; i++)
            foreach (Mention mention in explanation.Extraction.Entities[i].Mentions)
                if (mention.Span.End <= explanation.End) entityOf.Add(mention.Span, (i, mention));

        int last = -1;
        foreach (ExplainedMention mention in explanation.Mentions)
        {
            if (mention.Span.Start <= last || !entityOf.Remove(mention.Span, out (int Entity, Mention Mention) named) || mention.Entity != named.Entity
                || named.Mention != new Mention(mention.Span, mention.Kind, mention.Score, mention.Evidence)) Assert.Fail($"No such mention: {mention}");
            if (mention.Steps.All(step => step.Kind != ExplainedStepKind.Group)) Assert.Fail($"No group: {mention}");
            PlaceInfo? place = explanation.Extraction.Entities[mention.Entity.Value].Place;
            if (place is null != mention.Places.IsEmpty || (place is not null && mention.Places[0].Place.CountryCode != place.CountryCode)) Assert.Fail($"Not the place {place}: {mention}");
            last = mention.Span.Start;
        }

        entityOf.Keys.Should().BeEmpty("each mention is explained");
        foreach (ExplainedMention dropped in explanation.Dropped)
            if (dropped.Entity is not null || dropped.Steps[^1].Kind != ExplainedStepKind.Against) Assert.Fail($"Dropped for no reason: {dropped}");

        foreach (ExplainedMention mention in explanation.Mentions.Concat(explanation.Dropped))
        {
            TextSpan[] spans = [mention.Span, .. mention.Steps.Select(step => step.At ?? mention.Span), .. mention.Words.Select(word => word.Span), .. mention.Words.SelectMany(word => word.Elsewhere).Select(word => word.Span),
                .. mention.Places.SelectMany(place => place.Near), .. mention.Places.SelectMany(place => place.Votes).Select(vote => vote.Span ?? mention.Span)];
            if (spans.Any(span => span.Start < 0 || span.IsEmpty || span.End > text.Length)) Assert.Fail($"Points outside the text: {mention}");
            if (!mention.Span.In(text).SequenceEqual(mention.Text)) Assert.Fail($"Not what stands there: {mention}");
            for (int i = 0; i < mention.Places.Length; i++)
            {
                if (Math.Abs(mention.Places[i].Parts.Sum(part => part.Points) - mention.Places[i].Points) > 1e-9) Assert.Fail($"Not the sum of its parts: {mention.Places[i]}");
                if (i > 0 && mention.Places[i].Points > mention.Places[i - 1].Points) Assert.Fail($"Not in order: {mention}");
            }
        }

        if (explanation.End < 0 || explanation.End > text.Length) Assert.Fail($"Ends at {explanation.End} of {text.Length}");
    }
}
