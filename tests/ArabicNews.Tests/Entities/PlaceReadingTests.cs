namespace ArabicNews.Tests.Entities;

/// <summary>Names of two or more readings, each both ways.</summary>
public class PlaceReadingTests
{
    [Theory]
    [InlineData("اشتباكات في طرابلس اللبنانية مساء الأحد.", "LB")]
    [InlineData("امتدت الاحتجاجات إلى طرابلس وصيدا وزحلة.", "LB")]
    [InlineData("أغلق المحتجون الطريق بين طرابلس وبيروت.", "LB")]
    [InlineData("زار الوزير مدينة طرابلس. وقال إن لبنان شريك.", "LB")]
    [InlineData("أعلنت الحكومة الليبية في طرابلس عن الميزانية.", "LY")]
    [InlineData("تبعد طرابلس عن مصراتة مئتي كيلومتر.", "LY")]
    [InlineData("وصلت الطائرة إلى طرابلس.", "LY")]
    public void Tripoli(string text, string country) => PlaceOf(text, "طرابلس").CountryCode.Should().Be(country);

    [Theory]
    [InlineData("زار الوزير عُمان أمس.", "OM", PlaceKind.Country)]
    [InlineData("زار الوزير عَمّان أمس.", "JO", PlaceKind.Capital)]
    [InlineData("زار الوزير عمّان أمس.", "JO", PlaceKind.Capital)]
    [InlineData("زار الوزير عَمان أمس.", "JO", PlaceKind.Capital)]
    [InlineData("زار الوزير عمان أمس.", "OM", PlaceKind.Country)]
    [InlineData("في العاصمة الأردنية عمان، وفي إربد والزرقاء.", "JO", PlaceKind.Capital)]
    [InlineData("عمان - خلت الشوارع من المارة بسبب الثلوج.", "JO", PlaceKind.Capital)]
    [InlineData("في مسقط، رحبت عمان بالاتفاق.", "OM", PlaceKind.Country)]
    [InlineData("أقيم العرس في العاصمة الأردنية عمان.", "JO", PlaceKind.Capital)]
    [InlineData("قال مسؤول أردني إن الحافلات ستعود إلى عمان.", "JO", PlaceKind.Capital)]
    [InlineData("أغلقت الثلوج شوارع عمان.", "JO", PlaceKind.Capital)]
    [InlineData("تسير الشركة رحلات بين صنعاء وعمان.", "JO", PlaceKind.Capital)]
    [InlineData("أقلعت الطائرة من القاهرة إلى عمان.", "JO", PlaceKind.Capital)]
    [InlineData("زار الأمير السعودية وعمان.", "OM", PlaceKind.Country)]
    [InlineData("رحبت سلطنة عمان بالاتفاق. وتسير الشركة رحلات بين صنعاء وعمان. وقال مصدر إن عمان تنتظر.", "JO", PlaceKind.Capital)]
    [InlineData("تسير الشركة رحلات بين صنعاء وعمان. وقال مصدر إن عمان وافقت على زيادتها.", "JO", PlaceKind.Capital)]
    public void Oman(string text, string country, PlaceKind kind)
    {
        PlaceInfo place = EntityExtractor.Default.Extract(text).Places.Single(entity => entity.Mentions.Any(mention => Bare(mention.Span.In(text)) == "عمان")).Place!;

        place.CountryCode.Should().Be(country);
        place.Kind.Should().Be(kind);
    }

    [Fact]
    public void Oman_BehindTheWordForItsSultanate_IsOneName()
    {
        string text = "رحبت سلطنة عمان بالاتفاق.";

        Entity oman = EntityExtractor.Default.Extract(text).Places.Single();

        oman.Id.Should().Be("Q842");
        oman.Mentions.Single().Span.In(text).ToString().Should().Be("سلطنة عمان");
    }

    [Theory]
    [InlineData("الجزائر", "تستورد الجزائر القمح من أوروبا.", PlaceKind.Country)]
    [InlineData("الجزائر", "أمطار غزيرة في الجزائر العاصمة.", PlaceKind.Capital)]
    [InlineData("الجزائر", "افتتح المعرض في مدينة الجزائر.", PlaceKind.Capital)]
    [InlineData("الجزائر", "الجزائر - افتتح وزير الثقافة المعرض الدولي للكتاب.", PlaceKind.Capital)]
    [InlineData("الجزائر", "الجزائر - تونس: مباراة مؤجلة.", PlaceKind.Country)]
    [InlineData("تونس", "تصدر تونس زيت الزيتون.", PlaceKind.Country)]
    [InlineData("تونس", "انطلق المهرجان في تونس العاصمة.", PlaceKind.Capital)]
    [InlineData("الكويت", "تنتج الكويت النفط.", PlaceKind.Country)]
    [InlineData("الكويت", "سكان مدينة الكويت.", PlaceKind.Capital)]
    [InlineData("الكويت", "في دولة الكويت.", PlaceKind.Country)]
    public void CountryOrItsCapital(string name, string text, PlaceKind kind) => PlaceOf(text, name).Kind.Should().Be(kind);

