namespace ArabicNews.Tests.Entities;

public class EntityExtractorTests
{
    [Theory]
    [InlineData("وصل الوفد إلى القاهرة وبغداد أمس.", "القاهرة", "بغداد")]
    [InlineData("المساعدات لغزة والدعم للقاهرة مستمران.", "غزة", "لقاهرة")]
    [InlineData("اجتماع بواشنطن وآخر بباريس", "واشنطن", "باريس")]
    [InlineData("زار فلسطينَ ولبنـــان", "فلسطينَ", "لبنـــان")]
    public void Places_BehindAttachedParticles_AreSpannedWithoutThem(string text, params string[] printed) => PrintedPlaces(text).Should().Equal(printed);

    [Theory]
    [InlineData("استمع إليه كبيرا وصغيرا ثم لجأوا إلى الحيلة.")]
    [InlineData("كان الرجل هناك، ونشرت الصحيفة صور الحادث.")]
    [InlineData("قلص الفارق وسكنت الكرة الزاوية اليمنى.")]
    [InlineData("البحث في المركز مستمر والعالم يتابع.")]
    [InlineData("المهرجان كان الأول من نوعه، وفي كان وأخواتها درس طويل.")]
    [InlineData("مهرجان كان الجمهور ينتظره منذ عام.")]
    [InlineData("نشرت الصحيفة صور في عددها الأخير.")]
    [InlineData("من القمصان الزرقاء والبيضاء إلى كنيس قديم.")]
    [InlineData("سمع دويه في كل مكان، وهبط المسبار قرب القطب الجنوبي للقمر.")]
    [InlineData("يبلغ نهائي كأس آسيا للمرة الأولى.")]
    public void Places_PlainWords_AreNone(string text) => PrintedPlaces(text).Should().BeEmpty();

    [Theory]
    [InlineData("قصف الطيران مدينة صور جنوبا.", "صور")]
    [InlineData("تظاهروا في صور اللبنانية أمس.", "صور")]
    [InlineData("عرض الفيلم في مدينة كان الفرنسية.", "كان")]
    [InlineData("نال المخرج الياباني السعفة الذهبية في كان مساء السبت، وهي جائزة المهرجان الفرنسي.", "كان")]
    [InlineData("افتتح مهرجان كان السينمائي أمس، وعاد المخرج الفرنسي إليه.", "كان")]
    [InlineData("تظاهر سكان قنا أمس أمام البلدية.", "قنا")]
    public void Places_PlainWordWithACue_IsOne(string text, string printed) => PrintedPlaces(text).Should().Equal(printed);

    [Theory]
    [InlineData("اشتباكات في طرابلس اللبنانية.", "LB")]
    [InlineData("أعلنت حكومة الوحدة الليبية في طرابلس وبنغازي ومصراتة.", "LY")]
    [InlineData("توتر في طرابلس وصيدا وبيروت، وقال الرئيس اللبناني إن لبنان سيتجاوزه.", "LB")]
    public void Places_NameOfTwoCities_GoesByItsCompany(string text, string country) => PlaceOf(text, "طرابلس").CountryCode.Should().Be(country);

    [Theory]
    [InlineData("قال وزير الخارجية الأردني في العاصمة عمان إن الأردن يرحب.", PlaceKind.Capital)]
    [InlineData("أعلنت عمان في مسقط أن الوساطة العمانية مستمرة.", PlaceKind.Country)]
    public void Places_CityOrCountry_GoesByItsCompany(string text, PlaceKind kind) => PlaceOf(text, "عمان").Kind.Should().Be(kind);

    [Theory]
    [InlineData("ألقى المشاركون أزهار القرنفل في الماء.")]
    [InlineData("تعويم «إيفر غيفن» وعودة التلسكوب «جيمس ويب».")]
    [InlineData("ضربت العاصفة المتوسطية «دانيال» السواحل، ثم ابتعدت «دانيال» نحو الشرق.")]
    [InlineData("على ملعب أحمد بن علي وفي شارع محمد محمود وعبر مطار الملكة علياء.")]
    [InlineData("منحت لجنة نوبل جائزة نوبل في الكيمياء، وتبلغ قيمة نوبل مليون دولار.")]
    [InlineData("وترأس المؤتمر وفد كبير، فيما دعت كبرى الدول إلى الهدوء.")]
    [InlineData("زوار بيت الله الحرام، وسأل المولى القدير التوفيق، وبالله عز وجل المستعان.")]
    [InlineData("مع وجود طعام في بلاد الرفاهية.")]
    [InlineData("يعيشون حياة كريمة وقد فتح أبوابه للصائمين.")]
    [InlineData("انتهى فصل بدأ بجنوحها في مارس.")]
    [InlineData("هو ابن عالم الرياضيات، وروائي المنفى.")]
    public void People_PlainWordsAndThings_AreNone(string text) => PrintedPeople(text).Should().BeEmpty();

