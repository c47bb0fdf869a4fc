using System.Text;

namespace ArabicNews.Html.Tests;

public class HtmlEncodingTests
{
    private const string Sentence = "أعلنت وزارة النقل في القاهرة أن القطار الجديد سيبدأ رحلاته يوم الأحد المقبل، وأكدت أن أسعار التذاكر لن ترتفع قبل نهاية العام.";

    public static TheoryData<string> Names => ["utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_PageThatDeclaresItsEncoding_GivesItsText(string name) =>
        HtmlEncoding.Decode(Bytes(name, Page($"<meta charset=\"{name}\">")), charset: null).Should().Contain(Sentence);

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_PageThatDeclaresNothing_GivesItsText(string name) =>
        HtmlEncoding.Decode(Bytes(name, Page("")), charset: null).Should().Contain(Sentence);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Decode_ByteOrderMark_GoesBeforeAllElseAndIsNoText(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Page("<meta charset=windows-1256>"))];
        string text = HtmlEncoding.Decode(bytes, charset: "iso-8859-6");
        text.Should().Contain(Sentence).And.StartWith("<html>");
    }

    [Theory]
    [InlineData("windows-1256")]
    [InlineData("iso-8859-6")]
    public void Decode_CharsetOfTheHeader_GoesBeforeTheDeclaration(string name) =>
        HtmlEncoding.Decode(Bytes(name, Page("<meta charset=windows-1252>")), charset: name).Should().Contain(Sentence);

    [Theory]
    [InlineData("<meta charset=windows-1256>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">")]
    [InlineData("<META HTTP-EQUIV='content-type' CONTENT='text/html;charset=CP1256'/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1256\"?>")]
    [InlineData("<!-- <meta charset=utf-8> --><meta charset=\"windows-1256\">")]
    public void Decode_FormsOfDeclaration_AreAllRead(string declaration) =>
        HtmlEncoding.Decode(Bytes("windows-1256", Page(declaration)), charset: null).Should().Contain(Sentence);

    [Fact]
    public void Decode_Utf8DeclaredAsSomethingElse_IsUtf8() =>
        HtmlEncoding.Decode(Bytes("utf-8", Page("<meta charset=windows-1256>")), charset: "windows-1256").Should().Contain(Sentence);

    [Fact]
    public void Decode_Windows1256DeclaredAsUtf8_IsWindows1256() =>
        HtmlEncoding.Decode(Bytes("windows-1256", Page("<meta charset=utf-8>")), charset: "utf-8").Should().Contain(Sentence);

    [Fact]
    public void Decode_ArabicDeclaredAsLatin1_IsArabic() =>
        HtmlEncoding.Decode(Bytes("windows-1256", Page("<meta charset=iso-8859-1>")), charset: null).Should().Contain(Sentence);

    [Fact]
    public void Decode_WesternTextInLatin1_StaysWestern() =>
        HtmlEncoding.Decode(Encoding.Latin1.GetBytes("<meta charset=iso-8859-1><p>Élection présidentielle à Tunis"), charset: null).Should().Contain("Élection présidentielle à Tunis");

    [Fact]
    public void Decode_UnknownCharset_IsPassedOver() =>
        HtmlEncoding.Decode(Bytes("windows-1256", Page("<meta charset=x-nonsense>")), charset: "klingon").Should().Contain(Sentence);

    [Fact]
    public void Decode_AnyBytes_NeverThrows()
    {
        var random = new Random(20261125);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            HtmlEncoding.Decode(bytes, i % 3 == 0 ? "windows-1256" : null).Should().NotBeNull();
        }
    }

    private static string Page(string head) => $"<html><head>{head}</head><body><p>{string.Concat(Enumerable.Repeat(Sentence + " ", 3))}</p></body></html>";

    private static byte[] Bytes(string name, string text) =>
        (name.StartsWith("utf", StringComparison.Ordinal) ? Encoding.GetEncoding(name) : CodePagesEncodingProvider.Instance.GetEncoding(name)!).GetBytes(text);
}
