using System.Security.Cryptography;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

public class StorySignatureTests
{
    private const string Festival =
        "افتتح وزير الثقافة مساء أمس في مدينة صفاقس مهرجان القصبة للموسيقى بحضور 1200 من الضيوف، وقال في كلمته إن الدورة الثامنة عشرة تجمع فرقاً من تسع دول.\n"
        + "وأوضحت مديرة المهرجان أن البرنامج يضم أربعاً وعشرين سهرة موزعة على ثلاثة فضاءات، أبرزها برج النار ومسرح الهواء الطلق، وأن تذاكر السهرات الأولى نفدت قبل أسبوع.\n"
        + "وكانت الدورة الماضية قد استقطبت نحو 45 ألف متفرج، بحسب أرقام البلدية التي وفرت حافلات إضافية تربط وسط المدينة بالمسرح حتى ساعة متأخرة من الليل.\n"
        + "وأعلنت الهيئة المنظمة أن مداخيل سهرة الاختتام ستخصص لترميم المدرسة الموسيقية القديمة في باب الجبلي، وهي من أقدم مدارس الموسيقى في أمريكا وأوروبا وشمال أفريقيا.";

    private const string SameTopic =
        "قال رئيس بلدية صفاقس إن مهرجان القصبة للموسيقى يمنح تجار المدينة العتيقة موسماً ثانياً، وطالب بتمديد أيامه في العام المقبل.\n"
        + "وأضاف في مؤتمر صحفي أن البلدية تدرس تحويل محيط برج النار إلى منطقة للمشاة خلال أيام المهرجان، بعد شكاوى السكان من ازدحام السيارات.\n"
        + "أما مديرة المهرجان فاعتبرت أن البنية الحالية لا تتسع لأكثر من أربع وعشرين سهرة، ودعت وزير الثقافة إلى تمويل فضاء رابع.";

    [Fact]
    public void IsCopyOf_OwnText_AndNotAnotherOfTheSameTopic()
    {
        Of(Festival).IsCopyOf(Of(Festival)).Should().BeTrue();
        Of(Festival).IsCopyOf(Of(SameTopic)).Should().BeFalse();
        Of(Festival).GetOverlap(Of(SameTopic)).Should().BeLessThan(0.2);
    }

    [Theory]
    [InlineData("إ|أ", "ا|ا", "hamza left out")]
    [InlineData("ة", "ه", "heh for teh marbuta")]
    [InlineData("ى", "ي", "dotted alef maksura")]
    [InlineData("ي", "\u06CC", "Farsi yeh")]
    [InlineData("1|2|4|5", "١|٢|٤|٥", "Arabic-Indic digits")]
    [InlineData("م", "م\u064E", "vowels")]
    [InlineData("م", "\u0640م", "tatweel")]
    [InlineData("أمريكا", "أميركا", "another house's transliteration")]
    [InlineData("أوروبا", "اوربا", "another transliteration, without hamza")]
    [InlineData("\n", " ", "one paragraph")]
    [InlineData("، |. |.\n|.", " | |\n|", "no punctuation")]
    [InlineData("1200", "1,200", "a sign that groups digits")]
    [InlineData(" ", "  \u200F", "direction marks")]
    public void Create_OtherSpelling_GivesTheSameSignature(string letters, string others, string because)
    {
        string respelled = letters.Split('|').Zip(others.Split('|')).Aggregate(Festival, (text, pair) => text.Replace(pair.First, pair.Second, StringComparison.Ordinal));
        respelled.Should().NotBe(Festival);
        Of(respelled).Should().Be(Of(Festival), because);
        Of(respelled).GetHashCode().Should().Be(Of(Festival).GetHashCode());
    }

    [Fact]
    public void IsCopyOf_ParagraphsInAnotherOrder()
    {
        string[] paragraphs = Festival.Split('\n');
        int[][] orders = [[1, 0, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]];
        foreach (int[] order in orders) Of(string.Join('\n', order.Select(i => paragraphs[i]))).IsCopyOf(Of(Festival)).Should().BeTrue();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(3, 4)]
    public void IsCopyOf_SomeParagraphs(int from, int to)
    {
        StorySignature cut = Of(string.Join('\n', Festival.Split('\n')[from..to]));
        cut.IsCopyOf(Of(Festival)).Should().BeTrue();
        Of(Festival).IsCopyOf(cut).Should().BeTrue();
        cut.GetOverlap(Of(Festival)).Should().BeGreaterThan(0.9);
        cut.GetResemblance(Of(Festival)).Should().BeApproximately((to - from) / 4.0, 0.15);
    }

    [Fact]
    public void IsCopyOf_PageThatPrintsTheWireAgain()
    {
        StorySignature agency = OfPage("26-jordan-korea-petra.txt"), outlet = OfPage("27-jordan-korea-republished.txt");
        agency.IsCopyOf(outlet).Should().BeTrue();
        foreach (string other in (string[])["03-morocco-portugal.txt", "01-lusail-final-wire.txt", "02-lusail-final-ticker.txt", "43-johannesburg-final-hijri-clocks.txt"])
            agency.IsCopyOf(OfPage(other)).Should().BeFalse();
        OfPage("01-lusail-final-wire.txt").IsCopyOf(OfPage("02-lusail-final-ticker.txt")).Should().BeFalse("two reports of one match are two stories");
    }

