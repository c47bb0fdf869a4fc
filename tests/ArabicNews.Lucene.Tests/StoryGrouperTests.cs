using System.Globalization;

namespace ArabicNews.Lucene.Tests;

public class StoryGrouperTests
{
    private static readonly DateTimeOffset s_day = News.Day("2026-03-01");

    [Fact]
    public void Add_Copies_JoinTheFirst_OthersDoNot()
    {
        var stories = new StoryGrouper();
        stories.Add("a", Story(1)).Should().Be(new StoryGroup("a", 1, "a", null));
        stories.Add("b", Story(2)).Should().Be(new StoryGroup("b", 1, "b", null));
        stories.Add("c", Story(1)).Should().Be(new StoryGroup("a", 2, "a", null));
        stories.Add("d", Part(1, 0, 40)).Id.Should().Be("a");
        stories.Count.Should().Be(4);
        stories.GroupCount.Should().Be(2);
        stories.GetMembers("a").Should().Equal("a", "c", "d");
        stories.GetMembers("c").Should().BeEmpty();
        stories.TryGet("d", out StoryGroup group).Should().BeTrue();
        group.Should().Be(new StoryGroup("a", 3, "a", null));
        stories.TryGet("z", out _).Should().BeFalse();
    }

    [Fact]
    public void Group_MarksTheEarliestAndTheAgencysOwn()
    {
        var stories = new StoryGrouper();
        stories.Add("undated", Story(1), null, isAgencyCopy: true).Should().Be(new StoryGroup("undated", 1, "undated", "undated"));
        stories.Add("outlet", Story(1), s_day.AddHours(2)).Should().Be(new StoryGroup("undated", 2, "outlet", "undated"));
        stories.Add("late", Story(1), s_day.AddHours(3), isAgencyCopy: true).Should().Be(new StoryGroup("undated", 3, "outlet", "late"));
        stories.Add("agency", Story(1), s_day, isAgencyCopy: true).Should().Be(new StoryGroup("undated", 4, "agency", "agency"));
        stories.Add("same time", Story(1), s_day.ToOffset(TimeSpan.FromHours(3))).Should().Be(new StoryGroup("undated", 5, "agency", "agency"), "of one moment the order of ids decides");
        stories.GetMembers("undated").Should().Equal("agency", "same time", "outlet", "late", "undated");
        stories.Remove("agency").Should().BeTrue();
        Of(stories, "late").Should().Be(new StoryGroup("undated", 4, "same time", "late"));
        stories.Remove("late");
        stories.Remove("same time");
        Of(stories, "outlet").Should().Be(new StoryGroup("undated", 2, "outlet", "undated"));
    }

    [Fact]
    public void Add_InAnyOrder_GivesTheSameGroups()
    {
        (string Id, StorySignature Signature)[] articles =
            [.. Enumerable.Range(0, 12).SelectMany(story => (int[])[40, 60, 80, 100]).Select((words, i) => ($"{i / 4}-{words}", Part(i / 4, 0, words)))];
        var random = new Random(20261126);
        for (int round = 0; round < 100; round++)
        {
            random.Shuffle(articles);
            var stories = new StoryGrouper();
            foreach ((string id, StorySignature signature) in articles) stories.Add(id, signature);
            stories.GroupCount.Should().Be(12);
            foreach ((string id, _) in articles)
            {
                StoryGroup group = Of(stories, id);
                group.Count.Should().Be(4);
                group.Id.Split('-')[0].Should().Be(id.Split('-')[0]);
                group.Id.Should().Be(articles.First(article => article.Id.Split('-')[0] == id.Split('-')[0]).Id, "the first of its articles begins a group");
            }
        }
    }

    [Fact]
    public void Add_TheWholeBehindAPart_StandsForBoth()
    {
        var stories = new StoryGrouper();
        stories.Add("first part", Part(1, 0, 45));
        stories.Add("whole", Story(1));
        stories.Add("last part", Part(1, 55, 100)).Id.Should().Be("first part", "it is no copy of the first part, but of the whole");
    }

    [Fact]
    public void Add_BothPartsBeforeTheWhole_StayApart_AndTheWholeJoinsOne()
    {
        var stories = new StoryGrouper();
        stories.Add("first part", Part(1, 0, 40));
        stories.Add("last part", Part(1, 45, 100)).Id.Should().Be("last part");
        stories.Add("whole", Story(1)).Count.Should().Be(2);
        stories.GroupCount.Should().Be(2, "a group never changes once an article has been put into it");
    }

    [Fact]
    public void Add_TwoStoriesInOneRoundup_StayTwo()
    {
        var stories = new StoryGrouper();
        stories.Add("one", Story(1));
        stories.Add("two", Story(2));
        stories.Add("roundup", StorySignature.Create(Words(1, 0, 100) + "\n" + Words(2, 0, 100)));
        stories.Add("one again", Story(1)).Id.Should().Be("one");
        stories.Add("two again", Story(2)).Id.Should().Be("two");
        Of(stories, "one").Id.Should().NotBe(Of(stories, "two").Id);
    }