    [Theory]
    [InlineData("قنا", "حادث سير في محافظة قنا جنوب مصر.", "EG")]
    [InlineData("قنا", "وقنا شر الفتن، والله المستعان.", null)]
    [InlineData("كان", "يعود مهرجان مدينة كان الفرنسية في مايو.", "FR")]
    [InlineData("كان", "كان الفرنسي بول أول الواصلين، وكانت الأجواء ماطرة.", null)]
    [InlineData("كان", "كان الوضع هادئا في المدينة.", null)]
    [InlineData("صور", "قصف استهدف مدينة صور جنوب لبنان.", "LB")]
    [InlineData("صور", "سفن الصيد في ولاية صور العمانية.", "OM")]
    [InlineData("صور", "نشرت الوكالة صور الأقمار الصناعية.", null)]
    [InlineData("صور", "نشروا صور الفلسطينيين العائدين.", null)]
    [InlineData("بابل", "زار السياح محافظة بابل في العراق.", "IQ")]
    [InlineData("بابل", "رواية عن برج بابل.", null)]
    [InlineData("السودان", "عبر اللاجئون السودان نحو تشاد.", "SD")]
    [InlineData("أم درمان", "قتال في أم درمان والخرطوم.", "SD")]
    [InlineData("أم", "قالت أم أحمد إنها عادت.", null)]
    [InlineData("سبتة", "مهاجرون عند حدود سبتة ومليلية.", "ES")]
    [InlineData("السبت", "وصلوا يوم السبت الماضي.", null)]
    [InlineData("سبت", "في سبت النور يجتمع الناس.", null)]
    [InlineData("الثورة", "ذكرى الثورة السورية.", null)]
    public void PlaceOrWord(string name, string text, string? country) => CountryOf(text, name).Should().Be(country);

    [Theory]
    [InlineData("السودان وجنوب السودان وقعا الاتفاق.", "SD", "SS")]
    public void TwoPlaces_OneInTheOthersName(string text, params string[] countries) =>
        EntityExtractor.Default.Extract(text).Places.Select(place => place.Place!.CountryCode).Should().Equal(countries);

    [Theory]
    [InlineData("تجول الوالي في مدينة المنصورة وفي تلمسان.", -1.3)]
    [InlineData("تجول الوالي في مدينة المنصورة وفي برج بوعريريج.", 4.5)]
    [InlineData("وصل القطار من القاهرة ودمياط إلى المنصورة.", 31.4)]
    public void TwoTownsOfOneCountry_TheNearerIsMeant(string text, double longitude) => PlaceOf(text, "المنصورة").Longitude.Should().BeApproximately(longitude, 0.3);

    [Theory]
    [InlineData("قصفت المدفعية بلدات النبطية وجبيل وصور.", "صور", "LB")]
    [InlineData("يصل السياح إلى جزيرة جربة في أكتوبر. وتعد جربة من أشهر الجزر.", "جربة", "TN")]
    [InlineData("تقع أتلانتا في الجنوب. وفازت جورجيا بالمقعد.", "جورجيا", "US")]
    [InlineData("تقع تبليسي في القوقاز. وفازت جورجيا بالمقعد.", "جورجيا", "GE")]
    [InlineData("قالت الولايات المتحدة إن واشنطن تتابع الوضع في جورجيا. ودعا البيت الأبيض إلى الهدوء. وأضافت أميركا أنها تراقب.", "جورجيا", "GE")]
    [InlineData("تأجل فرز الأصوات في بنسلفانيا وأريزونا. وفاز بايدن في جورجيا.", "جورجيا", "US")]
    [InlineData("بين تكساس وجورجيا طريق طويل.", "جورجيا", "US")]
    [InlineData("أعلنت ولاية جورجيا النتائج.", "جورجيا", "US")]
    [InlineData("ساندت الحكومة جورجيا. وقالت أميركا إنها تراقب.", "جورجيا", "GE")]
    public void WhatStandsElsewhereInTheText_TellsThePlace(string text, string name, string country) => CountryOf(text, name).Should().Be(country);