    [Theory]
    [InlineData("كان أبوه «هيرمان أينشتاين» يعمل في التجارة.", "هيرمان أينشتاين")]
    [InlineData("قال الطبيب الشرعي «توماس هارفي» إن الفحص انتهى.", "توماس هارفي")]
    public void People_InQuotationMarks_ArePeopleWhereNothingSaysThatTheyAreThings(string text, string printed) => PrintedPeople(text).Should().Equal(printed);

    [Theory]
    [InlineData("انهار مبنى في بلدة إغيل جنوبا.", "إغيل")]
    [InlineData("قصف بلدة كفر كلا وقرية دير الزهراني.", "كفر كلا", "دير الزهراني")]
    [InlineData("في ضاحية أوسترمالم الراقية.", "أوسترمالم")]
    public void Places_UnknownToTheGazetteer_AreFoundByTheirHeads(string text, params string[] names) => PrintedPlaces(text).Should().Equal(names);

    [Theory]
    [InlineData("تقدم الجيش في ولاية الجزيرة أمس. وقال شهود في الجزيرة إن القتال توقف.", "الجزيرة SD|الجزيرة SD")]
    [InlineData("زار الوزير محافظة الشرقية وافتتح مدرسة في الشرقية.", "الشرقية EG|الشرقية EG")]
    [InlineData("تقدم الجيش في ولاية الجزيرة أمس، وقالت قناة الجزيرة إن القتال توقف.", "الجزيرة SD")]
    [InlineData("قال شهود في الجزيرة إن القتال توقف.", "")]
    [InlineData("وصل إلى محافظة العاصمة الكويتية.", "محافظة العاصمة الكويتية KW")]
    public void Places_DivisionThatListsNameWithItsHead_IsNamedWithout(string text, string places) => Countries(text).Should().Be(places);

    [Theory]
    [InlineData("يعيش الشاعر بصور في جنوب لبنان.", "صور LB|لبنان LB")]
    [InlineData("تدرب السويسري ابن بازل في ملعب النادي.", "بازل CH")]
    [InlineData("قتل مدنيون في صور في الجنوب اللبناني.", "صور LB")]
    [InlineData("لكن غرناطة الإسبانية أشهر، ولغرناطة أخت في نيكاراغوا على ضفة بحيرة.", "غرناطة ES|غرناطة ES|نيكاراغوا NI")]
    [InlineData("وصلت القافلة إلى طرابلس الغرب مساء.", "طرابلس الغرب LY")]
    public void Places_WhatStandsBehind_TellsThemToo(string text, string places) => Countries(text).Should().Be(places);

    [Theory]
    [InlineData("ارتفعت مياه النيل الأبيض أمس، وقال الوزير السوداني إن الخرطوم في خطر.", PlaceKind.Water)]
    [InlineData("وصل الوالي إلى النيل الأبيض أمس، وقال الوزير السوداني إن الخرطوم في خطر.", PlaceKind.Region)]
    public void Places_RiverAndItsDivision_GoByTheWordBefore(string text, PlaceKind kind) => PlaceOf(text, "النيل الأبيض").Kind.Should().Be(kind);

    [Theory]
    [InlineData("خرجوا إلى الشوارع في عمّان ليلا.", PlaceKind.Capital)]
    [InlineData("خرجوا إلى الشوارع في عمان ليلا.", PlaceKind.Country)]
    public void Places_AmmanWithItsShadda_IsTheCity(string text, PlaceKind kind) => EntityExtractor.Default.Extract(text).Places.Single().Place!.Kind.Should().Be(kind);