    [Fact]
    public void Add_ChainOfSmallChanges_LeadsToNoOtherStory()
    {
        // Each has nine tenths of the words of the one before it.
        var stories = new StoryGrouper();
        for (int i = 0; i < 200; i++) stories.Add(Name(i), Part(1, 10 * i, (10 * i) + 100));
        StorySignature[] signatures = [.. Enumerable.Range(0, 200).Select(i => Part(1, 10 * i, (10 * i) + 100))];
        for (int i = 0; i < 200; i++)
        {
            int first = int.Parse(Of(stories, Name(i)).Id, CultureInfo.InvariantCulture);
            (i - first).Should().BeInRange(0, 10, "an article is a copy of its group's first, or of a copy of it");
        }

        stories.GroupCount.Should().BeGreaterThan(15);
        signatures[0].IsCopyOf(signatures[12]).Should().BeFalse();
    }

    [Fact]
    public void Remove_TheFirst_LeavesTheGroupItsId()
    {
        var stories = new StoryGrouper();
        stories.Add("a", Story(1));
        stories.Add("b", Story(1));
        stories.Remove("a").Should().BeTrue();
        stories.Remove("a").Should().BeFalse();
        stories.Add("c", Story(1)).Should().Be(new StoryGroup("a", 2, "b", null));
        stories.Add("a", Story(2)).Id.Should().StartWith("a~", "the group that it once began lives on");
        stories.Add("d", Story(2)).Id.Should().Be(Of(stories, "a").Id);
        stories.Remove("b");
        stories.Remove("c");
        stories.GetMembers("a").Should().BeEmpty();
        stories.Add("e", Story(1)).Should().Be(new StoryGroup("e", 1, "e", null), "nothing of a group is left when its last article goes");
    }

    [Fact]
    public void Add_TheSameIdAgain_ReplacesIt()
    {
        var stories = new StoryGrouper();
        stories.Add("a", Story(1));
        stories.Add("a", Story(1)).Should().Be(new StoryGroup("a", 1, "a", null));
        stories.Add("a", Story(2), s_day).Should().Be(new StoryGroup("a", 1, "a", null));
        stories.Add("b", Story(1)).Id.Should().Be("b");
        stories.Add("c", Story(2)).Id.Should().Be("a");
        stories.Count.Should().Be(3);
    }

    [Fact]
    public void Restore_InAnyOrder_BringsTheGroupsBack()
    {
        var before = new StoryGrouper();
        (string Id, StorySignature Signature, DateTimeOffset? Published, bool IsAgencyCopy)[] articles =
            [.. Enumerable.Range(0, 60).Select(i => (Name(i), Part(i / 5, 10 * (i % 3), 50 + (10 * (i % 5))), (DateTimeOffset?)(i % 7 == 0 ? null : s_day.AddMinutes(i * 37 % 60)), i % 4 == 0))];
        foreach (var article in articles) before.Add(article.Id, article.Signature, article.Published, article.IsAgencyCopy);
        var random = new Random(20261126);
        for (int round = 0; round < 20; round++)
        {
            random.Shuffle(articles);
            var after = new StoryGrouper();
            foreach (var article in articles) after.Restore(article.Id, Of(before, article.Id).Id, article.Signature, article.Published, article.IsAgencyCopy);
            foreach (var article in articles)
            {
                Of(after, article.Id).Should().Be(Of(before, article.Id));
                after.GetMembers(Of(after, article.Id).Id).Should().Equal(before.GetMembers(Of(after, article.Id).Id));
            }

            after.Add("new", Part(0, 0, 60)).Should().Be(before.Add("new", Part(0, 0, 60)));
            before.Remove("new");
        }
    }

    [Fact]
    public void Restore_ArticlesWithoutWords_AndRemovingTheOthers()
    {
        var stories = new StoryGrouper();
        stories.Restore("a", "story", Story(1)).Id.Should().Be("story");
        stories.Restore("b", "story", StorySignature.Empty).Count.Should().Be(2);
        stories.Remove("a");
        stories.Add("c", Story(1)).Id.Should().Be("c");
        stories.Restore("d", "story", Story(1)).Count.Should().Be(2);
        stories.GetMembers("story").Should().Equal("b", "d");
    }

    [Fact]
    public void Add_EmptySignatures_AreGroupsByThemselves()
    {
        var stories = new StoryGrouper();
        for (int i = 0; i < 10_000; i++) stories.Add(Name(i), StorySignature.Empty).Should().Be(new StoryGroup(Name(i), 1, Name(i), null));
        stories.GroupCount.Should().Be(10_000);
    }

