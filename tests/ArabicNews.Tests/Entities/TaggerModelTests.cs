using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>The file of the tagger: what is in it is read, what is damaged is refused, and it tells what it was made from.</summary>
public class TaggerModelTests
{
    private const int Buckets = 1 << TaggerModel.BucketBits;

    // Two features share a bucket, one stands in the last.
    private static readonly ulong[] s_features = [0x0000_0000_0000_0007, 0x0000_F000_0000_0007, 0x0000_F000_0000_0008, 0xFFFF_F000_0000_FFFF];

    // A model keeps pointing at the bytes it was read from, as it may at those of an assembly; here they stay in their place for as long as it lives.
    private static readonly ConditionalWeakTable<TaggerModel, byte[]> s_bytes = [];

    // Each corpus of tagger.json, how the notices call it, and its terms.
    private static readonly Dictionary<string, (string Name, string Licence)> s_sources = new(StringComparer.Ordinal)
    {
        ["ner/anercorp.train.conll"] = ("ANERcorp", "CC BY-SA 4.0"),
        ["ner/newsfane.train.conll"] = ("NewsFANE", "CC BY-SA 3.0"),
        ["ner/wikifane.train.conll"] = ("WikiFANE", "CC BY-SA 3.0"),
        ["ner/wojoodsample.train.conll"] = ("Wojood sample", "MIT"),
        ["ner/idrisi.train.conll"] = ("IDRISI", "CC BY 4.0"),
        ["text/antcorpus.jsonl"] = ("ANT corpus", "Apache-2.0"),
        ["gazetteer/person_fullnames.tsv"] = ("NERAr", "BSD-2-Clause"),
        ["gazetteer/organizations.tsv"] = ("NERAr", "BSD-2-Clause"),
        ["gazetteer/locations_misc.tsv"] = ("NERAr", "BSD-2-Clause"),
        ["gazetteer/places.tsv"] = ("dr5hn/countries-states-cities-database", "ODbL 1.0"),
        ["gazetteer/person_name_tokens.tsv"] = ("steveash/NETransliteration-COLING2018", "MIT"),
        ["gazetteer/arabic_names.tsv"] = ("joke2k/faker", "MIT"),
    };

    [Fact]
    public void Score_IsTheSumOfTheFeaturesWeights()
    {
        TaggerModel model = Read(Build());

        ScoreOf(model, [s_features[1]]).Should().Equal(RowOf(1).Select(weight => weight / 64f));
        ScoreOf(model, s_features).Should().Equal(Enumerable.Range(0, TagLabels.Count).Select(label => Enumerable.Range(0, 4).Sum(row => RowOf(row)[label]) / 64f));
        ScoreOf(model, [s_features[3], s_features[3]]).Should().Equal(RowOf(3).Select(weight => 2 * weight / 64f));
        ScoreOf(model, []).Should().OnlyContain(score => score == 0);
    }

    [Fact]
    public void Score_OfFeaturesThatTheModelDoesNotHave_IsZero()
    {
        TaggerModel model = Read(Build());

        // The bucket without the fingerprint, the fingerprint in other buckets.
        ScoreOf(model, [s_features[1] + 2, s_features[0] + (1UL << (64 - TaggerModel.BucketBits)), ulong.MaxValue - 1, 0]).Should().OnlyContain(score => score == 0);
    }

    [Fact]
    public void Score_BeyondSixteenBits_StaysAtTheirEnd()
    {
        float[] score = ScoreOf(Read(Build()), [.. Enumerable.Repeat(s_features[3], 600)]);

        (600 * RowOf(3)[1]).Should().BeLessThan(short.MinValue);
        score[1].Should().Be(short.MinValue / 64f);
        score[2].Should().Be(600 * RowOf(3)[2] / 64f);
    }

    [Fact]
    public void Score_OfSocialTexts_AddsTheirOwnWeights()
    {
        TaggerModel model = Read(Build());
        float[] row = new float[TagLabels.Stride];

        model.Score([s_features[0]], isSocial: true, row);

        row.Take(TagLabels.Count).Should().Equal(RowOf(0).Select(weight => 2 * weight / 64f));
    }