    [Theory]
    [InlineData("قال أنطونيو غوتيريش إن الوضع خطير.", "person/antonio-guterres", "Antonio Guterres")]
    [InlineData("وصل فاتسلاف كلاوس أمس.", "person/vaclav-klaus", "Vaclav Klaus")]
    [InlineData("قال فيرنر بلاشكه ذلك.", null, null)]
    [InlineData("وقال ولي العهد محمد بن سلمان بن عبد العزيز ذلك.", "person/mohammed-bin-salman", "Mohammed bin Salman")]
    [InlineData("وقال المهندس محمد علي حسن ذلك.", null, null)]
    public void People_WhomTheGazetteerKnows_HaveTheirEnglishNames(string text, string? id, string? english)
    {
        Entity person = EntityExtractor.Default.Extract(text).People.Single();

        person.Id.Should().Be(id);
        person.EnglishName.Should().Be(english);
    }

    [Theory]
    [InlineData("فاز ريال مدريد على ضيفه.", "ريال مدريد")]
    [InlineData("درس في جامعة القاهرة ثم سافر.", "جامعة القاهرة")]
    [InlineData("ونقلت صحيفة الشرق الأوسط عن مصادر.", "الشرق الأوسط")]
    [InlineData("قال البيت الأبيض إنه يتابع.", "البيت الأبيض")]
    public void Organizations_TakeThePlaceInTheirName(string text, string name)
    {
        EntityExtraction extraction = EntityExtractor.Default.Extract(text);

        Printed(text, extraction.Organizations).Should().Equal(name);
        extraction.Places.Should().BeEmpty();
    }

    [Theory]
    [InlineData("وقال وزير المالية السنغالي أمادو ديوب إن الميزانية جاهزة.", "أمادو ديوب")]
    [InlineData("التقى المبعوث الأممي كارلو فينتوري مسؤولين.", "كارلو فينتوري")]
    [InlineData("حضر محمد هنيدي وأشرف عبد الباقي العرض.", "محمد هنيدي", "أشرف عبد الباقي")]
    [InlineData("وصل الشيخ راشد بن محمد بن راشد آل مكتوم.", "راشد بن محمد بن راشد آل مكتوم")]
    [InlineData("وأكد عبدالواحد الشرقاوي موقفه.", "عبدالواحد الشرقاوي")]
    [InlineData("سجلهما القائد ديميتروس فالنسيا في الشوط الأول.", "ديميتروس فالنسيا")]
    [InlineData("بفضل حارسها غوستافو بيرتولي ومساعده لوكا مارتيلي.", "غوستافو بيرتولي", "لوكا مارتيلي")]
    [InlineData("قال رئيس اللجنة سلطان العتيبي إن الدورة نجحت.", "سلطان العتيبي")]
    [InlineData("وحضر حشر بن مكتوم ورميح بن محمد الرميح.", "حشر بن مكتوم", "رميح بن محمد الرميح")]
    [InlineData("1- دنزيل كروفاك (البحرين)، الجمباز", "دنزيل كروفاك")]
    [InlineData("والسيد ماهر المصري والسيد جريس قسيس.", "ماهر المصري", "جريس قسيس")]
    [InlineData("وسجل أولا، ورد عمر المالكي بعد ثلاث دقائق.", "عمر المالكي")]
    public void People_UnknownToTheGazetteer_AreFoundByTheirWords(string text, params string[] names) => PrintedPeople(text).Should().Equal(names);

    [Theory]
    [InlineData("أنطونيو غوتيريش")]
    [InlineData("أنطونيو جوتيريش")]
    [InlineData("أنطونيو غوتيريس")]
    public void People_AnySpelling_HaveOneId(string name) => EntityExtractor.Default.Extract($"قال الأمين العام للأمم المتحدة {name} إن الوضع صعب.").People.Single().Id.Should().Be("person/antonio-guterres");

    [Fact]
    public void People_TwoSpellings_AreOneEntity()
    {
        string text = "قال بنيامين نتنياهو إن الأمر انتهى. وأضاف نتانياهو أنه لن يعود.";

        Entity person = EntityExtractor.Default.Extract(text).People.Single();

        person.Name.Should().Be("بنيامين نتنياهو");
        Printed(text, [person]).Should().Equal("بنيامين نتنياهو", "نتانياهو");
    }

    [Fact]
    public void People_ShortForms_GroupUnderTheFullName_WithoutTheirParticles()
    {
        string text = "استقبل الوزير كريستوف لامبيرنو نظيره يان كوفالتشيك. واتفق لامبيرنو وكوفالتشيك على لقاء آخر.";

        EntityExtractor.Default.Extract(text).People.Select(person => string.Join('|', Printed(text, [person]))).Should().Equal("كريستوف لامبيرنو|لامبيرنو", "يان كوفالتشيك|كوفالتشيك");
    }