    [Theory]
    [InlineData(
        "عاجل: مقتل 14 شخصا وإصابة 31 آخرين في انقلاب حافلة ركاب على الطريق الساحلي قرب مدينة المرسى بحسب الحماية المدنية",
        "عاجل: مقتل 19 شخصا وإصابة 42 آخرين في انقلاب حافلة ركاب على الطريق الساحلي قرب مدينة المرسى بحسب الحماية المدنية")]
    [InlineData(
        "أغلق مؤشر سوق المرفأ للأوراق المالية اليوم مرتفعا 38.4 نقطة ليقفل عند مستوى 7214.6 نقطة، بتداولات بلغت قيمتها 3.1 مليار دينار. وبلغ عدد الأسهم المتداولة 162 مليون سهم توزعت على 84 ألف صفقة، سجلت فيها أسهم 71 شركة ارتفاعا في قيمتها، فيما أغلقت أسهم 88 شركة على تراجع.",
        "أغلق مؤشر سوق المرفأ للأوراق المالية اليوم مرتفعا 12.9 نقطة ليقفل عند مستوى 7227.5 نقطة، بتداولات بلغت قيمتها 2.8 مليار دينار. وبلغ عدد الأسهم المتداولة 139 مليون سهم توزعت على 77 ألف صفقة، سجلت فيها أسهم 94 شركة ارتفاعا في قيمتها، فيما أغلقت أسهم 60 شركة على تراجع.")]
    [InlineData(
        "يكون الطقس غدا مغيما جزئيا على المناطق الساحلية مع أمطار متفرقة بعد الظهر، والرياح من القطاع الغربي بسرعة 25 كيلومترا في الساعة، والبحر مضطرب، وتتراوح درجات الحرارة القصوى بين 14 و19 درجة وتنزل إلى 6 درجات بالمرتفعات.",
        "يكون الطقس غدا مغيما جزئيا على المناطق الساحلية مع أمطار متفرقة بعد الظهر، والرياح من القطاع الغربي بسرعة 40 كيلومترا في الساعة، والبحر مضطرب، وتتراوح درجات الحرارة القصوى بين 11 و16 درجة وتنزل إلى 3 درجات بالمرتفعات.")]
    public void IsCopyOf_NextOfASeries_IsNone(string one, string next)
    {
        Of(one).GetOverlap(Of(next)).Should().BeGreaterThan(0.1, "the sentences are the same");
        Of(one).IsCopyOf(Of(next)).Should().BeFalse();
        Of(one).IsCopyOf(Of(one)).Should().BeTrue();
    }

    [Fact]
    public void IsCopyOf_FlashOfAnotherAgency()
    {
        const string flash = "{0}: أعلنت السلطات في العاصمة انتهاء عمليات البحث عن ناجين تحت أنقاض المبنى الذي انهار فجر الأحد، وقالت إن الحصيلة النهائية 23 قتيلا";
        Of(string.Format(null, flash, "رويترز")).IsCopyOf(Of(string.Format(null, flash, "فرانس برس"))).Should().BeTrue();
    }

    [Fact]
    public void Create_OfArticle_LeavesOutWhatIsTheOutletsOwn()
    {
        string text = "عنوان الخبر كما كتبته الصحيفة\nالكاتب فلان\nصفاقس - وات:\n" + Festival.Replace("\n", "\nعنوان داخلي\n", StringComparison.Ordinal) + "\nصورة من المهرجان";
        var parts = new List<ArticlePart>();
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            ArticlePartKind kind = line switch
            {
                "عنوان داخلي" => ArticlePartKind.Subhead,
                "صورة من المهرجان" => ArticlePartKind.Caption,
                _ => parts.Count switch { 0 => ArticlePartKind.Headline, 1 => ArticlePartKind.Byline, 2 => ArticlePartKind.Dateline, 3 => ArticlePartKind.Lede, 5 => ArticlePartKind.Quote, _ => ArticlePartKind.Paragraph },
            };
            parts.Add(new ArticlePart(new TextSpan(at, line.Length), kind));
            at += line.Length + 1;
        }

