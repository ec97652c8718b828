using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Buddies;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Whom a learner is told they could ask, and why.</summary>
public sealed class BuddySuggestionsTests
{
    private const int Capacity = 2;
    private static readonly Guid Learner = Guid.CreateVersion7();

    private static readonly Gen<BuddyCandidate> Anybody =
        from shared in Gen.Choose(0, 3)
        from apart in Gen.Elements(true, false)
        from supports in Gen.Choose(0, 3)
        from asked in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new BuddyCandidate(Guid.NewGuid(), shared, apart, supports, asked);

    [Fact]
    public void Who_works_on_the_same_comes_first_then_another_team_then_who_supports_fewer()
    {
        var free = Somebody();
        var other = Somebody(apart: true, supports: 1);
        var same = Somebody(shared: 1, supports: 1);
        var both = Somebody(shared: 1, apart: true, supports: 1);
        var more = Somebody(shared: 2, supports: 1);

        var suggested = BuddySuggestions.For(Learner, [free, other, same, both, more], Capacity);

        Assert.Equal(
            [
                new(more.PersonId, SuggestionReason.SameBehaviours),
                new(both.PersonId, SuggestionReason.SameBehavioursOtherTeam),
                new BuddySuggestion(same.PersonId, SuggestionReason.SameBehaviours),
            ],
            suggested);
    }

    [Fact]
    public void Without_anything_in_common_the_reason_is_the_room_they_have()
    {
        var suggested = BuddySuggestions.For(Learner, [Somebody(supports: 1), Somebody(), Somebody(apart: true)], Capacity);

        Assert.Equal(
            [SuggestionReason.OtherTeam, SuggestionReason.SupportsNobody, SuggestionReason.HasRoom], suggested.Select(one => one.Reason));
    }

    [Fact]
    public void Nobody_is_named_who_was_asked_before_or_has_no_room_or_is_the_learner() => Prop.ForAll(
        Anybody.ArrayOf().ToArbitrary(),
        people =>
        {
            var suggested = BuddySuggestions.For(Learner, [.. people, new BuddyCandidate(Learner, 9, true, 0, false)], Capacity);
            var open = people.Where(person => !person.WasAsked && person.Supports < Capacity).Select(person => person.PersonId).ToList();
            return suggested.Length == Math.Min(BuddySuggestions.Most, open.Count)
                && suggested.All(one => open.Contains(one.PersonId)) && suggested.DistinctBy(one => one.PersonId).Count() == suggested.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_people_are_read_changes_nothing() => Prop.ForAll(
        Anybody.ArrayOf().ToArbitrary(),
        people => BuddySuggestions.For(Learner, people, Capacity).SequenceEqual(BuddySuggestions.For(Learner, people.Reverse(), Capacity)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_equals_not_everybody_meets_the_same_three()
    {
        var people = Enumerable.Range(0, 30).Select(_ => Somebody()).ToList();

        var named = Enumerable.Range(0, 30)
            .SelectMany(_ => BuddySuggestions.For(Guid.CreateVersion7(), people, Capacity)).Select(one => one.PersonId).Distinct();

        Assert.True(named.Count() > 10, $"{named.Count()} of 30 are named.");
    }

    private static BuddyCandidate Somebody(int shared = 0, bool apart = false, int supports = 0) =>
        new(Guid.CreateVersion7(), shared, apart, supports, WasAsked: false);
}