    [Fact]
    public void People_CityOfTheSameName_IsThePersonOfTheText()
    {
        EntityExtractor.Default.Extract("التقى لويد أوستن نظيره. ثم غادر أوستن المقر.").Places.Should().BeEmpty();
        PrintedPlaces("افتتح المصنع في مدينة أوستن الأميركية.").Should().Equal("أوستن");
    }

    [Fact]
    public void Role_IsAsPrinted() =>
        EntityExtractor.Default.Extract("قال وزير الدفاع الأميركي لويد أوستن أمس.").People.Single().Role.Should().Be("وزير الدفاع الأميركي");

    [Fact]
    public void Places_SeveralNames_AreOneEntity()
    {
        string text = "الولايات المتحدة وأميركا وأمريكا؛ قطاع غزة وغزة.";

        EntityExtractor.Default.Extract(text).Places.Select(place => place.Mentions.Length).Should().Equal(3, 2);
    }

    [Fact]
    public void Article_MentionsNeverCrossParts()
    {
        // Joined, the two lines would read «الولايات المتحدة» and «محمد هنيدي».
        string text = "اجتماع الولايات\nالمتحدة تعلن فوز محمد\nهنيدي";
        var article = new Article { Span = new TextSpan(0, text.Length), Parts = [.. LinesOf(text).Select(line => new ArticlePart(line, ArticlePartKind.Paragraph))] };

        EntityExtraction extraction = EntityExtractor.Default.Extract(article, text);

        foreach (Mention mention in extraction.Entities.SelectMany(entity => entity.Mentions))
            article.Parts.Should().Contain(part => part.Span.Contains(mention.Span));
        extraction.Places.Should().BeEmpty();
    }

    [Fact]
    public void Article_OutsideItsParts_NothingIsRead()
    {
        string text = "بغداد\nالقاهرة\nدمشق";
        var article = new Article { Span = new TextSpan(6, 7), Parts = [new ArticlePart(new TextSpan(6, 7), ArticlePartKind.Headline)] };

        Printed(text, EntityExtractor.Default.Extract(article, text).Places).Should().Equal("القاهرة");
    }

    [Fact]
    public void Article_OfAnotherText_Throws()
    {
        var article = new Article { Span = new TextSpan(0, 50), Parts = [new ArticlePart(new TextSpan(0, 50), ArticlePartKind.Lede)] };

        ((Action)(() => EntityExtractor.Default.Extract(article, "بغداد"))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void MinScore_LeavesOutWhatIsLessSure()
    {
        string text = "قال محمد هنيدي إن بغداد جميلة.";

        new EntityExtractor(new EntityExtractorOptions { MinScore = 1 }).Extract(text).Entities.Should().BeEmpty();
        new EntityExtractor(new EntityExtractorOptions { MinScore = 0 }).Extract(text).Entities.Length.Should().BeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void MinScore_OutOfRange_Throws(float score) => ((Func<EntityExtractor>)(() => new EntityExtractor(new EntityExtractorOptions { MinScore = score }))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Null_Throws()
    {
        ((Action)(() => EntityExtractor.Default.Extract((string)null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => EntityExtractor.Default.Extract((NewsPage)null!))).Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<TextSpan> LinesOf(string text)
    {
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            yield return new TextSpan(start, line.Length);
            start += line.Length + 1;
        }
    }

    private static PlaceInfo PlaceOf(string text, string printed) =>
        EntityExtractor.Default.Extract(text).Places.Single(place => place.Mentions.Any(mention => text[(Range)mention.Span] == printed)).Place!;

    private static string Countries(string text) => string.Join('|', EntityExtractor.Default.Extract(text).Places.SelectMany(place => place.Mentions.Select(mention => (mention.Span, place.Place)))
        .OrderBy(mention => mention.Span.Start).Select(mention => $"{text[(Range)mention.Span]} {mention.Place?.CountryCode}"));

    private static IEnumerable<string> PrintedPlaces(string text) => Printed(text, EntityExtractor.Default.Extract(text).Places);

    private static IEnumerable<string> PrintedPeople(string text) => Printed(text, EntityExtractor.Default.Extract(text).People);

    private static IEnumerable<string> Printed(string text, IEnumerable<Entity> entities) =>
        entities.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Span.Start).Select(mention => text[(Range)mention.Span]);
}
