namespace ArabicNews.Tests.Articles;

public class EncodingRepairTests
{
    // أوستنا as windows-1256 reads its UTF-8: six letters, the fewest that are repaired.
    private const string Damaged = "\u0637\u00A3\u0638\u02C6\u0637\u00B3\u0637\u06BE\u0638\u2020\u0637\u00A7";
    private const string Sound = "أوستنا";

    [Fact]
    public void Repair_TheShortestRunAtAnyPlace_IsRepaired()
    {
        // Vectors are up to 32 code units; a run lies in one, in two, or behind the last.
        for (int before = 0; before < 100; before++)
            for (int after = 0; after < 40; after += 13)
            {
                string left = new('م', before), right = new('م', after);
                Assert.Equal(left + Sound + right, EncodingRepair.Repair(left + Damaged + right)?.Text);
            }
    }

    [Fact]
    public void Repair_LettersOfRunsAmongSoundText_IsNotNeeded()
    {
        string sound = string.Concat(Enumerable.Repeat("طلب، ظهر، عاد؛ غادر؟ «ضغط» حظ. ", 50));
        Assert.Null(EncodingRepair.Repair(sound));
    }
}
