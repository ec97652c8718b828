using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Groups;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class GroupTests
{
    [Theory]
    [InlineData(GroupKind.BuddyPair, 2, 2)]
    [InlineData(GroupKind.Partners, 2, 3)]
    [InlineData(GroupKind.Circle, 3, 6)]
    [InlineData(GroupKind.Coaching, 2, 2)]
    public void It_works_from_the_least_on_and_takes_no_more_than_the_most(GroupKind kind, int least, int most)
    {
        var group = New(kind);
        for (var number = 1; number <= most; number++)
        {
            Assert.True(group.Join(Story.Id($"person {number}"), GroupPart.Peer, Monday));
            Assert.Equal(number >= least ? GroupState.Active : GroupState.Forming, group.State);
        }

        Assert.False(group.Join(Story.Id("one too many"), GroupPart.Peer, Monday));
    }

    [Fact]
    public void It_ends_for_everybody_and_forgets_nobody()
    {
        var group = New(GroupKind.BuddyPair);
        group.Join(Story.Learner, GroupPart.Learner, Monday);
        group.Join(Story.Id("bea"), GroupPart.Buddy, Monday);

        Assert.True(group.End(Monday.AddDays(1)));

        Assert.Empty(group.Present);
        Assert.Equal([MembershipState.Left, MembershipState.Left], group.Members.Select(member => member.State));
        Assert.All(group.Members, member => Assert.Equal(Monday.AddDays(1), member.LeftAt));
        Assert.False(group.End(Monday.AddDays(2)));
        Assert.Equal(Monday.AddDays(1), group.EndedAt);
    }

    /// <summary>
    /// Whoever comes in whatever order: nobody is in it twice,
    /// there is always room for all, and what has ended stays so.
    /// </summary>
    [Fact]
    public void Nobody_is_in_it_twice_and_what_has_ended_stays_so() => Prop.ForAll(
        Gen.Choose(0, 8).ArrayOf().ToArbitrary(),
        Gen.Elements(Enum.GetValues<GroupKind>()).ToArbitrary(),
        (moves, kind) =>
        {
            var (group, policy) = (New(kind), GroupPolicy.Of(kind));
            foreach (var move in moves)
            {
                var (count, ended) = (group.Present.Count(), group.State == GroupState.Ended);
                var done = move == 8 ? group.End(Monday) : group.Join(Story.Id($"person {move}"), GroupPart.Peer, Monday);

                Assert.False(ended && done);
                Assert.Distinct(group.Present.Select(member => member.PersonId));
                Assert.InRange(group.Present.Count(), 0, policy.Most);
                Assert.Equal(move == 8 && done ? 0 : count + (done ? 1 : 0), group.Present.Count());
                Assert.Equal(group.State == GroupState.Active, group.Present.Count() >= policy.Least);
                Assert.Equal(group.State == GroupState.Ended, group.EndedAt is not null);
            }
        }).QuickCheckThrowOnFailure();

    private static Group New(GroupKind kind) => new(Story.Id("group"), kind, Story.Id("journey"), ownerId: null, Monday);
}