    [Theory]
    [InlineData("أقيمت صلاة المغرب في المسجد الكبير.", "")]
    [InlineData("قال لـ«الشرق الأوسط» إن المحادثات مستمرة.", "")]
    [InlineData("المحادثات مستمرة في الشرق الأوسط.", "الشرق الأوسط")]
    [InlineData("هطلت الأمطار على غرب أفريقيا.", "أفريقيا")]
    [InlineData("هطلت الأمطار على جنوب أفريقيا.", "جنوب أفريقيا")]
    [InlineData("هطلت الأمطار على ولاية جورجيا.", "جورجيا")]
    [InlineData("تعادل سلتيك (اسكتلندا) - كوبنهاغن (الدنمارك) 1 - صفر", "اسكتلندا|الدنمارك")]
    [InlineData("النتائج: بنفيكا (البرتغال) - كوبنهاغن (الدنمارك) 2 - 1", "البرتغال|الدنمارك")]
    [InlineData("فتح خط بين كوبنهاغن (الدنمارك) وبرلين (ألمانيا) قبل عام.", "كوبنهاغن|الدنمارك|برلين|ألمانيا")]
    [InlineData("فتح خط كوبنهاغن (الدنمارك) - برلين (ألمانيا) قبل عام.", "كوبنهاغن|الدنمارك|برلين|ألمانيا")]
    [InlineData("فاز الفريق على مضيفه ستيوا بوخارست في الجولة الأولى.", "")]
    [InlineData("تعادل دينامو زغرب أمس.", "")]
    public void Words_ThatBelongToAPlaceOrTakeItAway(string text, string printed) =>
        string.Join('|', EntityExtractor.Default.Extract(text).Places.SelectMany(place => place.Mentions).Select(mention => mention.Span.In(text).ToString())).Should().Be(printed);

    [Fact]
    public void APartOfALongerName_IsStillThePlaceItNames() => EntityExtractor.Default.Extract("انطلق المهرجان في تونس العاصمة.").Places.Single().Id.Should().Be("Q3572");

    [Theory]
    [InlineData("LB", "LB")]
    [InlineData("LY", "LY")]
    [InlineData(null, "LY")]
    public void HomeCountry_CountsAsAVoice(string? home, string country)
    {
        var extractor = new EntityExtractor(new EntityExtractorOptions { HomeCountry = home });

        extractor.Extract("أضرب السائقون في طرابلس.").Places.Single().Place!.CountryCode.Should().Be(country);
    }

    [Theory]
    [InlineData("قالت واشنطن إنها تراقب الوضع.", true)]
    [InlineData("وحذرت موسكو من العواقب.", true)]
    [InlineData("واشنطن ترفض الاتهامات.", true)]
    [InlineData("استؤنفت المحادثات مع طهران.", true)]
    [InlineData("التقى الوزيران في واشنطن.", false)]
    [InlineData("وصلت الطائرة إلى موسكو.", false)]
    [InlineData("وصلت موسكو قافلة من الشاحنات.", false)]
    [InlineData("شوارع باريس مزدحمة.", false)]
    [InlineData("قالت حلب كلمتها.", false)]
    public void Capitals_ThatActAreGovernments(string text, bool isGovernment)
    {
        Mention mention = EntityExtractor.Default.Extract(text).Places.Single().Mentions.Single();

        mention.Evidence.HasFlag(MentionEvidence.Government).Should().Be(isGovernment);
    }

    [Fact]
    public void Nationalities_PointToTheirCountries()
    {
        const string Text = "قال الرئيس اللبناني للوفد الأميركي إن اللاعب الكوري الجنوبي شارك باليد اليمنى، وإن الوضع المالي جيد.";

        EntityExtraction extraction = EntityExtractor.Default.Extract(Text);

        extraction.Nationalities.Select(nationality => $"{nationality.Span.In(Text)} {nationality.CountryCode}").Should().Equal("اللبناني LB", "الأميركي US", "الكوري الجنوبي KR");
        EntityExtractor.Default.Extract("زار الرئيس المالي مدينة غاو في مالي، وتحدث الجيش المالي.").Nationalities.Select(nationality => nationality.CountryCode).Should().Contain("ML");
    }

    [Theory]
    [InlineData("اشتباكات في طرابلس اللبنانية.", true)]
    [InlineData("اشتباكات في طرابلس.", false)]
    public void Nationality_BesideAPlace_IsItsEvidence(string text, bool isThere) =>
        EntityExtractor.Default.Extract(text).Places.Single().Mentions.Single().Evidence.HasFlag(MentionEvidence.Nationality).Should().Be(isThere);

    private static string Bare(ReadOnlySpan<char> name) => string.Concat(name.ToArray().Where(c => c is not (>= '\u064B' and <= '\u0652')));

    private static PlaceInfo PlaceOf(string text, string printed) =>
        EntityExtractor.Default.Extract(text).Places.First(entity => entity.Mentions.Any(mention => mention.Span.In(text).StartsWith(printed))).Place!;

    private static string? CountryOf(string text, string printed) =>
        EntityExtractor.Default.Extract(text).Places.FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Span.In(text).SequenceEqual(printed)))?.Place?.CountryCode;
}
