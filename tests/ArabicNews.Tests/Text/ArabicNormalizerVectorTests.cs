using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

/// <summary>
/// The law of the vectors: all versions agree on every code unit, at every place in a vector, at every short length, in memory that begins and ends at a guard page, in place and
/// elsewhere. <c>check.sh</c> runs this at every width that the processor has, and once without any.
/// </summary>
public class ArabicNormalizerVectorTests
{
    /// <summary>Code units of the widest vector.</summary>
    private const int Width = 64;

    public static TheoryData<ArabicNormalization> Forms => ArabicNormalizerTests.Forms;

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_EveryCodeUnitAtEveryPlace_IsAsTheObviousVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        var obvious = new ObviousNormalizer(forms);
        char[] source = new char[Width], normalized = new char[Width * 2];
        Array.Fill(source, 'ا');
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string alone = obvious.Normalize($"{(char)c}");
            string behindAlef = obvious.Normalize($"ا{(char)c}");
            for (int place = 0; place < Width; place++)
            {
                source[place] = (char)c;
                bool fits = normalizer.TryNormalize(source, normalized, out int length);
                if (!fits || !IsAlefsAround(normalized.AsSpan(0, length), place == 0 ? alone : behindAlef, Math.Max(0, place - 1), Width - 1 - place))
                    new string(normalized, 0, length).Should().Be(obvious.Normalize(new string(source)), "of U+{0:X4} at {1} under {2}", c, place, forms);
                source[place] = 'ا';
            }
        }
    }

    // A word that is shorter than a vector has a way of its own.
    [Theory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_EveryCodeUnitInAWord_IsAsTheScalarVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        char[] word = new char[Width / 2];
        foreach (char letter in "\u0627\uFE8Da")
        {
            Array.Fill(word, letter);
            for (int c = 0; c <= char.MaxValue; c++)
            {
                int place = (c + letter) % word.Length;
                word[place] = (char)c;
                ShouldBeAsScalar(normalizer, word.AsSpan(0, Math.Min(word.Length, place + 1 + (c % 3))));
                word[place] = letter;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_EveryLength_IsAsTheScalarVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string text in Texts(forms))
        {
            for (int length = 0; length <= Math.Min(text.Length, 3 * Width + 1); length++) ShouldBeAsScalar(normalizer, text.AsSpan(0, length));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_AnyText_IsAsTheScalarVersionHasIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts, maxPieces: 120)) ShouldBeAsScalar(normalizer, text);
    }

    [LinuxTheory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_BetweenGuardPages_ReadsAndWritesNothingBeside(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        using var source = new GuardedText(4 * Width);
        using var destination = new GuardedText(4 * Width);
        char[] expected = new char[normalizer.GetMaxLength(4 * Width)];
        foreach (string text in Texts(forms))
        {
            for (int length = 0; length <= Math.Min(text.Length, 3 * Width + 1); length++)
            {
                int needed = normalizer.RunScalar(text.AsSpan(0, length), expected);
                if (needed > destination.Length) continue;
                foreach (bool atEnd in new[] { false, true })
                {
                    Span<char> from = atEnd ? source.AtEnd(length) : source.AtStart(length);
                    text.AsSpan(0, length).CopyTo(from);
                    foreach (int room in new[] { needed, Math.Max(needed, length), needed - 1, needed / 2 })
                    {
                        if (room < 0) continue;
                        Span<char> to = atEnd ? destination.AtEnd(room) : destination.AtStart(room);
                        bool fits = normalizer.TryNormalize(from, to, out int written);
                        if (fits != room >= needed || (fits && !to[..written].SequenceEqual(expected.AsSpan(0, needed)))) fits.Should().BeFalse("with room {0} for {1} of {2}", room, needed, text[..length]);
                    }

                    int inPlace = normalizer.NormalizeInPlace(from);
                    if (needed > length) inPlace.Should().Be(-1);
                    else if (inPlace != needed || !from[..inPlace].SequenceEqual(expected.AsSpan(0, needed))) from[..inPlace].ToString().Should().Be(new string(expected, 0, needed));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryNormalize_DestinationOfEveryLength_KeepsWhatLiesBehindIt(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        char[] buffer = new char[6 * Width], expected = new char[6 * Width];
        foreach (string text in Texts(forms))
        {
            ReadOnlySpan<char> source = text.AsSpan(0, Math.Min(text.Length, 2 * Width + 3));
            int needed = normalizer.RunScalar(source, expected);
            for (int room = 0; room <= Math.Max(needed, source.Length) + 1; room++)
            {
                Array.Fill(buffer, '#');
                bool fits = normalizer.TryNormalize(source, buffer.AsSpan(0, room), out int written);
                bool isRight = fits ? room >= needed && buffer.AsSpan(0, written).SequenceEqual(expected.AsSpan(0, needed)) : room < needed && written == 0;
                if (!isRight || buffer.AsSpan(room).ContainsAnyExcept('#')) fits.Should().Be(!fits, "with room {0} for {1} of {2}", room, needed, source.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void NormalizeInPlace_LigatureAnywhere_LeavesTheTextUntouchedWhenTheResultIsLonger(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (char ligature in "\uFDFA\uFEFB\u0675")
        {
            for (int length = 1; length <= 3 * Width; length++)
            {
                for (int place = 0; place < length; place++)
                {
                    char[] text = new char[length], original = new char[length];
                    Array.Fill(original, 'أ');
                    original[place] = ligature;
                    original.CopyTo(text, 0);
                    int result = normalizer.NormalizeInPlace(text);
                    string normalized = normalizer.Normalize(new string(original));
                    if (normalized.Length > length)
                    {
                        if (result != -1 || !text.AsSpan().SequenceEqual(original)) result.Should().Be(-1, "at {0} of {1}", place, length);
                    }
                    else if (!text.AsSpan(0, result).SequenceEqual(normalized))
                    {
                        new string(text, 0, result).Should().Be(normalized);
                    }
                }
            }
        }
    }

    [Fact]
    public void NormalizeInPlace_NothingButWhatVectorsLeave_TakesLinearTime()
    {
        // Where each try in vain took up the rest of the text, two million of them would not end within the test run.
        char[] text = new string('\u0904', 2_000_000).ToCharArray();
        ArabicNormalizer.Search.NormalizeInPlace(text).Should().Be(text.Length);
        string forms = new('\uFEFB', 500_000);
        ArabicNormalizer.Search.Normalize(forms).Should().HaveLength(1_000_000);
    }

    // Some as they are written, and some that nobody writes, long enough to fill three vectors.
    private static IEnumerable<string> Texts(ArabicNormalization forms)
    {
        yield return string.Concat(Enumerable.Repeat("قالت وكالة الأنباء «رويترز»، اليوم (الثلاثاء) 12/3/2024: إنّ «مسؤولاً» أكّد ذلك. ", 4));
        yield return string.Concat(Enumerable.Repeat("قَالَتْ وِكَالَةُ الأَنْبَاءِ إِنَّ مَسْؤُولًا أَكَّدَ ذَلِكَ، وَلَمْ يَذْكُرِ السَّبَبَ. ", 4));
        yield return string.Concat(Enumerable.Repeat("NATO\u00A0والاتحاد الأوروبي – “اتفاق” في ایران \u200Fو٢٠٢٤٪ \uD83D\uDE00 ﻣﺤﻤﺪ é… ", 5));
        yield return string.Concat(Enumerable.Repeat("ا\u0654حمد ا\u064E\u0653خر \uFEFBم \0 \u0001 \u007F \uFFFF", 12));
        foreach (string text in RandomTexts.Create(20, maxPieces: 300).Where(text => text.Length > 3 * Width)) yield return text;
        yield return new string(forms.HasFlag(ArabicNormalization.StripTatweel) ? 'ـ' : 'ب', 4 * Width);
    }

    private static void ShouldBeAsScalar(ArabicNormalizer normalizer, ReadOnlySpan<char> text)
    {
        char[] expected = new char[normalizer.GetMaxLength(text.Length)], actual = new char[expected.Length];
        int length = normalizer.RunScalar(text, expected);
        bool fits = normalizer.TryNormalize(text, actual, out int written);
        if (!fits || !actual.AsSpan(0, written).SequenceEqual(expected.AsSpan(0, length))) new string(actual, 0, written).Should().Be(new string(expected, 0, length), "of {0}", text.ToString());

        char[] place = text.ToArray();
        written = normalizer.NormalizeInPlace(place);
        if (length > text.Length) written.Should().Be(-1);
        else if (written != length || !place.AsSpan(0, written).SequenceEqual(expected.AsSpan(0, length))) new string(place, 0, Math.Max(0, written)).Should().Be(new string(expected, 0, length), "in place, of {0}", text.ToString());
    }

    private static bool IsAlefsAround(ReadOnlySpan<char> text, string middle, int before, int after)
        => text.Length == before + middle.Length + after && text.Slice(before, middle.Length).SequenceEqual(middle)
            && !text[..before].ContainsAnyExcept('ا') && !text[(before + middle.Length)..].ContainsAnyExcept('ا');
}
