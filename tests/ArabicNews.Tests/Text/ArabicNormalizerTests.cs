using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicNormalizerTests
{
    private static readonly ArabicNormalization[] s_flags = [.. Enum.GetValues<ArabicNormalization>().Where(flag => int.PopCount((int)flag) == 1)];

    /// <summary>Every flag alone, none, and the profiles, of which the last has all.</summary>
    public static TheoryData<ArabicNormalization> Forms => [.. s_flags, ArabicNormalization.None, .. Profiles];

    private static ArabicNormalization[] Profiles => [ArabicNormalization.Display, ArabicNormalization.Search, ArabicNormalization.Match];

    [Theory]
    [InlineData(ArabicNormalization.StripDiacritics, "مُحَمَّد", "محمد")]
    [InlineData(ArabicNormalization.StripDiacritics, "ه\u0670ذا", "هذا")]
    [InlineData(ArabicNormalization.StripTatweel, "محمـــد", "محمد")]
    [InlineData(ArabicNormalization.StripFormatControls, "محمد\u200F", "محمد")]
    [InlineData(ArabicNormalization.StripFormatControls, "\uFEFFمی\u200Cشود \u2067غزة\u2069\u00AD", "میشود غزة")]
    [InlineData(ArabicNormalization.FoldAlef, "أحمد إلى آخر \u0671لكتاب", "احمد الى اخر الكتاب")]
    [InlineData(ArabicNormalization.FoldAlefMaksura, "مستشفى", "مستشفي")]
    [InlineData(ArabicNormalization.FoldTehMarbuta, "مكتبة", "مكتبه")]
    [InlineData(ArabicNormalization.FoldHamzaSeats, "مسؤول مسئول", "مسءول مسءول")]
    [InlineData(ArabicNormalization.FoldPersianLetters, "ایران کتاب", "ايران كتاب")]
    [InlineData(ArabicNormalization.FoldPersianLetters, "ہے پاکستان", "هي پاكستان")]
    [InlineData(ArabicNormalization.FoldDigits, "٤٫٥٪ ۲۰۱۰ ٢٬٠٠٠", "4.5% 2010 2,000")]
    [InlineData(ArabicNormalization.FoldPunctuation, "«نعم»، لا؛ كيف؟", "\"نعم\", لا; كيف?")]
    [InlineData(ArabicNormalization.FoldSpaces, "أ\u00A0ب\u202Fج", "أ ب ج")]
    [InlineData(ArabicNormalization.FoldCase, "NATO \u0130stanbul", "nato istanbul")]
    [InlineData(ArabicNormalization.ExpandPresentationForms, "\uFEFB \uFDF2 \uFDFC", "لا الله ريال")]
    [InlineData(ArabicNormalization.ExpandPresentationForms, "\uFDFD \uFEF7\uFE8E\uFE77", "بسم الله الرحمن الرحيم لأاـ\u064E")]
    [InlineData(ArabicNormalization.ComposeHamza, "ا\u0654حمد ا\u0653خر مسو\u0654ول", "أحمد آخر مسؤول")]
    public void Normalize_OneFlag_ChangesWhatItNames(ArabicNormalization forms, string text, string expected)
        => new ArabicNormalizer(forms).Normalize(text).Should().Be(expected);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Normalize_EveryCodeUnit_IsAsTheObviousVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        var obvious = new ObviousNormalizer(forms);
        for (int c = 0; c <= char.MaxValue; c++)
        {
            // Behind an alef, so that what joins is seen to join.
            string text = $"\u0627{(char)c}";
            string expected = obvious.Normalize(text);
            if (normalizer.Normalize(text) == expected) continue;
            normalizer.Normalize(text).Should().Be(expected, "of U+{0:X4} under {1}", c, forms);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Normalize_AnyText_IsAsTheObviousVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        var obvious = new ObviousNormalizer(forms);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts / 10)) normalizer.Normalize(text).Should().Be(obvious.Normalize(text), "of {0}", Escape(text));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Normalize_AnyText_AllWaysAgree(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts))
        {
            string once = normalizer.Normalize(text);
            if (normalizer.Normalize(once) != once) once.Should().Be(normalizer.Normalize(once), "normalizing twice is normalizing once: {0}", Escape(text));
            if (once == text && !ReferenceEquals(once, text)) text.Should().BeSameAs(once, "nothing changes in {0}", Escape(text));

            int first = normalizer.IndexOfFirstChange(text);
            if (first < 0 != ReferenceEquals(once, text)) first.Should().Be(-1, "nothing changes in {0}", Escape(text));
            if (first >= 0 && !once.StartsWith(text[..first], StringComparison.Ordinal)) once.Should().StartWith(text[..first], "nothing changes before {0} in {1}", first, Escape(text));

            NormalizedText mapped = normalizer.NormalizeWithOffsets(text);
            if (mapped.Text != once || mapped.Offsets.SourceLength != text.Length || mapped.Offsets.Length != once.Length) mapped.Text.Should().Be(once, "offsets change no text: {0}", Escape(text));
            if (once.Length > normalizer.GetMaxLength(text.Length)) once.Length.Should().BeLessThanOrEqualTo(normalizer.GetMaxLength(text.Length));

            char[] place = text.ToCharArray();
            int length = normalizer.NormalizeInPlace(place);
            string inPlace = new(place, 0, length < 0 ? text.Length : length);
            string expected = once.Length > text.Length ? text : once;
            if (inPlace != expected || length < 0 != once.Length > text.Length) inPlace.Should().Be(expected, "in place, of {0}", Escape(text));
        }
    }

    [Theory]
    [InlineData("الو\u0640\u0654", "الء", 2)]
    [InlineData("الو\u0655\u0654", "الء", 2)]
    [InlineData("الو\u0655", "الو", 3)]
    public void Normalize_WhatIsStripped_DoesNotStandBetweenLetterAndHamza(string text, string expected, int firstChange)
    {
        ArabicNormalizer.Search.Normalize(text).Should().Be(expected);
        ArabicNormalizer.Search.IndexOfFirstChange(text).Should().Be(firstChange);
    }

    [Fact]
    public void TryNormalize_DestinationOfTheRightLength_IsFilled()
    {
        Span<char> destination = stackalloc char[7];
        ArabicNormalizer.Search.TryNormalize("الإسـلامُ", destination, out int written).Should().BeTrue();
        destination[..written].ToString().Should().Be("الاسلام");
    }

    [Theory]
    [InlineData("الإسـلامُ")]
    [InlineData("\uFDFD")]
    [InlineData("abc")]
    public void TryNormalize_DestinationTooSmall_IsFalseAndWritesNothingBehindIt(string text)
    {
        int needed = ArabicNormalizer.Search.Normalize(text).Length;
        for (int length = 0; length < needed; length++)
        {
            char[] buffer = [.. Enumerable.Repeat('#', needed + 8)];
            ArabicNormalizer.Search.TryNormalize(text, buffer.AsSpan(0, length), out int written).Should().BeFalse();
            written.Should().Be(0);
            buffer.AsSpan(length).ContainsAnyExcept('#').Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(70)]
    public void TryNormalize_SourceAndDestinationOverlap_IsAsIfTheyDidNot(int distance)
    {
        foreach (string text in RandomTexts.Create(500, maxPieces: 100).Where(text => text.Length > distance))
        {
            string expected = ArabicNormalizer.Search.Normalize(text);
            foreach (bool destinationIsFirst in new[] { false, true })
            {
                char[] memory = new char[distance + Math.Max(text.Length, expected.Length)];
                Span<char> source = memory.AsSpan(destinationIsFirst ? distance : 0, text.Length), destination = memory.AsSpan(destinationIsFirst ? 0 : distance, expected.Length);
                text.CopyTo(source);
                ArabicNormalizer.Search.TryNormalize(source, destination, out int written).Should().BeTrue();
                if (!destination[..written].SequenceEqual(expected)) destination[..written].ToString().Should().Be(expected, "at distance {0}", distance);
            }
        }
    }

    [Fact]
    public void TryNormalize_EmptyText_FitsAnywhere()
    {
        ArabicNormalizer.Match.TryNormalize([], [], out int written).Should().BeTrue();
        written.Should().Be(0);
    }

    [Fact]
    public void NormalizeInPlace_ResultWouldBeLonger_LeavesTheTextUntouched()
    {
        char[] text = "أ \uFDFA".ToCharArray();
        ArabicNormalizer.Search.NormalizeInPlace(text).Should().Be(-1);
        new string(text).Should().Be("أ \uFDFA");
    }

    [Fact]
    public void NormalizeInPlace_ExpansionPaidByWhatIsStripped_Succeeds()
    {
        char[] text = "\uFEFBمُحَمَّد".ToCharArray();
        int length = ArabicNormalizer.Search.NormalizeInPlace(text);
        new string(text, 0, length).Should().Be("لامحمد");
    }

    [Fact]
    public void Normalize_NothingToChange_IsTheSameInstanceAndAllocatesNothing()
    {
        string text = string.Concat(Enumerable.Repeat("هذا نص لا شيء فيه يتغير ", 100)).Replace("شيء", "امر", StringComparison.Ordinal);
        ArabicNormalizer.Search.Normalize(text).Should().BeSameAs(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ArabicNormalizer.Search.Normalize(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Normalize_Null_Throws()
    {
        ArabicNormalizer.Search.Invoking(normalizer => normalizer.Normalize(null!)).Should().Throw<ArgumentNullException>();
        ArabicNormalizer.Search.Invoking(normalizer => normalizer.NormalizeWithOffsets(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Constructor_BitThatIsNoFlag_Throws()
        => FluentActions.Invoking(() => new ArabicNormalizer((ArabicNormalization)(1 << 30))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void GetMaxLength_OfTheLongestLigature_IsExact()
    {
        ArabicNormalizer.Search.GetMaxLength(1).Should().Be(ArabicNormalizer.Search.Normalize("\uFDFD").Length);
        new ArabicNormalizer(ArabicNormalization.FoldCase).GetMaxLength(7).Should().Be(7);
        ArabicNormalizer.Search.GetMaxLength(int.MaxValue).Should().Be(int.MaxValue);
        ArabicNormalizer.Search.Invoking(normalizer => normalizer.GetMaxLength(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Normalize_ManyHamzasBehindOneLongRunOfMarks_TakesLinearTime()
    {
        // Quadratic work over 400,000 marks would not end within the test run.
        string text = "ا" + new string('\u064E', 200_000) + string.Concat(Enumerable.Repeat("\u0654\u064E", 100_000));
        ArabicNormalizer.Display.Normalize(text).Should().StartWith("أ");
        ArabicNormalizer.Search.Normalize(text).Should().Be("ا");
    }

    [Fact]
    public void Normalize_UnderEveryCulture_IsTheSame()
        => Cultures.ShouldAgree(() => string.Concat(Profiles.Select(forms => new ArabicNormalizer(forms).Normalize("TITLE İstanbul Iıi ١٢٫٥ الإسـلامُ \uFDFD ی"))))
            .Should().Contain("title istanbul i\u0131i 12.5 الاسلام");

    [SharedDataFact("data/morphology/normalization/cases.tsv")]
    public void Normalize_CasesOfOtherLibraries_AgreeUnderTheirFlags()
    {
        const ArabicNormalization lucene = ArabicNormalization.StripDiacritics | ArabicNormalization.StripTatweel | ArabicNormalization.FoldAlef | ArabicNormalization.FoldAlefMaksura
            | ArabicNormalization.FoldTehMarbuta;
        int kept = 0;
        foreach (string[] row in Rows("cases.tsv"))
        {
            (string input, string expected, string rule) = (row[0], row[1], row[2]);
            ArabicNormalization? forms = rule switch
            {
                _ when rule.StartsWith("lucene-normalize:", StringComparison.Ordinal) => lucene,
                "maha-lam_alef" => ArabicNormalization.ExpandPresentationForms | ArabicNormalization.FoldAlef,
                "camel-nfkc+override" => ArabicNormalization.ExpandPresentationForms,
                "maha-ligatures" when input != "\uFDF5" => ArabicNormalization.ExpandPresentationForms,
                "maha-teh_marbuta" or "camel-teh-marbuta-ar" => ArabicNormalization.FoldTehMarbuta,
                "camel-alef-ar" => ArabicNormalization.FoldAlef,
                "camel-alef-maksura-ar" => ArabicNormalization.FoldAlefMaksura,
                _ when rule.StartsWith("camel-dediac-ar", StringComparison.Ordinal) => ArabicNormalization.StripDiacritics,
                "arabert-hindi-digits" => ArabicNormalization.FoldDigits,
                "strip-tatweel" when row[3].StartsWith("Maha", StringComparison.Ordinal) => ArabicNormalization.StripTatweel,
                _ when rule.StartsWith("user-", StringComparison.Ordinal) => ArabicNormalization.Search,
                _ => null,
            };
            if (forms is null) continue;
            kept++;
            new ArabicNormalizer(forms.Value).Normalize(input).Should().Be(expected, "{0} of {1}", rule, row[3]);
        }

        kept.Should().Be(43, "that many rows keep the rules of the data's README");
    }

    [SharedDataFact("data/morphology/normalization/unicode-nfkc-arabic.tsv")]
    public void Normalize_PresentationForms_AreUnicodesButForFifteen()
    {
        var expand = new ArabicNormalizer(ArabicNormalization.ExpandPresentationForms);
        var different = new Dictionary<string, string>(StringComparer.Ordinal);
        int rows = 0;
        foreach (string[] row in Rows("unicode-nfkc-arabic.tsv"))
        {
            rows++;
            string form = ((char)int.Parse(row[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
            string nfkc = string.Concat(row[3].Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            string ours = expand.Normalize(form);
            if (ours != nfkc) different.Add(row[0], ours);
        }

        rows.Should().Be(735);
        different.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            // Two marks, without the blank that Unicode puts under them.
            ["U+FC5E"] = "\u064C\u0651",
            ["U+FC5F"] = "\u064D\u0651",
            ["U+FC60"] = "\u064E\u0651",
            ["U+FC61"] = "\u064F\u0651",
            ["U+FC62"] = "\u0650\u0651",
            ["U+FC63"] = "\u0651\u0670",

            // One mark.
            ["U+FE70"] = "\u064B",
            ["U+FE72"] = "\u064C",
            ["U+FE74"] = "\u064D",
            ["U+FE76"] = "\u064E",
            ["U+FE78"] = "\u064F",
            ["U+FE7A"] = "\u0650",
            ["U+FE7C"] = "\u0651",
            ["U+FE7E"] = "\u0652",

            // Arabic for the coin of Arab countries, where Unicode has a Farsi yeh.
            ["U+FDFC"] = "ريال",
        });
    }

    private static IEnumerable<string[]> Rows(string file)
        => File.ReadLines(RepositoryFiles.InShared("data/morphology/normalization/" + file)!).Skip(1).Select(line => line.Split('\t'));

    private static string Escape(string text) => string.Concat(text.Select(c => $"\\u{(int)c:X4}"));
}
