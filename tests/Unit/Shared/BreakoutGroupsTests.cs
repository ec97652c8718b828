using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Sessions;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Who sits with whom: what holds for any number of people and topics, and what single cases come to.</summary>
public sealed class BreakoutGroupsTests
{
    private static readonly string[] Topics = ["a", "b", "c", "d"];

    [Theory]
    [InlineData(4, "a a a a", "aaaa")]
    [InlineData(4, "a a a b b b b", "aaa bbbb")]
    [InlineData(4, "a a a a a a", "aaa aaa")]
    [InlineData(4, "a a a a a ab b b", "aaaa bbba")]
    [InlineData(4, "a a a ab ab b b", "aaaa bbb")]
    [InlineData(4, "a a a b", "aaab")]
    [InlineData(4, "a a b b - -", "aab b--")]
    [InlineData(3, "a a a a", "aa aa")]
    [InlineData(4, "a b c d -", "abc d-")]
    [InlineData(6, "a", "a")]
    [InlineData(6, "a b", "ab")]
    [InlineData(6, "", "")]
    public void People_of_one_topic_sit_together_and_nobody_is_left_over(int most, string people, string groups)
    {
        var words = people.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var present = words.Select((topics, index) => new Attendee(Id(index), [.. topics.Where(char.IsLetter).Select(topic => $"{topic}")])).ToList();

        var made = BreakoutGroups.Of(present, most);

        var sizes = groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => group.Length);
        Assert.Equal(sizes.Order(), made.Select(group => group.Members.Length).Order());
        Assert.Equal(
            groups.Split(' ').Where(group => group.Length > 0 && group.Distinct().Count() == 1).Select(group => $"{group[0]}").Order(),
            made.Where(group => group.TopicId is not null && group.Members.All(id => present.Find(one => one.Id == id)!.TopicIds.Contains(group.TopicId)))
                .Select(group => group.TopicId!).Order());
    }

    /// <summary>Two in two sprints: one of them makes the other sprint's group large enough.</summary>
    [Fact]
    public void Whoever_has_two_sprints_goes_where_the_groups_come_out_best()
    {
        var made = BreakoutGroups.Of(
            [Of(1, "a"), Of(2, "a"), Of(3, "a"), Of(4, "a", "b"), Of(5, "a", "b"), Of(6, "b"), Of(7, "b")], most: 4);

        Assert.Equal(["a", "b"], made.Select(group => group.TopicId).Order());
        Assert.All(made, group => Assert.InRange(group.Members.Length, 3, 4));
    }

    [Fact]
    public void Whoever_comes_late_sits_in_the_smallest_group_of_their_sprint()
    {
        (int, string?, int)[] groups = [(1, "a", 4), (2, "a", 3), (3, "b", 2), (4, null, 2)];

        Assert.Equal(2, BreakoutGroups.PlaceFor(groups, ["a"], 4));
        Assert.Equal(3, BreakoutGroups.PlaceFor(groups, ["b"], 4));
        Assert.Equal(3, BreakoutGroups.PlaceFor(groups, ["c"], 4));
        Assert.Equal(1, BreakoutGroups.PlaceFor([(1, "a", 4), (2, "b", 4)], ["a"], 4));
    }

    [Fact]
    public void Everybody_sits_in_one_group() => ForAny((people, most) =>
        Assert.Equal(people.Select(one => one.Id).Order(), BreakoutGroups.Of(people, most).SelectMany(group => group.Members).Order()));

    [Fact]
    public void Sizes_are_between_three_and_the_most_wherever_the_number_of_people_allows_it() => ForAny((people, most) =>
    {
        var sizes = BreakoutGroups.Of(people, most).Select(group => group.Members.Length).ToList();
        var allows = Enumerable.Range(1, 40).Any(count => people.Count >= 3 * count && people.Count <= most * count);
        Assert.All(sizes, size => Assert.InRange(size, people.Count == 1 ? 1 : allows ? 3 : 2, most));
    });

    [Fact]
    public void The_order_in_which_people_are_named_changes_nothing() => ForAny((people, most) =>
    {
        var first = BreakoutGroups.Of(people, most);
        var again = BreakoutGroups.Of(Enumerable.Reverse(people).Select(one => one with { TopicIds = [.. one.TopicIds.Reverse()] }), most);
        Assert.Equal(first.Select(Written), again.Select(Written));
    });

    [Fact]
    public void A_group_is_about_what_more_than_half_of_it_came_for() => ForAny((people, most) =>
        Assert.All(BreakoutGroups.Of(people, most).Where(group => group.TopicId is not null), group =>
            Assert.True(people.Count(one => group.Members.Contains(one.Id) && one.TopicIds.Contains(group.TopicId!)) * 2 > group.Members.Length)));

    private static string Written(Breakout group) => group.TopicId + ":" + string.Join(' ', group.Members);

    private static Attendee Of(int number, params string[] topics) => new(Id(number), [.. topics]);

    private static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:x12}");

    private static void ForAny(Action<IReadOnlyList<Attendee>, int> holds)
    {
        var crowd =
            from count in Gen.Choose(0, 40)
            from most in Gen.Choose(3, 6)
            from chosen in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Topics), 2), count)
            from silent in Gen.ArrayOf(Gen.Choose(0, 5), count)
            select (People: chosen.Select((topics, index) =>
                Of(index + 1, silent[index] == 0 ? [] : silent[index] < 3 ? [topics[0]] : [.. topics.Distinct()])).ToList(), Most: most);
        Prop.ForAll(crowd.ToArbitrary(), one => holds(one.People, one.Most)).QuickCheckThrowOnFailure();
    }
}
