namespace ArabicNews.Tests.Text;

public class WordTableTests
{
    // Words that share their first four letters, their last four, both, or all but their length.
    private static readonly string[] s_words = ["و", "من", "على", "كتاب", "كتابك", "المدينة", "المدرسة", "المؤسسة", "المؤتمرات", "المؤثرات", "المستشفيات", "المستوصفات", "aaaa", "aaaaa", "aaaaaaaaa", "aaaaaaaaaa"];

    private static readonly WordTable s_table = new([.. s_words.Select((word, index) => KeyValuePair.Create(word, index + 100))]);

    [Fact]
    public void TryGet_EveryWord_ItsNumber()
    {
        for (int i = 0; i < s_words.Length; i++)
        {
            Assert.True(s_table.TryGet(s_words[i], out int value));
            Assert.Equal(i + 100, value);
        }
    }

    [Theory]
    [InlineData("م")]
    [InlineData("عن")]
    [InlineData("aaa")]
    [InlineData("aaaaaaa")]
    [InlineData("aaaaXaaaa")]
    [InlineData("المؤذرات")]
    [InlineData("المؤ....مرات")]
    [InlineData("كتابكم")]
    public void TryGet_WordThatIsNotInTheList_False(string word) => Assert.False(s_table.TryGet(word, out _));

    [Fact]
    public void TryGet_FromAnEmptyList_False() => Assert.False(new WordTable([]).TryGet("من", out _));

    [Fact]
    public void TryGet_AllStopWordsAndNeighbours_AsASetHasThem()
    {
        var set = ArabicStopWords.Normalized.ToHashSet(StringComparer.Ordinal);
        foreach (string word in ArabicStopWords.Normalized)
        {
            Assert.True(ArabicStopWords.ContainsNormalized(word));
            for (int i = 0; i < word.Length; i++)
            {
                string shorter = word.Remove(i, 1), longer = word.Insert(i, "ه");
                if (shorter.Length > 0) Assert.Equal(set.Contains(shorter), ArabicStopWords.ContainsNormalized(shorter));
                Assert.Equal(set.Contains(longer), ArabicStopWords.ContainsNormalized(longer));
            }
        }
    }
}