        StorySignature.Create(new Article { Span = new TextSpan(0, text.Length), Parts = [.. parts] }, text).Should().Be(Of(Festival));
    }

    [Theory]
    [InlineData("")]
    [InlineData("عاجل")]
    [InlineData("رئيس الوزراء يستقيل من منصبه الآن")]
    [InlineData("، . ! \n \u200F ؟")]
    [InlineData("هو أو أي هي يا هو أو أي هي يا")]
    public void Create_HardlyAWord_IsEmpty(string text)
    {
        Of(text).IsEmpty.Should().BeTrue();
        Of(text).Should().Be(StorySignature.Empty);
        Of(text).IsCopyOf(Of(text)).Should().BeFalse();
        Of(text).BandTerms.Length.Should().Be(0);
    }

    [Fact]
    public void Create_OneWordForever_IsEmpty() => Of(string.Concat(Enumerable.Repeat("خبر ", 100_000))).IsEmpty.Should().BeTrue();

    [Fact]
    public void BandTerms_CopiesShareSome_OthersNone()
    {
        ReadOnlySpan<uint> terms = Of(Festival).BandTerms;
        terms.Length.Should().Be(StorySignature.MaxBandTerms);
        for (int i = 1; i < terms.Length; i++) terms[i].Should().BeGreaterThan(terms[i - 1]);
        terms.IndexOfAny(Of(string.Join('\n', Festival.Split('\n')[..2])).BandTerms).Should().BeGreaterThanOrEqualTo(0);
        terms.IndexOfAny(Of(SameTopic).BandTerms).Should().Be(-1);
    }

    // The numbers are what a stored index holds: when they change, so must the version of the format.
    [Fact]
    public void ToBytes_AreTheSameEverywhere()
    {
        string bytes = Cultures.ShouldAgree(() => Convert.ToHexString(Of(Festival).ToBytes()));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(bytes))).Should().StartWith("24631dfc187215af");
    }

    [Fact]
    public void FromBytes_ReadsWhatToBytesWrote()
    {
        foreach (string text in (string[])["", Festival, SameTopic, string.Join('\n', Enumerable.Range(0, 10_000))])
        {
            byte[] bytes = Of(text).ToBytes();
            bytes.Length.Should().BeLessThanOrEqualTo(StorySignature.MaxByteCount);
            StorySignature.FromBytes(bytes).Should().Be(Of(text));
        }

        Of(string.Join('\n', Enumerable.Range(0, 10_000))).ToBytes().Should().HaveCount(StorySignature.MaxByteCount);
    }

    [Fact]
    public void FromBytes_Damaged_SaysSo()
    {
        byte[] bytes = Of(Festival).ToBytes();
        for (int length = 0; length < bytes.Length; length++) Reading(bytes[..length]).Should().Throw<InvalidDataException>();
        Reading([2, .. bytes[1..]]).Should().Throw<InvalidDataException>();
        Reading([bytes[0], 255, .. bytes[2..]]).Should().Throw<InvalidDataException>();
        Reading([bytes[0], 0, 1, 1, 2, 3, 4]).Should().Throw<InvalidDataException>("figures without words");
        Reading([.. bytes[..3], .. bytes[7..11], .. bytes[3..7], .. bytes[11..]]).Should().Throw<InvalidDataException>();
        Reading([.. bytes, .. new byte[StorySignature.MaxByteCount]]).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Create_AnyText_IsCopyOfItself_AndBothWaysAlike()
    {
        StorySignature before = Of(Festival);
        foreach (string text in RandomTexts.Create(2_000, maxPieces: 200).Concat(HostileTexts.Names.Select(name => HostileTexts.Create(name, 20_000))))
        {
            StorySignature signature = Of(text);
            signature.IsCopyOf(signature).Should().Be(!signature.IsEmpty);
            signature.IsCopyOf(before).Should().Be(before.IsCopyOf(signature));
            signature.GetOverlap(before).Should().Be(before.GetOverlap(signature)).And.BeInRange(0, 1);
            signature.GetResemblance(before).Should().Be(before.GetResemblance(signature)).And.BeInRange(0, signature.GetOverlap(before));
            StorySignature.FromBytes(signature.ToBytes()).Should().Be(signature);
            signature.EstimatedLength.Should().BeLessThanOrEqualTo(2 * text.Length);
            before = signature;
        }
    }

    [Fact]
    public void EstimatedLength_OfLongText_IsClose()
        => Of(string.Join(' ', Enumerable.Range(1_000_000, 50_000))).EstimatedLength.Should().BeInRange(35_000, 65_000);

    [Fact]
    public void Create_AllocatesTheSignatureOnly()
    {
        string text = string.Join('\n', Enumerable.Repeat(Festival, 50));
        _ = Of(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        StorySignature signature = Of(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(StorySignature.MaxByteCount + 100);
        before = GC.GetAllocatedBytesForCurrentThread();
        signature.IsCopyOf(signature);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        ((Action)(() => StorySignature.Create(null!, ""))).Should().Throw<ArgumentNullException>();
        ((Action)(() => StorySignature.Create(new Article { Span = default }, null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => StorySignature.Create(new Article { Span = default, Parts = [new ArticlePart(new TextSpan(3, 5), ArticlePartKind.Lede)] }, "قصير"))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => StorySignature.Empty.IsCopyOf(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => StorySignature.Empty.GetOverlap(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => StorySignature.Empty.GetResemblance(null!))).Should().Throw<ArgumentNullException>();
    }

    private static Action Reading(byte[] bytes) => () => StorySignature.FromBytes(bytes);

    private static StorySignature Of(string body) => StorySignature.Create(body);

    private static StorySignature OfPage(string file)
    {
        NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(RepositoryFiles.InRepository("seeds/articles/" + file), Encoding.UTF8));
        return StorySignature.Create(page.Main!, page.Text);
    }
}