    // Quadratic, any of these would not end.
    [Fact]
    public void Add_AFloodOfOneText_IsOneGroup_AndGoesAgain()
    {
        var stories = new StoryGrouper();
        StorySignature flash = StorySignature.Create("عاجل: إغلاق الطريق الساحلي قرب المرسى بعد انقلاب حافلة ركاب فجر اليوم");
        const int Count = 300_000;
        for (int i = 0; i < Count; i++) stories.Add(Name(i), flash, s_day.AddSeconds(-i), isAgencyCopy: true);
        stories.TryGet(Name(0), out StoryGroup group).Should().BeTrue();
        group.Should().Be(new StoryGroup(Name(0), Count, Name(Count - 1), Name(Count - 1)));
        for (int i = 0; i < Count; i++) stories.Remove(Name(i)).Should().BeTrue();
        stories.GroupCount.Should().Be(0);
        stories.Add("new", flash).Should().Be(new StoryGroup("new", 1, "new", null));
    }

    [Fact]
    public void Add_AFloodOfOneTemplate_IsManyGroups_AndNewCopiesAreFound()
    {
        var stories = new StoryGrouper();
        string template = Words(99, 0, 30);
        const int Count = 20_000;
        for (int i = 0; i < Count; i++) stories.Add(Name(i), StorySignature.Create(template + " " + Words(1000 + i, 0, 70)));
        stories.GroupCount.Should().BeGreaterThan(Count * 99 / 100);
        int found = Enumerable.Range(Count - 200, 200).Count(i => stories.Add(Name(i) + " again", StorySignature.Create(template + " " + Words(1000 + i, 0, 70))).Id == Name(i));
        found.Should().BeGreaterThan(195);
        for (int i = 0; i < Count; i++) stories.Remove(Name(i)).Should().BeTrue();
    }

    [Fact]
    public void Calls_FromManyThreads_LoseNothing()
    {
        var stories = new StoryGrouper();
        Parallel.For(0, 4_000, i =>
        {
            stories.Add(Name(i), Story(i % 100));
            if (i % 4 == 0) stories.Remove(Name(i));
        });
        stories.Count.Should().Be(3_000);
        stories.GroupCount.Should().Be(75, "all articles of every fourth story are removed again");
        Enumerable.Range(0, 4_000).Where(i => i % 4 != 0).Should().OnlyContain(i => Of(stories, Name(i)).Count == 40);
    }

    [Fact]
    public void RandomCalls_KeepMembersAndGroupsInStep()
    {
        var random = new Random(20261126);
        var stories = new StoryGrouper();
        var there = new HashSet<string>(StringComparer.Ordinal);
        for (int step = 0; step < 20_000; step++)
        {
            string id = Name(random.Next(150));
            if (random.Next(3) == 0)
            {
                stories.Remove(id).Should().Be(there.Remove(id));
                continue;
            }

            int from = random.Next(60);
            StoryGroup group = stories.Add(id, Part(random.Next(20), from, from + 30 + random.Next(70)), s_day.AddMinutes(random.Next(5)), random.Next(5) == 0);
            there.Add(id);
            stories.GetMembers(group.Id).Should().HaveCount(group.Count).And.Contain(id).And.OnlyHaveUniqueItems().And.StartWith(group.Earliest);
        }

        stories.Count.Should().Be(there.Count);
        string[] groups = [.. there.Select(id => Of(stories, id).Id).Distinct(StringComparer.Ordinal)];
        groups.Should().HaveCount(stories.GroupCount);
        groups.SelectMany(group => stories.GetMembers(group)).Should().BeEquivalentTo(there);
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        var stories = new StoryGrouper();
        Action[] calls =
        [
            () => stories.Add(null!, StorySignature.Empty), () => stories.Add("a", null!), () => stories.Remove(null!), () => stories.TryGet(null!, out _), () => stories.GetMembers(null!),
            () => stories.Restore(null!, "a", StorySignature.Empty), () => stories.Restore("a", null!, StorySignature.Empty), () => stories.Restore("a", "a", null!),
        ];
        foreach (Action call in calls) call.Should().Throw<ArgumentNullException>();
        stories.Count.Should().Be(0);
    }

    private static StoryGroup Of(StoryGrouper stories, string id) => stories.TryGet(id, out StoryGroup group) ? group : throw new InvalidOperationException($"no article {id}");

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static StorySignature Story(int story) => Part(story, 0, 100);

    private static StorySignature Part(int story, int from, int to) => StorySignature.Create(Words(story, from, to));

    // The words of a story that never ends, out of a vocabulary of some thousand: each follows from its place.
    private static string Words(int story, int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(place => WordAt(story, place)));

    private static string WordAt(int story, int place)
    {
        const string Letters = "بتثجحخدذرزسشصضطظعغفقكلمن";
        ulong state = (((ulong)story << 32) | (uint)place) + 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        state ^= state >> 31;
        return string.Concat(Letters[(int)(state % 24)], Letters[(int)(state / 24 % 24)], Letters[(int)(state / 576 % 4)]);
    }
}