    [Fact]
    public void Score_OfRandomFeatures_IsAlmostAlwaysZero()
    {
        // Seven of a million are expected by the sizes of the table.
        ulong state = 20261126;
        int found = 0;
        float[] row = new float[TagLabels.Stride];
        for (int i = 0; i < 1_000_000; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            TaggerModel.Default.Score([state], isSocial: false, row);
            if (row.AsSpan(0, TagLabels.Count).ContainsAnyExcept(0)) found++;
        }

        found.Should().BeLessThan(20);
    }

    [Fact]
    public void Lists_AndSteps_AreRead()
    {
        TaggerModel model = Read(Build());

        model.Steps.Should().Equal(Enumerable.Range(0, TagLabels.Count * TagLabels.Count).Select(i => i / 8f));
        model.Lists[0].Should().Be(ListedAs.Person | ListedAs.First, "0 is the fingerprint of 0");
        model.Clusters[0].Should().Be(((byte)5, (ushort)300));
    }

    [Fact]
    public void AFileThatEndsTooEarly_IsRefused_WhereverItEnds()
    {
        byte[] file = Pinned(Build());
        int[] joints = [.. Joints()];

        // The head, the steps and the lists byte by byte; around each joint of the tables; and two hundred places within them.
        IEnumerable<int> ends = Enumerable.Range(0, joints[0] + 8).Concat(joints.SelectMany(joint => Enumerable.Range(joint - 8, 16))).Concat(Enumerable.Range(0, 200).Select(i => (int)((long)i * file.Length / 200)));
        foreach (int end in ends.Where(end => end < file.Length)) ShouldBeRefused(file, end, $"it ends at {end}");
    }

    [Fact]
    public void AFileWithMoreBehindItsEnd_IsRefused() => ShouldBeRefused([.. Build(), 0], "a byte follows");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 255)]
    [InlineData(Buckets - 1, 2)]
    [InlineData(Buckets - 1, 0)]
    [InlineData(12345, 1)]
    public void ATableWhoseBucketsDoNotHoldItsRows_IsRefused(int bucket, byte count)
    {
        foreach (bool social in (bool[])[false, true])
        {
            byte[] counts = Counts();
            counts[bucket] = (byte)(counts[bucket] == count ? count + 1 : count);
            ShouldBeRefused(social ? Build(social: counts) : Build(counts: counts), "bucket sizes");
        }
    }

    [Fact]
    public void AllBucketsFull_IsRefused()
    {
        byte[] counts = new byte[Buckets];
        Array.Fill(counts, byte.MaxValue);
        ShouldBeRefused(Build(counts: counts), "the buckets hold 267 million rows");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Buckets - 1)]
    [InlineData(Buckets + 1)]
    public void ATableWithAnotherNumberOfBuckets_IsRefused(int buckets)
    {
        byte[] counts = Counts();
        Array.Resize(ref counts, buckets);
        ShouldBeRefused(Build(counts: counts), "number of buckets");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData((4 * TagLabels.Count) + 15)]
    [InlineData((4 * TagLabels.Count) + 17)]
    [InlineData(5 * TagLabels.Count)]
    public void ATableWithRowsOfAnotherLength_IsRefused(int length)
    {
        ShouldBeRefused(Build(rows: new byte[length]), "rows");
        ShouldBeRefused(Build(socialRows: new byte[length]), "rows of social texts");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(10)]
    public void ATableWithAnotherNumberOfFingerprints_IsRefused(int bytes) => ShouldBeRefused(Build(fingerprints: new byte[bytes]), "fingerprints");

    [Theory]
    [InlineData(3, 2, 4, 1, 2)]
    [InlineData(8, 2, 4, 1, 2)]
    [InlineData(4, 4, 4, 1, 2)]
    [InlineData(4, 3, 4, 1, 2)]
    [InlineData(4, 2, 8, 1, 2)]
    [InlineData(4, 2, 4, 2, 2)]
    [InlineData(4, 2, 4, 1, 4)]
    [InlineData(4, 2, 4, 1, 3)]
    public void ListsOfUnequalLength_AreRefused(int phrases, int values, int words, int coarse, int fine) =>
        ShouldBeRefused(Build([new byte[phrases], new byte[values], new byte[words], new byte[coarse], new byte[fine]]), "lists");

    [Fact]
    public void AFileOfAnotherKindOrVersion_IsRefused()
    {
        byte[] file = Build();
        ShouldBeRefused([.. "ANSG"u8, .. file[4..]], "magic");
        ShouldBeRefused([.. file[..4], TaggerModel.Version + 1, .. file[5..]], "version");
    }

    /// <summary>Any byte may be another: the file is read or refused, and one that is read gives scores. The steps are numbers, any of which is one; those of the first row will do.</summary>
    [Fact]
    public void AnyByteOfTheHead_IsReadOrRefused()
    {
        byte[] file = Pinned(Build());
        int lists = 5 + (TagLabels.Count * TagLabels.Count * sizeof(float)), end = Joints().First() + 4, read = 0;
        foreach (int i in Enumerable.Range(0, 16).Concat(Enumerable.Range(lists, end - lists)))
        {
            byte before = file[i];
            foreach (byte value in (byte[])[0, 0x7F, 0xFF])
            {
                file[i] = value;
                try
                {
                    ScoreOf(new TaggerModel(new DataReader("tagger.bin", file, TaggerModel.Magic, TaggerModel.Version)), s_features).Should().OnlyContain(score => float.IsFinite(score));
                    read++;
                }
                catch (InvalidDataException)
                {
                }
            }

            file[i] = before;
        }

        read.Should().BePositive();
        GC.KeepAlive(file);
    }

    [Fact]
    public void TheJson_HasTheDigestOfTheFile()
    {
        byte[] file = File.ReadAllBytes(RepositoryFiles.InRepository("src/ArabicNews/Data/tagger.bin"));
        using Stream embedded = typeof(TaggerModel).Assembly.GetManifestResourceStream("ArabicNews.Data.tagger.bin")!;

        string digest = Origin().GetProperty("sha256").GetString()!;

        digest.Should().Be(Convert.ToHexStringLower(SHA256.HashData(file)));
        digest.Should().Be(Convert.ToHexStringLower(SHA256.HashData(embedded)), "that is what the package holds");
    }

    [Fact]
    public void TheJson_NamesNoSource_ThatTheNoticesDoNot()
    {
        string[] rows = [.. File.ReadLines(RepositoryFiles.InRepository("THIRD-PARTY-NOTICES.md")).Where(line => line.StartsWith("| `tagger.bin`", StringComparison.Ordinal))];
        JsonElement origin = Origin();
        var files = new List<string>();
        foreach (JsonElement source in origin.GetProperty("sources").EnumerateArray())
        {
            files.Add(source.GetProperty("file").GetString()!);
            source.GetProperty("sha256").GetString().Should().MatchRegex("^[0-9a-f]{64}$");
        }

        // A corpus that is new to the training is new to the notices.
        files.Should().BeEquivalentTo(s_sources.Keys);
        foreach ((string name, string licence) in s_sources.Values.Distinct())
            rows.Should().Contain(row => row.Contains(name, StringComparison.Ordinal) && row.Contains(licence, StringComparison.Ordinal), "{0} is a source of the tagger, under {1}", name, licence);

        // Each part of the model has one row there, and the same terms.
        string[] licences = [.. origin.GetProperty("licences").EnumerateObject().Select(part => $"{part.Name} | {part.Value.GetString()}")];
        rows.Select(row => row.Split('|')).Select(cells => $"{cells[1].Trim()["`tagger.bin`, ".Length..]} | {cells[^2].Trim(' ', '*')}").Should().BeEquivalentTo(licences);
    }

    private static JsonElement Origin() => JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.InRepository("src/ArabicNews/Data/tagger.json"))).RootElement;

    private static float[] ScoreOf(TaggerModel model, ReadOnlySpan<ulong> features)
    {
        float[] row = new float[TagLabels.Stride];
        model.Score(features, isSocial: false, row);
        GC.KeepAlive(model);
        return row[..TagLabels.Count];
    }

    private static void ShouldBeRefused(byte[] file, string why) => ShouldBeRefused(Pinned(file), file.Length, why);

    private static void ShouldBeRefused(byte[] pinned, int end, string why)
    {
        try
        {
            _ = new TaggerModel(new DataReader("tagger.bin", pinned.AsSpan(0, end), TaggerModel.Magic, TaggerModel.Version));
        }
        catch (InvalidDataException)
        {
            return;
        }

        Assert.Fail("The file was read: " + why);
    }

    private static TaggerModel Read(byte[] file)
    {
        byte[] pinned = Pinned(file);
        var model = new TaggerModel(new DataReader("tagger.bin", pinned, TaggerModel.Magic, TaggerModel.Version));
        s_bytes.Add(model, pinned);
        return model;
    }

    private static byte[] Pinned(byte[] file)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(file.Length, pinned: true);
        file.CopyTo(pinned, 0);
        return pinned;
    }

    private static byte[] Counts()
    {
        byte[] counts = new byte[Buckets];
        foreach (ulong feature in s_features) counts[feature >> (64 - TaggerModel.BucketBits)]++;
        return counts;
    }

    private static sbyte[] RowOf(int row) => [.. Enumerable.Range(0, TagLabels.Count).Select(label => (sbyte)(label % 2 == 0 ? row + (label * 3) : -(row * 20) - label))];

    // A file of one phrase, one word and four features, which social texts weigh double; each part can be another.
    private static byte[] Build(byte[][]? lists = null, byte[]? counts = null, byte[]? fingerprints = null, byte[]? rows = null, byte[]? social = null, byte[]? socialRows = null)
    {
        lists ??= [[0, 0, 0, 0], [(byte)(ListedAs.Person | ListedAs.First), 0], [0, 0, 0, 0], [5], [300 & 0xFF, 300 >> 8]];
        byte[] allRows = [.. Enumerable.Range(0, s_features.Length).SelectMany(RowOf).Select(weight => (byte)weight), .. new byte[16]];
        byte[] allFingerprints = new byte[s_features.Length * sizeof(ushort)];
        for (int i = 0; i < s_features.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(allFingerprints.AsSpan(i * sizeof(ushort)), (ushort)s_features[i]);

        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes(TaggerModel.Magic));
        file.WriteByte(TaggerModel.Version);
        Span<byte> step = stackalloc byte[sizeof(float)];
        for (int i = 0; i < TagLabels.Count * TagLabels.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(step, i / 8f);
            file.Write(step);
        }

        foreach (byte[] list in lists) Write(file, list);
        Write(file, counts ?? Counts());
        Write(file, fingerprints ?? allFingerprints);
        Write(file, rows ?? allRows);
        Write(file, social ?? Counts());
        Write(file, allFingerprints);
        Write(file, socialRows ?? allRows);
        return file.ToArray();
    }

    // Where the tables of a file of Build begin, and where their parts do.
    private static IEnumerable<int> Joints()
    {
        int position = 5 + (TagLabels.Count * TagLabels.Count * sizeof(float)) + 5 + 3 + 5 + 2 + 3;
        for (int table = 0; table < 2; table++)
        {
            // Lengths are varints: three bytes, then one each.
            yield return position;
            yield return position += 3 + Buckets;
            yield return position += 1 + (s_features.Length * sizeof(ushort));
            position += 1 + (s_features.Length * TagLabels.Count) + 16;
        }

        yield return position;
    }

    private static void Write(MemoryStream file, byte[] bytes)
    {
        uint length = (uint)bytes.Length;
        for (; length >= 0x80; length >>= 7) file.WriteByte((byte)(length | 0x80));
        file.WriteByte((byte)length);
        file.Write(bytes);
    }
}
